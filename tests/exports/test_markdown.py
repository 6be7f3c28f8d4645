"""Questions as Markdown."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from bank_of_everything import CONF, FILES, WORDS
from markups import MYST, REST, Markup, both_markups
from projects import Project
from sphinx_questions.exports.markdown import markup as pieces
from sphinx_questions.exports.markdown.files import markdown_name

READER = MarkdownIt("commonmark").enable("table")


def answered(project: Project, markup: Markup, *body: str, **conf: object) -> str:
    """Return the Markdown of a question with the given body, without its head."""
    project.configure(questions_llms_txt=True, **conf)
    project.write({markup.file: markup.page(markup.question("PY-001", *body))})
    build = project.build()
    assert build.warnings == ()
    return build.text("_questions/PY-001.md").split("\n\n", 3)[-1].rstrip("\n")


def test_nothing_is_lost(project: Project) -> None:
    """Every word of a bank that uses everything is in its Markdown, in HTML once."""
    project.configure(
        **CONF, questions_llms_txt=True, suppress_warnings=["questions.math"]
    )
    project.write(FILES)
    build = project.build()
    text = "".join(build.text(f"_questions/PY-00{n}.md") for n in (1, 2))
    assert {word: text.count(word) for word in WORDS} == dict.fromkeys(WORDS, 1)


@both_markups
def test_head_says_what_it_is(project: Project, markup: Markup) -> None:
    """The title is the heading, then come the facts and the address of the page."""
    project.configure(questions_llms_txt=True, html_baseurl="https://bank.example.org/")
    question = markup.question("PY-001", difficulty="3", reviewed="2026-01-02")
    project.write({markup.file: markup.page(question)})
    assert project.build().text("_questions/PY-001.md") == (
        "# What is it?\n\n"
        "PY-001 · Python · Languages · Beginner · Difficulty 3 of 10 · "
        "Reviewed 2 January 2026\n\n"
        "<https://bank.example.org/index.html#py-001>\n\n"
        "The answer.\n"
    )


@both_markups
def test_sections_are_headings(project: Project, markup: Markup) -> None:
    """A section is a heading below the title, and one inside it is one below that."""
    text = answered(
        project,
        markup,
        "Lead.",
        markup.heading("Explanation"),
        "Words.",
        markup.heading("Deeper", 3),
        "More.",
    )
    assert text == "Lead.\n\n## Explanation\n\nWords.\n\n### Deeper\n\nMore."


def test_code_and_formulas_keep_their_source(project: Project) -> None:
    """Code is fenced with its language, formulas are LaTeX between dollars."""
    text = answered(
        project,
        MYST,
        "Is $a_1 < b$ so?",
        "````python\nprint('```')\n\n\n# two empty lines above\n````",
        "$$\nx = \\frac{1}{2}\n$$",
        html_math_renderer="mathml",
    )
    assert text == (
        "Is $a_1 < b$ so?\n\n"
        "````python\nprint('```')\n\n\n# two empty lines above\n````\n\n"
        "$$\nx = \\frac{1}{2}\n$$"
    )


def test_table_is_a_table(project: Project) -> None:
    """A table has its cells, whatever stands in them."""
    text = answered(project, MYST, "| a | b |\n| --- | --- |\n| `x\\|y` | **z** |")
    table = BeautifulSoup(READER.render(text), "html.parser")
    cells = [cell.get_text() for cell in table.find_all(["th", "td"])]
    assert cells == ["a", "b", "x|y", "z"]


def test_cell_of_blocks_is_one_line(project: Project) -> None:
    """Several paragraphs, code and a cell over two columns fit into a table."""
    text = answered(
        project,
        REST,
        "+-----+-----+\n| one | two |\n+=====+=====+\n| a         |\n|           |\n"
        "| ::        |\n|           |\n|    x = 1  |\n+-----------+",
    )
    rows = READER.render(text).count("<tr>")
    assert rows == 2
    assert text.endswith("| a<br>`x = 1` |  |")


@pytest.mark.parametrize(
    ("base", "prefix"),
    [("", "../"), ("https://bank.example.org/", "https://bank.example.org/")],
)
def test_links_lead_where_the_page_leads(
    project: Project, base: str, prefix: str
) -> None:
    """Links are absolute if the site has an address, or else start at the file."""
    project.configure(
        questions_llms_txt=True, html_baseurl=base, exclude_patterns=["*.svg"]
    )
    svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    project.write(
        {
            "index.md": MYST.page("```{toctree}\nsub/a\nsub/b\n```"),
            "sub/a.md": MYST.question(
                "PY-001",
                "To {question}`PY-002`, [out](https://example.org/x).",
                "![A picture](p.svg)",
            ),
            "sub/b.md": MYST.question("PY-002", title="Other [one]?"),
            "sub/p.svg": svg,
        }
    )
    build = project.build()
    assert build.warnings == ()
    text = build.text("_questions/PY-001.md")
    assert f"[Other \\[one\\]?]({prefix}sub/b.html#py-002)" in text
    assert "[out](https://example.org/x)" in text
    assert f"![A picture]({prefix}_images/p.svg)" in text
    assert (build.outdir / "_images" / "p.svg").exists()


def test_footnote_comes_along(project: Project) -> None:
    """A note that stands outside the question is in its file."""
    project.configure(questions_llms_txt=True)
    body = MYST.question("PY-001", "Words[^n].") + "\n\n[^n]: The note.\n"
    project.write({"index.md": MYST.page(body)})
    text = project.build().text("_questions/PY-001.md")
    assert "Words[^1]." in text
    assert text.endswith("\n\n[^1]: The note.\n")


def test_question_inside_another_is_a_link(project: Project) -> None:
    """Of a question inside another there is a link, and a file of its own."""
    project.configure(questions_llms_txt=True)
    inner = MYST.question("PY-002", "Inside.", title="Which?")
    project.write({"index.md": MYST.page(MYST.question("PY-001", "Out.", inner))})
    build = project.build()
    assert "Inside." not in build.text("_questions/PY-001.md")
    assert "[Which?](../index.html#py-002)" in build.text("_questions/PY-001.md")
    assert "Inside." in build.text("_questions/PY-002.md")


def test_list_has_every_question(project: Project) -> None:
    """The list has a line a question, by technology, the easiest first."""
    project.configure(questions_llms_txt=True)
    project.write(
        {
            "index.md": MYST.page(
                MYST.question("PY-002", "Hard.", title="B?", level="advanced"),
                MYST.question("PY-001", "Easy.", title="A?", difficulty="2"),
                MYST.question(
                    "ML-001", "L.", title="C?", technology="machine-learning"
                ),
            )
        }
    )
    assert project.build().text("llms.txt").split("\n\n", 3)[-1] == (
        "## Python\n\n"
        "- [A?](_questions/PY-001.md): Beginner, Difficulty 2 of 10. Easy.\n"
        "- [B?](_questions/PY-002.md): Advanced. Hard.\n\n"
        "## Machine Learning\n\n"
        "- [C?](_questions/ML-001.md): Beginner. L.\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        "*a* _b_ `c` [d](e) <f> &amp; $g$ ~~h~~ ![i](j) \\k",
        "# a", "1. a", "12) a", "- a", "+ a", "> a", "---", "===", "<b>", "[^1]: a",
        "snake_case and __dunder__", "a * b * c", "&#65;",
    ],
)  # fmt: skip
def test_words_are_no_markup(words: str) -> None:
    """Text reads as it was, whatever it would mean as Markdown."""
    rendered = READER.render(pieces.paragraph(pieces.text(words)))
    page = BeautifulSoup(rendered, "html.parser")
    assert page.get_text().strip() == words
    assert {tag.name for tag in page.find_all(True)} == {"p"}


@pytest.mark.parametrize("words", ["a", "`", "``a`", " a ", "a``` b", "\\"])
def test_code_is_code(words: str) -> None:
    """Code in a line reads as it was, whatever backquotes are in it."""
    code = BeautifulSoup(READER.render(f"x {pieces.code(words)}"), "html.parser").code
    assert code is not None
    assert code.get_text().strip() == words.strip()


@pytest.mark.parametrize("uri", ["a b", "a(b", "a)b", "a<b>", "a\\b", "x?y=(z)"])
def test_address_stays_one(uri: str) -> None:
    """An address with characters that end one is still one."""
    link = BeautifulSoup(READER.render(pieces.link("x", uri)), "html.parser").a
    assert link is not None
    assert link.get_text() == "x"


def test_address_of_a_program_is_shown() -> None:
    """An address that a reader should not follow is no link, and is not lost."""
    assert pieces.link("x", "javascript:y") == "x (`javascript:y`)"


@pytest.mark.parametrize("id_", ["../x", "a/b", "py-001", "Ä", ".", "", "CON", "A B"])
def test_file_has_a_safe_name(id_: str) -> None:
    """An ID that is no good name for a file gets one that is, and its own."""
    name = markdown_name(id_)
    assert name.count("/") == 1
    assert not set(name) & set('\\ :*?"<>|')
    assert name.removeprefix("_questions/").strip(".") not in {"md", "CON.md"}
    assert markdown_name(f"{id_}x") != name
    assert markdown_name("PY-001") == "_questions/PY-001.md"
    assert markdown_name("py-001").lower() != "_questions/py-001.md"
