"""The plain tree of a question: what any builder prints well.

.. code-block:: text

   section.question  (ids, question_id, technology, level, difficulty, …)
     title
     paragraph.question-facts     "ML-ADV-001 · Machine Learning · Advanced · …"
     container.question-answer
     container.question-section   (ids, section_key)
       rubric.question-heading
       …
     question_links               (filled once every document was read)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_questions.labels import _, date_text, difficulty_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx_questions.source.options import Options
    from sphinx_questions.source.sections import NamedPart


class question_links(nodes.General, nodes.Element):  # noqa: N801 – docutils names nodes so
    """The place of the connections with other questions.

    No builder sees it: see :mod:`sphinx_questions.browse.connections`.
    """


def is_question(node: nodes.Node) -> bool:
    """Return whether *node* is the root of a question's tree."""
    return isinstance(node, nodes.Element) and node.hasattr("question_title")


def questions_in(tree: nodes.Element) -> list[nodes.Element]:
    """Return the roots of all questions in *tree*, in document order."""
    return [node for node in tree.findall(nodes.Element) if is_question(node)]


def parts_of(root: nodes.Element) -> list[nodes.container]:
    """Return the sections of a question, in reading order.

    Not those of another question that was written inside it.
    """
    return [
        node
        for node in root.children
        if isinstance(node, nodes.container) and node.hasattr("section_key")
    ]


def headings_of(
    parent: nodes.Element, level: int = 1
) -> Iterator[tuple[nodes.rubric, int]]:
    """Yield the headings that are no titles, with their level on a page.

    *level* is that of a title directly in *parent*.
    """
    for node in parent.children:
        if isinstance(node, nodes.rubric):
            if "question-heading" in node["classes"]:
                yield node, level
            elif "depth" in node:
                yield node, level + node["depth"]
            elif is_question(parent):
                yield node, level - 1
        elif isinstance(node, nodes.Element):
            deeper = isinstance(node, nodes.section) or is_question(node)
            yield from headings_of(node, level + deeper)


def facts_of(options: Options, reviewed: str) -> Iterable[str]:
    """Yield what the line below the title says, in words."""
    if options.id:
        yield options.id
    if options.technology:
        yield options.technology.label
        if options.technology.category:
            yield options.technology.category
    if options.level:
        yield options.level.label
    if options.difficulty:
        yield difficulty_text(options.difficulty)
    yield from options.topics
    if reviewed:
        yield _("Reviewed %s") % reviewed


def build_tree(
    title: Sequence[nodes.Node],
    options: Options,
    lead: Sequence[nodes.Node],
    parts: Sequence[NamedPart],
    language: str | None,
) -> nodes.section:
    """Return the tree of one question, without its anchors."""
    reviewed = date_text(options.reviewed, language) if options.reviewed else ""
    heading = nodes.title("", "", *title)
    root = nodes.section(
        "",
        heading,
        classes=["question", *options.classes],
        question_title=heading.astext(),
        question_id=options.id or "",
        technology=options.technology.key if options.technology else "",
        level=options.level.key if options.level else "",
        difficulty=options.difficulty or 0,
        topics=list(options.topics),
        requires=list(options.requires),
        related=list(options.related),
        # Not on the card: for feeds and other programs.
        added=options.added.isoformat() if options.added else "",
        reviewed=options.reviewed.isoformat() if options.reviewed else "",
        reviewed_words=reviewed,
    )
    root += nodes.paragraph(
        "",
        " · ".join(facts_of(options, reviewed)),
        classes=["question-facts"],
        translatable=False,
    )
    root += nodes.container("", *lead, classes=["question-answer"])
    for part in parts:
        root += _section(part)
    if options.id:
        root += question_links(question_id=options.id)
    return root


def _section(part: NamedPart) -> nodes.container:
    heading = part.heading
    key, tab = nodes.make_id(heading.astext()), False
    if part.section:
        key, tab = part.section.key, part.section.tab
        heading.children = []
        heading += nodes.Text(part.section.label)
    heading["classes"].append("question-heading")
    del heading["level"]
    return nodes.container(
        "",
        *part.targets,
        heading,
        *part.content,
        classes=["question-section"],
        section_key=key,
        tab=tab,
    )
