"""Formulas on web pages as MathML: ``html_math_renderer = "mathml"``."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.math import get_node_equation_number

from sphinx_questions.formulas.mathml import to_mathml
from sphinx_questions.labels import _
from sphinx_questions.outputs import shows_cards
from sphinx_questions.problems import Problem, warn

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.writers.html5 import HTML5Translator


def _convert(node: nodes.Element, builder: Builder, *, block: bool) -> str:
    formula = node.astext()
    try:
        # Browsers know MathML, not every e-reader does.
        return to_mathml(formula, block=block, source=not shows_cards(builder))
    except ValueError as error:
        warn(
            Problem.MATH,
            f"the formula {formula!r} cannot be converted to MathML: {error}; it is "
            "shown as it was written. Write it with commands that docutils knows",
            node,
        )
        return f'<code class="math">{html.escape(formula)}</code>'


def visit_math(self: HTML5Translator, node: nodes.math) -> None:
    """Write a formula in a line."""
    self.body.append(_convert(node, self.builder, block=False))
    raise nodes.SkipNode


def visit_math_block(self: HTML5Translator, node: nodes.math_block) -> None:
    """Write a displayed formula, with its number if it has one."""
    self.body.append(self.starttag(node, "div", "", CLASS="math-block"))
    if node.get("number"):
        number = get_node_equation_number(self, node)
        self.body.append(f'<span class="eqno">({number})')
        self.add_permalink_ref(node, _("Link to this equation"))
        self.body.append("</span>")
    self.body.append(_convert(node, self.builder, block=True))
    self.body.append("</div>\n")
    raise nodes.SkipNode
