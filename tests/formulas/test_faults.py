"""Formulas that are broken, whatever sets them."""

from __future__ import annotations

import contextlib
import itertools

import pytest

from sphinx_questions.formulas.faults import (
    BrokenFormulaError,
    FormulaError,
    refuse_broken,
)
from sphinx_questions.formulas.mathml import to_mathml, to_text
from sphinx_questions.formulas.setting import set_formula

#: A broken formula, what is wrong with it, and a word of what to write.
BROKEN = [
    (r"\frac{30}{f", "a { is never closed", "Write the }"),
    (r"\frac{30}}{f}", "a } closes nothing", "Take it out"),
    ("}a{", "a } closes nothing", "Take it out"),
    (r"\{ {a \}", "a { is never closed", "Write the }"),
    (r"\left( x", r"a \left has no \right", r"\right."),
    (r"\left( x }", "a } closes nothing", "Take it out"),
    (r"{\left( x }", r"a \left has no \right", r"\right."),
    (r"x \right)", r"a \right has no \left", r"\left."),
    (r"\begin{matrix} a", r"\begin{matrix} has no \end{matrix}", r"\end{matrix}"),
    (r"a \end{cases}", r"\end{cases} has no \begin{cases}", r"\begin{cases}"),
    (r"\begin{a} x \end{b}", r"\begin{a} has no \end{a}", r"\end{a}"),
    ("50%", "its % begins a comment", r"\%"),
    (r"a &= b", "its & divides columns", r"\&"),
    (r"{a \\ b}", r"its \\ is a line break", "one backslash"),
]

#: Formulas with what is wrong elsewhere.
GOOD = [
    r"\{ x \} \% \& \\{}",
    r"\left\{ \begin{aligned} a &= b \\ c &= d \end{aligned} \right.",
    r"a &= b \\ c &= d",
    r"T = 1 \\ \frac{a}{b}",
    r"\sum_{\substack{i \\ j}} x",
    r"\text{50% of R&D} \leftarrow \leftrightarrow x",
    r"\begin{array}{ll} a & {b} \\ c & d \end{array}",
]


@pytest.mark.parametrize(("formula", "reason", "advice"), BROKEN)
@pytest.mark.parametrize("block", [True, False])
def test_broken_formula_is_refused(
    formula: str, reason: str, advice: str, *, block: bool
) -> None:
    """No output guesses what a broken formula means; the message says what to write."""
    for convert in (refuse_broken, to_mathml, set_formula):
        with pytest.raises(BrokenFormulaError) as caught:
            convert(formula, block=block)
        assert reason in str(caught.value)
        assert advice in caught.value.advice


@pytest.mark.parametrize("formula", GOOD)
def test_good_formula_is_not_refused(formula: str) -> None:
    """What LaTeX knows in a displayed formula is not taken for a fault."""
    refuse_broken(formula, block=True)


def test_line_break_in_a_line() -> None:
    """A stray second backslash is named, where no line can be broken."""
    with pytest.raises(BrokenFormulaError, match="is a line break in a line of text"):
        to_mathml(r"\\t_p = 5", block=False)


def test_whatever_the_converter_raises_is_known() -> None:
    """No order of pieces of LaTeX ends in another error than that of a formula."""
    pieces = ["x", "_", "^", "{", "}", "&", r"\\", r"\frac", r"\limits", r"\left(", "%"]
    pieces += [r"\right)", r"\begin{cases}", r"\end{cases}", r"\text", "€", r"\mathrm"]
    formulas = map("".join, itertools.product(pieces, repeat=3))
    for formula in [*formulas, "", "\\", r"\operatorname", r"\nolimits_a"]:
        for block in (True, False):
            with contextlib.suppress(FormulaError):
                to_mathml(formula, block=block)
            to_text(formula, block=block)


def test_missing_argument() -> None:
    """A command without all that it is about is not completed."""
    with pytest.raises(BrokenFormulaError, match="last command lacks"):
        set_formula(r"1 + \frac{a}", block=False)


@pytest.mark.parametrize(("sign", "advice"), [("#", r"\#"), ('"', '\\text{"}')])
def test_unknown_sign(sign: str, advice: str) -> None:
    """A sign that is no formula is named with what to write for it."""
    with pytest.raises(FormulaError, match="does not know the character") as caught:
        to_mathml(f"a {sign}", block=False)
    assert caught.value.advice == f"Write {advice} for the sign"
