"""What a reader can rely on in the page around the tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import pytest

from contrast import CONTRAST

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page, Route

SECTIONS: Final = ["explanation", "example", "mistakes", "scenario"]

#: The text of a card, and the cards of the three levels.
TEXTS: Final = (
    ".question-id, .question > h1, .question > h2, .sd-badge, .question-difficulty,"
    " .question-topics, .question-answer p, .question-heading, .question-tab,"
    " .question-section > p, .question-section li, .question-section dt, figcaption,"
    " .question-foot dt, .question-foot dd"
)


def overflowing(page: Page) -> list[str]:
    """Return what is wider than it shows: a part of a card, or a box around it."""
    found = page.evaluate("""
      [...document.querySelectorAll("html, body, body *")]
        .filter((e) => e.matches(".question, .question-section, .question-tabs")
          || (e.contains(document.querySelector(".question"))
            && getComputedStyle(e).overflowX !== "visible"))
        .filter((e) => e.scrollWidth > e.clientWidth + 1)
        .map((e) => e.tagName + "." + e.className)
    """)
    return list(found)


def test_without_script_everything_is_shown(
    new_page: Callable[..., Page], server: str
) -> None:
    """A browser without JavaScript shows every section under its heading."""
    page = new_page(java_script_enabled=False)
    page.goto(f"{server}/gradients.html")
    assert page.locator("[role=tab]").count() == 0
    for key in SECTIONS:
        section = page.locator(f"#ml-adv-001-{key}")
        heading = section.locator("> .question-heading").bounding_box()
        assert heading is not None
        assert heading["height"] > 10
        assert section.locator("> :last-child").is_visible()


@pytest.mark.parametrize("found", [True, False], ids=["until-found", "hidden"])
def test_print_shows_everything(
    new_page: Callable[..., Page], server: str, *, found: bool
) -> None:
    """Paper has every panel under its heading, the output, and no controls."""
    page = new_page(width=700)
    if not found:
        page.add_init_script("delete HTMLElement.prototype.onbeforematch")
    page.goto(f"{server}/gradients.html")
    page.emulate_media(media="print", color_scheme="dark")
    for key in SECTIONS:
        section = page.locator(f"#ml-adv-001-{key}")
        heading = section.locator("> .question-heading").bounding_box()
        assert heading is not None
        assert heading["height"] > 10
        last = section.locator("> :last-child")
        assert last.evaluate("e => e.checkVisibility() && e.offsetHeight > 0")
    assert page.locator(".highlight-output").is_visible()
    assert not page.get_by_role("tablist").is_visible()
    assert not page.locator(".question .headerlink").first.is_visible()
    picture = page.locator("img.question-figure")
    assert picture.evaluate("e => getComputedStyle(e).filter") == "none"
    code = page.locator(".highlight-python pre")
    assert code.evaluate("e => e.scrollWidth <= e.clientWidth")


@pytest.mark.parametrize("name", ["gradients", "python"])
def test_a_phone_scrolls_only_downwards(
    new_page: Callable[..., Page], server: str, name: str
) -> None:
    """At 390 pixels nothing widens the page: code and formulas scroll in their box."""
    page = new_page(width=390)
    page.goto(f"{server}/{name}.html")
    for button in page.get_by_role("tab").all():
        button.click()
        assert overflowing(page) == []
    page.emulate_media(media="print")
    assert overflowing(page) == []


def test_what_scrolls_sideways_can_be_reached(
    new_page: Callable[..., Page], server: str
) -> None:
    """Code and formulas that scroll are tab stops, those that fit are not."""
    page = new_page(width=390)
    page.goto(f"{server}/gradients.html")
    page.locator(".math-block[tabindex='0']").wait_for()
    page.get_by_role("tab", name="Example").click()
    page.locator(".highlight-python pre[tabindex='0']").wait_for()
    page.set_viewport_size({"width": 1900, "height": 800})
    assert page.locator(".highlight-output pre[tabindex]").count() == 0


def test_nothing_is_fetched_elsewhere(page: Page, server: str) -> None:
    """A card asks no other host for anything."""
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.goto(f"{server}/gradients.html")
    page.get_by_role("tab", name="Example").click()
    page.wait_for_load_state("networkidle")
    assert hosts == {urlsplit(server).netloc}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    ("stored", "anchor"),
    [("", ""), ("example", ""), ("", "#py-int-001-scenario"), ("none such", "")],
)
@pytest.mark.parametrize("name", ["python", "gradients"])
def test_the_page_does_not_jump(  # noqa: PLR0913
    new_page: Callable[..., Page],
    server: str,
    *,
    name: str,
    width: int,
    stored: str,
    anchor: str,
) -> None:
    """Even where the script comes late, the layout shifts by less than 0.02."""
    page = new_page(width=width)
    page.goto(f"{server}/index.html")
    page.evaluate(
        "key => key && localStorage.setItem('sphinx-questions.tab', key)", stored
    )

    def come_late(route: Route) -> None:
        page.wait_for_timeout(400)
        route.continue_()

    page.route("**/tabs.js*", come_late)
    page.goto(f"{server}/{name}.html{anchor}")
    page.wait_for_timeout(100)
    assert page.get_by_role("tab").count() > 0
    assert page.evaluate("window.layoutShift") < 0.02


def test_a_lost_script_hides_nothing(page: Page, server: str) -> None:
    """Where the script does not arrive, the page falls back to its linear form."""
    page.route("**/tabs.js*", lambda route: route.abort())
    page.goto(f"{server}/gradients.html", wait_until="load")
    for key in SECTIONS:
        assert page.locator(f"#ml-adv-001-{key} > :last-child").is_visible()


def test_the_id_copies_its_link(
    new_context: Callable[..., BrowserContext], server: str
) -> None:
    """A click on the ID copies the address, says so for a moment, and is a link."""
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{server}/python.html")
    status = page.locator("#py-int-001 .question-permalink [role=status]")
    assert status.text_content() == ""
    page.locator("#py-int-001 .question-permalink a").click()
    page.wait_for_function(
        "document.querySelector('#py-int-001 [role=status]').innerText"
    )
    assert status.text_content() == "Link copied"
    address = f"{server}/python.html#py-int-001"
    assert page.evaluate("navigator.clipboard.readText()") == address
    assert page.url == address
    page.wait_for_timeout(2100)
    assert status.text_content() == ""


def test_a_modified_click_on_the_id_copies_nothing(
    new_context: Callable[..., BrowserContext], server: str
) -> None:
    """With Control held, the ID is a link like any other."""
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{server}/python.html")
    page.evaluate("navigator.clipboard.writeText('before')")
    link = page.locator("#py-int-001 .question-permalink a")
    with context.expect_page():
        link.click(modifiers=["Control"])
    page.bring_to_front()
    assert page.evaluate("navigator.clipboard.readText()") == "before"
    assert "#" not in page.url


@pytest.mark.parametrize("without", ["clipboard", "permission"])
def test_the_id_is_a_link_where_nothing_can_be_copied(
    page: Page, site: Path, without: str
) -> None:
    """From disk, or with the clipboard refused, the ID still sets the address."""
    if without == "clipboard":
        page.add_init_script("delete Navigator.prototype.clipboard")
    else:
        page.add_init_script(
            "Clipboard.prototype.writeText = () => Promise.reject(new Error('refused'))"
        )
    page.goto((site / "python.html").as_uri())
    page.locator("#py-int-001 .question-permalink a").click()
    assert page.evaluate("location.hash") == "#py-int-001"
    assert page.locator("#py-int-001 [role=status]").text_content() == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_contrast(
    new_page: Callable[..., Page], server: str, scheme: str
) -> None:
    """Text has at least 4.5 to 1 against its ground, by day and by night."""
    page = new_page(color_scheme=scheme, reduced_motion="reduce")
    poor: list[Any] = []
    for name in ("gradients", "python"):
        page.goto(f"{server}/{name}.html")
        for text in page.locator(TEXTS).all():
            contrast = text.evaluate(CONTRAST)
            if contrast < 4.5:
                poor.append((text.evaluate("e => e.outerHTML"), contrast))
    assert poor == []


def test_targets_are_large_enough(new_page: Callable[..., Page], server: str) -> None:
    """A finger hits a tab (40 pixels high) and the ID (24 pixels)."""
    page = new_page(width=390)
    page.goto(f"{server}/gradients.html")
    for button in page.get_by_role("tab").all():
        assert button.evaluate("e => e.offsetHeight") >= 40
    link = page.locator(".question-permalink a")
    assert link.evaluate("e => e.offsetHeight") >= 24


def test_focus_is_seen(page: Page, server: str) -> None:
    """A tab and a panel reached by keyboard have an outline of two pixels."""
    page.goto(f"{server}/gradients.html")
    page.get_by_role("tab", name="Explanation").press("End")
    for _ in range(2):
        outline = page.evaluate(
            "(({ outlineStyle, outlineWidth }) => [outlineStyle, outlineWidth])"
            "(getComputedStyle(document.activeElement))"
        )
        assert outline == ["solid", "2px"]
        page.keyboard.press("Tab")


def test_headings_stand_flush_with_the_text(page: Page, server: str) -> None:
    """Title and headings begin where the paragraphs do."""
    page.goto(f"{server}/gradients.html")
    left = """e => {
      const range = document.createRange();
      range.selectNodeContents(e);
      return range.getBoundingClientRect().left;
    }"""
    edge = page.locator("#ml-adv-001").evaluate("e => e.getBoundingClientRect().left")
    for selector in ("> h1", "[data-section=follow-ups] > h2", "[id] > h3.rubric"):
        heading = page.locator("#ml-adv-001").locator(selector).first
        assert abs(heading.evaluate(left) - edge) < 1


def test_the_answer_is_set_apart(page: Page, server: str) -> None:
    """The answer stands beside a rule, larger than the text that follows."""
    page.goto(f"{server}/gradients.html")
    style = """e => {
      const { borderLeftWidth, paddingLeft, fontSize } = getComputedStyle(e);
      return [borderLeftWidth, paddingLeft, fontSize].map(parseFloat);
    }"""
    rule, space, size = page.locator(".question-answer").evaluate(style)
    assert rule >= 2
    assert space >= 16
    assert size > page.locator("#ml-adv-001-explanation").evaluate(style)[2]


def test_the_foot_is_one_line(page: Page, server: str) -> None:
    """On a wide page ID, difficulty, level and date stand on one line."""
    page.goto(f"{server}/gradients.html")
    facts = page.locator(".question-foot dl > div")
    tops = facts.evaluate_all("all => all.map((e) => e.getBoundingClientRect().top)")
    assert len(tops) == 4
    assert max(tops) - min(tops) < 1


def test_figures_turn_light_in_the_dark(
    new_page: Callable[..., Page], server: str
) -> None:
    """Black figures are inverted on a dark page and left alone on a light one."""
    filters = []
    for scheme in ("light", "dark"):
        page = new_page(color_scheme=scheme)
        page.goto(f"{server}/gradients.html")
        picture = page.locator("img.question-figure")
        filters.append(picture.evaluate("e => getComputedStyle(e).filter"))
    assert filters == ["none", "invert(1) hue-rotate(180deg)"]


def test_the_meter_needs_no_colour(new_page: Callable[..., Page], server: str) -> None:
    """In forced colours the filled marks have the colour of text, the others not."""
    page = new_page(forced_colors="active")
    page.goto(f"{server}/gradients.html")
    background = "e => getComputedStyle(e).backgroundColor"
    text = page.locator("#ml-adv-001 > h1").evaluate("e => getComputedStyle(e).color")
    filled = page.locator(".question-meter > .on").first.evaluate(background)
    hollow = page.locator(".question-meter > :not(.on)").first.evaluate(background)
    assert filled == text
    assert hollow != text


def test_output_is_joined_to_its_code(page: Page, server: str) -> None:
    """What a block prints stands right below it under a label."""
    page.goto(f"{server}/gradients.html#ml-adv-001-example")
    code = page.locator(".highlight-python").bounding_box()
    output = page.locator(".highlight-output").bounding_box()
    assert code is not None
    assert output is not None
    assert abs(code["y"] + code["height"] - output["y"]) < 1
    label = "e => getComputedStyle(e, '::before').content"
    assert page.locator(".highlight-output").evaluate(label) == '"Output"'


@pytest.mark.parametrize("name", ["gradients", "python"])
def test_ids_and_names_hold(page: Page, server: str, name: str) -> None:
    """No ID stands twice, references resolve, and what can be used has a name."""
    page.goto(f"{server}/{name}.html")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))
    cited = page.evaluate("""
      ["aria-controls", "aria-labelledby"].flatMap((name) =>
        [...document.querySelectorAll(`[${name}]`)].map((e) => e.getAttribute(name)))
    """)
    assert set(cited) <= set(ids)
    nameless = page.evaluate("""
      [...document.querySelectorAll(".question :is(a, button, img)")]
        .filter((e) => !(e.innerText || e.textContent || e.alt || e.ariaLabel
          || e.getAttribute("data-tooltip") || "").trim())
        .map((e) => e.outerHTML)
    """)
    assert nameless == []
