"""The explorer: totals and filters.

What is written here works without a script: totals, links to the index pages with
their numbers, and the matrix. On the web a script puts a form in their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from sphinx_questions.bank.query import Query
from sphinx_questions.bank.shown import ShownList
from sphinx_questions.bank.views import View
from sphinx_questions.browse.matrix import matrix
from sphinx_questions.browse.rows import document_of
from sphinx_questions.browse.switches import choices
from sphinx_questions.config import settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sized

    from sphinx_questions.config import Settings


class question_explorer(nodes.General, nodes.Element):  # noqa: N801 – docutils names nodes so
    """The place of the explorer, filled once every document was read."""


class QuestionExplorerDirective(SphinxDirective):
    """Totals and filters over all questions of the bank."""

    option_spec: ClassVar = {}

    def run(self) -> list[nodes.Node]:
        """Return the place of the explorer."""
        domain = QuestionsDomain.of(self.env)
        domain.note_explorer(self.env.docname)
        domain.note_shown(self.env.docname, ShownList(Query()))
        return [question_explorer()]


class ExplorerTransform(SphinxPostTransform):
    """Fill the places of explorers."""

    # Before Sphinx's ReferencesResolver (10), which resolves the links made here.
    default_priority = 5

    def run(self, **_kwargs: object) -> None:
        """Replace each place by what works without a script."""
        catalogue = QuestionsDomain.of(self.env).catalogue
        settings = settings_of(self.config)
        for place in list(self.document.findall(question_explorer)):
            docname = document_of(place, self.env.docname)
            ways = nodes.container(
                "",
                *_switches(catalogue.counts, settings, docname),
                matrix(catalogue.counts, settings, docname),
                classes=["question-explorer-static"],
            )
            place.replace_self(
                nodes.container(
                    "",
                    _totals(catalogue, settings),
                    ways,
                    classes=["question-explorer"],
                )
            )


def _totals(catalogue: Sized, settings: Settings) -> nodes.bullet_list:
    """Return the totals; the web shows the number above its name."""
    technology = settings.technology_label
    totals = (
        (len(catalogue), _("question"), _("questions")),
        (len(settings.technologies), technology.one, technology.many),
        (len(settings.levels), _("level"), _("levels")),
    )
    items = [
        nodes.list_item(
            "",
            nodes.paragraph(
                "",
                "",
                nodes.strong("", str(number)),
                nodes.Text(f" {one if number == 1 else many}"),
            ),
        )
        for number, one, many in totals
    ]
    return nodes.bullet_list("", *items, bullet="*", classes=["question-totals"])


def _switches(
    counts: dict[View, int], settings: Settings, docname: str
) -> Iterator[nodes.container]:
    technologies = [
        (t.label, View(technology=t.key)) for t in settings.technologies.values()
    ]
    levels = [
        (level.label, View(level=level.key)) for level in settings.levels.values()
    ]
    name_of_technologies = settings.technology_label.label
    for name, views in ((name_of_technologies, technologies), (_("Level"), levels)):
        yield choices(name, views, View(), counts, settings, docname)
