"""Headings in a question's body: from either markup to named sections.

MyST gives headings inside a directive as a flat run of ``rubric`` nodes that
carry a ``level``; reStructuredText gives nested ``section`` nodes. Both become
one flat run first, and are then cut at the headings of the section level, which
is that of the first heading met.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_questions.bank.vocabulary import Section, closest, did_you_mean, normalise
from sphinx_questions.problems import Problem, listed, warn
from sphinx_questions.source.tree import is_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


@dataclasses.dataclass(slots=True)
class Part:
    """A heading of the section level and what stands below it."""

    heading: nodes.rubric
    content: list[nodes.Node]
    #: The explicit targets in front of the heading.
    targets: list[nodes.Node]


@dataclasses.dataclass(slots=True)
class NamedPart:
    """A part whose meaning is known, or that keeps its own heading."""

    #: The declared section, or None for an unknown heading.
    section: Section | None
    heading: nodes.rubric
    content: list[nodes.Node]
    targets: list[nodes.Node]


def split_body(
    children: Iterable[nodes.Node],
) -> tuple[list[nodes.Node], list[Part]]:
    """Cut a parsed body into its lead and its parts.

    Headings below the section level stay in their part, with their distance
    from it as ``depth`` (1 for the next level down).
    """
    lead: list[nodes.Node] = []
    parts: list[Part] = []
    section_level: int | None = None
    for node in _flatten(children, level=1):
        content = parts[-1].content if parts else lead
        level = _heading_level(node)
        if level is None:
            content.append(node)
            continue
        assert isinstance(node, nodes.rubric)  # noqa: S101 – narrows for mypy
        if section_level is None:
            section_level = level
        _drop_messages(node)
        if level <= section_level:
            parts.append(Part(node, [], _take_targets(content)))
        else:
            node["depth"] = level - section_level
            content.append(node)
    return lead, parts


def _take_targets(content: list[nodes.Node]) -> list[nodes.Node]:
    """Take from *content* the targets at its end: they mean the next heading."""
    end = len(content)
    while end and isinstance(content[end - 1], nodes.target):
        end -= 1
    targets = content[end:]
    del content[end:]
    return targets


def _drop_messages(heading: nodes.rubric) -> None:
    """Take out what docutils before 0.22 puts into a heading that others are like.

    That the name of a heading is ambiguous is no fault where each question has one.
    """
    for node in list(heading.children):
        if isinstance(node, nodes.system_message):
            heading.remove(node)


def _flatten(children: Iterable[nodes.Node], level: int) -> Iterator[nodes.Node]:
    for node in children:
        # A question inside a question stays whole, and is reported later.
        if not isinstance(node, nodes.section) or is_question(node):
            yield node
            continue
        title = node[0]
        assert isinstance(title, nodes.title)  # noqa: S101 – narrows for mypy
        heading = nodes.rubric(title.rawsource, "", *title.children, level=level)
        heading.source, heading.line = title.source or node.source, title.line
        heading["names"], heading["ids"] = node["names"], node["ids"]
        yield heading
        yield from _flatten(node.children[1:], level + 1)


def _heading_level(node: nodes.Node) -> int | None:
    """Return the level of a heading, or None for any other node.

    A rubric that the author wrote as such has no level and is no heading.
    """
    if isinstance(node, nodes.rubric) and "level" in node:
        return int(node["level"])
    return None


def name_parts(
    parts: Sequence[Part], declared: Mapping[str, Section]
) -> list[NamedPart]:
    """Recognise each part, in the order in which a card shows them.

    An unknown part stays behind the known one that it followed; a repeated one
    joins its first occurrence. Both are warned of, and so is an empty one:
    nothing that an author wrote is dropped.
    """
    names = {name: section for section in declared.values() for name in section.names}
    by_name = {normalise(name): section for name, section in names.items()}
    order = {key: index for index, key in enumerate(declared)}
    known: dict[str, NamedPart] = {}
    placed: list[tuple[int, NamedPart]] = []
    position = -1
    for part in parts:
        name = part.heading.astext()
        section = by_name.get(normalise(name))
        if not has_content(part.content):
            _warn(part, f"the section {name!r} is empty; write it or take it out")
        if section is None:
            hint = did_you_mean(closest(name, names))
            _warn(
                part,
                f"unknown section {name!r}; it is shown as it is. Write one of "
                f"{listed(s.label for s in declared.values())}, or declare it in "
                f"conf.py under questions_sections.{hint}",
            )
        elif section.key in known:
            _warn(
                part,
                f"the section {section.label!r} stands twice in this question; its "
                "text is added to the first one. Join them",
            )
            known[section.key].content.extend([*part.targets, *part.content])
            continue
        named = NamedPart(section, part.heading, part.content, part.targets)
        if section:
            known[section.key] = named
            position = order[section.key]
        placed.append((position, named))
    return [named for _, named in sorted(placed, key=lambda item: item[0])]


def _warn(part: Part, text: str) -> None:
    warn(Problem.SECTION, text, part.heading)


def has_content(content: Iterable[nodes.Node]) -> bool:
    """Return whether a reader would see anything of *content*."""
    return any(
        not isinstance(node, (nodes.Invisible, nodes.system_message))
        for node in content
    )
