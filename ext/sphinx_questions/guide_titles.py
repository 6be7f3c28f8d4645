"""What a guide holds, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_questions.bank.vocabulary import DIFFICULTIES
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_questions.bank.guide import Guide
    from sphinx_questions.bank.query import Query
    from sphinx_questions.config import Settings

#: Between what a guide holds and the form in which it shows it.
FORM_MARK: Final = " – "


def selection_text(query: Query, settings: Settings) -> str:
    """Return what is selected: "Machine Learning · Advanced"; empty for the bank."""
    return " · ".join(_selection(query, settings))


def _selection(query: Query, settings: Settings) -> Iterator[str]:
    yield from (settings.technologies[key].label for key in query.technologies)
    yield from (settings.levels[key].label for key in query.levels)
    if query.difficulties:
        yield _difficulties(*query.difficulties)
    yield from query.topics


def _difficulties(low: int, high: int) -> str:
    easiest, hardest = DIFFICULTIES[0], DIFFICULTIES[-1]
    if low == high:
        return _("Difficulty %s") % low
    if easiest < low and high == hardest:
        return _("Difficulty %d and up") % low
    if low == easiest and high < hardest:
        return _("Difficulty up to %d") % high
    return _("Difficulty %s") % f"{low}–{high}"


def guide_title(guide: Guide, settings: Settings, project: str) -> str:
    """Return the title of a guide: its own, or one made of its selection and form."""
    if guide.title:
        return guide.title
    title = selection_text(guide.query, settings) or project
    form = {
        "questions-first": _("questions first, answers behind"),
        "interviewer": _("sheets for interviewers"),
    }.get(guide.form)
    return f"{title}{FORM_MARK}{form}" if form else title
