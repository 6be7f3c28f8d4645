"""Formulas on web pages as MathML: ``html_math_renderer = "mathml"``."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils import get_source_line
from sphinx.util.math import get_node_equation_number

from sphinx_questions.formulas.faults import FormulaError, told_by_pages
from sphinx_questions.formulas.mathml import to_mathml
from sphinx_questions.labels import _
from sphinx_questions.outputs import has_pages, shows_cards
from sphinx_questions.problems import Problem, warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.writers.html5 import HTML5Translator


class Formulas:
    """Writes formulas, and says once of each wrong one what is wrong with it."""

    def __init__(self) -> None:
        #: Where wrong formulas stand, with their words.
        self._told: set[tuple[str | None, int | None, str]] = set()

    def on_write_started(self, _app: Sphinx, _builder: Builder) -> None:
        """Begin anew."""
        self._told.clear()

    def visit_math(self, translator: HTML5Translator, node: nodes.math) -> None:
        """Write a formula in a line."""
        translator.body.append(self._convert(node, translator.builder, block=False))
        raise nodes.SkipNode

    def visit_math_block(
        self, translator: HTML5Translator, node: nodes.math_block
    ) -> None:
        """Write a displayed formula, with its number if it has one."""
        body = translator.body
        body.append(translator.starttag(node, "div", "", CLASS="math-block"))
        if node.get("number"):
            number = get_node_equation_number(translator, node)
            body.append(f'<span class="eqno">({number})')
            translator.add_permalink_ref(node, _("Link to this equation"))
            body.append("</span>")
        body.append(self._convert(node, translator.builder, block=True))
        body.append("</div>\n")
        raise nodes.SkipNode

    def _convert(self, node: nodes.Element, builder: Builder, *, block: bool) -> str:
        formula = node.astext()
        try:
            # Browsers know MathML, not every e-reader does.
            return to_mathml(formula, block=block, source=not shows_cards(builder))
        except FormulaError as error:
            where = (*get_source_line(node), formula)
            if where not in self._told and not _is_copy(node, builder):
                self._told.add(where)
                warn(Problem.MATH, told_by_pages(formula, error), node)
            return f'<code class="math">{html.escape(formula)}</code>'


def _is_copy(node: nodes.Element, builder: Builder) -> bool:
    """Return whether a formula was written in another document, which tells of it."""
    if "copied" in node:
        return True
    source, _line = get_source_line(node)
    if not source or not has_pages(builder):
        return False
    docname = builder.env.path2doc(source)
    current = getattr(builder, "current_docname", docname)
    return docname in builder.env.found_docs and docname != current
