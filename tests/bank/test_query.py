"""From option texts to a selection and an order."""

from __future__ import annotations

import datetime
from typing import Any, Final

import pytest

from records import question
from sphinx_questions.bank.catalogue import Catalogue
from sphinx_questions.bank.query import Query, QueryError, Vocabulary, parse_query

WORDS: Final = Vocabulary(
    technologies=("python", "machine-learning"), levels=("beginner", "advanced")
)

BANK: Final = Catalogue(
    [
        question(
            "PY-1",
            title="zebra?",
            technology="python",
            level="advanced",
            difficulty=8,
            topics=("typing",),
            requires=("PY-2",),
            reviewed=datetime.date(2026, 3, 1),
        ),
        question(
            "PY-2",
            title="Apple?",
            technology="python",
            level="beginner",
            difficulty=3,
            topics=("data model", "typing"),
            reviewed=datetime.date(2026, 1, 1),
        ),
        question(
            "ML-1",
            title="apple tree?",
            technology="machine-learning",
            level="advanced",
            difficulty=8,
            requires=("ML-2",),
            reviewed=datetime.date(2026, 2, 1),
        ),
        question("ML-2", title="Banana?", technology="machine-learning"),
    ]
)


def found(**options: str) -> list[str]:
    """Return the IDs that a query finds, in order."""
    return [q.id for q in parse_query(options, WORDS).select(BANK)]


def test_nothing_selects_everything_by_difficulty() -> None:
    """Without an option all questions come by difficulty, then ID, unknown last."""
    assert found() == ["PY-2", "ML-1", "PY-1", "ML-2"]


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ({"technology": "python"}, ["PY-2", "PY-1"]),
        ({"level": "advanced"}, ["ML-1", "PY-1"]),
        ({"topics": "typing"}, ["PY-2", "PY-1"]),
        ({"topics": "data model"}, ["PY-2"]),
        ({"difficulty": "8"}, ["ML-1", "PY-1"]),
        ({"ids": "ML-2"}, ["ML-2"]),
        ({"requires": "PY-2"}, ["PY-1"]),
    ],
)
def test_each_option_selects(options: dict[str, str], ids: list[str]) -> None:
    """Each option leaves the questions that have its value, and no others."""
    assert found(**options) == ids


@pytest.mark.parametrize("text", ["PY-1, ML-2", "PY-1,ML-2,", "PY-1\nML-2"])
def test_values_of_one_option_are_alternatives(text: str) -> None:
    """Values stand with commas or on lines, and one of them is enough."""
    assert found(ids=text) == ["PY-1", "ML-2"]
    assert found(level="beginner, advanced") == ["PY-2", "ML-1", "PY-1"]
    assert found(requires="PY-2, ML-2") == ["ML-1", "PY-1"]


def test_options_all_have_to_hold() -> None:
    """Two options together select what each of them selects."""
    assert found(technology="python", level="advanced") == ["PY-1"]
    assert found(topics="typing", difficulty="<=5") == ["PY-2"]
    assert found(technology="machine-learning", level="beginner") == []


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("7", (7, 7)),
        ("7-9", (7, 9)),
        ("7 - 9", (7, 9)),
        ("7–9", (7, 9)),
        (">=7", (7, 10)),
        (">= 7", (7, 10)),
        ("<=7", (1, 7)),
        ("10", (10, 10)),
        ("1-10", (1, 10)),
    ],
)
def test_forms_of_difficulty(text: str, bounds: tuple[int, int]) -> None:
    """A difficulty is a number, a range or a bound, all inclusive."""
    query = parse_query({"difficulty": text}, WORDS)
    assert query.difficulties == bounds
    low, high = bounds
    for difficulty in range(1, 11):
        record = question("PY-9", difficulty=difficulty)
        assert query.matches(record) == (low <= difficulty <= high)


def test_unknown_difficulty_suits_no_range() -> None:
    """A question without difficulty is in no range, not even the whole scale."""
    assert "ML-2" not in found(difficulty="1-10")


@pytest.mark.parametrize(
    "text", ["0", "11", "9-7", "7-", "0-5", "5-11", ">7", ">=11", "<=0", "easy", "7.5"]
)
def test_wrong_difficulty(text: str) -> None:
    """What is no difficulty is refused with the three forms that are."""
    with pytest.raises(QueryError) as error:
        parse_query({"difficulty": text}, WORDS)
    assert str(error.value) == (
        f":difficulty: is {text!r}; write a number from 1 to 10, a range such as 7-9, "
        "or a bound such as >=7"
    )


@pytest.mark.parametrize(
    ("option", "text", "message"),
    [
        (
            "technology",
            "python, machine-lerning",
            (
                ":technology: is 'machine-lerning'; write one of 'python', "
                "'machine-learning'. Did you mean 'machine-learning'?"
            ),
        ),
        (
            "level",
            "Advanced",
            (
                ":level: is 'Advanced'; write one of 'beginner', 'advanced'. Did you "
                "mean 'advanced'?"
            ),
        ),
        (
            "level",
            "xyz",
            ":level: is 'xyz'; write one of 'beginner', 'advanced'.",
        ),
        (
            "sort",
            "titel",
            (
                ":sort: is 'titel'; write one of 'difficulty', 'id', 'title', "
                "'reviewed'. Did you mean 'title'?"
            ),
        ),
        *(
            ("limit", text, f":limit: is {text!r}; write a whole number above 0")
            for text in ("0", "-3", "ten", "2.5", "1e3")
        ),
    ],
)
def test_wrong_value(option: str, text: str, message: str) -> None:
    """A wrong value is refused with the option, what is accepted, and a hint."""
    with pytest.raises(QueryError) as error:
        parse_query({option: text}, WORDS)
    assert str(error.value) == message


def test_nothing_declared() -> None:
    """Where no technology is declared, the message does not end in an empty list."""
    with pytest.raises(QueryError) as error:
        parse_query({"technology": "go"}, Vocabulary(technologies=(), levels=()))
    assert str(error.value) == ":technology: is 'go'; there is none to choose from."


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("difficulty", ["PY-2", "ML-1", "PY-1", "ML-2"]),
        ("-difficulty", ["ML-1", "PY-1", "PY-2", "ML-2"]),
        ("id", ["ML-1", "ML-2", "PY-1", "PY-2"]),
        ("-id", ["PY-2", "PY-1", "ML-2", "ML-1"]),
        ("title", ["ML-1", "PY-2", "ML-2", "PY-1"]),
        ("-title", ["PY-1", "ML-2", "PY-2", "ML-1"]),
        ("reviewed", ["PY-2", "ML-1", "PY-1", "ML-2"]),
        ("-reviewed", ["PY-1", "ML-1", "PY-2", "ML-2"]),
        ("-difficulty, -id", ["PY-1", "ML-1", "PY-2", "ML-2"]),
        ("-difficulty, title", ["ML-1", "PY-1", "PY-2", "ML-2"]),
    ],
)
def test_sort(sort: str, ids: list[str]) -> None:
    """Keys count from the left, a hyphen turns one, and what lacks a value is last."""
    assert found(sort=sort) == ids


def test_id_decides_between_equals() -> None:
    """Equal values stand by ID, ascending, whichever way their key is sorted."""
    bank = Catalogue([question("B-2", difficulty=1), question("B-1", difficulty=1)])
    for sort in ("difficulty", "-difficulty", "reviewed", "-reviewed"):
        query = parse_query({"sort": sort}, WORDS)
        assert [q.id for q in query.select(bank)] == ["B-1", "B-2"]


def test_title_is_sorted_without_regard_to_case() -> None:
    """Capital letters do not come before the others."""
    bank = Catalogue([question("B-1", title="b"), question("B-2", title="C")])
    query = parse_query({"sort": "title"}, WORDS)
    assert [q.title for q in query.select(bank)] == ["b", "C"]


def test_limit_counts_after_sorting() -> None:
    """The first of the sorted questions are left; a large limit leaves all."""
    assert found(sort="-id", limit="2") == ["PY-2", "PY-1"]
    assert found(limit="99") == found()


def test_empty_options_ask_for_nothing() -> None:
    """An option without a value is as one that is not there."""
    names = ("technology", "level", "topics", "difficulty", "ids", "sort", "limit")
    assert parse_query(dict.fromkeys(names, ""), WORDS) == Query()


@pytest.mark.parametrize(
    ("options", "messages"),
    [
        ({"topics": "typing", "ids": "PY-1", "requires": "ML-2"}, []),
        (
            {"topics": "typing, typng"},
            [
                (
                    ":topics: is 'typng'; write one of 'data model', 'typing'. Did you "
                    "mean 'typing'?"
                )
            ],
        ),
        (
            {"ids": "PY-1, PX-1, ZZ-404"},
            [
                ":ids: names 'PX-1', which is no question's ID. Did you mean 'PY-1'?",
                ":ids: names 'ZZ-404', which is no question's ID.",
            ],
        ),
        (
            {"requires": "ZZ-404"},
            [":requires: names 'ZZ-404', which is no question's ID."],
        ),
    ],
)
def test_what_no_question_has(options: dict[str, str], messages: list[str]) -> None:
    """Each topic and ID that no question has is named with what was likely meant."""
    assert list(parse_query(options, WORDS).unknown(BANK)) == messages


def test_topics_of_a_large_bank() -> None:
    """Of many topics a message says how many there are, and names the closest."""
    topics = [f"subject {letter}" for letter in "abcdefghij"]
    query = parse_query({"topics": "typng, zzz"}, WORDS)
    for more, count in (([], 10), (["typing"], 11)):
        bank = Catalogue([question("A-1", topics=(*topics, *more))])
        first = ", ".join(map(repr, topics[: 8 - len(more)]))
        closest = "'typing', " if more else ""
        hint = " Did you mean 'typing'?" if more else ""
        assert list(query.unknown(bank)) == [
            (
                f":topics: is 'typng'; write one of the {count} topics, such as "
                f"{closest}{first}.{hint}"
            ),
            (
                f":topics: is 'zzz'; write one of the {count} topics, such as "
                f"{', '.join(map(repr, topics[:8]))}."
            ),
        ]


def test_topics_of_a_bank_without_any() -> None:
    """Where no question has a topic, the message does not end in an empty list."""
    query = parse_query({"topics": "typing"}, WORDS)
    assert list(query.unknown(Catalogue())) == [
        ":topics: is 'typing'; there is none to choose from."
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"technologies": ("python",)},
        {"sort": ("id",)},
        {"difficulties": (1, 2)},
        {"limit": 1},
    ],
)
def test_queries_are_plain_values(fields: dict[str, Any]) -> None:
    """Queries with the same content are equal and print alike; others are neither."""
    assert Query(**fields) == Query(**fields) != Query()
    assert repr(Query(**fields)) == repr(Query(**fields)) != repr(Query())
    assert hash(Query(**fields)) == hash(Query(**fields))
