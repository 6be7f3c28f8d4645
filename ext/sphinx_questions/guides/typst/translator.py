"""From a guide's tree to Typst's markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_questions.guides.places import place_of
from sphinx_questions.guides.typst.blocks import Blocks
from sphinx_questions.guides.typst.code import Code
from sphinx_questions.guides.typst.inlines import Inlines
from sphinx_questions.guides.typst.structure import Structure
from sphinx_questions.guides.typst.tables import Tables
from sphinx_questions.problems import Problem, warn

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.builders import Builder


class TypstTranslator(Structure, Inlines, Blocks, Code, Tables):
    """Every node that Sphinx and MyST make of prose.

    A node of a class that is not known is treated as its nearest base class; of one
    that has none either, the text is kept.
    """

    def __init__(self, document: nodes.document, builder: Builder) -> None:
        super().__init__(document, builder)
        self.prepare_notes(document)

    def unknown_visit(self, node: nodes.Node) -> None:
        """Keep the text of a node that nothing is known of, and say so."""
        warn(
            Problem.NODE,
            f"the PDF does not know the node {type(node).__name__!r}; its text is set "
            "as it is. Give it a visitor: app.add_node(…, typst=(visit, depart))",
            place_of(node),
        )

    def unknown_departure(self, node: nodes.Node) -> None:
        """Go on behind it."""
