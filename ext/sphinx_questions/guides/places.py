"""Where something in a book was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes


def place_of(node: nodes.Node) -> str:
    """Return file and line of what *node* was made from, as far as it is known."""
    at: nodes.Node | None = node
    while at is not None:
        source, line = getattr(at, "source", None), getattr(at, "line", None)
        if source and line:
            return f"{source}:{line}"
        at = at.parent
    return "<unknown>"
