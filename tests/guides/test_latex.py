"""What the LaTeX builder writes of questions and components."""

from __future__ import annotations

import re

import pytest

from bank_of_three import FILES, SENTENCES
from markups import Markup, both_markups
from projects import Build, Project

CONF = {
    "extensions": ["sphinx_questions", "sphinx_design", "myst_parser"],
    "myst_enable_extensions": ["colon_fence", "dollarmath"],
    "version": "1",
    # Some of these projects are about components alone.
    "suppress_warnings": ["questions.empty"],
}


def tex_of(build: Build) -> str:
    """Return the LaTeX source, with one space between words."""
    assert build.warnings == ()
    return " ".join(build.text("bank.tex").split())


def body_of(build: Build) -> str:
    """Return what stands between beginning and end of the document."""
    return tex_of(build).split("\\begin{document}")[1]


def begin(name: str) -> str:
    """Return how a block begins."""
    return f"\\begin{{sphinxuseclass}}{{{name}}}"


def preamble_of(build: Build) -> str:
    """Return what stands before the document."""
    return tex_of(build).split("\\begin{document}")[0]


def test_every_sentence_stands_in_the_book_once(project: Project) -> None:
    """The book holds each sentence of each question once, index pages included."""
    project.configure(**CONF)
    project.write(FILES)
    text = body_of(project.build("latex"))
    assert {s: text.count(s) for s in SENTENCES} == dict.fromkeys(SENTENCES, 1)


def test_question_is_made_of_blocks(project: Project) -> None:
    """Facts, answer and sections are blocks with a name, in reading order."""
    project.configure(**CONF)
    project.write(FILES)
    text = body_of(project.build("latex"))
    card = text[text.index(begin("question-card")) :]
    blocks = [
        begin("question-card"),
        "{When is a tuple better than a list?}",
        begin("question-facts"),
        "PY\\sphinxhyphen{}BEG\\sphinxhyphen{}001",
        begin("question-answer"),
        "A list can change",
        begin("question-section-key-points"),
        "\\sphinxquestionsheading{",
        "Key points}",
        begin("question-section-explanation"),
        "\\sphinxquestionssubheading{",
        "Hashing}",
    ]
    places = [card.index(block) for block in blocks]
    assert places == sorted(places)


@both_markups
def test_links_to_sections_have_a_label(project: Project, markup: Markup) -> None:
    """A section, a heading in it and a target in front have one label each."""
    project.configure(**CONF)
    body = (
        "Words.",
        markup.target("my-place"),
        markup.heading("Explanation"),
        "More words.",
    )
    project.write({markup.file: markup.page(markup.question("PY-001", *body))})
    text = body_of(project.build("latex"))
    for label in ("index:py-001", "index:py-001-explanation", "index:my-place"):
        assert text.count(f"\\label{{\\detokenize{{{label}}}}}") == 1, label


def test_label_of_a_section_moves_with_its_heading(project: Project) -> None:
    """The label stands in the heading, which may move to the next page."""
    project.configure(**CONF)
    project.write(FILES)
    text = body_of(project.build("latex"))
    heading = text[text.index("\\sphinxquestionsheading{") :]
    assert "{python:py-beg-001-key-points}" in heading[: heading.index("Key points}")]


@pytest.mark.parametrize("index_pages", [True])
def test_link_finds_a_question_of_the_first_document(project: Project) -> None:
    """Lists on other pages link to a question that stands in the root document."""
    project.configure(**CONF)
    project.write(
        {
            "index.md": """
                # Home

                :::{question} What is it?
                :id: PY-001
                :technology: python
                :level: beginner
                :topics: typing

                The answer.
                :::
                """
        }
    )
    text = body_of(project.build("latex"))
    labels = set(re.findall(r"\\label\{\\detokenize\{(.*?)\}\}", text))
    links = re.findall(r"\\hyperref\[\\detokenize\{(.*?)\}\]", text)
    assert links.count("index:py-001") >= 4
    assert set(links) - labels == set()


def test_first_question_keeps_its_title(project: Project) -> None:
    """A question at the very start of a book is not taken for the book's title."""
    project.configure(**CONF)
    project.write(
        {
            "index.md": """
                :::{question} Does `it` come first?
                :id: PY-001
                :technology: python
                :level: beginner

                The answer.
                :::
                """
        }
    )
    text = tex_of(project.build("latex"))
    assert "\\title{Bank}" in text
    assert "\\chapter{Does \\sphinxstyleliteralintitle{" in text


def test_components_become_boxes(project: Project) -> None:
    """A dropdown and a tab are boxes with a title; their names are link targets."""
    project.configure(**CONF)
    project.write(
        {
            "index.md": """
                # Home

                See [](#more) and [the tab](#tab-one).

                :::{dropdown} More about it
                :name: more
                Inside.
                :::

                ::::{tab-set}
                :::{tab-item} One
                :name: tab-one
                | a |
                | --- |
                | b |
                :::
                ::::
                """
        }
    )
    text = body_of(project.build("latex"))
    assert text.count(begin("guide-box")) == 2
    for name, title in (("more", "More about it"), ("tab-one", "One")):
        label = f"\\phantomsection\\label{{\\detokenize{{index:{name}}}}}"
        words = f"{label}\\sphinxstylestrong{{{title}}}"
        assert f"\\sphinxquestionsboxtitle{{{words}}}" in text
        assert f"\\hyperref[\\detokenize{{index:{name}}}]" in text
        assert text.count(label) == 1


LONG_CODE = "\n".join(["```python", *(f"line = {n}" for n in range(40)), "```"])
LONG_TABLE = "\n".join(["| a |", "| --- |", *(f"| {n} |" for n in range(40))])


@pytest.mark.parametrize("content", [LONG_CODE, LONG_TABLE], ids=["code", "table"])
def test_what_must_break_across_pages_has_no_box(
    project: Project, content: str
) -> None:
    """Around what may be longer than a page stand two lines, because a box cuts it."""
    project.configure(**CONF)
    dropdown = f":::{{dropdown}} Long\n{content}\n:::"
    project.write({"index.md": f"# Home\n\n{dropdown}\n"})
    text = body_of(project.build("latex"))
    assert begin("guide-box-tall") in text
    assert begin("guide-box") not in text


def test_box_in_a_table_is_plain(project: Project) -> None:
    """In a cell of a table, where TeX cannot draw a box that breaks, is none."""
    project.configure(**CONF)
    project.write(
        {
            "index.md": """
                # Home

                ::::{list-table}
                * - :::{dropdown} Title
                    Inside.
                    :::
                ::::
                """
        }
    )
    text = body_of(project.build("latex"))
    assert "guide-box" not in text
    assert text.count("Inside.") == 1


def test_figure_in_an_answer_does_not_float(project: Project) -> None:
    """A figure stays in the box of its answer; one outside may float."""
    project.configure(**CONF)
    project.write(
        {
            "index.md": """
                # Home

                ::::{question} What is it?
                :id: PY-001
                :technology: python
                :level: beginner

                :::{figure} a.png
                In the answer.
                :::

                ## Explanation
                :::{figure} a.png
                In the explanation.
                :::
                ::::
                """
        }
    )
    (project.source / "a.png").write_bytes(b"")
    text = body_of(project.build("latex"))
    assert re.findall(r"\\begin\{figure\}\[(\w+)\]", text) == ["H", "htbp"]


@pytest.mark.parametrize("index_pages", [True])
def test_index_pages_have_no_switches_on_paper(project: Project) -> None:
    """What only leads from one index page to another is left out of a book."""
    project.configure(**CONF)
    project.write(FILES)
    text = body_of(project.build("latex"))
    assert "Showing 3 questions" in text
    assert "Clear" not in text


def test_list_that_was_asked_for_shows_its_answers(project: Project) -> None:
    """A list of answers in a document holds them, although the cards do too."""
    project.configure(**CONF)
    asked = "\n```{question-list}\n:show: answers\n:technology: python\n```\n"
    project.write(FILES)
    index = "# A bank\n\n```{toctree}\npython\nlearning\nasked\n```\n"
    project.write({"index.md": index, "asked.md": f"# Asked\n{asked}"})
    text = body_of(project.build("latex"))
    assert text.count(SENTENCES[0]) == 2


def test_package_is_brought_along(project: Project) -> None:
    """The package lies beside the book, and is loaded before the project's preamble."""
    project.configure(**CONF, latex_elements={"preamble": "% of the project"})
    project.write(FILES)
    build = project.build("latex")
    assert (build.outdir / "sphinxquestions.sty").is_file()
    preamble = preamble_of(build)
    package = preamble.index("\\usepackage{sphinxquestions}")
    assert package < preamble.index("% of the project")


def test_package_of_the_project_wins(project: Project) -> None:
    """A file of the same name that the project brings replaces the package."""
    project.configure(**CONF, latex_additional_files=["sphinxquestions.sty"])
    project.write({**FILES, "sphinxquestions.sty": "% of the project"})
    assert project.build("latex").text("sphinxquestions.sty") == "% of the project"


def test_other_builders_get_no_package(project: Project) -> None:
    """Nothing of LaTeX lies among web pages."""
    project.configure(**CONF)
    project.write(FILES)
    assert not list(project.build("html").outdir.rglob("*.sty"))


@pytest.mark.parametrize(
    "chapters", [None, "\\usepackage[Lenny]{fncychap}"], ids=["default", "own"]
)
def test_chapters_and_paper_are_those_of_the_project(
    project: Project, chapters: str | None
) -> None:
    """The extension changes neither the style of chapters nor the class's options."""
    elements = {"fncychap": chapters} if chapters else {}
    project.configure(**CONF, latex_elements=elements)
    project.write(FILES)
    preamble = preamble_of(project.build("latex"))
    assert (chapters or "\\usepackage[Bjarne]{fncychap}") in preamble
    assert "\\documentclass[letterpaper,10pt,english]{sphinxmanual}" in preamble
