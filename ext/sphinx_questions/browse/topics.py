"""The page of topics: every topic with its questions."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from sphinx_questions.bank.query import Query
from sphinx_questions.bank.shown import ShownList
from sphinx_questions.browse.rows import document_of, link
from sphinx_questions.config import settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.labels import _
from sphinx_questions.targets import topic_anchor


class topics_body(nodes.General, nodes.Element):  # noqa: N801 – docutils names nodes so
    """The place of the topics, filled once every document was read."""


class TopicsDirective(SphinxDirective):
    """The page of topics. Written by the extension itself, into a generated file."""

    option_spec: ClassVar = {}

    def run(self) -> list[nodes.Node]:
        """Return the page: its title and the place of its content."""
        domain = QuestionsDomain.of(self.env)
        domain.note_index_page(self.env.docname)
        domain.note_shown(self.env.docname, ShownList(Query()))
        title = nodes.title("", _("Questions by topic"))
        section = nodes.section(
            "", title, topics_body(), classes=["question-index"], ids=["index-topics"]
        )
        for node in (section, title):
            self.set_source_info(node)
        self.state.document.set_id(section)
        return [section]


class TopicsTransform(SphinxPostTransform):
    """Fill the page of topics."""

    # Before Sphinx's ReferencesResolver (10), which resolves the links made here.
    default_priority = 5

    def run(self, **_kwargs: object) -> None:
        """Replace the place by a list of topics, each with its questions."""
        catalogue = QuestionsDomain.of(self.env).catalogue
        descriptions = settings_of(self.config).topics or {}
        for place in list(self.document.findall(topics_body)):
            docname = document_of(place, self.env.docname)
            items = []
            for topic in catalogue.topics:
                found = Query(topics=(topic,)).select(catalogue)
                term = nodes.term("", f"{topic} ({len(found)})")
                term["ids"].append(topic_anchor(topic))
                rows = [
                    nodes.list_item(
                        "", nodes.paragraph("", "", link(question, docname))
                    )
                    for question in found
                ]
                definition = nodes.definition()
                if text := descriptions.get(topic):
                    definition += nodes.paragraph("", text)
                definition += nodes.bullet_list("", *rows, bullet="*")
                items.append(nodes.definition_list_item("", term, definition))
            place.replace_self(
                nodes.definition_list("", *items, classes=["question-topic-list"])
            )
