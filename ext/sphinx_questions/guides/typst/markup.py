"""Text and values in Typst's markup (https://typst.app/docs/reference/syntax/)."""

from __future__ import annotations

import re
import string
from typing import Final

#: Characters in a row without a space that may be too long for a line.
_LONG: Final = 18

#: In long code, a line may end behind these.
_BREAKS: Final = frozenset("._/,-=:([")

#: Takes no room, and lets a line end; it is not copied from the page with the text.
_BREAK: Final = "#h(0pt);"

#: A mark of byte order amid text glues words. PDF/UA-1 forbids it; Unicode has another
#: character for that.
_GLUE: Final = str.maketrans({"\ufeff": "\u2060"})


def text(words: str) -> str:
    """Return *words* so that they mean themselves in markup."""
    return "".join(
        f"\\{c}" if c in string.punctuation else " " if c in "\n\r\t\f\v" else c
        for c in words.translate(_GLUE)
    )


def breakable(words: str) -> str:
    """Return code in a line of text, with places where long words may break."""

    def broken(match: re.Match[str]) -> str:
        return "".join(text(c) + (_BREAK if c in _BREAKS else "") for c in match[0])

    pieces = re.split(rf"(\S{{{_LONG},}})", words)
    return "".join(
        re.sub(r".+", broken, piece) if index % 2 else text(piece)
        for index, piece in enumerate(pieces)
    )


def value(words: str) -> str:
    """Return *words* as a string in code."""
    words = words.translate(_GLUE)
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f]", _control, escaped) + '"'


def _control(match: re.Match[str]) -> str:
    return {"\n": "\\n", "\t": "\\t"}.get(match[0], "")


def array(*items: str) -> str:
    """Return an array of expressions in code; one of a single item needs a comma."""
    return f"({', '.join(items)}{',' if len(items) == 1 else ''})"


def label(id_: str) -> str:
    """Return the label of an identifier, as an expression in code."""
    return f"label({value(id_)})"
