"""Words that readers see, translatable."""

from __future__ import annotations

from typing import Final

from sphinx.locale import get_translation

from sphinx_questions.bank.vocabulary import DIFFICULTIES

#: Name of the message catalogue.
CATALOGUE: Final = "sphinx_questions"

_ = get_translation(CATALOGUE)


def level_label(key: str) -> str | None:
    """Return what readers call a usual level, or None for another one."""
    labels = {
        "beginner": _("Beginner"),
        "intermediate": _("Intermediate"),
        "advanced": _("Advanced"),
    }
    return str(labels[key]) if key in labels else None


def section_label(key: str) -> str:
    """Return what readers call a usual section."""
    labels = {
        "key-points": _("Key points"),
        "explanation": _("Explanation"),
        "example": _("Example"),
        "mistakes": _("Mistakes"),
        "scenario": _("Scenario"),
        "follow-ups": _("Follow-up questions"),
        "sources": _("Sources"),
    }
    return str(labels[key])


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
        return _("%d kB") % max(1, round(size / 1000))
    # Whole and tenth apart: not everybody has a point between them.
    return _("%d.%d MB") % divmod(round(size / 100_000), 10)
