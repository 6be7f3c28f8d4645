"""Which guides there are, and the order of what they hold."""

from __future__ import annotations

import datetime

import pytest

from records import question
from sphinx_questions.bank.catalogue import Catalogue
from sphinx_questions.bank.guide import (
    Guide,
    default_guides,
    last_reviewed,
    reading_order,
)
from sphinx_questions.bank.query import Query


def test_whole_bank_and_each_technology_are_guides_by_default() -> None:
    """A project that declares no guide gets the whole bank and one a technology."""
    names = [guide.name for guide in default_guides(["sql", "python"])]
    assert names == ["question-bank", "sql", "python"]


def test_only_technology_is_no_second_guide() -> None:
    """With one technology the whole bank is its guide."""
    assert [guide.name for guide in default_guides(["sql"])] == ["question-bank"]


@pytest.mark.parametrize("name", ["", "a/b", "../a", "a b", ".hidden"])
def test_name_must_be_that_of_a_file(name: str) -> None:
    """A name that could not be a file's on every system is refused."""
    with pytest.raises(ValueError, match="write letters, digits, hyphens"):
        Guide(name=name)


def test_unknown_form_is_refused_with_a_proposal() -> None:
    """A form that does not exist is refused, and the likely one proposed."""
    with pytest.raises(ValueError, match="Did you mean 'complete'"):
        Guide(name="a", form="complet")


def test_questions_are_read_by_technology_then_level_then_difficulty() -> None:
    """Technologies and levels stand as declared, and the easier questions first."""
    catalogue = Catalogue(
        [
            question("A-1", technology="sql", level="hard", difficulty=9),
            question("A-2", technology="sql", level="hard", difficulty=7),
            question("A-3", technology="sql", level="easy", difficulty=1),
            question("A-4", technology="python", level="easy"),
            question("A-5", technology="python"),
            question("A-6"),
        ]
    )
    groups = reading_order(
        Guide(name="a"), catalogue, ["python", "sql"], ["easy", "hard"]
    )
    assert [
        (group.technology, group.level, [q.id for q in group.questions])
        for group in groups
    ] == [
        ("python", "easy", ["A-4"]),
        ("python", None, ["A-5"]),
        ("sql", "easy", ["A-3"]),
        ("sql", "hard", ["A-2", "A-1"]),
        (None, None, ["A-6"]),
    ]


def test_guide_holds_its_selection_only() -> None:
    """What the query does not match is not in the guide."""
    catalogue = Catalogue([question("A-1", level="easy"), question("A-2")])
    guide = Guide(name="a", query=Query(levels=("easy",)))
    (group,) = reading_order(guide, catalogue, [], ["easy"])
    assert [q.id for q in group.questions] == ["A-1"]


def test_date_of_a_guide_is_that_of_the_newest_review() -> None:
    """The newest review dates a guide; without any it has no date."""
    days = [datetime.date(2026, 1, 2), None, datetime.date(2025, 12, 31)]
    questions = [question(f"A-{n}", reviewed=day) for n, day in enumerate(days)]
    assert last_reviewed(questions) == datetime.date(2026, 1, 2)
    assert last_reviewed(questions[1:2]) is None
