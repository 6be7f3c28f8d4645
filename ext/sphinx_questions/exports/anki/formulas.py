"""Formulas as Anki writes them: LaTeX, for the MathJax that every Anki carries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.util.math import get_node_equation_number

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

#: The name under which Sphinx knows the two visitors.
RENDERER: Final = "questions-anki"

#: What makes lines of a formula only inside an environment.
_LINES: Final = re.compile(r"\\\\|(?<!\\)&")


def visit_math(self: HTML5Translator, node: nodes.math) -> None:
    """Write a formula in a line."""
    self.body.append(rf"\({self.encode(node.astext())}\)")
    raise nodes.SkipNode


def visit_math_block(self: HTML5Translator, node: nodes.math_block) -> None:
    """Write a displayed formula, with its number if it has one."""
    self.body.append(self.starttag(node, "div", "", CLASS="math-block"))
    if node.get("number"):
        number = get_node_equation_number(self, node)
        self.body.append(f'<span class="eqno">({number})</span>')
    for formula in displayed(node):
        self.body.append(rf"\[{self.encode(formula)}\]")
    self.body.append("</div>\n")
    raise nodes.SkipNode


def displayed(node: nodes.math_block) -> list[str]:
    """Return the formulas of a block; a blank line stands between two."""
    source = node.astext()
    if node.get("no-wrap", node.get("nowrap")):
        return [source]
    formulas = filter(None, map(str.strip, re.split(r"\n\s*\n", source)))
    return [_wrapped(formula) for formula in formulas]


def _wrapped(formula: str) -> str:
    if r"\begin" in formula or not _LINES.search(formula):
        return formula
    return rf"\begin{{split}}{formula}\end{{split}}"
