"""Formulas between dollar signs where these mean nothing."""

from __future__ import annotations

import re

import pytest

from markups import MYST, REST, Markup
from projects import Project


def warnings(
    project: Project, *body: str, markup: Markup = MYST, **conf: object
) -> tuple[str, ...]:
    """Build a question without the extension for formulas."""
    project.configure(**{"myst_enable_extensions": ["colon_fence"], **conf})
    name = f"index.{markup.suffix}"
    project.write({name: markup.page(markup.question("PY-001", *body))})
    return project.build("text").warnings


@pytest.mark.parametrize(
    "formula",
    [
        r"$\frac{a}{b}$",
        "$x\n= \\\\alpha$",
        "**$\\\\alpha$**",
        "$$ a = b $$",
        "$$\nx_1\n$$",
    ],
)
def test_formula_that_is_not_read(project: Project, formula: str) -> None:
    """An author who forgot to switch on formulas is told so, once a document."""
    formula = formula.replace("\\\\", "\\")
    words = formula if formula.startswith("$$") else f"It is {formula}, and {formula}."
    (warning,) = warnings(project, "The answer.", words, words)
    shown = re.escape(" ".join(formula.strip("*").split()))
    assert re.match(
        rf"index\.md:10: WARNING: '{shown}' is shown as it was written: formulas "
        r"between dollar signs are not switched on\. Add \"dollarmath\" to "
        r"myst_enable_extensions in conf\.py",
        warning,
    )
    assert warning.endswith("[questions.math]")


@pytest.mark.parametrize(
    "words",
    [
        "It costs $5 and $6, or $5 \\\\times 2 and $6.",
        "Prices are $$ to $$$, in a word: $$ – $$.",
        "$HOME\\\\log and $PATH, $HOME\\\\bin;$PATH, US$ and \\\\alpha$.",
        "`$\\\\frac{a}{b}$` and {math}`\\\\frac{a}{b}`, `$$`.",
        "```sh\necho $$ = $$; echo $\\\\frac{a}{b}$\n```",
        "$a$ and $b$",
    ],
)
def test_dollars_that_are_dollars(project: Project, words: str) -> None:
    """Prices, variables and code are no formulas."""
    assert warnings(project, "The answer.", words.replace("\\\\", "\\")) == ()


def test_where_nobody_expects_it(project: Project) -> None:
    """Nothing is said of reStructuredText, or where formulas are switched on."""
    words = r"It is $\frac{a}{b}$."
    assert warnings(project, words, markup=REST) == ()
    (project.source / "index.rst").unlink()
    on = ["colon_fence", "dollarmath"]
    assert warnings(project, words, myst_enable_extensions=on) == ()
