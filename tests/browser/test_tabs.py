"""What a reader can rely on in the tabs of a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

GRADIENTS: Final = "Why do gradients vanish in deep networks"
LABELS: Final = ["Explanation", "Example", "Mistakes", "Scenario"]

#: A browser that knows "until-found" opens panels by itself on the way to an anchor.
FORGET_UNTIL_FOUND: Final = "delete HTMLElement.prototype.onbeforematch"
each_way_to_hide = pytest.mark.parametrize(
    "script", ["", FORGET_UNTIL_FOUND], ids=["until-found", "hidden"]
)


def tab(page: Page, name: str, card: str = "#ml-adv-001") -> Locator:
    """Return the tab *name* of a card."""
    return page.locator(card).get_by_role("tab", name=name, exact=True)


def open_tabs(page: Page) -> list[str]:
    """Return the text of the chosen tab of every card."""
    return page.locator("[role=tab][aria-selected=true]").all_inner_texts()


def open_panels(page: Page, card: str = "#ml-adv-001") -> list[str]:
    """Return the keys of the panels of a card that can be seen."""
    panels = page.locator(f"{card} .question-tabs > .question-section")
    return [
        str(panel.get_attribute("data-section"))
        for panel in panels.all()
        if panel.evaluate("e => e.lastElementChild.checkVisibility()")
    ]


def wait_for_view(page: Page, selector: str) -> None:
    """Wait until the top of an element is in view: furo scrolls smoothly."""
    page.wait_for_function(
        """(selector) => {
          const { top } = document.querySelector(selector).getBoundingClientRect();
          return top >= 0 && top < innerHeight;
        }""",
        arg=selector,
    )


def hash_of(page: Page) -> str:
    """Return the fragment of the address."""
    return str(page.evaluate("location.hash"))


def test_the_sections_are_tabs_by_name_and_role(page: Page, server: str) -> None:
    """A screen reader meets a named list of tabs, each with its own panel."""
    page.goto(f"{server}/gradients.html")
    tablist = page.get_by_role("tablist")
    assert str(tablist.get_attribute("aria-label")).startswith(GRADIENTS)
    assert "¶" not in str(tablist.get_attribute("aria-label"))
    tabs = tablist.get_by_role("tab")
    assert tabs.all_inner_texts() == LABELS
    for button in tabs.all():
        assert button.evaluate("e => e.tagName") == "BUTTON"
        panel = page.locator(f"#{button.get_attribute('aria-controls')}")
        assert panel.get_attribute("role") == "tabpanel"
        assert panel.get_attribute("aria-labelledby") == button.get_attribute("id")
    assert open_tabs(page) == ["Explanation"]
    assert open_panels(page) == ["explanation"]


def test_one_section_needs_no_tab(page: Page, server: str) -> None:
    """A card with a single section of that kind keeps its heading and has no tabs."""
    page.goto(f"{server}/python.html")
    card = page.locator("#py-beg-002")
    assert card.get_by_role("tab").count() == 0
    heading = card.locator("#py-beg-002-mistakes > .question-heading").bounding_box()
    assert heading is not None
    assert heading["height"] > 10


def test_arrows_move_and_wrap(page: Page, server: str) -> None:
    """Arrows, Home and End move focus, open the panel, and wrap at both ends."""
    page.goto(f"{server}/gradients.html")
    tab(page, "Explanation").focus()
    for key, label in [
        ("ArrowRight", "Example"),
        ("ArrowLeft", "Explanation"),
        ("ArrowLeft", "Scenario"),
        ("ArrowRight", "Explanation"),
        ("End", "Scenario"),
        ("Home", "Explanation"),
    ]:
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.textContent") == label
        assert open_tabs(page) == [label]
        assert open_panels(page) == [label.lower()]


def test_arrows_follow_the_writing_direction(page: Page, server: str) -> None:
    """Where text runs from right to left, the left arrow goes to the next tab."""
    page.goto(f"{server}/gradients.html")
    page.evaluate("document.documentElement.dir = 'rtl'")
    tab(page, "Explanation").press("ArrowLeft")
    assert open_tabs(page) == ["Example"]


def test_keys_with_a_modifier_are_left_alone(page: Page, server: str) -> None:
    """Alt and an arrow stay the browser's own: they go back."""
    page.goto(f"{server}/gradients.html")
    tab(page, "Explanation").press("Control+ArrowRight")
    assert open_tabs(page) == ["Explanation"]


def test_the_tab_key_enters_the_list_once(page: Page, server: str) -> None:
    """Only the chosen tab is in the tab order, and closed panels hold no stop."""
    page.goto(f"{server}/gradients.html")
    tab(page, "Mistakes").click()
    assert page.locator("[role=tab][tabindex='0']").all_inner_texts() == ["Mistakes"]
    assert page.locator("[role=tab][tabindex='-1']").count() == 3
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.section") == "mistakes"
    page.keyboard.press("Tab")
    stop = "document.activeElement.closest('section').dataset.section"
    assert page.evaluate(stop) == "follow-ups"


def test_a_panel_takes_focus_only_if_nothing_in_it_does(
    page: Page, server: str
) -> None:
    """A panel of plain text is a tab stop, one with a button in it is not."""
    page.goto(f"{server}/gradients.html")
    tab(page, "Scenario").click()
    scenario = page.locator("#ml-adv-001-scenario")
    assert scenario.get_attribute("tabindex") == "0"
    tab(page, "Example").click()
    assert scenario.get_attribute("tabindex") is None
    example = page.locator("#ml-adv-001-example")
    assert example.locator("button").count() > 0
    assert example.get_attribute("tabindex") is None


@each_way_to_hide
@pytest.mark.parametrize("width", [1280, 390])
def test_a_link_to_a_section_opens_it(
    new_page: Callable[..., Page], server: str, width: int, script: str
) -> None:
    """An address with a section's anchor opens its tab, and both are in view."""
    page = new_page(width=width)
    page.add_init_script(script)
    page.goto(f"{server}/gradients.html#ml-adv-001-scenario")
    assert open_panels(page) == ["scenario"]
    wait_for_view(page, "#ml-adv-001-scenario")
    wait_for_view(page, "#ml-adv-001-scenario-tab")


@each_way_to_hide
def test_a_link_into_a_panel_opens_it(page: Page, server: str, script: str) -> None:
    """An anchor anywhere inside a panel opens the panel and scrolls there."""
    page.add_init_script(script)
    page.goto(f"{server}/python.html")
    page.evaluate(
        "document.querySelector('#py-int-001-scenario > p').id = 'nine-gigabytes'"
    )
    page.evaluate("location.hash = '#nine-gigabytes'")
    wait_for_view(page, "#nine-gigabytes")
    assert open_panels(page, "#py-int-001") == ["scenario"]


@each_way_to_hide
def test_the_address_bar_opens_a_section(page: Page, server: str, script: str) -> None:
    """A new fragment in the address opens its section without a reload."""
    page.add_init_script(script)
    page.goto(f"{server}/gradients.html")
    page.evaluate("location.hash = '#ml-adv-001-mistakes'")
    page.locator("#ml-adv-001-mistakes li").first.wait_for()
    assert open_tabs(page) == ["Mistakes"]


def test_the_same_link_works_twice(page: Page, server: str) -> None:
    """A link opens its section again after the reader went to another tab."""
    page.goto(f"{server}/gradients.html")
    page.evaluate(
        "document.querySelector('.question-answer').innerHTML ="
        """ '<a id="link" href="#ml-adv-001-example">see</a>'"""
    )
    link = page.locator("#link")
    link.click()
    assert open_panels(page) == ["example"]
    # Without the click on a tab the address would change as well.
    page.evaluate(
        "document.getElementById('ml-adv-001-example').hidden = true;"
        "document.getElementById('ml-adv-001-scenario').hidden = false;"
    )
    link.click()
    assert open_panels(page) == ["example"]
    wait_for_view(page, "#ml-adv-001-example")


def test_the_chosen_tab_stays_after_a_reload(page: Page, server: str) -> None:
    """Choosing a tab writes its anchor to the address and adds no step to Back."""
    page.goto(f"{server}/gradients.html")
    steps = page.evaluate("history.length")
    tab(page, "Mistakes").click()
    assert hash_of(page) == "#ml-adv-001-mistakes"
    assert page.evaluate("history.length") == steps
    page.evaluate("localStorage.clear()")
    page.reload()
    assert open_panels(page) == ["mistakes"]


def test_the_choice_goes_along_to_other_pages(page: Page, server: str) -> None:
    """Cards of other pages open the tab of the same kind, or else their first."""
    page.goto(f"{server}/gradients.html")
    tab(page, "Scenario").click()
    page.goto(f"{server}/python.html")
    assert open_tabs(page) == ["Explanation", "Scenario"]


def test_all_cards_follow_and_the_tab_stays_put(page: Page, server: str) -> None:
    """Other cards of the page follow, and the pressed tab does not move away."""
    page.goto(f"{server}/python.html")
    example = tab(page, "Example", "#py-int-001")
    example.scroll_into_view_if_needed()
    before = example.bounding_box()
    example.click()
    assert open_tabs(page) == ["Example", "Example"]
    page.evaluate("new Promise(requestAnimationFrame)")
    after = example.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 2


def test_the_address_wins_over_the_last_choice(page: Page, server: str) -> None:
    """A link to a section opens it whatever was chosen before, and only there."""
    page.goto(f"{server}/gradients.html")
    tab(page, "Example").click()
    page.goto(f"{server}/python.html#py-int-001-scenario")
    assert open_tabs(page) == ["Example", "Scenario"]
    page.goto(f"{server}/gradients.html")
    assert open_tabs(page) == ["Example"]


def test_blocked_storage_breaks_nothing(page: Page, server: str) -> None:
    """Where the browser forbids storage, the tabs work all the same."""
    # Furo's own script needs storage, so only this key is refused.
    page.add_init_script("""
      for (const name of ["getItem", "setItem"]) {
        const method = Storage.prototype[name];
        Storage.prototype[name] = function (key, ...rest) {
          if (key === "sphinx-questions.tab") { throw new DOMException("blocked"); }
          return method.call(this, key, ...rest);
        };
      }
    """)
    page.goto(f"{server}/gradients.html")
    tab(page, "Example").click()
    assert open_panels(page) == ["example"]


def test_find_in_page_opens_the_panel(page: Page, server: str) -> None:
    """A closed panel can be found, and opens as a tab when it is."""
    page.goto(f"{server}/gradients.html")
    scenario = page.locator("#ml-adv-001-scenario")
    assert scenario.get_attribute("hidden") == "until-found"
    style = scenario.evaluate(
        "e => [getComputedStyle(e).display, getComputedStyle(e).contentVisibility]"
    )
    assert style == ["block", "hidden"]
    scenario.dispatch_event("beforematch")
    assert open_tabs(page) == ["Scenario"]
    assert open_panels(page) == ["scenario"]


def test_a_link_to_words_opens_their_panel(page: Page, server: str) -> None:
    """A text fragment finds the words in a closed panel, as find-in-page does."""
    page.goto(f"{server}/gradients.html#:~:text=stays%20at%202.30")
    page.locator("#ml-adv-001-scenario p").wait_for()
    assert open_tabs(page) == ["Scenario"]


def test_a_browser_that_finds_nothing_hides_plainly(page: Page, server: str) -> None:
    """Without "until-found" in the browser, closed panels are simply hidden."""
    page.add_init_script(FORGET_UNTIL_FOUND)
    page.goto(f"{server}/gradients.html")
    assert page.locator("#ml-adv-001-scenario").get_attribute("hidden") == ""
    assert not page.locator("#ml-adv-001-scenario").is_visible()
    tab(page, "Scenario").click()
    assert open_panels(page) == ["scenario"]


def test_the_tabs_work_from_a_folder(page: Page, site: Path) -> None:
    """A site opened from disk has tabs, deep links and the kept choice."""
    address = (site / "gradients.html").as_uri()
    page.goto(f"{address}#ml-adv-001-example")
    assert open_panels(page) == ["example"]
    tab(page, "Mistakes").click()
    assert open_panels(page) == ["mistakes"]
    page.goto((site / "python.html").as_uri())
    page.goto(address)
    assert open_tabs(page) == ["Mistakes"]
