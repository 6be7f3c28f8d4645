"""Formulas as MathML.

The converter is the one that docutils carries. It refuses what it does not know,
where others write the command into the page as if it were a variable.
"""

from __future__ import annotations

import html
import html.entities
import re
from typing import Final

from docutils.utils.math.latex2mathml import tex2mathml

from sphinx_questions.formulas.mends import in_known_words, mended

try:
    from docutils.utils.math import MathError
except ImportError:  # docutils < 0.22 raises a SyntaxError
    MathError = SyntaxError  # type: ignore[misc, assignment]

#: The name to write in ``html_math_renderer``.
RENDERER: Final = "mathml"


def to_mathml(formula: str, *, block: bool, source: bool = False) -> str:
    """Return *formula*, in LaTeX, as a ``<math>`` element.

    With *source* it carries what was written, for programs that know no MathML.
    Raises ValueError if it cannot be converted.
    """
    if r"\operatorname*" in formula:
        # The star would be shown as one.
        msg = r"\operatorname* is not known; write \operatorname or \arg\max"
        raise ValueError(msg)
    braces = re.sub(r"\\.", "", formula)
    if braces.count("{") != braces.count("}"):
        msg = "its braces do not balance"
        raise ValueError(msg)
    try:
        markup = str(tex2mathml(in_known_words(formula), as_block=block))
    except (MathError, SyntaxError) as error:
        raise ValueError(str(error).rstrip(".")) from error
    if re.search(r"<mi[^>]*>[^<]*\\[^<]", markup):
        # docutils takes the commands in \operatorname for letters.
        msg = "a command stands where only letters are known"
        raise ValueError(msg)
    markup = re.sub(r"&(\w+);", _entity, markup).replace("<mo>'</mo>", "<mo>′</mo>")
    markup = mended(markup)
    if source:
        words = html.escape(" ".join(formula.split()))
        markup = markup.replace("<math ", f'<math alttext="{words}" ', 1)
    return markup


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
