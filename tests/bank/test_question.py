"""The record of one question."""

from __future__ import annotations

import dataclasses
import datetime
import pickle

import pytest

from sphinx_questions.bank.question import Place, Question

QUESTION = Question(
    id="PY-001",
    title="What is it?",
    answer=(),
    anchor="py-001",
    place=Place("index", "index.md", 3),
)


def test_only_what_names_it_is_needed() -> None:
    """A question without its fields stands in the bank all the same."""
    assert (QUESTION.technology, QUESTION.level, QUESTION.difficulty) == (None,) * 3
    assert QUESTION.topics == QUESTION.requires == QUESTION.related == ()


@pytest.mark.parametrize("field", ["id", "title", "anchor"])
@pytest.mark.parametrize("value", ["", " \n"])
def test_empty_names(field: str, value: str) -> None:
    """A question without ID, title or anchor is refused, and the field named."""
    with pytest.raises(ValueError, match=f"has an empty {field}"):
        dataclasses.replace(QUESTION, **{field: value})  # type: ignore[arg-type]


@pytest.mark.parametrize("difficulty", [1, 10])
def test_ends_of_the_scale(difficulty: int) -> None:
    """Both ends of the scale are difficulties."""
    question = dataclasses.replace(QUESTION, difficulty=difficulty)
    assert question.difficulty == difficulty


@pytest.mark.parametrize("difficulty", [0, 11, -1])
def test_off_the_scale(difficulty: int) -> None:
    """A difficulty off the scale is refused, and named."""
    with pytest.raises(ValueError, match=f"'PY-001' has the difficulty {difficulty}"):
        dataclasses.replace(QUESTION, difficulty=difficulty)


@pytest.mark.parametrize("field", ["requires", "related"])
def test_relation_to_itself(field: str) -> None:
    """A question that relates to itself is refused."""
    with pytest.raises(ValueError, match="'PY-001' relates to itself"):
        dataclasses.replace(
            QUESTION,
            **{field: ("PY-002", "PY-001")},  # type: ignore[arg-type]
        )


def test_frozen() -> None:
    """A record cannot be changed."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        QUESTION.title = "Other"  # type: ignore[misc]


def test_survives_another_process() -> None:
    """A record that was stored or sent to another process is the same."""
    question = dataclasses.replace(
        QUESTION, reviewed=datetime.date(2026, 11, 23), topics=("a", "b")
    )
    restored = pickle.loads(pickle.dumps(question))  # noqa: S301 – the test's own bytes
    assert restored == question
    assert hash(restored) == hash(question)
