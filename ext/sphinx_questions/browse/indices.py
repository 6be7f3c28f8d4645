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

    from sphinx.application import Sphinx
    from sphinx.config import Config

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


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Register the indices, whose titles are known only now."""
    noun = settings_of(config).technology_label
    titles = {
        "technology": _("Questions by %(technology)s") % {"technology": noun.one},
        "level": _("Questions by level"),
    }
    for name, title in titles.items():
        # A str, and no proxy: Sphinx's JSON builder cannot write one.
        fields = {"name": name, "localname": str(title), "__doc__": f"By {name}."}
        index = type(f"{name.capitalize()}Index", (_GroupedIndex,), fields)
        app.add_index_to_domain("questions", index)
