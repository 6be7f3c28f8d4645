"""Formulas for a PDF: set by Typst, or drawn where only that can be."""

from __future__ import annotations

from sphinx_questions.formulas.faults import BrokenFormulaError, FormulaError
from sphinx_questions.formulas.mathml import to_mathml
from sphinx_questions.formulas.picture import Picture, to_picture
from sphinx_questions.formulas.typst import to_typst


def set_formula(formula: str, *, block: bool) -> str | Picture:
    """Return *formula*, in LaTeX, as Typst's markup, or as a drawing.

    Raises FormulaError if it can be neither, ImportError if it would have to be drawn
    and ziamath is not there.
    """
    try:
        return to_typst(to_mathml(formula, block=block))
    except BrokenFormulaError:
        # Drawn, it would be another formula.
        raise
    except ValueError as error:
        why = error
    try:
        return to_picture(formula, block=block)
    except ValueError as error:
        msg = f"{why}; {error}"
        advice = "Write it with commands that docutils or ziamath knows"
        raise FormulaError(msg, advice) from error
