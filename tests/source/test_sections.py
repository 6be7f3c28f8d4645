"""Which part of a body becomes which section of the card."""

from __future__ import annotations

import pytest
from bs4 import Tag

from markups import MYST, REST, Markup, both_markups, ignores_myst_include
from projects import Build, Project

ALL = (
    "key-points",
    "explanation",
    "example",
    "mistakes",
    "scenario",
    "follow-ups",
    "sources",
)


def sections(build: Build, page: str = "index", id_: str = "PY-001") -> dict[str, Tag]:
    """Return the sections of a card by key, in the order shown."""
    found = build.card(id_, page).select("section[data-section]")
    return {str(section["data-section"]): section for section in found}


def headings(section: Tag) -> list[tuple[str, str]]:
    """Return the tag and text of each heading in a section."""
    return [
        (tag.name, tag.get_text()) for tag in section.select("h1, h2, h3, h4, h5, h6")
    ]


@pytest.mark.parametrize("level", [2, 3])
@both_markups
def test_first_heading_sets_the_level(
    project: Project, markup: Markup, level: int
) -> None:
    """Headings as deep as the first are sections; deeper ones stay inside."""
    question = markup.question(
        "PY-001",
        "The answer.",
        markup.heading("Explanation", level),
        "Deep text.",
        markup.heading("Example", level + 1),
        "Not a section of its own.",
        markup.heading("Sources", level),
        "A book.",
    )
    project.write({markup.file: markup.page(question)})
    build = project.build()
    assert build.warnings == ()
    found = sections(build)
    assert list(found) == ["explanation", "sources"]
    assert headings(found["explanation"]) == [("h3", "Explanation"), ("h4", "Example")]


@both_markups
def test_order_is_that_of_the_configuration(project: Project, markup: Markup) -> None:
    """Sections stand on the card as declared, however they were written."""
    blocks = [
        text for key in reversed(ALL) for text in (markup.heading(key), f"On {key}.")
    ]
    question = markup.question("PY-001", "The answer.", *blocks)
    project.write({markup.file: markup.page(question)})
    build = project.build()
    assert build.warnings == ()
    assert tuple(sections(build)) == ALL


@pytest.mark.parametrize(
    ("written", "key", "label"),
    [
        ("key points", "key-points", "Key points"),
        ("KEY-POINTS", "key-points", "Key points"),
        ("Common mistakes", "mistakes", "Mistakes"),
        ("deep  DIVE", "explanation", "Explanation"),
        ("Follow-up", "follow-ups", "Follow-up questions"),
        ("follow-ups", "follow-ups", "Follow-up questions"),
        ("References", "sources", "Sources"),
    ],
)
@both_markups
def test_names_of_a_section(
    project: Project, markup: Markup, written: str, key: str, label: str
) -> None:
    """Key, label and alias mean one section in any case; the label is shown."""
    question = markup.question("PY-001", "Yes.", markup.heading(written), "Text.")
    project.write({markup.file: markup.page(question)})
    build = project.build()
    assert build.warnings == ()
    assert headings(sections(build)[key]) == [("h3", label)]


@both_markups
def test_rubrics_of_the_author_stay(project: Project, markup: Markup) -> None:
    """A rubric directive is text of its section, whatever it says."""
    question = markup.question(
        "PY-001",
        "The answer.",
        markup.heading("Explanation"),
        markup.directive("rubric", "Example"),
        "Below the rubric.",
    )
    project.write({markup.file: markup.page(question)})
    build = project.build()
    assert build.warnings == ()
    found = sections(build)
    assert list(found) == ["explanation"]
    assert found["explanation"].select_one("p.rubric") is not None


@both_markups
def test_target_on_a_heading_works(project: Project, markup: Markup) -> None:
    """A target in front of a heading is an anchor and a label with its title."""
    question = markup.question(
        "PY-001",
        "The answer.",
        markup.heading("Key points"),
        "Points.",
        markup.target("here"),
        markup.heading("Explanation"),
        "Deep text.",
    )
    project.write({markup.file: markup.page(question, markup.role("here", "ref"))})
    build = project.build()
    assert build.warnings == ()
    assert sections(build)["explanation"].select_one("#here") is not None
    link = build.page().select_one('a[href="#here"]')
    assert link is not None
    assert link.get_text() == "Explanation"


@both_markups
def test_target_on_a_question_works(project: Project, markup: Markup) -> None:
    """A target in front of a question is an anchor beside the question's own."""
    project.write(
        {
            markup.file: markup.page(
                markup.target("here"), markup.question(), markup.role("here", "ref")
            )
        }
    )
    build = project.build()
    assert build.warnings == ()
    assert build.catalogue["PY-001"].anchor == "py-001"
    assert build.card("PY-001")["id"] == "py-001"
    link = build.page().select_one('a[href="#here"]')
    assert link is not None
    assert link.get_text() == "What is it?"
    assert build.card("PY-001").select_one("#here") is not None


@both_markups
def test_several_questions_in_one_document(project: Project, markup: Markup) -> None:
    """Questions stand under any heading, beside other text, with equal sections."""
    same = (markup.heading("Key points"), "Points.", markup.heading("Sources"), "Book.")
    page = markup.page(
        markup.question("PY-001", "First answer.", *same),
        "Text between.",
        markup.question("PY-002", "Second answer.", *same),
        markup.heading("Part"),
        markup.heading("Chapter", 3),
        markup.question("PY-003", "Third answer.", *same),
        markup.heading("Other chapter", 3),
        "Last words.",
    )
    project.write({markup.file: page})
    build = project.build()
    assert build.warnings == ()
    assert [
        (tag.name, tag.get_text().rstrip("¶"))
        for tag in build.page().select("[role=main] :is(h1, h2, h3, h4, h5)")
    ] == [
        ("h1", "Home"),
        *[("h2", "What is it?"), ("h3", "Key points"), ("h3", "Sources")] * 2,
        ("h2", "Part"),
        ("h3", "Chapter"),
        *[("h4", "What is it?"), ("h5", "Key points"), ("h5", "Sources")],
        ("h3", "Other chapter"),
    ]
    for number in (1, 2, 3):
        card_sections = sections(build, id_=f"PY-00{number}")
        assert [section["id"] for section in card_sections.values()] == [
            f"py-00{number}-key-points",
            f"py-00{number}-sources",
        ]
    ids = [tag["id"] for tag in build.page().find_all(id=True)]
    assert len(ids) == len(set(map(str, ids)))


def with_sections(markup: Markup) -> str:
    """Return a question with an answer and two sections."""
    return markup.question(
        "PY-001",
        "The answer.",
        markup.heading("Sources"),
        "A book.",
        markup.heading("Key points"),
        "Points.",
    )


@ignores_myst_include
@both_markups
def test_included_question(project: Project, markup: Markup) -> None:
    """A question may stand in an included file, which is then its place."""
    project.write(
        {
            markup.file: markup.page(markup.directive("include", "part.txt")),
            "part.txt": f"Before.\n\n{with_sections(markup)}\n",
        }
    )
    build = project.build()
    assert build.warnings == ()
    assert list(sections(build)) == ["key-points", "sources"]
    assert build.catalogue["PY-001"].place == ("index", "part.txt", 3)


@both_markups
def test_question_in_only(project: Project, markup: Markup) -> None:
    """A question under a condition is a card where the condition holds."""
    text = markup.directive("only", "html", with_sections(markup))
    project.write({markup.file: markup.page(text)})
    build = project.build()
    assert build.warnings == ()
    assert list(sections(build)) == ["key-points", "sources"]


def test_question_in_eval_rst(project: Project) -> None:
    """A reStructuredText question works inside a MyST document."""
    text = f"```{{eval-rst}}\n{with_sections(REST)}\n```"
    project.write({"index.md": MYST.page("Before.", text, "After.")})
    build = project.build()
    assert build.warnings == ()
    assert list(sections(build)) == ["key-points", "sources"]
    assert build.catalogue["PY-001"].place == ("index", "index.md", 6)
