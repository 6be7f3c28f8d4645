"""The connections of a question: what to know first, and what leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_questions.browse.rows import document_of, link
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.labels import _
from sphinx_questions.source.tree import question_links

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_questions.bank.catalogue import Links
    from sphinx_questions.bank.question import Question


class ConnectionsTransform(SphinxPostTransform):
    """Fill the place that each question keeps for its connections.

    Only now is it known which other questions name this one.
    """

    # Before Sphinx's ReferencesResolver (10), which resolves the links made here.
    default_priority = 5

    def run(self, **_kwargs: object) -> None:
        """Replace each placeholder by a section, or by nothing."""
        catalogue = QuestionsDomain.of(self.env).catalogue
        for place in list(self.document.findall(question_links)):
            links = catalogue.links(place["question_id"])
            docname = document_of(place, self.env.docname)
            place.replace_self(_section(links, place.parent, docname))


def _section(
    links: Links, root: nodes.Element | None, docname: str
) -> list[nodes.Node]:
    named = {*links.requires, *links.follow_up_of, *links.required_by}
    relations = (
        (_("Know first"), links.requires),
        (_("Follow-up of"), links.follow_up_of),
        (_("Needed for"), links.required_by),
        (_("Related"), tuple(q for q in links.related if q not in named)),
    )
    items = [
        nodes.definition_list_item(
            "",
            nodes.term("", label),
            nodes.definition("", _list(questions, docname)),
        )
        for label, questions in relations
        if questions
    ]
    if not items or root is None:
        return []
    return [
        nodes.container(
            "",
            nodes.rubric("", _("Connections"), classes=["question-heading"]),
            nodes.definition_list("", *items),
            classes=["question-section"],
            ids=[f"{root['ids'][0]}-connections"],
            section_key="connections",
            tab=False,
        )
    ]


def _list(questions: Iterable[Question], docname: str) -> nodes.bullet_list:
    return nodes.bullet_list(
        "",
        *(
            nodes.list_item("", nodes.paragraph("", "", link(question, docname)))
            for question in questions
        ),
        bullet="*",
    )
