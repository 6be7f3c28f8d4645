"""Links that lead nowhere or in a circle, and a bank without a question."""

from __future__ import annotations

import pytest

from markups import MYST, Markup, both_markups, complaint, line_of, shown
from projects import Project


@pytest.mark.parametrize("option", ["requires", "related"])
@both_markups
def test_option_names_an_unknown_id(
    project: Project, markup: Markup, option: str
) -> None:
    """An unknown ID in an option is reported with the one likely meant."""
    faulty = markup.question("PY-002", "Second answer.", **{option: "PY-001, PY-301"})
    page = markup.page(markup.question("PY-300"), faulty, markup.question("PY-001"))
    project.write({markup.file: page})
    build = project.build()
    line = line_of(page, ":id: PY-002") - 1
    assert build.warnings == (
        complaint(
            f"{markup.file}:{line}",
            f":{option}: names 'PY-301', which is no "
            "question's ID. Did you mean 'PY-300'?",
            "reference",
        ),
    )
    assert "Second answer." in shown(build)
    assert build.card("PY-002").select_one('a[href="#py-001"]') is not None


@both_markups
def test_hint_is_never_the_question_itself(project: Project, markup: Markup) -> None:
    """A question is not proposed as its own requirement."""
    project.write({markup.file: markup.page(markup.question(requires="PY-002"))})
    assert project.build().warnings == (
        complaint(
            f"{markup.file}:{markup.first}",
            ":requires: names 'PY-002', which is no question's ID.",
            "reference",
        ),
    )


@pytest.mark.parametrize("name", ["question", "questions:question"])
@both_markups
def test_role_names_an_unknown_id(project: Project, markup: Markup, name: str) -> None:
    """An unknown ID in a role is reported once, and its text is shown."""
    page = markup.page(
        markup.question("PY-300"),
        markup.role("PY-301", name),
        markup.role("other words <ZZ-999>", name),
    )
    project.write({markup.file: page})
    build = project.build()
    first, second = line_of(page, "`PY-301"), line_of(page, "`other")
    assert build.warnings == (
        (
            f"{markup.file}:{first}: WARNING: no question has the ID 'PY-301'. Did you "
            "mean 'PY-300'? [questions.reference]"
        ),
        (
            f"{markup.file}:{second}: WARNING: no question has the ID 'ZZ-999'. "
            "[questions.reference]"
        ),
    )
    assert "PY-301 other words" in shown(build)


@both_markups
def test_role_in_a_body_is_checked(project: Project, markup: Markup) -> None:
    """An unknown ID among the follow-ups is reported at its own line."""
    page = markup.page(
        markup.question(
            "PY-001",
            "The answer.",
            markup.heading("Follow-ups"),
            f"- {markup.role('PY-404')}",
        )
    )
    project.write({markup.file: page})
    (warning,) = project.build().warnings
    assert warning.startswith(f"{markup.file}:{line_of(page, 'PY-404')}: WARNING: no")


@both_markups
def test_unknown_id_is_reported_again(project: Project, markup: Markup) -> None:
    """An unknown ID in an option is reported on a build that reads nothing too."""
    project.write({markup.file: markup.page(markup.question(requires="ZZ-1"))})
    assert project.build().warnings == project.build().warnings != ()


@both_markups
def test_circle_of_requirements(project: Project, markup: Markup) -> None:
    """Questions that require each other are reported once, all named."""
    page = markup.page(
        markup.question("PY-003", "Third answer.", requires="PY-001"),
        markup.question("PY-001", "First answer.", requires="PY-002"),
        markup.question("PY-002", "Second answer.", requires="PY-003"),
    )
    project.write({markup.file: page})
    build = project.build()
    line = line_of(page, ":id: PY-001") - 1
    assert build.warnings == (
        complaint(
            f"{markup.file}:{line}",
            "questions require each other in a circle: "
            "PY-001 → PY-002 → PY-003 → PY-001; take one of these requirements out",
            "cycle",
        ),
    )
    assert project.build().warnings == build.warnings
    assert "First answer." in shown(build)


@both_markups
def test_no_question_at_all(project: Project, markup: Markup) -> None:
    """A project without a question builds, with a warning that says what to write."""
    project.write({markup.file: markup.page("Only text.")})
    build = project.build()
    assert build.warnings == (
        (
            "conf.py:1: WARNING: this project has no question with an ID; write one "
            "with the question directive, or take sphinx_questions out of the "
            "extensions [questions.empty]"
        ),
    )
    assert "Only text." in shown(build)
    assert len(build.catalogue) == 0


@pytest.mark.parametrize("name", ["question", "questions:question"])
def test_colons_that_are_not_read(project: Project, name: str) -> None:
    """Where a question stands between colons, and these are not read, that is said."""
    project.configure(myst_enable_extensions=["dollarmath"])
    question = MYST.question().replace("{question}", f"{{{name}}}")
    text = f"---\norphan: 1\n---\n{MYST.page('Text.', question)}"
    project.write({"index.md": MYST.page("Text."), "one.md": text})
    assert project.build().warnings == (
        complaint(
            "conf.py:1",
            "this project has no question with an ID; write one with the question "
            "directive, or take sphinx_questions out of the extensions. one.md:8 has "
            "one between colons, which are not read; write in conf.py: "
            'myst_enable_extensions = ["colon_fence"]',
            "empty",
        ),
    )


@both_markups
def test_bad_links_can_be_silenced(project: Project, markup: Markup) -> None:
    """Each kind of warning about the whole bank is silenced by its name."""
    kinds = ("reference", "cycle", "duplicate")
    project.configure(suppress_warnings=[f"questions.{kind}" for kind in kinds])
    page = markup.page(
        markup.question("PY-001", requires="PY-002"),
        markup.question("PY-002", requires="PY-001, PY-404"),
        markup.question("PY-002"),
        markup.role("PY-405"),
    )
    project.write({markup.file: page})
    assert project.build().warnings == ()
    project.configure(suppress_warnings=["questions.empty"])
    project.write({markup.file: markup.page("Only text.")})
    assert project.build(fresh=True).warnings == ()
