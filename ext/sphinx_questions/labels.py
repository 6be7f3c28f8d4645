"""Words that readers see, translatable."""

from __future__ import annotations

from typing import Final

from sphinx.locale import get_translation

from sphinx_questions.bank.vocabulary import DIFFICULTIES

#: Name of the message catalogue.
CATALOGUE: Final = "sphinx_questions"

_ = get_translation(CATALOGUE)


def difficulty_text(difficulty: int) -> str:
    """Return a difficulty in words: "Difficulty 8 of 10"."""
    return _("Difficulty %d of %d") % (difficulty, DIFFICULTIES[-1])


def showing_text(number: int, selection: str) -> str:
    """Return what a list shows: "Showing 12 questions · Advanced"."""
    numbered = _("Showing 1 question") if number == 1 else _("Showing %d questions")
    text = numbered % number if "%d" in numbered else numbered
    return f"{text} · {selection}" if selection else text


def size_text(size: int) -> str:
    """Return the size of a file, given in bytes, as readers know it: "1.2 MB"."""
    if size < 1_000_000:  # noqa: PLR2004 – a megabyte
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB"
