"""Formulas in LaTeX, for the MathJax that every Anki carries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from docutils import nodes

#: What makes lines of a formula only inside an environment.
_LINES: Final = re.compile(r"\\\\|(?<!\\)&")


def displayed(node: nodes.math_block) -> list[str]:
    """Return the formulas of a block, of which a blank line stands between two."""
    source = node.astext()
    if node.get("no-wrap", node.get("nowrap")):
        return [source]
    formulas = filter(None, map(str.strip, re.split(r"\n\s*\n", source)))
    return [_wrapped(formula) for formula in formulas]


def _wrapped(formula: str) -> str:
    if r"\begin" in formula or not _LINES.search(formula):
        return formula
    return rf"\begin{{split}}{formula}\end{{split}}"
