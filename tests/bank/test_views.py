"""Which index pages exist, and what each of them holds."""

from __future__ import annotations

import pytest

from records import question
from sphinx_questions.bank.catalogue import Catalogue
from sphinx_questions.bank.views import View, all_views, check_pages


def test_one_view_for_every_selection() -> None:
    """There is a view of all, of each technology, of each level, and of each pair."""
    assert [view.page for view in all_views(["py", "go"], ["junior", "senior"])] == [
        "index",
        "py",
        "go",
        "junior",
        "senior",
        "py/junior",
        "py/senior",
        "go/junior",
        "go/senior",
    ]


def test_views_of_words_that_can_be_read_once() -> None:
    """Keys may come from an iterator."""
    assert len(list(all_views(iter("ab"), iter("xyz")))) == 1 + 2 + 3 + 6


def test_view_is_in_order_of_difficulty_then_id() -> None:
    """A view holds its own questions, the easiest first, then by ID."""
    bank = Catalogue(
        [
            question("A-4", technology="py", level="senior"),
            question("A-3", technology="py", level="senior", difficulty=6),
            question("A-2", technology="py", level="senior", difficulty=8),
            question("A-1", technology="py", level="senior", difficulty=8),
            question("B-1", technology="go", level="senior", difficulty=1),
            question("B-2", technology="py", level="junior", difficulty=1),
        ]
    )

    def held(view: View) -> list[str]:
        return [q.id for q in view.query.select(bank)]

    assert held(View(technology="py", level="senior")) == ["A-3", "A-1", "A-2", "A-4"]
    assert held(View(technology="go")) == ["B-1"]
    assert held(View(level="junior")) == ["B-2"]
    assert held(View()) == ["B-1", "B-2", "A-3", "A-1", "A-2", "A-4"]


def test_pages_of_different_keys() -> None:
    """Keys that give different pages are accepted."""
    check_pages(["py", "go"], ["junior", "senior"])


def test_one_key_for_a_technology_and_a_level() -> None:
    """A technology and a level with one key are refused, since both need one page."""
    with pytest.raises(ValueError, match="'go'") as error:
        check_pages(["go", "py"], ["go"])
    assert str(error.value) == (
        "'go' is the key of a technology and of a level, and both would have the page "
        "'go'; rename one of them"
    )


@pytest.mark.parametrize("key", ["index", "topics"])
@pytest.mark.parametrize("kind", ["technology", "level"])
def test_key_of_a_page_that_is_there_anyway(key: str, kind: str) -> None:
    """A key that is the name of another index page is refused."""
    words = (["py", key], ["junior"]) if kind == "technology" else (["py"], [key])
    with pytest.raises(ValueError, match=key) as error:
        check_pages(*words)
    assert str(error.value) == (
        f"the key {key!r} is the name of an index page already; rename it"
    )
