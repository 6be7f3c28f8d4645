"""Formulas as MathML."""

from __future__ import annotations

import re

import pytest

from markups import MYST
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
    assert f"'{formula}'" in warning
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


def plain(formula: str, *, block: bool = False) -> str:
    """Return what stands in the math element, without the space between elements."""
    inner = re.sub(r"\A<math[^>]*>|</math>\s*\Z", "", to_mathml(formula, block=block))
    return re.sub(r">\s+<", "><", inner).strip()


@pytest.mark.parametrize(
    ("formula", "markup"),
    [
        (r"\mathrm{min}^{+1}", "<msup><mi>min</mi><mrow><mo>+</mo><mn>1</mn></mrow>"),
        (r"\text{max}_i", "<msub><mtext>max</mtext><mi>i</mi>"),
        (r"\mathrm{lim}_i^2", "<msubsup><mi>lim</mi><mi>i</mi><mn>2</mn>"),
        (r"\mathrm{lim}^2_i", "<msubsup><mi>lim</mi><mi>i</mi><mn>2</mn>"),
        (r"\operatorname{sup}_i", '<msub><mi mathvariant="normal">sup</mi>'),
    ],
)
def test_words_have_no_limits(formula: str, markup: str) -> None:
    """An index of a unit called min stands beside it, for it is no operator."""
    assert plain(formula, block=True).startswith(markup)


@pytest.mark.parametrize("name", ["min", "max", "lim", "inf", "sup"])
def test_operators_have_limits(name: str) -> None:
    """What stands below an operator comes below it where there is room."""
    assert plain(rf"\{name}_i") == (
        f'<munder><mo movablelimits="true">{name}</mo><mi>i</mi></munder>'
    )


@pytest.mark.parametrize(
    ("formula", "markup"),
    [
        ("21{,}4", "<mn>21,4</mn>"),
        ("1{,}000{,}000", "<mn>1,000,000</mn>"),
        ("x_1{,}2", "<msub><mi>x</mi><mn>1</mn></msub><mtext>,</mtext><mn>2</mn>"),
        ("a{,}b", "<mi>a</mi><mtext>,</mtext><mi>b</mi>"),
        ("a,b", "<mi>a</mi><mo>,</mo><mi>b</mi>"),
    ],
)
def test_comma_in_braces_is_no_punctuation(formula: str, markup: str) -> None:
    """The comma of a decimal number has no space behind it, as in TeX."""
    assert plain(formula) == markup


@pytest.mark.parametrize("sign", "€£¥₹°‰§")
def test_signs_of_units(sign: str) -> None:
    """A currency or a degree in a formula is shown, without its name in LaTeX."""
    assert plain(f"5\\,{sign}").endswith(f"<mtext>{sign}</mtext>")
    words = plain(rf"\text{{5 {sign}}}").replace("\xa0", " ")
    assert words == f"<mtext>5 {sign}</mtext>"


def test_index_of_nothing() -> None:
    """An index may stand behind words that are no part of the formula: H$_2$O."""
    assert plain("_2") == "<msub><mrow></mrow><mn>2</mn></msub>"


@pytest.mark.parametrize("jobs", [1, 2])
def test_wrong_formula_is_told_of_once(project: Project, jobs: int) -> None:
    """A wrong formula is reported where it was written, and by no list or index."""
    question = MYST.question(
        "PY-001", r"It is $\nonsense$.", title=r"What is $\wrong$?", requires="PY-002"
    )
    other = MYST.question("PY-002", "See {question}`PY-001`.")
    project.configure(html_math_renderer="mathml", html_theme="alabaster")
    everything = "```{question-list}\n:show: answers\n```\n"
    project.write(
        {
            "index.md": MYST.page("```{toctree}\na\nb\nc\n```", everything),
            "a.md": MYST.page(question),
            "b.md": MYST.page(other),
            "c.md": MYST.page(everything),
        }
    )
    build = project.build(jobs=jobs)
    code = build.page().select("code.math")
    assert r"\nonsense" in [element.get_text() for element in code]
    told = [
        re.sub(r":\d+: WARNING: (the formula '.*?').*", r" \1", w)
        for w in build.warnings
    ]
    assert sorted(told) == [
        r"a.md the formula '\nonsense'",
        r"a.md the formula '\wrong'",
    ]
    single = project.build("singlehtml").warnings
    assert len(single) == 2
