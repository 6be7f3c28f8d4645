"""What a guide holds, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_questions.bank.guide import Guide
    from sphinx_questions.bank.query import Query
    from sphinx_questions.config import Settings


def selection_text(query: Query, settings: Settings) -> str:
    """Return what is selected: "Machine Learning · Advanced"; empty for the bank."""
    return " · ".join(_selection(query, settings))


def _selection(query: Query, settings: Settings) -> Iterator[str]:
    yield from (settings.technologies[key].label for key in query.technologies)
    yield from (settings.levels[key].label for key in query.levels)
    if query.difficulties:
        low, high = query.difficulties
        yield _("Difficulty %s") % (str(low) if low == high else f"{low}–{high}")
    yield from query.topics


def guide_title(guide: Guide, settings: Settings, project: str) -> str:
    """Return the title of a guide: its own, else its selection, else the project's."""
    return guide.title or selection_text(guide.query, settings) or project


def offered_title(guide: Guide, settings: Settings, project: str) -> str:
    """Return the title of a guide as it stands beside others of the same selection."""
    title = guide_title(guide, settings, project)
    form = {
        "questions-first": _("questions first, answers behind"),
        "interviewer": _("sheets for interviewers"),
    }.get(guide.form)
    return title if guide.title or not form else f"{title} – {form}"
