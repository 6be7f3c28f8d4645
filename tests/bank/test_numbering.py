"""The next free ID."""

from __future__ import annotations

import re

import pytest

from records import question
from sphinx_questions.bank.numbering import next_id

LEVELS = ("beginner", "intermediate", "advanced")
PATTERN = re.compile(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*-[0-9]+")


def proposed(
    *ids: str,
    technology: str = "python",
    level: str = "beginner",
    pattern: re.Pattern[str] = PATTERN,
) -> str | None:
    """Return the next ID of a bank; each ID has its technology and level before it."""
    bank = []
    for text in ids:
        its_technology, its_level, id_ = text.split()
        bank.append(question(id_, technology=its_technology, level=its_level))
    return next_id(bank, technology, level, LEVELS, pattern)


def test_follows_on_the_highest() -> None:
    """The number follows on the highest, and a gap is not filled."""
    assert (
        proposed(
            "python beginner PY-BEG-001",
            "python beginner PY-BEG-007",
            "python advanced PY-ADV-009",
        )
        == "PY-BEG-008"
    )


def test_given_up_ids_count() -> None:
    """An ID that was given up is not proposed again."""
    bank = [question("PY-BEG-001", technology="python", level="beginner")]
    id_ = next_id(bank, "python", "beginner", LEVELS, PATTERN, ["PY-BEG-002"])
    assert id_ == "PY-BEG-003"


def test_same_prefix_elsewhere() -> None:
    """A number that another level or technology has under the prefix is taken."""
    assert (
        proposed("python beginner PY-1", "python advanced PY-2", "sql beginner PY-3")
        == "PY-4"
    )


def test_commonest_prefix() -> None:
    """Of several prefixes the one of most questions goes on."""
    assert (
        proposed(
            "python beginner PY-MLO-004",
            "python beginner PY-BEG-001",
            "python beginner PY-BEG-002",
        )
        == "PY-BEG-003"
    )


def test_case_is_ignored() -> None:
    """IDs that differ in case alone have one anchor."""
    pattern = re.compile(r"[a-zA-Z]+-\d+")
    found = proposed("python beginner py-1", "python beginner PY-2", pattern=pattern)
    assert found in {"py-3", "PY-3"}


def test_new_level_of_a_technology() -> None:
    """The level is called as in other technologies."""
    assert (
        proposed(
            "python beginner PY-BEG-001",
            "sql advanced SQL-EXP-001",
            level="advanced",
        )
        == "PY-EXP-001"
    )
    assert proposed("python beginner PY-BEG-01", level="advanced") == "PY-ADV-001"


@pytest.mark.parametrize(
    ("technology", "id_"),
    [("machine-learning", "ML-BEG-001"), ("sql", "SQL-BEG-001"), ("c", "C-BEG-001")],
)
def test_empty_bank(technology: str, id_: str) -> None:
    """The first ID is made of initials or first letters."""
    assert proposed(technology=technology) == id_


def test_new_technology_avoids_the_others() -> None:
    """A short name that another technology has is not taken."""
    assert (
        proposed("machine-learning beginner ML-BEG-001", technology="meta-logic")
        == "ME-BEG-001"
    )
    assert proposed("pyramid beginner PY-BEG-001", technology="python") == "PYT-BEG-001"


def test_bank_without_levels_in_its_ids() -> None:
    """Where no ID names a level, a new one does not either."""
    assert proposed("sql beginner SQL-12") == "PY-001"
    assert proposed("python beginner PY-12", level="advanced") == "PY-13"


def test_pattern() -> None:
    """What is proposed matches the project's pattern, or nothing is proposed."""
    assert proposed(pattern=re.compile(r"[a-z]+-\d+")) == "py-001"
    assert proposed(pattern=re.compile(r"\d{4}")) is None


def test_levels_with_the_same_letters() -> None:
    """Two levels have different letters."""
    levels = ("senior", "senate")
    assert next_id([], "python", "senior", levels, PATTERN) == "PY-SENI-001"
