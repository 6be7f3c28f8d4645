"""What a reader can rely on at a link to a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from contrast import CONTRAST
from projects import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

TITLE: Final = "What is the difference between a list and a tuple?"
ANSWER: Final = "A list can change after it was made, a tuple cannot."

#: Longer than the delays of the script.
PAUSE: Final = 800

#: A bank whose answers hold what prose can hold, and a page of text that links to it.
FILES: Final = {
    "index.md": """
        # Home

        Long text before it. {question}`PY-001` and [a label](#py-002).

        ```{toctree}
        one
        ```
        """,
    "one.md": """
        # Questions

        :::{question} What is **it** & <why>?
        :id: PY-001
        :technology: python
        :level: beginner

        *First* **second** `<b>code</b>` and $\\frac{a_1}{b} < c$.

        A second paragraph.
        :::

        :::{question} What is long?
        :id: PY-002
        :technology: python
        :level: beginner
        :related: PY-001

        Word word word word word word word word word word word word word word word word
        word word word word word word word word word word word word word word word word
        word word word word word word word word word word word word word word word word
        word word word word word word word word word word word word word word word word
        word word word word word word word word word word word word word word word word
        word word word word word word word word word word word word word word word END
        :::
        """,
}


def follow_up(page: Page, server: str) -> Locator:
    """Open a card, and return the link among its follow-ups."""
    page.goto(f"{server}/gradients.html")
    link = page.locator('[data-section="follow-ups"] a.question-link')
    link.scroll_into_view_if_needed()
    return link


def box(page: Page) -> Locator:
    """Return the preview."""
    return page.get_by_role("tooltip")


def open_preview(page: Page, link: Locator) -> Locator:
    """Rest the pointer on a link until its preview is there."""
    link.hover()
    box(page).wait_for()
    return box(page)


def reach(page: Page, link: Locator) -> None:
    """Move the focus to a link by keyboard."""
    link.evaluate("e => { const before = document.createElement('button');"
                  "e.before(before); before.focus(); }")  # fmt: skip
    page.keyboard.press("Tab")
    assert link.evaluate("e => e === document.activeElement")


def test_pointer_opens_and_closes(page: Page, server: str) -> None:
    """A pointer that rests opens title and answer; once it has left they are gone."""
    link = follow_up(page, server)
    preview = open_preview(page, link)
    assert preview.locator("p").all_inner_texts() == [TITLE, ANSWER]
    assert link.get_attribute("aria-describedby") == preview.get_attribute("id")
    assert link.get_attribute("title") is None
    page.mouse.move(5, 5)
    preview.wait_for(state="detached")
    assert link.get_attribute("aria-describedby") is None


def test_pointer_that_passes_opens_nothing(page: Page, server: str) -> None:
    """A pointer on its way elsewhere opens nothing."""
    link = follow_up(page, server)
    link.hover()
    page.mouse.move(5, 5)
    page.wait_for_timeout(PAUSE)
    assert box(page).count() == 0


def test_pointer_may_move_onto_it(page: Page, server: str) -> None:
    """The preview stays while the pointer is on it, as long as that may be."""
    preview = open_preview(page, follow_up(page, server))
    place = preview.bounding_box()
    assert place is not None
    page.mouse.move(place["x"] + 20, place["y"] + 20, steps=8)
    page.wait_for_timeout(PAUSE)
    assert preview.is_visible()
    page.mouse.move(5, 5)
    preview.wait_for(state="detached")


def test_keyboard_opens_and_closes(page: Page, server: str) -> None:
    """The focus opens a preview after a pause, and takes it along when it leaves."""
    link = follow_up(page, server)
    reach(page, link)
    assert box(page).count() == 0
    box(page).wait_for()
    # A pointer that moves elsewhere changes nothing.
    page.mouse.move(5, 5)
    page.mouse.move(50, 50)
    page.wait_for_timeout(PAUSE)
    assert box(page).is_visible()
    page.keyboard.press("Tab")
    box(page).wait_for(state="detached")


@pytest.mark.parametrize("way", ["pointer", "keyboard"])
def test_escape_dismisses(page: Page, server: str, way: str) -> None:
    """Escape takes a preview away for as long as pointer and focus stay."""
    link = follow_up(page, server)
    if way == "pointer":
        link.hover()
    else:
        reach(page, link)
    box(page).wait_for()
    page.keyboard.press("Escape")
    assert box(page).count() == 0
    if way == "pointer":
        place = link.bounding_box()
        assert place is not None
        page.mouse.move(place["x"] + 3, place["y"] + 5)
    page.wait_for_timeout(PAUSE)
    assert box(page).count() == 0
    page.mouse.move(5, 5)
    open_preview(page, link)


def test_following_a_link_closes_it(page: Page, server: str) -> None:
    """A link that is followed works at once, and leaves no preview behind."""
    link = follow_up(page, server)
    open_preview(page, link)
    link.click()
    page.wait_for_url("**/python.html#py-beg-001")
    page.goto(f"{server}/gradients.html")
    assert box(page).count() == 0


def test_a_click_is_no_focus(page: Page, server: str) -> None:
    """The focus that a pointer leaves on a link opens nothing."""
    link = follow_up(page, server)
    link.evaluate("e => e.addEventListener('click', (event) => event.preventDefault())")
    link.click()
    page.wait_for_timeout(PAUSE)
    assert box(page).count() == 0


def test_touch_opens_nothing(new_page: Callable[..., Page], server: str) -> None:
    """A tap follows the link."""
    page = new_page(width=390, has_touch=True, is_mobile=True)
    link = follow_up(page, server)
    link.evaluate("e => e.addEventListener('click', (event) => event.preventDefault())")
    link.tap()
    page.wait_for_timeout(PAUSE)
    assert box(page).count() == 0


def test_one_file_when_first_wanted(page: Page, server: str) -> None:
    """Nothing is loaded with the page, and one file for all its previews."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    link = follow_up(page, server)
    page.wait_for_load_state("networkidle")
    assert not any("previews.js" in url for url in asked)
    before = len(asked)
    open_preview(page, link)
    open_preview(
        page, page.locator(".question-link[href='python.html#py-beg-001']").last
    )
    assert [url.rpartition("/")[2] for url in asked[before:]] == ["previews.js"]


def test_without_the_file_a_link_is_a_link(page: Page, server: str) -> None:
    """A file that cannot be loaded, or is of another version, shows nothing."""
    page.route("**/previews.js", lambda route: route.abort())
    link = follow_up(page, server)
    link.hover()
    page.wait_for_timeout(PAUSE)
    assert box(page).count() == 0
    page.unroute("**/previews.js")
    body = "globalThis.sphinxQuestions = {previews: {version: 99}};"
    page.route("**/previews.js", lambda route: route.fulfill(body=body))
    follow_up(page, server).hover()
    page.wait_for_timeout(PAUSE)
    assert box(page).count() == 0


def test_own_link_has_no_preview(page: Page, server: str) -> None:
    """In a card a link to that card itself opens nothing."""
    page.goto(f"{server}/gradients.html")
    page.locator("article.question .question-id").hover()
    page.wait_for_timeout(PAUSE)
    assert box(page).count() == 0


@pytest.mark.parametrize("width", [320, 800, 1600])
def test_it_stays_in_the_window(
    new_page: Callable[..., Page], server: str, width: int
) -> None:
    """A preview is beside its link, wholly in the window, and scrolls nothing."""
    page = new_page(width=width)
    link = follow_up(page, server)
    for block in ("start", "end"):
        link.evaluate(f"e => e.scrollIntoView({{block: '{block}'}})")
        page.mouse.move(2, 2)
        place = open_preview(page, link).bounding_box()
        beside = link.bounding_box()
        assert place is not None
        assert beside is not None
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= width
        assert place["y"] >= 0
        assert place["y"] + place["height"] <= 800
        is_below = place["y"] >= beside["y"] + beside["height"]
        assert is_below or place["y"] + place["height"] <= beside["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_contrast(
    new_page: Callable[..., Page], server: str, scheme: str
) -> None:
    """Title and answer are readable by day and by night."""
    page = new_page(color_scheme=scheme)
    preview = open_preview(page, follow_up(page, server))
    page.wait_for_timeout(200)
    for text in preview.locator("p").all():
        assert text.evaluate(CONTRAST) >= 4.5


def test_motion_and_paper(new_page: Callable[..., Page], server: str) -> None:
    """It does not move where that is unwanted, and is not printed."""
    page = new_page(reduced_motion="reduce")
    preview = open_preview(page, follow_up(page, server))
    assert preview.evaluate("e => getComputedStyle(e).animationName") == "none"
    page.emulate_media(media="print")
    assert not preview.is_visible()


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_from_disk(tmp_path: Path, new_page: Callable[..., Page], builder: str) -> None:
    """From a folder on disk too, with stresses, code and formulas, and nothing run."""
    project = Project(tmp_path)
    project.configure(html_math_renderer="mathml", html_theme="furo")
    project.write(FILES)
    build = project.build(builder)
    assert build.warnings == ()
    page = new_page()
    page.goto((build.outdir / "index.html").as_uri())
    first, second = page.locator("[role=main] a.question-link").all()
    preview = open_preview(page, first)
    assert preview.locator(".question-preview-title").inner_text() == (
        "What is it & <why>?"
    )
    for tag, text in (("em", "First"), ("strong", "second"), ("code", "<b>code</b>")):
        assert preview.locator(tag).inner_text() == text
    assert preview.locator("math mfrac").count() == 1
    assert preview.locator("p").last.inner_text() == "A second paragraph."
    second.hover()
    page.locator(".question-preview", has_text="What is long?").wait_for()
    text = box(page).locator("p").last.inner_text()
    assert text.endswith("word …")
    assert len(text) < 430
