"""Formulas as Typst sets them, compared as pictures with Typst's own notation."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
import typst

from sphinx_questions.formulas.mathml import to_mathml
from sphinx_questions.formulas.typst import to_typst
from sphinx_questions.guides.typst import builder

#: A formula in LaTeX, and what a person would write for it in Typst.
FORMULAS: Final = {
    r"a + b - c \cdot d \times e": "a + b - c dot.op d times e",
    r"x_i^2 y_{ij} z^{n+1}": "x_i^2 y_(i j) z^(n + 1)",
    r"f'(x) g''": "f'\\(x\\) g''",
    r"\frac{a}{b+1}": "a/(b + 1)",
    r"\dfrac{a}{b}\tfrac{a}{b}": "display(a/b) inline(a/b)",
    r"\sqrt{x} \sqrt[3]{x+1}": "sqrt(x) root(3, x + 1)",
    r"\binom{n}{k}": "binom(n, k)",
    r"\sum_{i=1}^{n} x_i": "sum_(i=1)^n x_i",
    r"\prod_i \int_0^\infty f": "product_i integral_0^infinity f",
    r"\lim_{x \to 0} g": "lim_(x -> 0) g",
    r"\max_\theta \min \arg\max_k h": "max_theta min arg max_k h",
    r"\log p \ln q \exp r \tanh s": "log p ln q exp r tanh s",
    r"\alpha\beta\gamma\delta\varepsilon\eta\lambda\mu": (
        "alpha beta gamma delta epsilon eta lambda mu"
    ),
    r"\pi\rho\sigma\tau\theta\phi": "pi rho sigma tau theta phi.alt",
    r"\Delta\Sigma\Gamma": "Delta Sigma Gamma",
    r"\partial\nabla\ell\infty": "partial nabla ell infinity",
    r"a \le b \ge c \ne d \approx e \sim f \propto g": (
        "a <= b >= c != d approx e tilde.op f prop g"
    ),
    r"a \ll b \gg c \equiv d": "a << b >> c equiv d",
    r"x \in A \notin B \subset C \cup D \cap E": (
        "x in A in.not B subset C union D inter E"
    ),
    r"R \bowtie S": "R ⋈ S",
    r"\neg a \wedge b \vee c": "not a and b or c",
    r"\bigvee_{s \in S} \bigwedge_t \bigcup_n R_n": (
        "or.big_(s in S) and.big_t union.big_n R_n"
    ),
    r"a \to b \leftarrow c \Rightarrow d \Longrightarrow e": ("a -> b <- c => d ==> e"),
    r"a \odot b \oplus c \pm d": "a dot.o b plus.o c plus.minus d",
    r"A^\top B^{-1}": "A^top B^(-1)",
    r"P(A \mid B)": "P\\(A divides B\\)",
    r"\lVert x \rVert_2 \| y \|": (
        'class("normal", ‖) x class("normal", ‖)_2 class("normal", ‖) y '
        'class("normal", ‖)'
    ),
    r"\left( \frac{a}{b} \right)": "(a/b)",
    r"\left[ \frac{a}{b} \right]^2": "[a/b]^2",
    r"\left\{ x \right\}": "{x}",
    r"\lfloor x \rfloor \lceil y \rceil": "⌊ x ⌋ ⌈ y ⌉",
    r"\hat{y} \bar{x} \tilde{z} \vec{v} \dot{u} \ddot{w}": (
        "hat(y) macron(x) tilde(z) arrow(v) dot(u) dot.double(w)"
    ),
    r"\hat{\beta}_j \bar x_i^2": "hat(beta)_j attach(attach(macron(x), b: i), t: 2)",
    r"\overline{AB} \underline{AB}": "overline(A B) underline(A B)",
    r"\underbrace{a+b}_{n} \overbrace{a+b}^{n}": (
        "underbrace(a + b, n) overbrace(a + b, n)"
    ),
    r"\overset{a}{=}": "limits(=)^a",
    r"\mathbf{W} \mathcal{L} \mathbb{R}": "upright(bold(W)) cal(L) RR",
    r"\mathrm{d}x \mathrm{softmax}(z)": 'upright(d) x"softmax"\\(z\\)',
    r"\operatorname{tr} X": 'op("tr") X',
    r"\text{if } x > 0": '"if "x > 0',
    r"5\text{min}\,x": '5"min"#h(0.1667em)x',
    r"21{,}4 x_{1{,}5}": '"21,4"x_"1,5"',
    r"a{,}b": 'a#h(0em)class("normal", \\,)#h(0em)b',
    r"110\,\mathrm{min}^{-1}": '110 #h(0.1667em) attach("min", t: -1)',
    r"a \\ b": "a \\ b",
    r"a, b; c": "a \\, b \\; c",
    r"50\,\% \quad x \qquad y \; z": (
        "50 #h(0.1667em) % #h(1em) x #h(2em) y #h(0.2778em) z"
    ),
    r"1.5 \cdot 10{,}000": '"1.5" dot.op "10,000"',
    r"\#\_\&\$": "\\# \\_ \\& \\$",
    r"a \ldots b \cdots c": "a … b ⋯ c",
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}": (
        "(mat(delim: #none, a, b; c, d))"
    ),
    r"\begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}": (
        'cases(1 & x > 0, 0 & "else")'
    ),
    r"\begin{aligned} a &= b \\ c &= d + e \end{aligned}": ("a &= b \\ c &= d + e"),
    r"\boxed{x}": "#box(stroke: 0.5pt, inset: 0.25em, baseline: 0.25em, $x$)",
    r"a\phantom{x}b": "a #hide($x$) b",
    r"a \bmod b": 'a op("mod", limits: #false) b',
}

TEMPLATE: Final = Path(builder.__file__).parent / "template.typ"
QUESTIONS: Final = Path(__file__).parents[2] / "docs" / "questions"


def picture(formula: str) -> bytes:
    """Return a formula in Typst's notation as a picture."""
    page = f"#set page(width: auto, height: auto)\n$ {formula} $"
    return bytes(typst.compile(page.encode(), format="svg", ignore_system_fonts=True))


@pytest.mark.parametrize("formula", FORMULAS)
def test_formula_looks_as_if_written_for_typst(formula: str) -> None:
    """A formula in LaTeX looks like the one that a person would write in Typst."""
    converted = to_typst(to_mathml(formula, block=True))
    assert picture(converted) == picture(FORMULAS[formula]), converted


def commands(text: str) -> set[str]:
    """Return the commands of LaTeX in the formulas of a MyST document."""
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    formulas = re.findall(r"\$\$(.+?)\$\$|\$([^$\n]+)\$", prose, flags=re.DOTALL)
    return {
        command
        for pair in formulas
        for command in re.findall(r"\\[A-Za-z]+", "".join(pair))
    }


def test_every_command_of_the_bank_is_compared() -> None:
    """No question uses a command whose look nobody has checked."""
    checked = {c for formula in FORMULAS for c in re.findall(r"\\[A-Za-z]+", formula)}
    used = {
        command
        for path in QUESTIONS.rglob("*.md")
        for command in commands(path.read_text(encoding="utf-8"))
    }
    assert used - checked == set()


def test_template_hides_no_name_of_a_formula() -> None:
    """No name that the template defines has a meaning in formulas."""
    text = TEMPLATE.read_text(encoding="utf-8")
    defined = set(re.findall(r"^#let ([\w-]+)", text, flags=re.MULTILINE))
    used = {
        name
        for formula in FORMULAS
        for name in re.findall(
            r"[a-z][a-z-]+", to_typst(to_mathml(formula, block=True))
        )
    }
    assert {"accent", "attach", "hat"} <= used
    assert used & defined == set()


def test_unknown_element_is_refused() -> None:
    """An element of MathML that has no counterpart is an error and not left out."""
    with pytest.raises(ValueError, match="'maction' has no counterpart"):
        to_typst('<math xmlns="http://www.w3.org/1998/Math/MathML"><maction/></math>')
