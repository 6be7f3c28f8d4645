"""From the tree of a document to what the rules look at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.util.nodes import get_node_line

from sphinx_questions.editorial.material import (
    ANSWER,
    Code,
    Entry,
    Material,
    Paragraph,
    Part,
    Picture,
)
from sphinx_questions.source.tree import parts_of, questions_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_questions.bank.question import Question

#: A comment that keeps the tests from running the block behind it, as Sybil has it.
_SKIP: Final = re.compile(r"\s*skip: next\s*(?P<reason>.*)", re.DOTALL)

#: Text that is not read as sentences.
_NOT_PROSE: Final = (nodes.literal_block, nodes.math_block, nodes.Invisible, nodes.raw)

_LISTS: Final = (nodes.bullet_list, nodes.enumerated_list)


def materials_of(
    tree: nodes.document, questions: Mapping[str, Question], path: str
) -> Iterator[Material]:
    """Yield what the rules look at for each question of a document that has an ID."""
    for root in questions_in(tree):
        question = questions.get(root["question_id"])
        if question is None:
            continue
        parts = {}
        for node in root.children:
            if isinstance(node, nodes.container) and "question-answer" in node.get(
                "classes", ()
            ):
                parts[ANSWER] = _part(node, question.place.line)
        for section in parts_of(root):
            line = _line(section.children[0]) or question.place.line
            parts.setdefault(section["section_key"], _part(section, line))
        yield Material(question=question, path=path, parts=parts)


def _part(box: nodes.Element, line: int) -> Part:
    return Part(
        line=line,
        paragraphs=tuple(_paragraphs(box)),
        entries=tuple(_entries(box)),
        code=tuple(_code(box)),
        pictures=tuple(
            Picture(node.get("uri", ""), node.get("alt", ""), _line(node))
            for node in box.findall(nodes.image)
        ),
    )


def _line(node: nodes.Node) -> int:
    return get_node_line(node) or 0 if isinstance(node, nodes.Element) else 0


def _paragraphs(box: nodes.Element) -> Iterator[Paragraph]:
    for node in box.children:
        if isinstance(node, _NOT_PROSE) or not isinstance(node, nodes.Element):
            continue
        if isinstance(node, nodes.TextElement):
            if "question-heading" not in node["classes"]:
                yield Paragraph(" ".join(node.astext().split()), _line(node))
        else:
            yield from _paragraphs(node)


def _entries(box: nodes.Element) -> Iterator[Entry]:
    """Yield the items of the lists that stand directly in *box*."""
    for node in box.children:
        if isinstance(node, _LISTS):
            for item in node.children:
                assert isinstance(item, nodes.Element)  # noqa: S101 – narrows
                links = [
                    link.get("refuri", "") for link in item.findall(nodes.reference)
                ]
                yield Entry(" ".join(item.astext().split()), tuple(filter(None, links)))
        elif isinstance(node, nodes.definition_list):
            for item in node.children:
                yield Entry(" ".join(item.astext().split()), ())


def _code(box: nodes.Element) -> Iterator[Code]:
    for node in box.findall(nodes.literal_block):
        skipped = _skipped(node)
        yield Code(node.get("language", "") or "", _line(node), skipped)


def _skipped(block: nodes.literal_block) -> str | None:
    before: nodes.Node = block
    if (
        isinstance(block.parent, nodes.container)
        and "literal-block-wrapper" in (block.parent["classes"])
    ):
        before = block.parent
    siblings = before.parent.children
    index = siblings.index(before)
    previous = siblings[index - 1] if index else None
    match = isinstance(previous, nodes.comment) and _SKIP.match(previous.astext())
    return (match["reason"].strip(" \"'") or "no reason given") if match else None
