"""What a page shows of other pages' questions.

A page that shows something of a question elsewhere must be written again when that
changes, and only then. Each thing that a page can show knows what it shows, as a
plain value; two equal values mean that the page is still right.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.bank.query import Query
    from sphinx_questions.bank.question import Question


class Shown(Protocol):
    """Something on a page that depends on questions elsewhere."""

    def value(self, catalogue: Catalogue) -> object:
        """Return what is shown, as a value with a stable ``repr``."""


@dataclasses.dataclass(frozen=True, slots=True)
class ShownLink:
    """A link by ID."""

    id: str

    def value(self, catalogue: Catalogue) -> object:
        """Return title and address, or None if there is no such question."""
        question = catalogue.find(self.id)
        return question and _address(question)


@dataclasses.dataclass(frozen=True, slots=True)
class ShownLabel:
    """A link by a label, which may or may not be that of a question."""

    label: str

    def value(self, catalogue: Catalogue) -> object:
        """Return title and address, or None if the label is no question's."""
        question = catalogue.by_label(self.label)
        return question and _address(question)


@dataclasses.dataclass(frozen=True, slots=True)
class ShownDocument:
    """A link to a document by its name, which shows its title."""

    docname: str

    def value(self, catalogue: Catalogue) -> object:
        """Return the titles of the questions in it."""
        return [question.title for question in catalogue.by_document[self.docname]]


@dataclasses.dataclass(frozen=True, slots=True)
class ShownConnections:
    """The connections of a question on its own card."""

    id: str

    def value(self, catalogue: Catalogue) -> object:
        """Return title and address of every question connected with it."""
        if self.id not in catalogue:
            return None
        return [[*map(_address, group)] for group in catalogue.links(self.id)]


@dataclasses.dataclass(frozen=True, slots=True)
class ShownList:
    """The rows of a list; those of another bank are seen to elsewhere."""

    query: Query
    #: Name of another bank, or empty for this one.
    bank: str = ""

    def value(self, catalogue: Catalogue) -> object:
        """Return everything that a row can say, row by row."""
        return [*map(_row, self.query.select(catalogue))]


@dataclasses.dataclass(frozen=True, slots=True)
class ShownCount:
    """A number of questions."""

    query: Query

    def value(self, catalogue: Catalogue) -> object:
        """Return the number."""
        return len(self.query.select(catalogue))


@dataclasses.dataclass(frozen=True, slots=True)
class ShownViews:
    """The numbers of questions in every view."""

    def value(self, catalogue: Catalogue) -> object:
        """Return each view that has questions, with their number."""
        return sorted((view.page, number) for view, number in catalogue.counts.items())


@dataclasses.dataclass(frozen=True, slots=True)
class ShownGuides:
    """Links to the guides that were built, of which the questions say nothing."""

    def value(self, catalogue: Catalogue) -> object:  # noqa: ARG002 – as all others
        """Return the same for every bank."""
        return None


def _address(question: Question) -> tuple[str, ...]:
    return question.id, question.title, question.place.docname, question.anchor


def _row(question: Question) -> tuple[object, ...]:
    return (
        *_address(question),
        question.answer,
        question.technology,
        question.level,
        question.difficulty,
        question.topics,
    )
