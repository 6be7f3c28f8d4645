"""Formulas as MathML.

The converter is the one that docutils carries. It refuses what it does not know,
where others write the command into the page as if it were a variable.
"""

from __future__ import annotations

import functools
import html
import html.entities
import re
from typing import Final

from docutils.utils.math.latex2mathml import tex2mathml

from sphinx_questions.formulas.faults import (
    BrokenFormulaError,
    FormulaError,
    refuse_broken,
)
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
    Raises FormulaError if it cannot be converted.
    """
    refuse_broken(formula, block=block)
    if r"\operatorname*" in formula:
        # The star would be shown as one.
        msg = r"\operatorname* is not known"
        raise FormulaError(msg, r"Write \operatorname or \arg\max")
    markup = _converted(in_known_words(formula), block=block)
    if re.search(r"<mi[^>]*>[^<]*\\[^<]", markup):
        # docutils takes the commands in \operatorname for letters.
        msg = "a command stands where only letters are known"
        raise FormulaError(msg)
    markup = re.sub(r"&(\w+);", _entity, markup).replace("<mo>'</mo>", "<mo>′</mo>")
    markup = mended(markup)
    if source:
        words = html.escape(" ".join(formula.split()))
        markup = markup.replace("<math ", f'<math alttext="{words}" ', 1)
    return markup


def _converted(formula: str, *, block: bool) -> str:
    try:
        return str(tex2mathml(formula, as_block=block))
    except (MathError, SyntaxError) as error:
        raise _explained(str(error).rstrip(".")) from error
    except Exception as error:
        # What it did not expect ends it anyhow, in errors that share no class.
        msg = f"docutils cannot read it: {type(error).__name__}, {error}"
        raise FormulaError(msg) from error


@functools.cache
def is_command(name: str) -> bool:
    r"""Return whether the converter knows a command, such as ``\frac``."""
    try:
        tex2mathml(rf"{name}{{a}}{{b}}")
    except (MathError, SyntaxError) as error:
        return "Unknown LaTeX command" not in str(error)
    except Exception:  # noqa: BLE001 – a known one that stands in the wrong place
        return True
    return True


def _explained(reason: str) -> FormulaError:
    """Return what docutils says with what to do about it."""
    if "missing children" in reason:
        msg = "its last command lacks what it is about"
        return BrokenFormulaError(msg, r"Complete it, as in \frac{a}{b} or x_{i}")
    if found := re.fullmatch(r'Unsupported character: "(.)"!', reason, re.DOTALL):
        sign = rf"\{found[1]}" if found[1] in "#$" else rf"\text{{{found[1]}}}"
        msg = f"docutils does not know the character {found[1]}"
        return FormulaError(msg, f"Write {sign} for the sign")
    return FormulaError(reason)


def to_text(formula: str, *, block: bool = False) -> str:
    """Return *formula* as a line of text; as it was written if that fails."""
    try:
        markup = to_mathml(formula, block=block)
    except FormulaError:
        return formula
    return html.unescape("".join(re.sub(r"<[^>]*>", "", markup).split()))


def _entity(match: re.Match[str]) -> str:
    """Return a character for an entity that XHTML does not have."""
    if match[1] in {"amp", "lt", "gt", "quot"}:
        return match[0]
    return html.entities.html5[f"{match[1]};"]
