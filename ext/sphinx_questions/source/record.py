"""From a finished tree to the record that the store keeps."""

from __future__ import annotations

import datetime
import os.path
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx import addnodes
from sphinx.util import docname_join

from sphinx_questions.bank.prose import Kind, Prose, Span
from sphinx_questions.bank.question import Place, Question, Unlisted
from sphinx_questions.bank.shown import (
    Shown,
    ShownConnections,
    ShownDocument,
    ShownLabel,
    ShownLink,
)
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.problems import Problem, warn
from sphinx_questions.source.tree import parts_of, questions_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


#: The styles that a list keeps; any other inline text is shown as it is.
_KINDS: Final[tuple[tuple[type[nodes.Node], Kind], ...]] = (
    (nodes.emphasis, "emphasis"),
    (nodes.strong, "strong"),
    (nodes.literal, "literal"),
    (nodes.math, "math"),
)

#: Roles that find a standard label; ``myst`` is what MyST makes of a link.
_LABEL_ROLES: Final = frozenset({"ref", "any", "myst"})


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Note the questions of a document.

    The records are read off the tree after all transforms, so that they hold
    translated text, resolved substitutions, and nothing that was taken out.
    """
    domain = QuestionsDomain.of(app.env)
    docname = app.env.docname
    for root in questions_in(doctree):
        if (id_ := root["question_id"]) and _is_unconditional(root, app):
            domain.note_question(record_of(root, app.env))
            domain.note_shown(docname, ShownConnections(id_))
            if root.parent is doctree and _is_alone(root, doctree):
                domain.note_document(docname, id_)
    for shown in dict.fromkeys(_references(doctree, docname)):
        domain.note_shown(docname, shown)


def _is_unconditional(root: nodes.Element, app: Sphinx) -> bool:
    """Return whether a question is on its page, as far as that can be known now."""
    node = root.parent
    while node is not None:
        if isinstance(node, addnodes.only) and not app.tags.eval_condition(
            node["expr"]
        ):
            return False
        if node.tagname == "ifconfig":
            warn(
                Problem.PLACEMENT,
                "a question in ifconfig is in no list and cannot be linked to, because "
                "it is decided later whether it is there; take it out",
                root,
            )
            return False
        node = node.parent
    return True


def _is_alone(root: nodes.Element, doctree: nodes.document) -> bool:
    sections = [node for node in doctree.children if isinstance(node, nodes.section)]
    return sections == [root]


def _references(doctree: nodes.document, docname: str) -> Iterator[Shown]:
    """Yield what the document shows by links: titles of questions."""
    for node in doctree.findall(addnodes.pending_xref):
        target = node["reftarget"]
        domain, kind = node.get("refdomain") or "", node.get("reftype")
        if node.get("intersphinx"):  # a role that names another project
            continue
        if (domain, kind) == ("questions", "question"):
            yield ShownLink(target)
        elif domain == "doc":  # MyST's links to files
            yield ShownDocument(target)
        elif kind == "doc":
            yield ShownDocument(docname_join(docname, target))
        elif domain in {"std", ""} and kind in _LABEL_ROLES:
            yield ShownLabel(target.lower())


def record_of(root: nodes.Element, env: BuildEnvironment) -> Question:
    """Return the record of a question that has an ID."""
    parts = parts_of(root)
    return Question(
        id=root["question_id"],
        title=root[0].astext(),
        answer=_prose(_answer(root)),
        anchor=root["ids"][0],
        place=_place(root, env),
        technology=root["technology"] or None,
        level=root["level"] or None,
        difficulty=root["difficulty"] or None,
        topics=tuple(root["topics"]),
        requires=tuple(root["requires"]),
        related=tuple(root["related"]),
        follow_ups=_linked_questions(parts),
        added=_date(root["added"]),
        reviewed=_date(root["reviewed"]),
    )


def note_unlisted(root: nodes.Element, given_id: str, env: BuildEnvironment) -> None:
    """Note a question without a good ID; *given_id* is the one that was refused."""
    unlisted = Unlisted(
        id=given_id,
        place=_place(root, env),
        technology=root["technology"],
        level=root["level"],
    )
    QuestionsDomain.of(env).note_unlisted(unlisted)


def _date(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _answer(root: nodes.Element) -> nodes.Element:
    return next(
        node
        for node in root.findall(nodes.container)
        if "question-answer" in node["classes"]
    )


def _prose(element: nodes.Element) -> Prose:
    """Return the paragraphs of *element* and of everything in it."""
    paragraphs = (
        tuple(_spans(node))
        for node in element.findall(nodes.TextElement)
        if not isinstance(node, (nodes.Inline, nodes.Invisible))
        and not isinstance(node.parent, nodes.TextElement)
    )
    return tuple(filter(None, paragraphs))


def _spans(block: nodes.Element) -> Iterator[Span]:
    for node in block.children:
        text = " ".join(node.astext().split("\n"))
        kind: Kind = next((k for type_, k in _KINDS if isinstance(node, type_)), "text")
        # A mark says nothing where the note is not.
        unseen = isinstance(node, (nodes.Invisible, nodes.footnote_reference))
        if text and not unseen:
            yield Span(kind, text)


def _linked_questions(parts: list[nodes.container]) -> tuple[str, ...]:
    references = (
        node
        for part in parts
        if part["section_key"] == "follow-ups"
        for node in part.findall(addnodes.pending_xref)
        if (node["refdomain"], node["reftype"]) == ("questions", "question")
        and not node.get("intersphinx")
    )
    return tuple(dict.fromkeys(node["reftarget"] for node in references))


def _place(root: nodes.Element, env: BuildEnvironment) -> Place:
    source = root.source or env.doc2path(env.docname)
    # Not by pathlib: the path of a file that reStructuredText included is relative
    # to where Sphinx was called.
    file = Path(os.path.relpath(source, env.srcdir))
    return Place(env.docname, file.as_posix(), root.line or 0)
