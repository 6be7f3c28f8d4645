"""Characters that are no words: those that break outputs, and those that turn them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: What XML 1.0 has no way to write, not even as a reference (production 2, Char), and
#: the rest of the control characters, at which TeX stops.
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
)

#: Stands for a character that cannot be shown.
REPLACEMENT: Final = "\ufffd"

#: Changes of direction, and what ends each, by their classes in Unicode.
_ENDS: Final = dict.fromkeys(("LRE", "RLE", "LRO", "RLO"), "PDF") | dict.fromkeys(
    ("LRI", "RLI", "FSI"), "PDI"
)
_CHARACTERS: Final = {"PDF": "\u202c", "PDI": "\u2069"}


def forbidden_in(text: str) -> list[str]:
    """Return the characters of *text* that cannot be shown, each once, sorted."""
    return sorted(set(_FORBIDDEN.findall(text)))


def writable(text: str) -> str:
    """Return *text* with a mark in the place of each character that cannot be shown."""
    return _FORBIDDEN.sub(REPLACEMENT, text)


def closed(text: str) -> str:
    """Return *text* with an end for every change of direction in it.

    One that is left open turns around what a program writes behind the text.
    """
    waiting: list[str] = []
    for character in text:
        kind = unicodedata.bidirectional(character)
        if end := _ENDS.get(kind):
            waiting.append(end)
        elif kind == "PDF" and waiting[-1:] == ["PDF"]:
            waiting.pop()
        elif kind == "PDI" and "PDI" in waiting:
            # It ends the embeddings inside the isolate as well (UAX 9, BD9).
            while waiting.pop() != "PDI":
                pass
    return text + "".join(_CHARACTERS[end] for end in reversed(waiting))
