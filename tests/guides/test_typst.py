"""Guides as PDF, set by Typst, and read back."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from sphinx.errors import ExtensionError, SphinxError

import bank_of_everything as everything
import bank_of_three
from markups import MYST, REST
from projects import Build, Project

FORMS = [
    {"name": "complete"},
    {"name": "first", "form": "questions-first"},
    {"name": "sheets", "form": "interviewer"},
]

QUESTION = """
    # Home

    :::{{question}} What is it?
    :id: PY-001
    :technology: python
    :level: beginner

    {0}
    :::
    """


def reader(build: Build, name: str = "question-bank") -> PdfReader:
    """Return a guide, ready to be read."""
    return PdfReader(build.outdir / f"{name}.pdf")


def text(build: Build, name: str = "question-bank") -> str:
    """Return the words of a guide, one space apart."""
    pages = (page.extract_text() for page in reader(build, name).pages)
    return " ".join(" ".join(pages).split())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return the bank of everything, in every form."""
    project = Project(tmp_path_factory.mktemp("everything"))
    project.configure(**everything.CONF, questions_guides=FORMS)
    project.write(everything.FILES)
    build = project.build("typst")
    assert build.warnings == ()
    return build


@pytest.mark.parametrize("name", ["complete", "first"])
def test_nothing_is_lost_and_nothing_stands_twice(built: Build, name: str) -> None:
    """Whatever a prose document is made of, its words are in the PDF once."""
    words = text(built, name)
    assert {w: words.count(w) for w in everything.WORDS} == dict.fromkeys(
        everything.WORDS, 1
    )


def test_every_sentence_of_a_card_is_there_once(project: Project) -> None:
    """A guide of both markups holds each sentence of each card once."""
    project.write(bank_of_three.FILES)
    words = text(project.build("typst"))
    assert {s: words.count(s) for s in bank_of_three.SENTENCES} == dict.fromkeys(
        bank_of_three.SENTENCES, 1
    )


def test_interviewer_form_has_the_points_and_no_answer(built: Build) -> None:
    """Of the answers, only the key points are on the sheets."""
    words = text(built, "sheets")
    assert [w for w in everything.WORDS if w in words] == ["bravopoint"]
    assert "Notes" in words


@pytest.mark.parametrize("mark", ["-", "1."])
def test_key_points_can_be_ticked(project: Project, mark: str) -> None:
    """On a sheet, key points are boxes to tick, also where they are numbered."""
    project.configure(questions_guides=FORMS[2:])
    points = f"Text.\n\n    ## Key points\n    {mark} A point."
    project.write({"index.md": QUESTION.format(points)})
    build = project.build("typst")
    source = (build.outdir / "sources" / "sheets.typ").read_text("utf-8")
    assert "#tick-list([A point\\.])" in source


def test_code_is_set_as_it_was_written(built: Build) -> None:
    """Characters that mean something to Typst stand as they are, and so do spaces."""
    pages = " ".join(page.extract_text() for page in reader(built, "complete").pages)
    assert "# Comment: <b>&amp;</b> #let $x$ @ref" in pages
    assert "plain    spaces   kept" in pages


@pytest.mark.parametrize(
    "tricky",
    [
        "1. no list",
        "= no heading",
        "- no item",
        "/ no: term",
        "a #b @c $d$ ~e~ [f](g) <h>",
        '"quotes" and it\'s -- dashes ---',
        "// no comment /* either */",
        "https://example.org/a_b",
    ],
)
def test_text_is_not_taken_for_markup(project: Project, tricky: str) -> None:
    """What Typst would read as markup is text."""
    project.configure(smartquotes=False)
    page = REST.page(REST.question("PY-001", f"X {tricky} X."))
    project.write({"index.rst": page})
    assert tricky in text(project.build("typst"))


def test_links_inside_lead_to_a_page(built: Build) -> None:
    """Every link inside a guide has a page of it as its goal."""
    for name in ("complete", "first", "sheets"):
        pdf = reader(built, name)
        goals = [
            link.get_object()["/Dest"]
            for page in pdf.pages
            for link in page.get("/Annots", [])
            if "/Dest" in link.get_object()
        ]
        assert goals
        named = pdf.named_destinations
        assert all(not isinstance(goal, str) or goal in named for goal in goals)


def test_links_say_on_which_page_they_end(built: Build) -> None:
    """A link inside the book shows the page, for those who read on paper."""
    assert re.search(
        r"See What does reStructuredText make of the rest\? \(p\. \d\)",
        text(built, "complete"),
    )


def titles(outline: Any) -> list[str]:  # noqa: ANN401 – lists in lists, as pypdf has it
    """Return the titles of the bookmarks, from the first to the last."""
    if isinstance(outline, list):
        return [title for item in outline for title in titles(item)]
    return [outline["/Title"]]


def test_pdf_is_tagged_and_says_what_it_is(built: Build) -> None:
    """The PDF has tags, a title, a language and bookmarks down to the questions."""
    pdf = reader(built, "complete")
    catalogue = pdf.root_object
    marks = catalogue["/MarkInfo"].get_object()
    assert "'/Marked': True" in str(marks)
    assert str(catalogue["/Lang"]) == "en"
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Bank"

    found = titles(pdf.outline)
    assert found[:2] == ["Python", "Beginner"]
    assert "What does MyST make of everything?" in found
    assert "Explanation" in found


def test_same_sources_give_the_same_bytes(project: Project, tmp_path: Path) -> None:
    """Two builds of one source are byte for byte the same."""
    project.write(bank_of_three.FILES)
    first = (project.build("typst").outdir / "question-bank.pdf").read_bytes()
    other = Project(tmp_path / "other")
    other.write(bank_of_three.FILES)
    second = (other.build("typst", jobs=2).outdir / "question-bank.pdf").read_bytes()
    assert first == second


def test_date_comes_from_the_content_or_from_the_epoch(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The PDF notes the newest review, or SOURCE_DATE_EPOCH, and never the clock."""
    project.write(bank_of_three.FILES)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    data = reader(project.build("typst")).metadata
    assert data is not None
    assert data.creation_date is not None
    assert data.creation_date.date().isoformat() == "2026-11-23"


def test_missing_character_is_an_error_with_its_place(project: Project) -> None:
    """A character that no font has is named, with file, line and what to do."""
    project.write({"index.md": QUESTION.format("A 漢 here.")})
    with pytest.raises(SphinxError) as caught:
        project.build("typst")
    assert re.search(
        r"index\.md:\d+: no font has the character '漢' \(U\+6F22\); name a font",
        str(caught.value),
    )


def test_missing_character_is_an_error_without_a_standard_too(
    project: Project,
) -> None:
    """Also where no standard asks for it, no character is left out in silence."""
    project.configure(questions_pdf_standards=[])
    project.write({"index.md": QUESTION.format("A 漢 here.")})
    with pytest.raises(SphinxError, match=r"no font has the character '漢'"):
        project.build("typst")


def test_scripts_of_europe_and_the_middle_east_need_no_further_font(
    project: Project,
) -> None:
    """Greek, Cyrillic, Hebrew and Arabic are in the fonts that come along."""
    project.write({"index.md": QUESTION.format("Ελληνικά, кириллица, שלום, سلام.")})
    build = project.build("typst")
    assert build.warnings == ()
    assert "Ελληνικά, кириллица" in text(build)


def test_formula_that_cannot_be_set_is_an_error_with_its_place(
    project: Project,
) -> None:
    """A formula that nothing can set is named, with file and line, and not printed."""
    project.write({"index.md": QUESTION.format("A $\\nonsense{x}$ here.")})
    with pytest.raises(SphinxError) as caught:
        project.build("typst")
    assert re.search(
        r"index\.md:\d+: the formula '\\nonsense\{x\}' cannot be set",
        str(caught.value),
    )


def test_broken_formula_is_not_guessed(project: Project) -> None:
    """A formula without one of its braces is an error, although it could be drawn."""
    project.write({"index.md": QUESTION.format("A $\\frac{30}{f$ $\\\\t_p$ here.")})
    with pytest.raises(SphinxError) as caught:
        project.build("typst")
    first, second = str(caught.value).splitlines()
    assert re.search(
        r"index\.md:\d+: the formula '\\frac\{30\}\{f' cannot be set", first
    )
    assert "a { is never closed. Write the } that is missing" in first
    assert re.search(r"index\.md:\d+: the formula '\\\\t_p' cannot be set", second)


def test_lines_and_signs_of_formulas(project: Project) -> None:
    """Lines of a displayed formula need no environment, and a currency no command."""
    project.write(
        {"index.md": QUESTION.format("It costs $5\\,€$.\n\n    $$ a = 1 \\\\ b = 2 $$")}
    )
    build = project.build("typst")
    assert build.warnings == ()
    source = (build.outdir / "sources" / "question-bank.typ").read_text("utf-8")
    assert "a \\= 1 \\ b \\= 2" in source
    assert "€" in text(build)


def test_formula_that_only_ziamath_knows_is_drawn(project: Project) -> None:
    """A formula that cannot be converted is an image with its source as its words."""
    project.write({"index.md": QUESTION.format("A $\\overbracket{b}$ here.")})
    build = project.build("typst")
    assert build.warnings == ()
    source = (build.outdir / "sources" / "question-bank.typ").read_text("utf-8")
    assert 'alt: "\\\\overbracket{b}"' in source
    assert "bracket" not in text(build)


def test_unknown_node_keeps_its_text(project: Project) -> None:
    """What nothing is known of is set as plain text, with a warning of its place."""
    project.write(
        {
            "extension.py": """
                from docutils import nodes
                from docutils.parsers.rst import Directive


                class strange(nodes.General, nodes.Element):
                    pass


                class Strange(Directive):
                    def run(self):
                        return [strange("", nodes.paragraph("", "Kept words."))]


                def setup(app):
                    app.add_node(strange)
                    app.add_directive("strange", Strange)
                """,
            "index.md": QUESTION.format("Text.\n\n    ```{strange}\n    ```"),
        }
    )
    project.configure(extensions=["sphinx_questions", "myst_parser", "strange_things"])
    module = project.source / "extension.py"
    module.rename(project.root / "strange_things.py")
    sys.path.insert(0, str(project.root))
    try:
        build = project.build("typst")
    finally:
        sys.path.remove(str(project.root))
        del sys.modules["strange_things"]
    assert "Kept words." in text(build)
    (warning,) = build.warnings
    assert "the PDF does not know the node 'strange'" in warning
    assert warning.endswith("[questions.node]")


def test_absent_compiler_is_explained(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the package the builder says what to install."""
    monkeypatch.setitem(sys.modules, "typst", None)
    project.write({"index.md": QUESTION.format("Text.")})
    with pytest.raises(ExtensionError, match=r"pip install 'sphinx-questions\[pdf\]'"):
        project.build("typst")


def test_archive_standard_can_be_asked_for(project: Project) -> None:
    """PDF/A is an option."""
    project.configure(questions_pdf_standards=["a-2a", "ua-1"])
    project.write(bank_of_three.FILES)
    build = project.build("typst")
    assert b"pdfaid" in (build.outdir / "question-bank.pdf").read_bytes()


def test_project_without_guides_makes_none(project: Project) -> None:
    """An empty list of guides makes no file."""
    project.configure(questions_guides=[])
    project.write(bank_of_three.FILES)
    build = project.build("typst")
    assert build.warnings == ()
    assert list(build.outdir.glob("*.pdf")) == []


def test_formulas_of_titles_are_formulas_in_links(project: Project) -> None:
    """A link to a question, and its line in the index of topics, show no source."""
    question = MYST.question("PY-001", "See {question}`PY-002`.")
    other = MYST.question(
        "PY-002",
        "See {question}`PY-001`.",
        title="What is $\\frac{a}{b}$?",
        topics="sets",
    )
    project.write({"index.md": MYST.page(question, other)})
    build = project.build("typst")
    assert build.warnings == ()
    source = (build.outdir / "sources" / "question-bank.typ").read_text("utf-8")
    assert source.count("frac(a, b)") == 3
    assert "frac" not in text(build)


def test_guide_that_is_declared_no_more_is_removed(project: Project) -> None:
    """Of an output folder only that goes which the builder has written itself."""
    project.write(bank_of_three.FILES)
    project.configure(questions_guides=[{"name": n} for n in ("kept", "old", "mine")])
    out = project.build("typst").outdir
    (out / "theirs.pdf").write_bytes(b"of somebody else")
    (out / "mine.pdf").write_bytes(b"changed by somebody else")
    project.configure(questions_guides=[{"name": "kept"}])
    project.build("typst")
    assert sorted(path.name for path in out.glob("*.pdf")) == [
        "kept.pdf",
        "mine.pdf",
        "theirs.pdf",
    ]
    assert (out / "sources" / "kept.typ").exists()
    assert not (out / "sources" / "old.typ").exists()
