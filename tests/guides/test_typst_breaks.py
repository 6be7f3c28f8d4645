"""Where a page may end in code, and how wide columns are."""

from __future__ import annotations

import pytest

from sphinx_questions.guides.typst.code import page_ends
from sphinx_questions.guides.typst.columns import Extent, extent, shares

FUNCTION = ["def f():", *["    call()"] * 6, ""]


def test_short_code_stays_on_one_page() -> None:
    """Ten lines are never torn."""
    assert page_ends(["line"] * 9 + [""]) == []


def test_code_ends_a_page_at_an_empty_line() -> None:
    """A page ends between two functions, and not within one."""
    assert page_ends(FUNCTION * 3) == [7, 15]


def test_long_code_without_empty_lines_ends_at_the_margin() -> None:
    """Where no line is empty for long, the next statement begins a page."""
    lines = ["x = [", *["    1,"] * 12, "]", "y = 1", "z = 2", "print(x)", "print(y)"]
    assert page_ends(lines) == [13]


def test_code_without_any_place_ends_somewhere() -> None:
    """A text as long as pages is torn all the same."""
    assert page_ends(["    row"] * 60) == [20, 41]


@pytest.mark.parametrize(
    "lines", [FUNCTION * 2 + ["", "a", ""], ["a", "", *FUNCTION * 2]]
)
def test_no_line_or_two_alone(lines: list[str]) -> None:
    """At the foot and at the head of a page stand three lines at least."""
    ends = page_ends(lines)
    assert min(ends) >= 2
    assert max(ends) < len(lines) - 3


def test_an_extent_is_the_longest_word_and_cell() -> None:
    """A column wants room for its longest word, and would fill its longest cell."""
    assert extent(["one three", "two"]) == Extent(5, 9)
    assert extent([]) == Extent(1, 1)


def test_columns_that_fit_are_left_alone() -> None:
    """A table that has room takes what it needs."""
    assert shares([Extent(5, 30), Extent(5, 30)]) is None


def test_a_long_column_gets_more() -> None:
    """Words have room in every column; the one with most text gets most of the rest."""
    narrow, code, prose = Extent(4, 8), Extent(24, 24), Extent(9, 300)
    first, second, third = shares([narrow, code, prose]) or []
    total = first + second + third
    assert first / total > 4 / 88
    assert second / total >= 24 / 88
    assert third > 2 * second
