"""What an author can do about a role that finds no index page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from sphinx_questions.config import Settings


def remedy(kind: str, key: str, settings: Settings, topics: Container[str]) -> str:
    """Return what to do so that a technology, a level or a topic has a page."""
    if settings.pages is None:
        return (
            "Index pages are switched off by questions_pages = None; name a folder "
            "there, or write plain text instead of the role"
        )
    known: dict[str, Container[str]] = {
        "technology": settings.technologies,
        "level": settings.levels,
        "topic": topics,
    }
    if key in known[kind]:
        return (
            f"Its page in the folder {settings.pages!r} is left out of this build; "
            "let exclude_patterns and include_patterns in conf.py have it"
        )
    if kind == "topic":
        return "No question has this topic; write it in :topics: of one that should"
    value = "questions_technologies" if kind == "technology" else "questions_levels"
    return f"To give it one, declare it in conf.py under {value}"
