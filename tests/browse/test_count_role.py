"""Numbers of questions in the text, always those of the bank."""

from __future__ import annotations

from typing import Final

import pytest

from bank_to_browse import bank, project_at, words
from markups import MYST, REST, Markup, both_markups, complaint, line_of, shown
from projects import Build, Project

COUNTS: Final = {
    "all": 6,
    "technology=python": 4,
    "technology=machine-learning level=advanced": 1,
    "level=beginner,advanced": 6,
    "level=intermediate": 0,
    "topics=typing": 2,
    "difficulty=6-8": 3,
    "difficulty=>=9": 1,
    "ids=PY-ADV-001,ML-BEG-001": 2,
    "requires=PY-ADV-001": 1,
}


def counts(markup: Markup) -> str:
    """Return a page with every number in a sentence."""
    sentences = [
        f"There are {markup.role(text, 'questions:count')} of number {number}."
        for number, text in enumerate(COUNTS)
    ]
    return markup.page(*sentences, title="Counts")


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a bank with the numbers in both markups, as HTML."""
    project = project_at(tmp_path_factory.mktemp("counts"), "myst", "rest")
    project.write({"myst.md": counts(MYST), "rest.rst": counts(REST)})
    return project.build()


@pytest.mark.parametrize("name", ["myst", "rest"])
def test_count_is_a_number_in_the_text(build: Build, name: str) -> None:
    """The role leaves the number of questions that its query selects."""
    assert build.warnings == ()
    text = shown(build, name)
    for number, count in enumerate(COUNTS.values()):
        assert f"There are {count} of number {number}." in text


def test_count_stands_in_every_output(project: Project) -> None:
    """A number stands in plain text and in LaTeX as it does on the web."""
    count = MYST.role("all", "questions:count")
    project.write({"index.md": MYST.page(MYST.question(), f"{count} question.")})
    for builder, name in (("text", "index.txt"), ("latex", "bank.tex")):
        build = project.build(builder)
        assert build.warnings == ()
        assert "1 question." in build.text(name)


@both_markups
def test_count_in_a_heading(project: Project, markup: Markup) -> None:
    """A heading shows the number, with a warning that tables of contents cannot."""
    heading = markup.heading(f"All {markup.role('all', 'questions:count')} of them")
    page = markup.page(markup.question(), heading, "Text.")
    project.write({markup.file: page})
    build = project.build()
    assert words(build.page().select("h2")[-1]) == "All 1 of them ¶"
    (warning,) = build.warnings
    assert warning.startswith(f"{markup.file}:{line_of(page, 'of them')}: WARNING: ")
    assert warning.endswith("write the number into the text below [questions.query]")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "level=expert",
            ":level: is 'expert'; write one of 'beginner', 'intermediate', 'advanced'.",
        ),
        (
            "python",
            (
                "'python' is no selection; write 'all' or some of technology=…, "
                "level=…, topics=…, difficulty=…, ids=…, requires=…"
            ),
        ),
        (
            "limit=3",
            (
                "'limit=3' is no selection; write 'all' or some of technology=…, "
                "level=…, topics=…, difficulty=…, ids=…, requires=…"
            ),
        ),
    ],
)
@both_markups
def test_wrong_count(project: Project, markup: Markup, text: str, message: str) -> None:
    """A wrong query is a warning at its line, and its own text is shown, no number."""
    page = markup.page(
        markup.question(), f"There are {markup.role(text, 'questions:count')} here."
    )
    project.write({markup.file: page})
    build = project.build()
    place = f"{markup.file}:{line_of(page, 'There are')}"
    assert build.warnings == (complaint(place, f"questions:count: {message}", "query"),)
    assert f"There are {text} here." in shown(build)


@both_markups
def test_count_of_what_no_question_has(project: Project, markup: Markup) -> None:
    """A topic that no question has is a warning at its line: 0 is no silent answer."""
    role = markup.role("topics=typng", "questions:count")
    page = markup.page(markup.question(topics="typing"), f"There are {role} here.")
    project.write({markup.file: page})
    build = project.build()
    assert build.warnings == (
        complaint(
            f"{markup.file}:{line_of(page, 'There are')}",
            "questions:count: :topics: is 'typng'; write one of 'typing'. Did you mean "
            "'typing'?",
            "query",
        ),
    )


def test_count_follows_the_bank(tmp_path_factory: pytest.TempPathFactory) -> None:
    """After a question was taken out, an unedited page has the new number."""
    page = MYST.page(f"There are {MYST.role('all', 'questions:count')} of them.")
    project = project_at(tmp_path_factory.mktemp("live"), number=page)
    assert "There are 6 of them." in shown(project.build(), "number")
    assert "learning/ML-BEG-001.md" in bank()
    (project.source / "learning/ML-ADV-001.rst").unlink()
    build = project.build()
    assert "There are 5 of them." in words(build.page("number").select_one("p"))
