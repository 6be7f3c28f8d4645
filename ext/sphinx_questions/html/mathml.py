"""Formulas as MathML, made while building: ``html_math_renderer = "mathml"``.

The converter is the one that docutils carries. It refuses what it does not know,
where others write the command into the page as if it were a variable.
"""

from __future__ import annotations

import html
import html.entities
import re
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.util.math import get_node_equation_number

from sphinx_questions.labels import _
from sphinx_questions.problems import Problem, warn

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

try:
    from docutils.utils.math import MathError
except ImportError:  # docutils < 0.22 raises a SyntaxError
    MathError = SyntaxError  # type: ignore[misc, assignment]

#: The name to write in ``html_math_renderer``.
RENDERER = "mathml"


def to_mathml(formula: str, *, block: bool) -> str:
    """Return *formula*, in LaTeX, as a ``<math>`` element.

    Raises ValueError if it cannot be converted.
    """
    braces = re.sub(r"\\.", "", formula)
    if braces.count("{") != braces.count("}"):
        msg = "its braces do not balance"
        raise ValueError(msg)
    try:
        markup = str(tex2mathml(formula, as_block=block))
    except (MathError, SyntaxError) as error:
        raise ValueError(str(error).rstrip(".")) from error
    return re.sub(r"&(\w+);", _entity, markup).replace("<mo>'</mo>", "<mo>′</mo>")


def to_text(formula: str) -> str:
    """Return *formula* as a line of text; as it was written if that fails."""
    try:
        markup = to_mathml(formula, block=False)
    except ValueError:
        return formula
    return html.unescape("".join(re.sub(r"<[^>]*>", "", markup).split()))


def _entity(match: re.Match[str]) -> str:
    """Return a character for an entity that XHTML does not have."""
    if match[1] in {"amp", "lt", "gt", "quot"}:
        return match[0]
    return html.entities.html5[f"{match[1]};"]


def _convert(node: nodes.Element, *, block: bool) -> str:
    formula = node.astext()
    try:
        return to_mathml(formula, block=block)
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
    self.body.append(_convert(node, block=False))
    raise nodes.SkipNode


def visit_math_block(self: HTML5Translator, node: nodes.math_block) -> None:
    """Write a displayed formula, with its number if it has one."""
    self.body.append(self.starttag(node, "div", "", CLASS="math-block"))
    if node.get("number"):
        number = get_node_equation_number(self, node)
        self.body.append(f'<span class="eqno">({number})')
        self.add_permalink_ref(node, _("Link to this equation"))
        self.body.append("</span>")
    self.body.append(_convert(node, block=True))
    self.body.append("</div>\n")
    raise nodes.SkipNode
