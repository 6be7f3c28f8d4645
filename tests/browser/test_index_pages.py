"""What a reader can rely on in the look of index pages, and of the explorer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from contrast import CONTRAST

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

PAGES: Final = [
    "questions/browse/machine-learning",
    "questions/browse/advanced",
    "questions/browse/machine-learning/advanced",
    "questions/browse/index",
]

TEXTS: Final = (
    ".question-breadcrumb li, .question-breadcrumb a, .question-switch-name,"
    " .question-choices a, .question-choices strong, .question-choices .empty p,"
    " .question-showing, .question-group, .question-row-title a,"
    " .question-row-facts li, .question-row-answer summary, .question-matrix p,"
    " .question-totals strong, .question-totals p, .question-form legend,"
    " .question-option-name, .question-option-count, .question-range label,"
    " .question-sort, .question-field, .question-form button:enabled,"
    " .question-nothing p, .question-more-count"
)


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_scrolls_only_downwards(
    new_page: Callable[..., Page], server: str, name: str
) -> None:
    """At 390 pixels nothing is wider than the page, or else it scrolls in its box."""
    page = new_page(width=390)
    page.goto(f"{server}/{name}.html")
    wide = page.evaluate("""
      [...document.querySelectorAll("article *")]
        .filter((e) => !e.parentElement.closest(".table-wrapper"))
        .filter((e) => e.getBoundingClientRect().right > innerWidth)
        .map((e) => e.outerHTML)
    """)
    assert wide == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address",
    [
        *(f"{name}.html" for name in PAGES),
        "questions/index.html",
        "questions/index.html?technology=python&topic=typing",
        "questions/index.html?technology=python&q=leakage",
    ],
)
def test_every_text_has_contrast(
    new_page: Callable[..., Page], server: str, address: str, scheme: str
) -> None:
    """Text has at least 4.5 to 1 against its ground, by day and by night."""
    page = new_page(color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{server}/{address}")
    poor: list[Any] = []
    for text in page.locator(TEXTS).all():
        contrast = text.evaluate(CONTRAST)
        if contrast < 4.5:
            poor.append((text.evaluate("e => e.outerHTML"), contrast))
    assert poor == []


def test_answers_open_without_script(
    new_page: Callable[..., Page], server: str
) -> None:
    """Without JavaScript an answer opens in its row, by mouse and by keyboard."""
    page = new_page(java_script_enabled=False)
    page.goto(f"{server}/questions/browse/machine-learning.html")
    row = page.locator("[data-question-id='ML-INT-001']")
    answer = row.locator(".question-row-answer > p")
    assert not answer.is_visible()
    row.get_by_text("Answer", exact=True).click()
    assert answer.is_visible()
    row.locator("summary").press("Enter")
    assert not answer.is_visible()


def test_paper_has_every_answer(page: Page, server: str) -> None:
    """Printed, every answer stands below its title, and there are no switches."""
    page.goto(f"{server}/questions/browse/machine-learning.html")
    page.emulate_media(media="print")
    answers = page.locator(".question-row-answer > p")
    assert answers.count() == 8
    assert answers.evaluate_all("all => all.every((e) => e.checkVisibility())")
    for part in ("summary", ".question-switch", ".question-breadcrumb"):
        assert page.locator(f"article {part}:visible").count() == 0, part


def test_every_target_is_large_enough(
    new_page: Callable[..., Page], server: str
) -> None:
    """A finger hits links of breadcrumb, switches and matrix, and each answer."""
    page = new_page(width=390)
    for name in PAGES:
        page.goto(f"{server}/{name}.html")
        small = page.evaluate("""
          [...document.querySelectorAll(".question-breadcrumb a, .question-switch a,"
            + " .question-matrix a, .question-row summary")]
            .filter((e) => e.offsetHeight < 24 || e.offsetWidth < 24)
            .map((e) => e.outerHTML)
        """)
        assert small == []


@pytest.mark.parametrize(
    "selector",
    [".question-breadcrumb a", ".question-switch a", ".question-row a", "summary"],
)
def test_focus_is_seen(page: Page, server: str, selector: str) -> None:
    """Links and answers reached by keyboard have an outline of two pixels."""
    page.goto(f"{server}/questions/browse/machine-learning.html")
    page.keyboard.press("Tab")
    target = page.locator(f"article {selector}").first
    target.focus()
    outline = target.evaluate(
        "e => (({ outlineStyle, outlineWidth }) => [outlineStyle, outlineWidth])"
        "(getComputedStyle(e))"
    )
    assert outline == ["solid", "2px"]


def test_the_shade_deepens_with_the_number(page: Page, server: str) -> None:
    """In the matrix a larger number has the darker ground, an equal one the same."""
    page.goto(f"{server}/questions/browse/index.html")
    cells = page.locator("td.question-shade").evaluate_all("""
      (all) => all.map((cell) => {
        const context = document.createElement("canvas").getContext("2d");
        context.fillStyle = getComputedStyle(cell).backgroundColor;
        context.fillRect(0, 0, 1, 1);
        const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
        return [Number(cell.innerText), alpha ? red + green + blue : 765];
      })
    """)
    grounds: dict[int, int] = {}
    for number, ground in cells:
        assert grounds.setdefault(number, ground) == ground
    assert grounds.keys() == {2, 3}
    assert grounds[3] < grounds[2] < 765


def test_the_breadcrumb_says_where_the_page_is(page: Page, server: str) -> None:
    """Index pages and cards stand under a trail whose last step is not a link twice."""
    page.goto(f"{server}/questions/browse/machine-learning/advanced.html")
    trail = page.get_by_role("navigation", name="Breadcrumb")
    steps = trail.get_by_role("listitem")
    assert steps.all_inner_texts() == [
        "Home",
        "Questions",
        "Machine Learning",
        "Advanced",
    ]
    assert steps.last.get_attribute("aria-current") == "page"
    page.goto(f"{server}/gradients.html")
    assert trail.get_by_role("link").all_inner_texts() == steps.all_inner_texts()
    heading = page.locator("#ml-adv-001 > h1").bounding_box()
    box = trail.bounding_box()
    assert heading is not None
    assert box is not None
    assert box["y"] + box["height"] <= heading["y"]


def test_headings_stand_flush_with_the_text(page: Page, server: str) -> None:
    """Title, group headings and rows begin at the same edge."""
    page.goto(f"{server}/questions/browse/machine-learning.html")
    left = """e => {
      const range = document.createRange();
      range.selectNodeContents(e);
      return range.getBoundingClientRect().left;
    }"""
    edge = page.locator(".question-showing").evaluate(left)
    for selector in (".question-index > h1", ".question-group", ".question-row-title"):
        assert abs(page.locator(selector).first.evaluate(left) - edge) < 1
