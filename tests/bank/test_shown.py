"""What a page shows of other pages' questions: when it is no longer right."""

from __future__ import annotations

import datetime
from typing import Any, Final

import pytest

from records import question
from sphinx_questions.bank.catalogue import Catalogue
from sphinx_questions.bank.prose import Span
from sphinx_questions.bank.query import Query
from sphinx_questions.bank.question import Place
from sphinx_questions.bank.shown import (
    Shown,
    ShownConnections,
    ShownCount,
    ShownLabel,
    ShownLink,
    ShownList,
    ShownViews,
)

FIELDS: Final[dict[str, Any]] = {
    "title": "What is it?",
    "answer": ((Span("text", "It."),),),
    "technology": "py",
    "level": "junior",
    "difficulty": 3,
    "topics": ("typing",),
    "reviewed": datetime.date(2026, 1, 1),
}

#: One change of each field.
CHANGES: Final[dict[str, Any]] = {
    "title": "What is that?",
    "answer": ((Span("strong", "It."),),),
    "anchor": "other",
    "place": Place("moved", "a-1.md", 1),
    "technology": "go",
    "level": "senior",
    "difficulty": 4,
    "topics": ("typing", "names"),
    "reviewed": datetime.date(2026, 2, 2),
    "requires": ("B-1",),
}

ADDRESS: Final = frozenset({"title", "anchor", "place"})
ROW: Final = ADDRESS | {"answer", "technology", "level", "difficulty", "topics"}


def bank(*others: str, **fields: Any) -> Catalogue:  # noqa: ANN401 – of many types
    """Return a bank of A-1 with these fields, B-1, and others like B-1."""
    rest = [question(id_, requires=("A-1",)) for id_ in ("B-1", *others)]
    return Catalogue([question("A-1", **{**FIELDS, **fields}), *rest])


@pytest.mark.parametrize(
    ("shown", "seen"),
    [
        (ShownLink("A-1"), ADDRESS),
        (ShownLabel("a-1"), ADDRESS),
        (ShownConnections("B-1"), ADDRESS | {"requires"}),
        (ShownList(Query(ids=("A-1",))), ROW),
        (ShownList(Query()), ROW),
        (ShownCount(Query()), frozenset()),
        (ShownCount(Query(technologies=("py",))), {"technology"}),
        (ShownCount(Query(difficulties=(1, 3))), {"difficulty"}),
        (ShownViews(), {"technology", "level"}),
    ],
)
def test_value_changes_with_what_is_seen(shown: Shown, seen: frozenset[str]) -> None:
    """A page is written again for each field that it shows, and for no other."""
    before = shown.value(bank())
    changed = {
        name
        for name, value in CHANGES.items()
        if shown.value(bank(**{name: value})) != before
    }
    assert changed == seen


@pytest.mark.parametrize(
    "shown",
    [
        ShownLink("A-1"),
        ShownLabel("a-1"),
        ShownConnections("A-1"),
        ShownList(Query(technologies=("py",))),
        ShownCount(Query(technologies=("py",))),
        ShownViews(),
    ],
)
def test_value_changes_when_a_question_goes(shown: Shown) -> None:
    """A page that shows a question is written again when that is gone."""
    assert shown.value(bank()) != shown.value(Catalogue([question("B-1")]))


@pytest.mark.parametrize("shown", [ShownLink("X-404"), ShownLabel("no-question")])
def test_link_to_nothing_waits_for_its_question(shown: Shown) -> None:
    """A link that leads nowhere is no error here, and has a value for that."""
    assert shown.value(bank()) is None
    appeared = ShownLink("C-1"), ShownLabel("c-1")
    assert all(s.value(bank("C-1")) != s.value(bank()) for s in appeared)


def test_connections_of_a_question_that_is_gone() -> None:
    """The connections of an ID that the bank does not have are nothing."""
    assert ShownConnections("X-404").value(bank()) is None


def test_new_connection_changes_both_ends() -> None:
    """Whoever requires a question is shown on its card."""
    assert ShownConnections("A-1").value(bank("C-1")) != (
        ShownConnections("A-1").value(bank())
    )


def test_order_is_seen() -> None:
    """The same questions in another order are another list."""
    values = [
        ShownList(Query(sort=(sort,))).value(bank("C-1")) for sort in ("id", "-id")
    ]
    assert values[0] != values[1]


def test_values_print_alike() -> None:
    """Equal banks give texts that are equal, whatever the order of reading."""
    first = Catalogue([question("A-1", **FIELDS), question("B-1")])
    second = Catalogue([question("B-1"), question("A-1", **FIELDS)])
    for shown in (ShownList(Query()), ShownViews(), ShownConnections("A-1")):
        assert repr(shown.value(first)) == repr(shown.value(second))
