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

    from sphinx_questions.guides.typst.builder import TypstBuilder


class TypstTranslator(Structure, Inlines, Blocks, Code, Tables):
    """Every node that Sphinx and MyST make of prose.

    A node of a class that is not known is treated as its nearest base class; of one
    that has none either, the text is kept.
    """

    builder: TypstBuilder

    def __init__(self, document: nodes.document, builder: TypstBuilder) -> None:
        super().__init__(document, builder)
        self.prepare_notes(document)

    def unknown_visit(self, node: nodes.Node) -> None:
        """Keep the text of a node that nothing is known of, and say so."""
        place, name = place_of(node), type(node).__name__
        # Once, although every guide that holds it meets it.
        if (place, name) not in self.builder.unknown_nodes:
            self.builder.unknown_nodes.add((place, name))
            warn(
                Problem.NODE,
                f"the PDF does not know the node {name!r}; its text is set as it is. "
                "Give it a visitor: app.add_node(…, typst=(visit, depart))",
                place,
            )

    def unknown_departure(self, node: nodes.Node) -> None:
        """Go on behind it."""
