"""Questions in lists: the nodes of one row, and of its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx import addnodes

from sphinx_questions.labels import difficulty_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_questions.bank.prose import Prose, Span
    from sphinx_questions.bank.question import Question
    from sphinx_questions.config import Settings

_NODES: Final[dict[str, type[nodes.TextElement]]] = {
    "emphasis": nodes.emphasis,
    "strong": nodes.strong,
    "literal": nodes.literal,
    "math": nodes.math,
}


def document_of(place: nodes.Node, otherwise: str) -> str:
    """Return the name of the document that *place* was written in.

    Where a builder writes a single file, several documents make one tree, and Sphinx
    notes on each section where it is from. A link that began in the wrong document
    would not find what stands in its own.
    """
    node: nodes.Node | None = place
    while node is not None:
        if isinstance(node, nodes.section) and "docname" in node:
            return str(node["docname"])
        node = node.parent
    return otherwise


def link(question: Question, docname: str) -> addnodes.pending_xref:
    """Return a link to *question* from the document *docname*, by its title."""
    return link_by_id(question.id, question.title, docname)


def link_by_id(id_: str, title: str, docname: str) -> addnodes.pending_xref:
    """Return a link to the question *id_*, of this project or another one."""
    return addnodes.pending_xref(
        "",
        nodes.inline("", title),
        refdomain="questions",
        reftype="question",
        reftarget=id_,
        refexplicit=False,
        refwarn=True,
        refdoc=docname,
    )


def row(question: Question, settings: Settings, docname: str) -> nodes.container:
    """Return a row: the title as a link, the facts, and the answer."""
    return nodes.container(
        "",
        nodes.paragraph(
            "", "", link(question, docname), classes=["question-row-title"]
        ),
        facts_line(question, settings),
        nodes.container(
            "", *prose_nodes(question.answer), classes=["question-row-answer"]
        ),
        classes=["question-row"],
        question_row=question.id,
    )


def facts_line(question: Question, settings: Settings) -> nodes.paragraph:
    """Return a line of facts, which a web page sets as a list."""
    return nodes.paragraph(
        "",
        " · ".join(facts(question, settings)),
        classes=["question-row-facts"],
        question_facts=question.id,
    )


def facts(question: Question, settings: Settings) -> Iterable[str]:
    """Yield what a row says about a question, in words."""
    yield question.id
    if technology := settings.technologies.get(question.technology or ""):
        yield technology.label
    if level := settings.levels.get(question.level or ""):
        yield level.label
    if question.difficulty:
        yield difficulty_text(question.difficulty)
    yield from question.topics


def prose_nodes(prose: Prose) -> list[nodes.Node]:
    """Return paragraphs of formatted text."""
    return [nodes.paragraph("", "", *map(_span, paragraph)) for paragraph in prose]


def _span(span: Span) -> nodes.Node:
    if span.kind == "text":
        return nodes.Text(span.text)
    # What is wrong with it is told where it was written.
    return _NODES[span.kind](span.text, span.text, copied=True)
