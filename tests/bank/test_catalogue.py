"""The collection of all questions: order, duplicates, connections, cycles."""

from __future__ import annotations

import itertools

import pytest

from sphinx_questions.bank.catalogue import Catalogue
from sphinx_questions.bank.question import Place, Question


def question(
    id_: str,
    docname: str = "index",
    line: int = 3,
    **connections: tuple[str, ...],
) -> Question:
    """Return a question at a place, with its connections."""
    return Question(
        id=id_,
        title=f"{id_} in {docname}?",
        answer=(),
        anchor=id_.lower(),
        place=Place(docname, f"{docname}.md", line),
        **connections,  # type: ignore[arg-type]
    )


def ids(questions: tuple[Question, ...]) -> list[str]:
    """Return the IDs of questions."""
    return [q.id for q in questions]


def test_sorted_by_id() -> None:
    """Questions are listed by ID, in whatever order they were read."""
    written = [question("PY-2"), question("ML-1"), question("PY-1")]
    for order in itertools.permutations(written):
        assert [q.id for q in Catalogue(order)] == ["ML-1", "PY-1", "PY-2"]


def test_found_by_id() -> None:
    """A question is found by its ID, and an unknown ID is told apart."""
    catalogue = Catalogue([question("PY-1")])
    assert catalogue["PY-1"] is catalogue.get("PY-1")
    assert "PY-1" in catalogue
    assert "PY-2" not in catalogue
    assert catalogue.get("PY-2") is None
    assert len(catalogue) == 1
    with pytest.raises(KeyError):
        catalogue["PY-2"]


def test_empty() -> None:
    """A catalogue without a question is false, and has nothing to report."""
    catalogue = Catalogue()
    assert not catalogue
    assert not catalogue.duplicates
    assert list(catalogue.dangling) == []
    assert list(catalogue.cycles) == []


def test_duplicates() -> None:
    """Of questions with one ID the first by place stands, and all are kept."""
    first, second, third = (
        question("PY-1"),
        question("PY-1", line=9),
        question("PY-1", "z"),
    )
    for order in itertools.permutations([first, second, third, question("PY-2")]):
        catalogue = Catalogue(order)
        assert catalogue["PY-1"] is first
        assert catalogue.duplicates == {"PY-1": (first, second, third)}
        assert len(catalogue) == 2


def test_closest() -> None:
    """The ID likely meant is proposed, unless it is the one excluded."""
    catalogue = Catalogue([question("PY-001"), question("ML-900")])
    assert catalogue.closest("py-01") == "PY-001"
    assert catalogue.closest("PY-002", apart_from="PY-001") is None
    assert catalogue.closest("zzz") is None


def test_links_both_ways() -> None:
    """A question knows what it names and what names it, each sorted by ID."""
    catalogue = Catalogue(
        [
            question("A-1", requires=("C-1", "B-1", "X-404"), related=("D-1",)),
            question("B-1", follow_ups=("A-1", "A-1"), related=("A-1",)),
            question("C-1", follow_ups=("A-1",), requires=("B-1",)),
            question("D-1", requires=("A-1",)),
        ]
    )
    links = catalogue.links("A-1")
    assert ids(links.requires) == ["B-1", "C-1"]
    assert ids(links.follow_up_of) == ["B-1", "C-1"]
    assert ids(links.required_by) == ["D-1"]
    assert ids(links.related) == ["B-1", "D-1"]
    assert ids(catalogue.links("B-1").required_by) == ["A-1", "C-1"]
    assert ids(catalogue.links("D-1").related) == ["A-1"]


def test_links_of_an_unknown_question() -> None:
    """Asking for the links of an unknown question is an error."""
    with pytest.raises(KeyError):
        Catalogue([question("A-1", requires=("X-404",))]).links("X-404")


def test_dangling() -> None:
    """Each ID that no question has is reported with who names it and where."""
    catalogue = Catalogue(
        [
            question("B-1", requires=("A-1",), related=("X-2",)),
            question("A-1", requires=("X-1", "B-1"), follow_ups=("X-3",)),
        ]
    )
    assert [(q.id, option, id_) for q, option, id_ in catalogue.dangling] == [
        ("A-1", "requires", "X-1"),
        ("B-1", "related", "X-2"),
    ]


@pytest.mark.parametrize(
    ("requirements", "cycles"),
    [
        ({"A": "B", "B": "C", "C": ""}, []),
        ({"A": "B", "B": "A"}, [("A", "B")]),
        ({"C": "A", "A": "B", "B": "C"}, [("A", "B", "C")]),
        ({"A": "B", "B": "A", "C": "D", "D": "C"}, [("A", "B"), ("C", "D")]),
        ({"A": "X", "B": "A"}, []),
        ({"Z": "A", "A": "B", "B": "A"}, [("A", "B")]),
    ],
)
def test_cycles(requirements: dict[str, str], cycles: list[tuple[str, ...]]) -> None:
    """Each circle of requirements is found once, the smallest ID first."""
    questions = [
        question(id_, requires=tuple(required))
        for id_, required in requirements.items()
    ]
    for order in itertools.permutations(questions):
        assert sorted(Catalogue(order).cycles) == cycles


def test_cycles_that_share_a_question() -> None:
    """Circles through one question are all reported, and the search ends."""
    catalogue = Catalogue(
        [
            question("A", requires=("B", "C")),
            question("B", requires=("A",)),
            question("C", requires=("A",)),
        ]
    )
    assert {frozenset(cycle) for cycle in catalogue.cycles} == {
        frozenset("AB"),
        frozenset("AC"),
    }


def test_an_id_that_was_given_up() -> None:
    """It finds the question that stands for it, which has its connections."""
    catalogue = Catalogue(
        [question("A-1", requires=("OLD-1",), follow_ups=("OLD-1",)), question("B-1")],
        {"OLD-1": "B-1", "A-1": "B-1", "OLD-2": "C-1"},
    )
    # Not one that is used again, nor one that leads nowhere.
    assert catalogue.redirects == {"OLD-1": "B-1"}
    assert catalogue.find("OLD-1") is catalogue.find("B-1") is catalogue["B-1"]
    assert catalogue.find("A-1") is catalogue["A-1"]
    assert catalogue.find("OLD-2") is None
    assert catalogue.by_label("old-1") is catalogue["B-1"]
    assert catalogue.closest("OLD-1") == "B-1"
    assert "OLD-1" not in catalogue
    assert [q.id for q in catalogue.links("A-1").requires] == ["B-1"]
    assert [q.id for q in catalogue.links("B-1").required_by] == ["A-1"]
    assert [q.id for q in catalogue.links("B-1").follow_up_of] == ["A-1"]
    assert list(catalogue.dangling) == []


def test_circle_by_an_id_that_was_given_up() -> None:
    """A circle is found whichever ID closes it."""
    questions = [
        question("A-1", requires=("B-1",)),
        question("B-1", requires=("OLD-1",)),
    ]
    assert list(Catalogue(questions, {"OLD-1": "A-1"}).cycles) == [("A-1", "B-1")]
