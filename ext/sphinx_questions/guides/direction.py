"""The direction of text: Hebrew and Arabic run from right to left."""

from __future__ import annotations

import unicodedata
from typing import Final, Literal

Direction = Literal["ltr", "rtl"]

#: Languages that are written from right to left.
_LEFTWARDS: Final = frozenset(
    {"ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
)


def direction_of_language(language: str) -> Direction:
    """Return the direction of a language, by its code: ``he``, ``pt_BR``."""
    return (
        "rtl" if language.replace("-", "_").partition("_")[0] in _LEFTWARDS else "ltr"
    )


def direction_of_text(words: str) -> Direction | None:
    """Return the direction of a paragraph: that of its first letter.

    So says the Unicode Bidirectional Algorithm (UAX #9, P2 and P3). None if it has no
    letter.
    """
    for character in words:
        kind = unicodedata.bidirectional(character)
        if kind in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return None
