"""The connections of a question: what to know first, and what leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_questions.browse.rows import document_of, link, link_by_id
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.inventories import foreign_question
from sphinx_questions.labels import _
from sphinx_questions.source.tree import question_links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx import addnodes

    from sphinx_questions.bank.catalogue import Links


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
            question = catalogue[place["question_id"]]
            docname = document_of(place, self.env.docname)
            relations = _relations(catalogue.links(question.id), docname)
            for label, option in (
                (_("Know first"), question.requires),
                (_("Related"), question.related),
            ):
                relations[label] += self._foreign(option, docname)
            place.replace_self(_section(relations, place.parent))

    def _foreign(
        self, ids: Iterable[str], docname: str
    ) -> Iterator[addnodes.pending_xref]:
        """Yield links to questions of other projects."""
        catalogue = QuestionsDomain.of(self.env).catalogue
        for id_ in ids:
            # Of two questions with one ID, the project's own one is meant.
            if catalogue.find(id_) is None:
                question = foreign_question(self.env, id_)
                if question is not None:
                    yield link_by_id(id_, question.title, docname)


def _relations(links: Links, docname: str) -> dict[str, list[addnodes.pending_xref]]:
    named = {*links.requires, *links.follow_up_of, *links.required_by}
    related = tuple(q for q in links.related if q not in named)
    return {
        label: [link(question, docname) for question in questions]
        for label, questions in (
            (_("Know first"), links.requires),
            (_("Follow-up of"), links.follow_up_of),
            (_("Needed for"), links.required_by),
            (_("Related"), related),
        )
    }


def _section(
    relations: Mapping[str, Sequence[nodes.Node]], root: nodes.Element | None
) -> list[nodes.Node]:
    items = [
        nodes.definition_list_item(
            "", nodes.term("", label), nodes.definition("", _list(found))
        )
        for label, found in relations.items()
        if found
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


def _list(links: Iterable[nodes.Node]) -> nodes.bullet_list:
    return nodes.bullet_list(
        "",
        *(nodes.list_item("", nodes.paragraph("", "", link)) for link in links),
        bullet="*",
    )
