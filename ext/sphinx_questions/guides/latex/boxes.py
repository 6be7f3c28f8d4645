"""Boxes around what belongs together, where TeX can draw them."""

from __future__ import annotations

from typing import Final

from docutils import nodes

from sphinx_questions.guides.latex.nodes import box

#: Containers that are drawn as boxes.
_BOXES: Final = frozenset(
    {
        "guide-box",
        "question-answer",
        "question-section-key-points",
        "question-tile",
    }
)

#: What Sphinx draws a frame around, and tables.
_FRAMED: Final = (nodes.literal_block, nodes.Admonition, nodes.topic, nodes.table)

#: Lines, or rows of a table, above which such a block may have to break across pages.
#: Sphinx makes a table of more than 30 rows one that does.
_TALL: Final = 30

#: Characters in a line.
_LINE: Final = 80


def draw(container: nodes.container) -> None:
    """Draw a container as a box, if TeX can draw one around it."""
    for name in _BOXES.intersection(container["classes"]):
        container["classes"].remove(name)
        if _is_in_a_cell(container):
            continue
        if _is_tall(container):
            container["classes"].append(f"{name}-tall")
        else:
            drawn = box("", *container.children, name=name)
            container.children = []
            container += drawn


def _is_in_a_cell(container: nodes.container) -> bool:
    """Return whether a container stands in a table, which takes no box that breaks."""
    above = container.parent
    while above is not None and not isinstance(above, nodes.entry):
        above = above.parent
    return above is not None


def _is_tall(container: nodes.container) -> bool:
    """Return whether something in a container has to break across pages.

    What stands in a frame of its own cannot, once a box is drawn around it.
    """
    return any(
        "longtable" in node["classes"] or _height(node) > _TALL
        for node in container.findall(nodes.Element)
        if isinstance(node, _FRAMED)
    )


def _height(node: nodes.Element) -> int:
    """Return about how many lines a node takes."""
    if isinstance(node, nodes.table):
        return len(list(node.findall(nodes.row)))
    return sum(1 + len(line) // _LINE for line in node.astext().splitlines())
