"""Guides: which questions make a book, and in which form."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_questions.bank.query import Query
from sphinx_questions.bank.vocabulary import closest, did_you_mean

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.bank.question import Question

#: What a guide can be: each card in full; the questions, and the answers behind them
#: all; sheets for the person who asks.
FORMS: Final = ("complete", "questions-first", "interviewer")

#: The guide of the whole bank, where a project declares none.
WHOLE: Final = "question-bank"

#: A name becomes a file name on every system, and a part of an address.
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A selection of questions and a form.

    Raises ValueError for a name that cannot be a file's, or an unknown form.
    """

    #: Name of its files, without suffix: ``machine-learning-advanced``.
    name: str
    #: Title for readers; empty for one made of the selection.
    title: str = ""
    query: Query = dataclasses.field(default_factory=Query)
    #: One of :data:`FORMS`.
    form: str = FORMS[0]

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            msg = (
                f"the guide's name is {self.name!r}; write letters, digits, hyphens, "
                "dots and underscores, such as 'machine-learning-advanced'"
            )
            raise ValueError(msg)
        if self.form not in FORMS:
            known = ", ".join(map(repr, FORMS))
            msg = (
                f"the form is {self.form!r}; write one of {known}."
                f"{did_you_mean(closest(self.form, FORMS))}"
            )
            raise ValueError(msg)


class Group(NamedTuple):
    """Questions of one technology and level, in reading order."""

    technology: str | None
    level: str | None
    questions: tuple[Question, ...]


def default_guides(technologies: Iterable[str]) -> tuple[Guide, ...]:
    """Return the guides of a project that declares none.

    The whole bank, and one a technology where there are several.
    """
    keys = tuple(technologies)
    whole = Guide(name=WHOLE)
    if len(keys) < 2:  # noqa: PLR2004 – one technology is the whole bank
        return (whole,)
    return (whole, *(Guide(name=key, query=Query(technologies=(key,))) for key in keys))


def reading_order(
    guide: Guide,
    catalogue: Catalogue,
    technologies: Sequence[str],
    levels: Sequence[str],
) -> list[Group]:
    """Return the questions of a guide by technology and level, as declared.

    Within a level the easier ones come first. Questions without a technology or a
    level come last.
    """
    selected = guide.query.select(catalogue)
    groups = []
    for technology in (*technologies, None):
        for level in (*levels, None):
            questions = tuple(
                q for q in selected if (q.technology, q.level) == (technology, level)
            )
            if questions:
                groups.append(Group(technology, level, questions))
    return groups


def last_reviewed(questions: Iterable[Question]) -> datetime.date | None:
    """Return the day of the newest review, or None if none has a date."""
    return max((q.reviewed for q in questions if q.reviewed), default=None)
