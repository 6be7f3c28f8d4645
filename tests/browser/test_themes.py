"""What a reader can rely on in the look of lists, whatever theme a project has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sphinx.cmd.build import build_main

from markups import MYST
from projects import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

THEMES = ("furo", "alabaster", "basic")
SHOWN = ("list", "table", "cards", "answers")

both_widths = pytest.mark.parametrize("width", [1280, 390])


@pytest.fixture(scope="module", params=THEMES)
def themed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Return the page of a project in one theme, with every kind of list."""
    project = Project(tmp_path_factory.mktemp("themed"), pages=True)
    project.configure(html_theme=request.param)
    lists = [
        MYST.directive("question-list", "", "", options={"show": form})
        for form in SHOWN
    ]
    follow_ups = "- {question}`PY-002`\n- A question that nobody answers."
    long = "Why is this title as long as titles are that say what they ask for?"
    project.write(
        {
            "index.md": MYST.page(
                *lists,
                MYST.directive("question-matrix", ""),
                MYST.directive("question-explorer", ""),
                MYST.question(
                    "PY-001", "Yes.", "## Follow-ups", follow_ups, difficulty="3"
                ),
                MYST.question("PY-002", title=long),
            )
        }
    )
    out = project.root / "html"
    assert build_main(["-q", "-W", str(project.source), str(out)]) == 0
    return out / "index.html"


@both_widths
def test_only_a_table_scrolls_sideways(
    new_page: Callable[..., Page], themed: Path, width: int
) -> None:
    """No list makes the page wider than the window: a table scrolls in its box."""
    page = new_page(width=width)
    page.goto(themed.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_tiles_have_room_around_their_text(page: Page, themed: Path) -> None:
    """The text of a tile does not touch its border."""
    page.goto(themed.as_uri())
    tile = page.locator(".question-tile").first
    assert tile.evaluate("e => getComputedStyle(e).padding") == "16px 18px"


def test_facts_stand_below_the_title(page: Page, themed: Path) -> None:
    """The facts of a row and of a tile begin where its title does."""
    page.goto(themed.as_uri())
    for box, title in (
        (".question-row", ".question-row-title"),
        (".question-tile", "p"),
    ):
        lefts = page.locator(box).first.evaluate(
            "(box, title) => [title, 'ul.question-row-facts']"
            ".map((s) => box.querySelector(s).getBoundingClientRect().left)",
            title,
        )
        assert lefts[0] == lefts[1], box


def test_matrix_has_no_lines(page: Page, themed: Path) -> None:
    """The matrix is a ground of shades: no border around it, none below a number."""
    page.goto(themed.as_uri())
    borders = page.locator("table.question-matrix, .question-matrix a").evaluate_all(
        "all => all.map((e) => getComputedStyle(e).borderBottomWidth)"
    )
    assert len(borders) > 2
    assert set(borders) == {"0px"}


def test_a_link_to_a_question_is_as_large_as_its_text(page: Page, themed: Path) -> None:
    """Of two follow-ups, the one with a card is set like the one without."""
    page.goto(themed.as_uri())
    sizes = page.locator("[data-section='follow-ups'] :is(p, p > a)").evaluate_all(
        "all => all.map((e) => getComputedStyle(e).fontSize)"
    )
    assert len(sizes) == 3
    assert len(set(sizes)) == 1
