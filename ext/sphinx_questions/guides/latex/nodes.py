r"""What LaTeX has and the plain tree has not, and how it is written.

Every block becomes ``\begin{sphinxuseclass}{NAME}``, as Sphinx writes a container. The
style file says what that looks like, and a project's preamble may say otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.writers.latex import LaTeXTranslator

# docutils names node classes as the elements of its document type.


class anchors(nodes.Inline, nodes.Element):  # noqa: N801
    """Places that links lead to, by their ``ids``."""


class box(nodes.General, nodes.Element):  # noqa: N801
    """A block named ``name`` that TeX measures before it sets it on a page."""


class heading(nodes.General, nodes.TextElement):  # noqa: N801
    """A line that stays with what follows, set by the LaTeX command ``command``."""


def visit_anchors(self: LaTeXTranslator, node: anchors) -> None:
    """Write a label for each id."""
    self.body.extend(self.hypertarget(id_) for id_ in node["ids"])
    raise nodes.SkipNode


def visit_box(self: LaTeXTranslator, node: box) -> None:
    """Open the block, in which no figure can float."""
    self.no_latex_floats += 1
    self.body.append(f"\n\\begin{{sphinxuseclass}}{{{node['name']}}}")


def depart_box(self: LaTeXTranslator, _node: box) -> None:
    """Close the block."""
    self.body.append("\n\\end{sphinxuseclass}")
    self.no_latex_floats -= 1


def visit_heading(self: LaTeXTranslator, node: heading) -> None:
    """Open the command's argument."""
    self.body.append(f"\n\\{node['command']}{{")
    self.in_title = 1


def depart_heading(self: LaTeXTranslator, _node: heading) -> None:
    """Close the command's argument."""
    self.in_title = 0
    self.body.append("}\n")


#: Node class, and what opens and closes it in LaTeX.
VISITORS = (
    (anchors, (visit_anchors, None)),
    (box, (visit_box, depart_box)),
    (heading, (visit_heading, depart_heading)),
)
