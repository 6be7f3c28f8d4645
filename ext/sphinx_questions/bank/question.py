"""The record of one question."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

from sphinx_questions.bank.vocabulary import DIFFICULTIES

if TYPE_CHECKING:
    import datetime

    from sphinx_questions.bank.prose import Prose


class Place(NamedTuple):
    """Where something was written."""

    #: Document that shows it, without suffix: ``questions/python/PY-ADV-001``.
    docname: str
    #: File that holds it, relative to the source folder. Differs from the
    #: document where the text was included.
    file: str
    #: Line in that file, counted from 1.
    line: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Unlisted:
    """A question that is on its page and in no list, for want of a good ID."""

    #: The ID that was refused; empty if there is none.
    id: str
    place: Place
    #: Keys; empty if they are absent or were refused.
    technology: str
    level: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question as the catalogue knows it.

    Values that an author left out or got wrong are None: the question still
    stands in the bank, can be linked to, and is missing only where the value
    would be needed.

    Raises ValueError for an empty ID, title or anchor, a difficulty off the
    scale, or a question that relates to itself.
    """

    #: Permanent name: ``ML-ADV-001``.
    id: str
    #: The question asked, as plain text.
    title: str
    #: The answer's lead.
    answer: Prose
    #: Fragment identifier on its page: ``ml-adv-001``.
    anchor: str
    place: Place
    technology: str | None = None
    level: str | None = None
    #: 1 to 10.
    difficulty: int | None = None
    topics: tuple[str, ...] = ()
    #: IDs of questions that a reader should know first.
    requires: tuple[str, ...] = ()
    #: IDs of questions close to this one; the relation holds both ways.
    related: tuple[str, ...] = ()
    #: IDs linked from the follow-ups section.
    follow_ups: tuple[str, ...] = ()
    #: The day on which it came into the bank.
    added: datetime.date | None = None
    #: The day on which somebody last checked the whole text.
    reviewed: datetime.date | None = None

    def __post_init__(self) -> None:
        for name in ("id", "title", "anchor"):
            if not getattr(self, name).strip():
                msg = f"question {self.id!r} has an empty {name}"
                raise ValueError(msg)
        if self.difficulty is not None and self.difficulty not in DIFFICULTIES:
            msg = f"question {self.id!r} has the difficulty {self.difficulty}"
            raise ValueError(msg)
        if self.id in (*self.requires, *self.related):
            msg = f"question {self.id!r} relates to itself"
            raise ValueError(msg)
