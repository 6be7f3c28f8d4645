"""From a finished tree to the record that the store keeps."""

from __future__ import annotations

import datetime
import os.path
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_questions.bank.question import Place, Question
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.source.tree import parts_of, questions_in

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Note the questions of a document.

    The records are read off the tree after all transforms, so that they hold
    translated text, resolved substitutions, and nothing that was taken out.
    """
    domain = QuestionsDomain.of(app.env)
    for root in questions_in(doctree):
        if root["question_id"]:
            domain.note_question(record_of(root, app.env))


def record_of(root: nodes.Element, env: BuildEnvironment) -> Question:
    """Return the record of a question that has an ID."""
    parts = parts_of(root)
    return Question(
        id=root["question_id"],
        title=root[0].astext(),
        answer=_text(_answer(root)),
        anchor=root["ids"][0],
        place=_place(root, env),
        technology=root["technology"] or None,
        level=root["level"] or None,
        difficulty=root["difficulty"] or None,
        topics=tuple(root["topics"]),
        requires=tuple(root["requires"]),
        related=tuple(root["related"]),
        follow_ups=_linked_questions(parts),
        reviewed=(
            datetime.date.fromisoformat(root["reviewed"]) if root["reviewed"] else None
        ),
        sections=tuple(node["section_key"] for node in parts),
    )


def _answer(root: nodes.Element) -> nodes.Element:
    return next(
        node
        for node in root.findall(nodes.container)
        if "question-answer" in node["classes"]
    )


def _text(element: nodes.Element) -> str:
    """Return the text of *element*: a blank line between its paragraphs."""
    return "\n\n".join(
        " ".join(node.astext().split())
        for node in element.findall(nodes.TextElement)
        if not isinstance(node, (nodes.Inline, nodes.Invisible))
        and not isinstance(node.parent, nodes.TextElement)
    )


def _linked_questions(parts: list[nodes.container]) -> tuple[str, ...]:
    references = (
        node
        for part in parts
        if part["section_key"] == "follow-ups"
        for node in part.findall(addnodes.pending_xref)
        if (node["refdomain"], node["reftype"]) == ("questions", "question")
    )
    return tuple(dict.fromkeys(node["reftarget"] for node in references))


def _place(root: nodes.Element, env: BuildEnvironment) -> Place:
    source = root.source or env.doc2path(env.docname)
    # Not by pathlib: the path of a file that reStructuredText included is relative
    # to where Sphinx was called.
    file = Path(os.path.relpath(source, env.srcdir))
    return Place(env.docname, file.as_posix(), root.line or 0)
