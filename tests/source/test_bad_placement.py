"""Questions in places where no section can stand, and in included files."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from markups import (
    MYST,
    REST,
    Markup,
    both_markups,
    complaint,
    ignores_myst_include,
    line_of,
    shown,
)
from projects import Project


def question(markup: Markup) -> str:
    """Return a question with two sections."""
    return markup.question(
        "PY-001",
        "The answer.",
        markup.heading("Key points"),
        "Points.",
        markup.heading("Sources"),
        "A book.",
    )


def in_list(markup: Markup) -> str:
    """Return a question in a list."""
    return "- Item\n\n" + textwrap.indent(question(markup), "  ")


def in_admonition(markup: Markup) -> str:
    """Return a question in an admonition."""
    return markup.directive("note", "", "Mind this.", question(markup))


def in_table(markup: Markup) -> str:
    """Return a question in the cell of a table."""
    cells = textwrap.indent(question(markup), "    ").lstrip()
    return markup.directive("list-table", "", f"* - {cells}\n  - Other cell")


def in_quote(markup: Markup) -> str:
    """Return a question in a block quote."""
    prefix = "> " if markup is MYST else "   "
    return textwrap.indent(question(markup), prefix, lambda _line: True)


def in_question(markup: Markup) -> str:
    """Return a question in the answer of another one."""
    return markup.question("PY-900", "Answer.", question(markup), title="Outer?")


@pytest.mark.parametrize(
    ("block", "where"),
    [
        (in_list, "list item"),
        (in_admonition, "note"),
        (in_table, "entry"),
        (in_quote, "block quote"),
        (in_question, "container"),
    ],
)
@both_markups
def test_misplaced_question_is_a_block(
    project: Project, markup: Markup, block: Callable[[Markup], str], where: str
) -> None:
    """Where no section can stand a question is a block with all its text."""
    page = markup.page(block(markup), f"See {markup.role('PY-001')}.")
    project.write({markup.file: page})
    build = project.build()
    line = line_of(page, "What is it?")
    assert build.warnings == (
        complaint(
            f"{markup.file}:{line}",
            f"a question cannot stand inside another block ({where}); it is shown as a "
            "block of text, outside the table of contents. Move it to the left margin, "
            "directly below a heading",
            "placement",
        ),
    )
    place = build.page().select_one("#py-001")
    assert place is not None
    words = " ".join(place.get_text().split())
    for text in ("What is it?", "The answer.", "Key points Points.", "Sources A book."):
        assert text in words
    assert build.page().select_one('p a[href="#py-001"]') is not None
    for key in ("key-points", "sources"):
        assert place.select_one(f"#py-001-{key}") is not None


@both_markups
def test_inner_question_is_not_part_of_the_outer(
    project: Project, markup: Markup
) -> None:
    """A question inside a question lends it neither sections nor anchors."""
    project.write({markup.file: markup.page(in_question(markup))})
    build = project.build()
    assert build.page().select_one("#py-001 #py-001-sources") is not None
    assert build.page().select("[id^=py-900-]") == []


@both_markups
def test_placement_can_be_silenced(project: Project, markup: Markup) -> None:
    """The warning of a misplaced question is silenced by its name."""
    project.configure(suppress_warnings=["questions.placement"])
    project.write({markup.file: markup.page(in_list(markup))})
    assert project.build().warnings == ()


@ignores_myst_include
@both_markups
def test_included_file_is_named(project: Project, markup: Markup) -> None:
    """A fault in an included file is reported there, whoever finds it."""
    faulty = markup.question(
        "PY-001",
        "The answer.",
        markup.heading("Zebra"),
        "Stripes.",
        level="x",
        requires="PY-404",
    )
    part = f"Before.\n\n{faulty}\n"
    index = markup.page(markup.directive("include", "a.txt"), markup.question())
    project.write({markup.file: index, "a.txt": part})
    build = project.build()
    zebra = line_of(part, "Zebra") + (markup is REST)
    assert [
        (warning.split(": WARNING")[0], warning.split("[")[-1])
        for warning in build.warnings
    ] == [
        ("a.txt:6", "questions.level]"),
        (f"a.txt:{zebra}", "questions.section]"),
        ("a.txt:3", "questions.duplicate]"),
        (f"{markup.file}:{line_of(index, 'What')}", "questions.duplicate]"),
        ("a.txt:3", "questions.reference]"),
    ]
    assert "Zebra Stripes." in shown(build)
