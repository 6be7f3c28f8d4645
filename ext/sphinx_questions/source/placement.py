"""Questions in places where no section can stand."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from sphinx_questions.problems import Problem, warn
from sphinx_questions.source.tree import questions_in

#: A section may stand directly in one of these.
_PARENTS = (nodes.document, nodes.section, addnodes.only)


class PlacementTransform(SphinxTransform):
    """Turn a question in a list, a table or an admonition into a plain block.

    A directive cannot see this for itself: many others parse their content
    into a node that has no parent yet.
    """

    # Before anything looks for sections, such as Sphinx's collectors (at
    # doctree-read) and the Locale transform (20).
    default_priority = 10

    def apply(self, **_kwargs: object) -> None:
        """Replace each misplaced section by a container with the same text."""
        for root in questions_in(self.document):
            if isinstance(root, nodes.section) and not _is_allowed(root.parent):
                warn(
                    Problem.PLACEMENT,
                    f"a question cannot stand inside another block "
                    f"({root.parent.tagname.replace('_', ' ')}); it is shown as a "
                    "block of text, outside the table of contents. Move it to the "
                    "left margin, directly below a heading",
                    root,
                )
                self._flatten(root)

    def _flatten(self, root: nodes.section) -> None:
        block = nodes.container("", *root.children[1:], **root.attributes)
        block.source, block.line = root.source, root.line
        title = root[0]
        block.insert(0, nodes.rubric("", "", *title.children))
        root.replace_self(block)
        for id_ in block["ids"]:
            self.document.ids[id_] = block


def _is_allowed(parent: nodes.Node | None) -> bool:
    return isinstance(parent, _PARENTS)
