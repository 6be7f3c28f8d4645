"""Formulas on pages that may be narrow."""

from __future__ import annotations

import re
from typing import Final

from docutils import nodes

#: Punctuation that belongs to what stands in front of it.
_CLOSING: Final = re.compile(r"[-.,;:!?%)\]\u2019\u201d\u2013]+")

#: The space that authors put between formulas which share a line.
_GAP: Final = r"\qquad"


def fit_formulas(tree: nodes.Element) -> None:
    """Let lines end where they may, and nowhere else.

    E-readers do not break a formula, and cut off what is too wide for the page.
    """
    for block in list(tree.findall(nodes.math_block)):
        parts = formulas_in(block.astext())
        if len(parts) > 1 and not block.get("number"):
            row = nodes.paragraph("", classes=["guide-formulas"], ids=block["ids"])
            row.source, row.line = block.source, block.line
            for part in parts:
                row += [nodes.math("", part), nodes.Text(" ")]
            block.parent.replace(block, row)
    for formula in list(tree.findall(nodes.math)):
        _keep_with_punctuation(formula)


def formulas_in(text: str) -> list[str]:
    """Return the formulas that share a displayed line, each one complete."""
    if re.search(r"\\begin\b|\\\\|&", text):
        return [text]
    pieces = [piece.strip() for piece in text.split(_GAP)]
    if all(map(_is_complete, pieces)):
        return pieces
    return [text]


def _is_complete(piece: str) -> bool:
    bare = re.sub(r"\\[{}]", "", piece)
    return (
        bool(piece)
        and bare.count("{") == bare.count("}")
        and len(re.findall(r"\\left\b", bare)) == len(re.findall(r"\\right\b", bare))
    )


def _keep_with_punctuation(formula: nodes.math) -> None:
    """Let no line begin with what stands behind a formula.

    To a browser a formula is like a picture, beside which a line may end.
    """
    parent = formula.parent
    place = parent.index(formula)
    behind = parent[place + 1] if place + 1 < len(parent) else None
    if not isinstance(behind, nodes.Text):
        return
    text = behind.astext()
    if found := _CLOSING.match(text):
        mark, rest = nodes.Text(found[0]), nodes.Text(text[found.end() :])
        kept = nodes.inline("", "", formula, mark, classes=["guide-kept"])
        parent[place : place + 2] = [kept, rest]
