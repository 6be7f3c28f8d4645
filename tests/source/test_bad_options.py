"""What an author is told about a wrong option, and what becomes of the question."""

from __future__ import annotations

from typing import Any

import pytest

from markups import MYST, Markup, both_markups, complaint, shown
from projects import Project
from sphinx_questions.option_texts import written_options

WRONG: tuple[tuple[str, dict[str, Any], tuple[str, ...]], ...] = (
    ("id", {"id": None}, ("has no ID", "write :id:", "such as PY-901")),
    ("id", {"id": ""}, ("has no ID", "write :id:")),
    ("id", {"id": "py 1"}, ("'py 1' does not match questions_id_pattern",)),
    ("id", {"id": "Ä-1"}, ("'Ä-1' does not match", "or change the pattern")),
    ("technology", {"technology": None}, ("'python', 'machine-learning'",)),
    (
        "technology",
        {"technology": "pyton"},
        (
            "unknown technology 'pyton'. Did you mean 'python'?",
            'in conf.py: questions_technologies["pyton"] = {"label": "…"}',
        ),
    ),
    ("technology", {"technology": "Python"}, ("Did you mean 'python'?",)),
    ("technology", {"technology": "zzz"}, ("unknown technology 'zzz'. To declare",)),
    (
        "technology",
        {"technology": 'Höhen "rettung"'},
        (
            'questions_technologies["hoehen-rettung"] = ',
            r'{"label": "Höhen \"rettung\""}',
            "and here :technology: hoehen-rettung",
        ),
    ),
    (
        "technology",
        {"technology": "Язык"},
        ('questions_technologies["…"] = {"label": "Язык"}',),
    ),
    ("level", {"level": "Beginner"}, ("Did you mean 'beginner'?",)),
    ("level", {"level": None}, ("'beginner', 'intermediate', 'advanced'",)),
    (
        "level",
        {"level": "begginer"},
        ("unknown level 'begginer'", "questions_levels. Did you mean 'beginner'?"),
    ),
    ("difficulty", {"difficulty": "0"}, ("'0' is no whole number from 1 to 10",)),
    ("difficulty", {"difficulty": "11"}, ("'11' is no whole number from 1 to 10",)),
    ("difficulty", {"difficulty": "x"}, ("'x' is no whole number",)),
    ("difficulty", {"difficulty": "-1"}, ("'-1' is no whole number",)),
    ("difficulty", {"difficulty": "3.5"}, ("'3.5' is no whole number",)),
    ("difficulty", {"difficulty": "²"}, ("'²' is no whole number",)),
    (
        "difficulty",
        {"difficulty": "5"},
        ("5 does not suit the level 'beginner'", "1 to 4", "questions_levels"),
    ),
    ("date", {"reviewed": "2026-02-30"}, ("'2026-02-30'", "write it as YYYY-MM-DD")),
    ("date", {"added": "2026-13-01"}, ("'2026-13-01' in :added:",)),
    ("date", {"reviewed": "23.11.2026"}, ("'23.11.2026' in :reviewed:",)),
    (
        "option",
        {"topic": "lists"},
        ("unknown option 'topic' with the value 'lists'", "Did you mean 'topics'?"),
    ),
    ("option", {"hidden": ""}, ("unknown option 'hidden' with the value ''",)),
    (
        "option",
        {"topics": "lists, names, lists"},
        ("the topic 'lists' stands twice in :topics:; take one of them out",),
    ),
    ("reference", {"requires": "PY-001"}, ("names itself in :requires:",)),
    ("reference", {"related": "PY-001"}, ("names itself in :related:",)),
)


@both_markups
@pytest.mark.parametrize(("subtype", "options", "parts"), WRONG)
def test_wrong_option_is_one_warning(
    project: Project,
    markup: Markup,
    subtype: str,
    options: dict[str, Any],
    parts: tuple[str, ...],
) -> None:
    """A wrong value is one warning that names place, fault and fix; text stays."""
    question = markup.question("PY-001", "The whole answer.", **options)
    project.write({markup.file: markup.page(question, markup.question("PY-900"))})
    build = project.build()
    (warning,) = build.warnings
    option, value = next(iter(options.items()))
    below = [*{"id": 0, "technology": 0, "level": 0, **options}].index(option) + 1
    # An absent ID is reported at the question, and so is any absent option.
    is_absent = value is None or (option, value) == ("id", "")
    line = markup.first + (0 if is_absent else below)
    assert warning.startswith(f"{markup.file}:{line}: WARNING: ")
    assert warning.endswith(f" [questions.{subtype}]")
    assert [part for part in parts if part not in warning] == []
    assert "What is it?" in shown(build)
    assert "The whole answer." in shown(build)


@pytest.mark.parametrize("id_", ["001", "ЯЗЫК-1", "Q_1", "q.1", "Q--1", "É-1"])
@both_markups
def test_id_without_an_anchor_of_its_own(
    project: Project, markup: Markup, id_: str
) -> None:
    """An ID that no address can hold is reported, and its question is in the bank."""
    project.configure(questions_id_pattern=".+")
    page = markup.page(
        markup.question(id_, "The whole answer.", markup.heading("Sources"), "A book."),
        f"See {markup.role(id_)} there.",
    )
    project.write({markup.file: page})
    build = project.build()
    assert build.warnings == (
        complaint(
            f"{markup.file}:{markup.first + 1}",
            f"the ID {id_!r} cannot be the anchor of this question, so links to it may "
            "break; write an ID of the letters A to Z, digits, and single hyphens "
            "between them, beginning with a letter, such as ML-ADV-001",
            "id",
        ),
    )
    (record,) = build.catalogue
    assert record.id == id_
    assert "The whole answer." in shown(build)
    assert "Sources A book." in shown(build)
    link = build.page().select_one(f'p > a[href="#{record.anchor}"]')
    assert link is not None
    assert build.card(id_)["id"] == record.anchor


@pytest.mark.parametrize("id_", ["q1", "Q", "Py-2-b", "A1-001"])
@both_markups
def test_id_with_an_anchor_of_its_own(
    project: Project, markup: Markup, id_: str
) -> None:
    """Letters, digits and hyphens make an anchor: the ID in lower case."""
    project.configure(questions_id_pattern=".+")
    project.write({markup.file: markup.page(markup.question(id_))})
    build = project.build()
    assert build.warnings == ()
    assert build.card(id_)["id"] == id_.lower()


@both_markups
def test_topics_that_stand_twice(project: Project, markup: Markup) -> None:
    """Each topic that stands twice is named, and the question has it once."""
    project.write({markup.file: markup.page(markup.question(topics="a, b, a, c, b"))})
    build = project.build()
    assert [warning.split("'")[1] for warning in build.warnings] == ["a", "b"]
    assert build.catalogue["PY-001"].topics == ("a", "b", "c")


@pytest.mark.parametrize(
    ("option", "value", "field"),
    [
        ("technology", "pyton", "technology"),
        ("level", "begginer", "level"),
        ("difficulty", "11", "difficulty"),
        ("added", "2026-02-30", "added"),
        ("reviewed", "2026-02-30", "reviewed"),
    ],
)
@both_markups
def test_refused_value_is_left_out(
    project: Project, markup: Markup, option: str, value: str, field: str
) -> None:
    """A refused value is missing from the record, and the record stands."""
    project.write({markup.file: markup.page(markup.question(**{option: value}))})
    assert getattr(project.build().catalogue["PY-001"], field) is None


@both_markups
def test_unsuitable_difficulty_is_kept(project: Project, markup: Markup) -> None:
    """A difficulty on the scale but outside its level's range is still shown."""
    project.write({markup.file: markup.page(markup.question(difficulty="9"))})
    build = project.build()
    assert build.catalogue["PY-001"].difficulty == 9
    assert "Difficulty 9 of 10" in shown(build)


@both_markups
def test_empty_option_is_an_absent_one(project: Project, markup: Markup) -> None:
    """An option without a value means the same as no such option."""
    names = "difficulty topics requires related added reviewed class"
    question = markup.question(**dict.fromkeys(names.split(), ""))
    project.write({markup.file: markup.page(question)})
    build = project.build()
    assert build.warnings == ()
    project.write({markup.file: markup.page(markup.question())})
    assert build.catalogue["PY-001"] == project.build().catalogue["PY-001"]


@both_markups
def test_several_faults_are_several_warnings(project: Project, markup: Markup) -> None:
    """All faults of a question are reported in one build, in the order of writing."""
    question = markup.question(colour="red", weight="2", difficulty="x", level="y")
    project.write({markup.file: markup.page(question)})
    assert [
        warning.split("WARNING: ")[1].split("'")[1]
        for warning in project.build().warnings
    ] == ["colour", "weight", "y", "x"]


@both_markups
def test_only_technology_needs_no_mention(project: Project, markup: Markup) -> None:
    """Where one technology is declared, a question without one is about it."""
    project.configure(questions_technologies={"python": {}})
    project.write({markup.file: markup.page(markup.question(technology=None))})
    build = project.build()
    assert build.warnings == ()
    assert build.catalogue["PY-001"].technology == "python"


@both_markups
def test_no_technology_declared(project: Project, markup: Markup) -> None:
    """Where no technology is declared, the warning asks for a declared one."""
    project.configure(questions_technologies={})
    project.write({markup.file: markup.page(markup.question(technology=None))})
    assert project.build().warnings == (
        complaint(
            f"{markup.file}:{markup.first}",
            "no technology; write :technology: with a declared technology",
            "technology",
        ),
    )


@both_markups
def test_empty_title(project: Project, markup: Markup) -> None:
    """A question without a title goes by its ID, and its text is shown."""
    project.write({markup.file: markup.page(markup.question(title=""))})
    build = project.build()
    assert build.warnings == (
        complaint(
            f"{markup.file}:{markup.first}",
            "this question has no title; write "
            "the question itself behind the directive's name, on the same line",
            "title",
        ),
    )
    assert build.catalogue["PY-001"].title == "PY-001"
    assert "The answer." in shown(build)


@both_markups
def test_neither_title_nor_id(project: Project, markup: Markup) -> None:
    """A question with neither title nor ID is shown all the same."""
    question = markup.question(title="", id=None)
    project.write({markup.file: markup.page(question, markup.question("PY-900"))})
    build = project.build()
    assert [warning.split(" [")[-1] for warning in build.warnings] == [
        "questions.title]",
        "questions.id]",
    ]
    assert "Untitled question" in shown(build)


@both_markups
def test_wrong_values_can_be_silenced(project: Project, markup: Markup) -> None:
    """Each kind of warning about options is silenced by its own name."""
    project.configure(
        suppress_warnings=[f"questions.{subtype}" for subtype, _, _ in WRONG]
    )
    questions = [
        markup.question(**{"id": f"PY-{number}", **options})
        for number, (_, options, _) in enumerate(WRONG, start=100)
    ]
    project.write({markup.file: markup.page(*questions)})
    assert project.build().warnings == ()


def test_options_between_hyphens() -> None:
    """In a block as of YAML the options are found too, and not in the body."""
    block = (
        ":::{question} What?\n---\nid: PY-001\nlevel: begginer\n---\n:class: no\n:::"
    )
    assert written_options(block, "question") == {
        "id": (2, "PY-001"),
        "level": (3, "begginer"),
    }


def test_options_without_the_line_of_the_directive() -> None:
    """Where the parser leaves out the first line, the count is the same."""
    found = written_options(":id: PY-001\n:level:\n\n:class: no\n", "question")
    assert found == {"id": (1, "PY-001"), "level": (2, "")}
    assert written_options("", "question") == {}


@pytest.mark.parametrize("value", [">=7", ">7", '"x', "|"])
def test_options_that_markdown_cannot_read(project: Project, value: str) -> None:
    """What YAML does not understand is kept as it was written, and quotes are named."""
    project.write({"index.md": MYST.page(MYST.question(difficulty=value))})
    build = project.build()
    ours = [warning for warning in build.warnings if "[questions." in warning]
    assert [warning.rpartition("[")[2] for warning in ours] == [
        "questions.option]",
        "questions.difficulty]",
    ]
    assert 'in quotes, as in :difficulty: ">=7"' in ours[0]
    assert f"the difficulty {value!r} is no whole number" in ours[1]
    assert build.catalogue["PY-001"].level == "beginner"


@both_markups
def test_absent_ids(project: Project, markup: Markup) -> None:
    """A question without an ID is told one that is free, each another one."""
    questions = [
        markup.question("ZZ-07"),
        markup.question(None, title="One?"),
        markup.question("", title="Two?"),
        markup.question(None, title="Three?", level=None),
    ]
    project.write({markup.file: markup.page(*questions)})
    build = project.build()
    assert [
        w.split("such as ")[1].split()[0] for w in build.warnings if "no ID" in w
    ] == [
        "ZZ-08",
        "ZZ-09",
        "ML-ADV-001",
    ]
    said = [w for w in build.warnings if "no ID" in w]
    assert list(project.build().warnings) == said


@both_markups
def test_links_to_a_refused_id(project: Project, markup: Markup) -> None:
    """That an ID is refused is said once, and not again at each link to it."""
    project.write(
        {
            markup.file: markup.page(
                markup.question("py1"),
                markup.question("PY-002", title="Why?", requires="py1"),
                f"See {markup.role('py1')}.",
            )
        }
    )
    (warning,) = project.build().warnings
    assert "the ID 'py1' does not match" in warning
