"""Characters and links that do harm are mended, and said."""

from __future__ import annotations

import pytest

from markups import REST, Markup, both_markups, complaint
from projects import Project


@both_markups
def test_control_characters_are_replaced(project: Project, markup: Markup) -> None:
    """A character that cannot be shown becomes a mark, and its author is told."""
    question = markup.question("PY-001", "A\x01B `C\x1bD` E.", title="What\x7f?")
    project.write({markup.file: markup.page(question)})
    build = project.build()
    assert build.warnings == (
        complaint(
            f"{markup.file}:{markup.first}",
            "this question holds characters that cannot be shown: U+0001, U+001B, "
            "U+007F; each is replaced by U+FFFD. Take them out, or write their names "
            "instead",
            "character",
        ),
    )
    assert build.catalogue["PY-001"].title == "What\ufffd?"
    assert "A\ufffdB C\ufffdD E." in build.card("PY-001").get_text()


@both_markups
def test_title_ends_its_changes_of_direction(project: Project, markup: Markup) -> None:
    """What stands behind a title is not turned around by it."""
    project.write(
        {markup.file: markup.page(markup.question(title="Is \u202eabc \u2066d?"))}
    )
    build = project.build()
    assert build.warnings == ()
    assert build.catalogue["PY-001"].title == "Is \u202eabc \u2066d?\u2069\u202c"


@pytest.mark.parametrize(
    "uri",
    ["javascript:alert(1)", "JavaScript:x", "java\tscript:x", "vbscript:x", "data:x,y"],
)
def test_link_to_a_program_is_text(project: Project, uri: str) -> None:
    """A link that would run something shows its words and its address instead."""
    question = REST.question("PY-001", f"Follow `these *words* <{uri}>`_ now.")
    project.write({"index.rst": REST.page(question)})
    build = project.build()
    (warning,) = build.warnings
    assert "would run a program in the browser" in warning
    assert warning.endswith("[questions.link]")
    answer = build.card("PY-001").select_one(".question-answer")
    assert answer is not None
    assert answer.find("a") is None
    assert "these *words* " in answer.get_text()
    assert ":" in answer.get_text()


def test_other_links_stay(project: Project) -> None:
    """A link to a page, a mailbox or a place on the page is left as it is."""
    words = "`a <https://example.org/javascript:x>`_, `b <mailto:x@example.org>`_"
    project.write({"index.rst": REST.page(REST.question("PY-001", words))})
    build = project.build()
    assert build.warnings == ()
    links = build.card("PY-001").select(".question-answer a")
    assert [link["href"] for link in links] == [
        "https://example.org/javascript:x",
        "mailto:x%40example.org",
    ]


def test_backslash_of_restructuredtext_is_no_character(project: Project) -> None:
    """A backslash that escapes a sign is none of the characters that are replaced."""
    question = REST.question("PY-001", r"A star \*, thing\ s.")
    project.write({"index.rst": REST.page(question)})
    build = project.build("text")
    assert build.warnings == ()
    assert "A star *, things." in build.text("index.txt")
