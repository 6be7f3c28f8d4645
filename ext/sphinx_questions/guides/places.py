"""Where something in a book was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.builders import Builder


def conf_py(builder: Builder) -> str:
    """Return the place of the configuration."""
    # With a line, or Sphinx takes it for a document and adds a suffix.
    return f"{Path(builder.confdir) / 'conf.py'}:1"


def place_of(node: nodes.Node) -> str:
    """Return file and line of what *node* was made from, as far as it is known."""
    at: nodes.Node | None = node
    while at is not None:
        source, line = getattr(at, "source", None), getattr(at, "line", None)
        if source and line:
            return f"{source}:{line}"
        at = at.parent
    return "<unknown>"
