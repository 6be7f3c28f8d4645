"""Formulas as MathML."""

from __future__ import annotations

import re

import pytest

from projects import Build, Project
from sphinx_questions.formulas.mathml import to_mathml

FORMULAS = [
    (
        r"\frac{\partial L}{\partial h_0}"
        r" = \prod_{k=1}^{n} \frac{\partial h_k}{\partial h_{k-1}}"
    ),
    r"\sigma'(z) \le 0.25",
    r"\mathrm{softmax}\left(\frac{Q K^\top}{\sqrt{d_k}}\right) V",
    r"\sum_i (p_i - q_i) \ln \frac{p_i}{q_i}",
    r"\mathbf{w} \odot \mathbf{x} \in \mathbb{R}^{d \times k}",
    r"\begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}",
    r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}",
    r"O(n \log n), \quad \hat{y}, \bar{x}, \|x\|_2",
    r"p(y \mid x) \ne p(y), \mathcal{N}(0, \sigma^2)",
    r"\begin{align} a &= b \\ c &= d \end{align}",
    r"\begin{align*} a &= b \\ c &= d \end{align*}",
]


def built(project: Project, text: str) -> Build:
    """Build a page of text with the MathML renderer."""
    project.configure(
        html_math_renderer="mathml", suppress_warnings=["questions.empty"]
    )
    project.write({"index.md": text})
    return project.build()


@pytest.mark.parametrize("formula", FORMULAS)
def test_formula_is_converted(formula: str) -> None:
    """What questions are made of becomes one math element without named entities."""
    markup = to_mathml(formula, block=True)
    assert markup.startswith("<math")
    assert markup.rstrip().endswith("</math>")
    named = set(re.findall(r"&(\w+);", markup))
    assert named <= {"amp", "lt", "gt", "quot"}


@pytest.mark.parametrize(
    ("formula", "reason"),
    [(r"\nosuchcommand x", "nosuchcommand"), (r"\frac{a}{", "braces")],
)
def test_wrong_formula_is_a_warning(
    project: Project, formula: str, reason: str
) -> None:
    """A formula that cannot be converted is named with its place and stays readable."""
    build = built(project, f"# Title\n\nText ${formula}$ goes on.\n")
    assert len(build.warnings) == 1
    warning = build.warnings[0]
    assert warning.startswith("index.md:3: WARNING:")
    assert repr(formula) in warning
    assert reason in warning
    assert warning.endswith("[questions.math]")
    code = build.page().select_one("code.math")
    assert code is not None
    assert code.get_text() == formula


def test_pages_need_no_script_for_formulas(project: Project) -> None:
    """A page with formulas loads nothing from another host."""
    build = built(project, "# Title\n\n$a$ and\n\n$$\nb\n$$\n")
    assert build.warnings == ()
    page = build.page()
    assert len(page.select("math")) == 2
    scripts = [script.get("src", "") for script in page.select("script")]
    assert [src for src in scripts if "//" in str(src)] == []


def test_font_for_formulas_where_there_is_one(project: Project) -> None:
    """A page with a formula loads the font for it; a page without does not."""
    project.write({"plain.md": "# Plain\n"})
    build = built(project, "# Title\n\n$a$\n\n```{toctree}\nplain\n```\n")
    assert "sphinx-questions/math.css" in build.text("index.html")
    assert "sphinx-questions/math.css" not in build.text("plain.html")
    assert (build.outdir / "_static/sphinx-questions/stix-two-math.woff2").exists()


def test_numbered_equation_can_be_referred_to(project: Project) -> None:
    """An equation with a label has its number and its anchor."""
    build = built(project, "# Title\n\n$$\nb\n$$ (sum)\n\nSee {eq}`sum`.\n")
    assert build.warnings == ()
    block = build.page().select_one(".math-block")
    assert block is not None
    assert block["id"] == "equation-sum"
    number = block.select_one(".eqno")
    assert number is not None
    assert number.get_text().startswith("(1)")
    assert build.page().select_one('a[href="#equation-sum"]')


def test_stackrel_sets_one_sign_over_another() -> None:
    """The command means what overset does, which docutils knows."""
    stacked = to_mathml(r"a \stackrel{!}{=} b", block=False)
    assert stacked == to_mathml(r"a \overset{!}{=} b", block=False)
