"""What an author is told about wrong sections; every word stays on the page."""

from __future__ import annotations

import pytest

from markups import Markup, both_markups, line_of, shown
from projects import Build, Project


def warned_at(build: Build, place: str, kind: str = "section") -> str:
    """Return the text of the only warning, which must be of a kind and at a place."""
    (warning,) = build.warnings
    prefix, suffix = f"{place}: WARNING: ", f" [questions.{kind}]"
    assert warning.startswith(prefix)
    assert warning.endswith(suffix)
    return warning.removeprefix(prefix).removesuffix(suffix)


def heading_line(markup: Markup, page: str, heading: str) -> int:
    """Return the line that docutils counts as a heading's: its underline."""
    return line_of(page, heading) + (markup.suffix == "rst")


def keys(build: Build) -> list[str]:
    """Return the keys of the card's sections, in the order shown."""
    found = build.card("PY-001").select("section[data-section]")
    return [str(section["data-section"]) for section in found]


@both_markups
def test_unknown_section(project: Project, markup: Markup) -> None:
    """An unknown heading is shown as it is, with a hint at what it may mean."""
    page = markup.page(
        markup.question(
            "PY-001",
            "The answer.",
            markup.heading("Explanaton"),
            "Deep text.",
        )
    )
    project.write({markup.file: page})
    build = project.build()
    line = heading_line(markup, page, "Explanaton")
    assert warned_at(build, f"{markup.file}:{line}") == (
        "unknown section 'Explanaton'; it is shown as it is. Write one of "
        "'Key points', 'Explanation', 'Example', 'Mistakes', 'Scenario', "
        "'Follow-up questions', 'Sources', or declare it in conf.py under "
        "questions_sections. Did you mean 'Explanation'?"
    )
    assert "Explanaton Deep text." in shown(build)


@both_markups
def test_unknown_section_keeps_its_place(project: Project, markup: Markup) -> None:
    """An unknown section stays behind the known one that it followed."""
    blocks = [
        text
        for name in ("Sources", "Zebra", "Key points", "Yak")
        for text in (markup.heading(name), f"On {name}.")
    ]
    question = markup.question("PY-001", "The answer.", *blocks)
    project.write({markup.file: markup.page(question)})
    build = project.build()
    assert len(build.warnings) == 2
    assert keys(build) == ["key-points", "yak", "sources", "zebra"]


@both_markups
def test_repeated_section(project: Project, markup: Markup) -> None:
    """A section written twice, also by an alias, is one section with both texts."""
    page = markup.page(
        markup.question(
            "PY-001",
            "The answer.",
            markup.heading("Explanation"),
            "First half.",
            markup.heading("Key points"),
            "In between.",
            markup.heading("Deep dive"),
            "Second half.",
        )
    )
    project.write({markup.file: page})
    build = project.build()
    line = heading_line(markup, page, "Deep dive")
    assert warned_at(build, f"{markup.file}:{line}") == (
        "the section 'Explanation' stands twice in this question; its text is added "
        "to the first one. Join them"
    )
    assert keys(build) == ["key-points", "explanation"]
    assert "Explanation First half. Second half." in shown(build)


@both_markups
def test_empty_section(project: Project, markup: Markup) -> None:
    """A heading with nothing below it but a comment is warned of and shown."""
    page = markup.page(
        markup.question(
            "PY-001",
            "The answer.",
            markup.heading("Example"),
            markup.comment("later"),
            markup.heading("Sources"),
            "A book.",
        )
    )
    project.write({markup.file: page})
    build = project.build()
    line = heading_line(markup, page, "Example")
    assert warned_at(build, f"{markup.file}:{line}") == (
        "the section 'Example' is empty; write it or take it out"
    )
    assert "Example Sources A book." in shown(build)


@both_markups
def test_required_section_is_absent(project: Project, markup: Markup) -> None:
    """A required section that is not there is reported at the question."""
    project.configure(questions_sections={"sources": {"required": True}})
    project.write({markup.file: markup.page(markup.question())})
    build = project.build()
    assert warned_at(build, f"{markup.file}:{markup.first}") == (
        "the section 'Sources' is required and absent; write it under a heading of "
        "that name, or make it optional in conf.py under questions_sections"
    )
    assert "The answer." in shown(build)


@both_markups
def test_required_section_is_there(project: Project, markup: Markup) -> None:
    """A required section satisfies under any of its names."""
    project.configure(questions_sections={"sources": {"required": True}})
    question = markup.question("PY-001", "Yes.", markup.heading("References"), "Book.")
    project.write({markup.file: markup.page(question)})
    assert project.build().warnings == ()


@pytest.mark.parametrize("comments", [0, 1])
@both_markups
def test_no_answer(project: Project, markup: Markup, comments: int) -> None:
    """A question with nothing before its first heading has no answer, and is shown."""
    lead = [markup.comment("later")] * comments
    question = markup.question("PY-001", *lead, markup.heading("Sources"), "A book.")
    project.write({markup.file: markup.page(question)})
    build = project.build()
    assert warned_at(build, f"{markup.file}:{markup.first}", "answer") == (
        "this question has no answer; write it between the options and the first "
        "heading"
    )
    assert build.catalogue["PY-001"].answer == ()
    assert "Sources A book." in shown(build)


@both_markups
def test_no_body_at_all(project: Project, markup: Markup) -> None:
    """A question of options alone lacks an answer, and stands in the bank."""
    project.write({markup.file: markup.page(markup.question("PY-001", ""))})
    build = project.build()
    warned_at(build, f"{markup.file}:{markup.first}", "answer")
    assert "PY-001" in build.catalogue


def test_heading_shallower_than_the_first(project: Project) -> None:
    """A heading above the first one's level begins a section like that one."""
    text = """
        # Home

        :::{question} What is it?
        :id: PY-001
        :technology: python
        :level: beginner

        The answer.

        ### Explanation
        Deep text.

        ## Example
        Code.

        ### Mistakes
        None.
        :::
        """
    project.write({"index.md": text})
    build = project.build()
    assert build.warnings == ()
    assert keys(build) == ["explanation", "example", "mistakes"]


@both_markups
def test_section_warnings_can_be_silenced(project: Project, markup: Markup) -> None:
    """Warnings of sections and of absent answers are silenced by their names."""
    project.configure(
        questions_sections={"sources": {"required": True}},
        suppress_warnings=["questions.section", "questions.answer"],
    )
    question = markup.question("PY-001", markup.heading("Zebra"), markup.heading("Yak"))
    project.write({markup.file: markup.page(question)})
    assert project.build().warnings == ()
