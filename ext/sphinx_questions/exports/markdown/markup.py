"""The small pieces of Markdown: escaped text, code, links, blocks."""

from __future__ import annotations

import re
import textwrap
from typing import Final

#: What begins markup wherever it stands. An underscore inside a word does not.
_SPECIAL: Final = re.compile(r"[\\`*\[\]<$~]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w]+;)")

#: What begins a block where it stands first in a line.
_FIRST: Final = re.compile(
    r"#{1,6}(?=\s|$)|>|[+-](?=\s|$)|-{3,}\s*$|=+\s*$|\d{1,9}(?=[.)](?:\s|$))"
)

#: Addresses that may be followed, of which those without a scheme are most; all
#: others are shown and not linked.
_LINKED: Final = re.compile(
    r"(?:https?|mailto|ftps?|tel):|(?![a-z][\w+.-]*:)", re.IGNORECASE
)

#: What may stand behind the fence of a block of code.
_NO_LANGUAGE: Final = re.compile(r"[^\w+#.-]")


def text(words: str) -> str:
    """Return *words* so that none of them is markup, in one line."""
    return _SPECIAL.sub(lambda match: "\\" + match[0], re.sub(r"\s*\n\s*", " ", words))


def paragraph(content: str) -> str:
    """Return inline markup as a block that begins no other kind of block."""
    match = _FIRST.match(content)
    if match is None:
        return content
    if match[0][0].isdigit():
        return f"{match[0]}\\{content[match.end() :]}"
    return "\\" + content


def code(words: str) -> str:
    """Return *words* as code in a line."""
    words = words.replace("\n", " ")
    if not words.strip():
        return words
    fence = "`" * (_longest_run(words, "`") + 1)
    space = " " if "`" in (words[0], words[-1]) else ""
    return f"{fence}{space}{words}{space}{fence}"


def code_block(words: str, language: str) -> str:
    """Return *words* as a block of code."""
    fence = "`" * max(3, _longest_run(words, "`") + 1)
    info = _NO_LANGUAGE.sub("", language)
    return f"{fence}{info}\n{words.rstrip()}\n{fence}"


def _longest_run(words: str, character: str) -> int:
    return max(map(len, re.findall(f"{re.escape(character)}+", words)), default=0)


def link(content: str, uri: str) -> str:
    """Return *content* as a link, or with the address behind it if that is odd."""
    if not _LINKED.match(uri):
        return f"{content} ({code(uri)})"
    return f"[{content}]({destination(uri)})"


def destination(uri: str) -> str:
    """Return an address for the brackets of a link."""
    if re.search(r"[\s<>()\\]|[\x00-\x1f\x7f]", uri):
        uri = re.sub(
            r"[\s<>\\\x00-\x1f\x7f]",
            lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()),
            uri,
        )
        return f"<{uri}>"
    return uri


def image(alternative: str, uri: str) -> str:
    """Return an image."""
    return f"![{text(alternative)}]({destination(uri)})"


def formula(tex: str) -> str:
    """Return a formula in a line."""
    return f"${' '.join(tex.split())}$"


def quoted(block: str) -> str:
    """Return a block as a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in block.split("\n"))


def item(marker: str, block: str) -> str:
    """Return a block as an item of a list."""
    inside = textwrap.indent(block, " " * (len(marker) + 1))
    return f"{marker} {inside.lstrip()}".rstrip()
