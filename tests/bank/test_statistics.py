"""Counts of a bank."""

from __future__ import annotations

from records import question
from sphinx_questions.bank.catalogue import Catalogue
from sphinx_questions.bank.statistics import count_views
from sphinx_questions.bank.views import View, all_views

BANK = Catalogue(
    [
        question("A-1", technology="py", level="junior"),
        question("A-2", technology="py", level="senior"),
        question("A-3", technology="py", level="senior"),
        question("B-1", technology="go", level="senior"),
        question("C-1", technology="go"),
        question("C-2", level="junior"),
        question("C-3"),
    ]
)


def test_every_view_counts_its_questions() -> None:
    """The number of a view is that of the questions its query selects."""
    counts = count_views(BANK)
    for view in all_views(["py", "go"], ["junior", "senior"]):
        assert counts[view] == len(view.query.select(BANK)), view
    assert counts[View()] == 7
    assert counts[View(technology="py", level="senior")] == 2


def test_question_without_a_value_counts_once() -> None:
    """A question that lacks technology or level is not counted twice in a view."""
    counts = count_views([question("C-1", technology="go"), question("C-3")])
    assert counts == {View(): 2, View(technology="go"): 1}


def test_view_without_questions_is_zero() -> None:
    """A view that holds nothing has the number 0, also of an empty bank."""
    empty = View(technology="go", level="junior")
    assert count_views(BANK)[empty] == 0
    assert count_views([])[View()] == 0
