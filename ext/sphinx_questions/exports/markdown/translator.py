"""From the tree of a question to Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.exports.addresses import question_address
from sphinx_questions.exports.markdown import markup
from sphinx_questions.exports.markdown.blocks import Blocks
from sphinx_questions.exports.markdown.inlines import Inlines
from sphinx_questions.exports.markdown.writing import from_folder
from sphinx_questions.source.tree import questions_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.builders import Builder

    from sphinx_questions.bank.question import Question


class MarkdownTranslator(Inlines, Blocks):
    """Every node that Sphinx and MyST make of prose.

    A node of a class that is not known is treated as its nearest base class; of one
    that has none either, the text is kept.
    """

    def unknown_visit(self, node: nodes.Node) -> None:
        """Go on with what a node holds; a block stands by itself."""
        if isinstance(node, nodes.Element) and not isinstance(node, nodes.Inline):
            if isinstance(node, nodes.TextElement):
                self.block(markup.paragraph(self.line(node)))
            self.block(self.inner(node))

    def unknown_departure(self, node: nodes.Node) -> None:
        """Nothing is left to do."""


def to_markdown(
    builder: Builder, question: Question, root: nodes.Element, document: nodes.document
) -> str:
    """Return a question as a Markdown document.

    *root* is its tree in the resolved *document*.
    """
    translator = MarkdownTranslator(document, builder, question.place.docname)
    copy = root.deepcopy()
    for inner in questions_in(copy)[1:]:
        inner.parent.replace(inner, _mention(inner))
    title, facts, *rest = copy.children
    where = from_folder(builder, question_address(builder, question))
    notes = list(_notes(copy, document))
    parts = (
        f"# {translator.line(title)}",  # type: ignore[arg-type]
        translator.inner([facts]),
        f"<{where}>" if "://" in where else markup.link(markup.text(where), where),
        translator.inner(rest),
        translator.inner(notes),
    )
    return "\n\n".join(filter(None, parts)) + "\n"


def root_of(question: Question, document: nodes.document) -> nodes.Element | None:
    """Return the tree of a question in its document, if it is there."""
    for root in questions_in(document):
        if root["question_id"] == question.id and question.anchor in root["ids"]:
            return root
    return None


def catalogued(builder: Builder, docname: str) -> tuple[Question, ...]:
    """Return the questions of a document that their IDs stand for."""
    catalogue = QuestionsDomain.of(builder.env).catalogue
    return catalogue.by_document.get(docname, ())


def _mention(inner: nodes.Element) -> nodes.paragraph:
    """Return a link to a question that was written inside another."""
    link = nodes.reference("", inner["question_title"], refid=inner["ids"][0])
    return nodes.paragraph("", "", link)


def _notes(root: nodes.Element, document: nodes.document) -> Iterator[nodes.Element]:
    """Yield the footnotes and citations outside *root* that it refers to."""
    held = {id_ for node in root.findall(nodes.Element) for id_ in node["ids"]}
    wanted = {
        node["refid"] for node in root.findall(nodes.Element) if "refid" in node
    } - held
    for note in document.findall(nodes.Element):
        if isinstance(note, (nodes.footnote, nodes.citation)) and (
            wanted & set(note["ids"])
        ):
            yield note
