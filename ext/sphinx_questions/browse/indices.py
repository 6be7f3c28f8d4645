"""Alphabetical indices of all questions, by technology and by level.

Sphinx writes them beside its general index, in HTML and LaTeX.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sphinx.domains import Index, IndexEntry

from sphinx_questions.bank.query import Query
from sphinx_questions.browse.groups import grouped
from sphinx_questions.config import settings_of
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_questions.domain import QuestionsDomain


class _GroupedIndex(Index):
    """All questions under the labels of one field."""

    def generate(
        self, docnames: Iterable[str] | None = None
    ) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """Return the entries by label; the questions of some documents, or all."""
        domain = cast("QuestionsDomain", self.domain)
        settings = settings_of(domain.env.config)
        wanted = None if docnames is None else set(docnames)
        found = tuple(
            question
            for question in Query().select(domain.catalogue)
            if wanted is None or question.place.docname in wanted
        )
        content = [
            (
                label,
                [
                    IndexEntry(
                        name=q.title,
                        subtype=0,
                        docname=q.place.docname,
                        anchor=q.anchor,
                        extra=q.id,
                        qualifier="",
                        descr="",
                    )
                    for q in group
                ],
            )
            for label, group in grouped(found, self.name, settings)
        ]
        return content, True


class _Translated:
    """A class attribute in the language of the project.

    Not the proxy that translating at import gives: Sphinx's JSON builder cannot
    write one.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def __get__(self, _instance: object, _owner: type) -> str:
        return str(_(self._text))


class TechnologyIndex(_GroupedIndex):
    """Questions by technology."""

    name = "technology"
    localname = _Translated("Questions by technology")


class LevelIndex(_GroupedIndex):
    """Questions by level."""

    name = "level"
    localname = _Translated("Questions by level")
