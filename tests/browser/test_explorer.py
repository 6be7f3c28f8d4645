"""What a reader can rely on in the explorer."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page, Route

TOTAL: Final = 16


def explorer(page: Page, server: str, query: str = "") -> Page:
    """Open the explorer with a query."""
    page.goto(f"{server}/questions/index.html{query}")
    page.locator(".question-form").wait_for()
    return page


def box(page: Page, name: str) -> Locator:
    """Return the checkbox of a value."""
    return page.get_by_role("checkbox", name=re.compile(rf"^{re.escape(name)} \d+$"))


def search_box(page: Page) -> Locator:
    """Return the field for text."""
    return page.get_by_role("searchbox", name="Search questions and answers")


def counts(page: Page, legend: str) -> dict[str, int]:
    """Return the numbers of a facet."""
    labels = page.get_by_role("group", name=legend).locator("label")
    pairs = [text.rsplit(maxsplit=1) for text in labels.all_inner_texts()]
    return {name: int(number) for name, number in pairs}


def ids(page: Page) -> list[str]:
    """Return the questions shown, in order."""
    rows = page.locator(".question-form .question-row")
    return [str(row.get_attribute("data-question-id")) for row in rows.all()]


def showing(page: Page) -> str:
    """Return the line that says what is shown."""
    return " ".join(
        page.locator(".question-form .question-showing").inner_text().split()
    )


def query_of(page: Page) -> str:
    """Return the query part of the address."""
    return str(page.evaluate("location.search"))


def serve_bank(page: Page, number: int) -> None:
    """Serve *number* generated questions in place of the bank's."""
    levels = [["beginner", "Beginner"], ["advanced", "Advanced"]]
    bank: dict[str, Any] = {
        "version": 1,
        "technologies": [["python", "Python"]],
        "levels": levels,
        "topics": [f"topic-{topic:02}" for topic in range(30)],
        "ids": [f"PY-{row:05}" for row in range(number)],
        "titles": [f"Question {row}?" for row in range(number)],
        "technology": [0] * number,
        "level": [row % 2 for row in range(number)],
        "difficulty": [5] * number,
        # The later the topic, the more questions it has.
        "topic": [[max(row % 30, row % 7 + 20)] for row in range(number)],
        "urls": [f"python.html#py-{row:05}" for row in range(number)],
        "answers": [[[f"Answer {row}."]] for row in range(number)],
    }
    script = (
        "globalThis.sphinxQuestions = Object.assign("
        f"globalThis.sphinxQuestions ?? {{}}, {{bank: {json.dumps(bank)}}});"
    )
    page.route(
        "**/bank*.js*",
        lambda route: route.fulfill(body=script, content_type="text/javascript"),
    )


def test_everything_is_shown_at_first(page: Page, server: str) -> None:
    """The form stands in place of the links, with every question by difficulty."""
    explorer(page, server)
    assert showing(page) == f"Showing {TOTAL} questions"
    assert len(ids(page)) == TOTAL
    assert ids(page)[0] == "PY-BEG-003"
    static = page.locator(".question-explorer-static")
    assert static.evaluate("e => getComputedStyle(e).display") == "none"
    assert not page.get_by_role("button", name="Clear all filters").is_visible()


def test_the_form_is_one_by_name_and_role(page: Page, server: str) -> None:
    """A screen reader meets a form with named groups, boxes and fields."""
    explorer(page, server)
    form = page.get_by_role("form", name="Find questions")
    assert form.get_attribute("method") == "get"
    for legend in ("Technology", "Level", "Difficulty", "Topic"):
        group = form.get_by_role("group", name=legend, exact=True)
        assert group.evaluate("e => e.tagName") == "FIELDSET"
    assert form.get_by_role("spinbutton", name="From").input_value() == "1"
    assert form.get_by_role("spinbutton", name="To").input_value() == "10"
    assert form.get_by_role("combobox", name="Sort by").input_value() == "difficulty"
    assert search_box(page).count() == 1


def test_facets_narrow_and_values_widen(page: Page, server: str) -> None:
    """Values of one facet are alternatives, two facets both have to hold."""
    explorer(page, server)
    box(page, "Advanced").check()
    assert showing(page) == "Showing 5 questions · Advanced"
    box(page, "Machine Learning").check()
    assert showing(page) == "Showing 3 questions · Advanced · Machine Learning"
    assert ids(page) == ["ML-ADV-002", "ML-ADV-001", "ML-ADV-003"]
    box(page, "Beginner").check()
    line = "Showing 5 questions · Beginner · Advanced · Machine Learning"
    assert showing(page) == line


def test_counts_leave_out_their_own_facet(page: Page, server: str) -> None:
    """A value says how many it would give, whatever else is ticked beside it."""
    explorer(page, server, "?level=advanced&technology=python")
    assert counts(page, "Level") == {"Beginner": 3, "Intermediate": 3, "Advanced": 2}
    assert counts(page, "Technology") == {"Machine Learning": 3, "Python": 2}
    topics = counts(page, "Topic")
    assert topics["concurrency"] == 1
    assert topics["mlops"] == 0


def test_values_without_results_stay_in_sight(page: Page, server: str) -> None:
    """A value that gives nothing is muted and can be seen, unless it is ticked."""
    explorer(page, server, "?technology=python")
    muted = page.locator(".question-options .empty")
    assert box(page, "mlops").is_visible()
    assert muted.filter(has_text="mlops").count() == 1
    box(page, "mlops").check()
    assert muted.filter(has_text="mlops").count() == 0


def test_chips_remove_their_filter(page: Page, server: str) -> None:
    """Each filter has a chip that removes it, and focus stays near."""
    explorer(page, server, "?technology=python&level=advanced&difficulty=8-9&q=naive")
    chips = page.get_by_role("button", name=re.compile("^Remove filter: "))
    names = [str(chip.get_attribute("aria-label"))[15:] for chip in chips.all()]
    assert names == ["Advanced", "Python", "Difficulty 8–9", "“naive”"]
    chips.nth(1).press("Enter")
    assert query_of(page) == "?level=advanced&difficulty=8-9&q=naive"
    label = "document.activeElement.ariaLabel"
    assert page.evaluate(label) == "Remove filter: Difficulty 8–9"
    page.keyboard.press("Enter")
    assert page.get_by_role("spinbutton", name="From").input_value() == "1"
    page.keyboard.press("Enter")
    assert search_box(page).input_value() == ""
    page.keyboard.press("Enter")
    assert query_of(page) == ""
    assert page.evaluate("document.activeElement.className") == "question-showing"


def test_clear_all_clears_all(page: Page, server: str) -> None:
    """One button brings every question back and empties the address."""
    explorer(page, server, "?technology=python&topic=typing&difficulty=8&q=a")
    page.get_by_role("button", name="Clear all filters").click()
    assert showing(page) == f"Showing {TOTAL} questions"
    assert query_of(page) == ""
    assert page.locator("input:checked").count() == 0
    assert search_box(page).input_value() == ""


def test_nothing_found_names_the_filter_to_drop(page: Page, server: str) -> None:
    """Where nothing is left, a button drops the filter that gives most back."""
    explorer(page, server, "?technology=python&level=beginner,advanced&q=leakage")
    assert showing(page).startswith("Showing 0 questions · Beginner · Advanced")
    assert page.get_by_role("button", name="Random question").is_disabled()
    assert not page.get_by_role("button", name="Show more").is_visible()
    page.get_by_role("button", name="Without “leakage”: 5 questions").press("Enter")
    assert showing(page) == "Showing 5 questions · Beginner · Advanced · Python"
    assert query_of(page) == "?technology=python&level=beginner,advanced"
    assert page.evaluate("document.activeElement.className") == "question-showing"


def test_text_needs_no_accent_and_no_case(page: Page, server: str) -> None:
    """Every word counts, in ID, title, topics and answer, however it is written."""
    explorer(page, server)
    for text, found in [
        ("NAIVE cafe", ["PY-ADV-001"]),
        ("ml-int-002", ["ML-INT-002"]),
        ("nonetype", ["PY-BEG-003"]),
        ("deep jacobian", ["ML-ADV-001"]),
        ("naive jacobian", []),
    ]:
        search_box(page).fill(text)
        assert ids(page) == found, text


def test_the_best_hits_come_first(page: Page, server: str) -> None:
    """With a text, titles come before answers, unless another order is chosen."""
    explorer(page, server, "?q=model")
    sort = page.get_by_role("combobox", name="Sort by")
    assert sort.input_value() == "relevance"
    assert ids(page)[:2] == ["ML-INT-003", "ML-ADV-002"]
    assert ids(page)[2] == "ML-BEG-001"
    sort.select_option("difficulty")
    assert ids(page)[0] == "ML-BEG-001"
    assert query_of(page) == "?q=model&sort=difficulty"
    search_box(page).fill("")
    assert sort.locator("option").all_inner_texts() == ["Difficulty", "ID", "Title"]


def test_difficulty_takes_a_range(page: Page, server: str) -> None:
    """The two numbers bound the results, and one pushes the other if they cross."""
    explorer(page, server)
    lowest = page.get_by_role("spinbutton", name="From")
    highest = page.get_by_role("spinbutton", name="To")
    lowest.fill("7")
    highest.fill("8")
    assert ids(page) == ["ML-ADV-002", "ML-ADV-001", "PY-ADV-001"]
    assert query_of(page) == "?difficulty=7-8"
    highest.fill("3")
    assert query_of(page) == "?difficulty=7-8"
    highest.blur()
    assert query_of(page) == "?difficulty=3"
    assert lowest.input_value() == "3"
    highest.fill("99")
    highest.blur()
    assert highest.input_value() == "10"


def test_typing_a_number_changes_no_other(page: Page, server: str) -> None:
    """On the way to 10, the 1 does not pull the lower bound down."""
    explorer(page, server, "?difficulty=5-9")
    highest = page.get_by_role("spinbutton", name="To")
    highest.click(click_count=3)
    page.keyboard.type("10", delay=20)
    highest.blur()
    assert query_of(page) == "?difficulty=5-10"


def test_the_address_is_the_state(page: Page, server: str) -> None:
    """Whatever the order of the clicks, the address has one, without defaults."""
    explorer(page, server)
    before = page.evaluate("history.length")
    page.get_by_role("combobox", name="Sort by").select_option("title")
    search_box(page).fill("a  model ")
    box(page, "Intermediate").check()
    box(page, "Beginner").check()
    box(page, "mlops").check()
    box(page, "Machine Learning").check()
    expected = (
        "?technology=machine-learning&level=beginner,intermediate"
        "&topic=mlops&q=a+model&sort=title"
    )
    assert query_of(page) == expected
    assert page.evaluate("history.length") == before


def test_unknown_values_are_dropped(page: Page, server: str) -> None:
    """What the bank does not know leaves the address and changes nothing."""
    explorer(page, server, "?level=guru,advanced&topic=x&difficulty=0-99&page=3#after")
    assert showing(page) == "Showing 5 questions · Advanced"
    assert query_of(page) == "?level=advanced"
    assert page.evaluate("location.hash") == "#after"


def test_reload_and_the_way_back_restore(page: Page, server: str) -> None:
    """After a reload, and back from a question, everything is as it was."""
    explorer(page, server, "?level=advanced")
    # The address is written after a pause; leaving does not wait for it.
    search_box(page).type("cafe")
    page.locator(".question-row-title a").click()
    page.wait_for_url("**/short.html*")
    page.go_back()
    assert showing(page) == "Showing 1 question · Advanced · “cafe”"
    page.reload()
    assert showing(page) == "Showing 1 question · Advanced · “cafe”"
    assert search_box(page).input_value() == "cafe"
    assert box(page, "Advanced").is_checked()


@pytest.mark.parametrize("event", ["popstate", "pageshow"])
def test_a_changed_address_is_read_again(page: Page, server: str, event: str) -> None:
    """On the way through the history, and out of the browser's cache, too."""
    explorer(page, server)
    page.evaluate(
        """(name) => {
          history.replaceState(null, "", "?technology=python&q=type");
          dispatchEvent(name === "pageshow"
            ? new PageTransitionEvent(name, { persisted: true })
            : new PopStateEvent(name));
        }""",
        event,
    )
    assert showing(page) == "Showing 1 question · Python · “type”"
    assert box(page, "Python").is_checked()
    assert search_box(page).input_value() == "type"


def test_fifty_rows_at_a_time(page: Page, server: str) -> None:
    """More rows come when asked for; focus goes to the first of them, and only then."""
    serve_bank(page, 120)
    explorer(page, server)
    more = page.get_by_role("button", name="Show more")
    assert len(ids(page)) == 50
    assert page.get_by_text("50 of 120 shown").is_visible()
    assert page.evaluate("document.activeElement === document.body")
    more.press("Enter")
    assert len(ids(page)) == 100
    link = page.locator(".question-row a").nth(50)
    assert link.evaluate("e => e === document.activeElement")
    page.reload()
    assert len(ids(page)) == 100
    more.click()
    assert len(ids(page)) == 120
    assert not more.is_visible()
    box(page, "Advanced").check()
    assert len(ids(page)) == 50


def test_many_topics_are_folded(page: Page, server: str) -> None:
    """The most frequent topics are shown, the others on demand or when chosen."""
    serve_bank(page, 120)
    explorer(page, server, "?topic=topic-23")
    topics = page.get_by_role("group", name="Topic")
    toggle = topics.get_by_role("button")
    assert toggle.inner_text() == "Show all 30 topics"
    shown = topics.locator("label:visible")
    assert shown.count() == 8
    assert box(page, "topic-23").is_visible()
    toggle.press("Enter")
    assert toggle.get_attribute("aria-expanded") == "true"
    assert shown.count() == 30
    box(page, "topic-03").check()
    toggle.press("Enter")
    assert shown.count() == 9


def test_ten_thousand_questions_are_no_burden(page: Page, server: str) -> None:
    """With 10,000 questions a key press still touches only the rows in sight."""
    serve_bank(page, 10_000)
    explorer(page, server)
    page.evaluate("""
      window.added = 0;
      new MutationObserver((records) => {
        for (const record of records) { window.added += record.addedNodes.length; }
      }).observe(document.querySelector(".question-rows"), { childList: true });
    """)
    search_box(page).fill("99")
    number = sum("99" in f"{row:05}" for row in range(10_000))
    assert showing(page) == f"Showing {number} questions · “99”"
    assert page.evaluate("window.added") <= 50
    assert page.locator(".question-row").count() == 50


def test_a_row_that_stays_keeps_its_state(page: Page, server: str) -> None:
    """An answer that the reader opened stays open while the filters change."""
    explorer(page, server)
    row = page.locator("[data-question-id='PY-ADV-001']")
    row.locator("summary").click()
    box(page, "Advanced").check()
    box(page, "Python").check()
    assert row.locator("p", has_text="It reads, it waits").is_visible()


def test_a_random_question_respects_the_filters(page: Page, server: str) -> None:
    """The button opens one of the questions found, chosen by chance."""
    for chance, anchor in [(0, "#ml-adv-002"), (0.5, "#ml-adv-001")]:
        explorer(page, server, "?technology=machine-learning&level=advanced")
        page.evaluate("(chance) => { Math.random = () => chance; }", chance)
        page.get_by_role("button", name="Random question").click()
        page.wait_for_url(f"**{anchor}")


def test_a_screen_reader_hears_the_number_once(page: Page, server: str) -> None:
    """The status is empty at load, and speaks once the typing has stopped."""
    explorer(page, server, "?level=advanced")
    status = page.locator(".question-form [role=status]")
    page.wait_for_timeout(600)
    assert status.text_content() == ""
    page.evaluate("""
      window.spoken = [];
      const status = document.querySelector(".question-form [role=status]");
      new MutationObserver(() => window.spoken.push(status.textContent))
        .observe(status, { childList: true });
    """)
    search_box(page).type("model", delay=60)
    assert page.evaluate("window.spoken") == []
    page.wait_for_timeout(600)
    assert page.evaluate("window.spoken") == [f"1 of {TOTAL} questions"]


def test_focus_stays_where_it_is(page: Page, server: str) -> None:
    """Neither typing nor ticking moves focus or the page."""
    explorer(page, server)
    assert page.evaluate("document.activeElement === document.body")
    search_box(page).type("model", delay=20)
    assert search_box(page).evaluate("e => e === document.activeElement")
    box(page, "Advanced").focus()
    page.keyboard.press("Space")
    assert box(page, "Advanced").evaluate("e => e === document.activeElement")
    assert page.evaluate("scrollY") == 0


def test_the_keyboard_is_enough(page: Page, server: str) -> None:
    """From the text field the tab key reaches every control, in the order shown."""
    explorer(page, server, "?level=advanced&technology=python")
    search_box(page).focus()
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate("""(({ name, value, className, tagName }) =>
              name ? `${name}=${value}` : className || tagName)
              (document.activeElement)""")
        )
        if seen[-1] == "SUMMARY":
            break
    assert seen[:3] == [
        "sort=difficulty",
        "question-button",
        "technology=machine-learning",
    ]
    assert "topic=typing" in seen
    assert seen[-5:] == [
        "question-chip",
        "question-chip",
        "question-link",
        "reference internal",
        "SUMMARY",
    ]
    page.keyboard.press("Enter")
    assert page.locator(".question-row-answer").first.get_attribute("open") is not None


def test_return_sends_nothing(page: Page, server: str) -> None:
    """The return key in the text field neither reloads nor empties the page."""
    explorer(page, server)
    page.evaluate("window.same = true")
    search_box(page).type("model")
    search_box(page).press("Enter")
    assert query_of(page) == "?q=model"
    assert page.evaluate("window.same")


def test_on_a_phone_the_filters_fold(
    new_page: Callable[..., Page], server: str
) -> None:
    """At 390 pixels the filters are folded behind a line with their number."""
    page = explorer(
        new_page(width=390), server, "?level=advanced&technology=python&q=a"
    )
    summary = page.locator(".question-filters > summary")
    assert summary.inner_text() == "Filters (2)"
    assert not box(page, "Python").is_visible()
    summary.click()
    box(page, "Python").uncheck()
    assert summary.inner_text() == "Filters (1)"
    assert box(page, "Python").is_visible()
    wide = page.evaluate("""
      [...document.querySelectorAll(".question-form *")]
        .filter((e) => e.getBoundingClientRect().right > innerWidth)
        .map((e) => e.outerHTML)
    """)
    assert wide == []


def test_on_a_wide_page_the_filters_stand_left(page: Page, server: str) -> None:
    """With room, the filters are open, without a fold, left of the results."""
    explorer(page, server)
    assert not page.locator(".question-filters > summary").is_visible()
    filters = page.locator(".question-facets").bounding_box()
    results = page.locator(".question-results").bounding_box()
    assert filters is not None
    assert results is not None
    assert filters["x"] + filters["width"] < results["x"]
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator(".question-filters:not([open])").wait_for()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.locator(".question-filters[open]").wait_for()


def test_rows_are_those_of_the_index_pages(page: Page, server: str) -> None:
    """A row has the elements, classes and texts that the server writes."""
    read = """(row) => {
      const walk = (e) => [e.tagName, e.className, [...e.childNodes]
        .filter((n) => n.nodeType === 1 || n.textContent.trim())
        .map((n) => n.nodeType === 1 ? walk(n) : n.textContent.trim())];
      for (const link of row.querySelectorAll(".question-row-title a > span")) {
        link.replaceWith(...link.childNodes);
      }
      // The mark of links with a preview, which a row with its answer needs not.
      row.querySelector(".question-row-title a").classList.remove("question-link");
      row.normalize();
      return JSON.stringify(walk(row));
    }"""
    for question in ("ML-BEG-001", "ML-BEG-002", "PY-ADV-002"):
        folder = "machine-learning" if question.startswith("ML") else "python"
        row = page.locator(f".question-row[data-question-id='{question}']")
        page.goto(f"{server}/questions/browse/{folder}.html")
        written = row.evaluate(read)
        target = row.locator("a").evaluate("e => e.href")
        explorer(page, server)
        assert row.evaluate(read) == written
        assert row.locator("a").evaluate("e => e.href") == target


def test_it_works_from_disk(page: Page, site: Path) -> None:
    """Opened as a file, the explorer filters, keeps its address, and links."""
    page.goto((site / "questions" / "index.html").as_uri())
    box(page, "Advanced").check()
    assert showing(page) == "Showing 5 questions · Advanced"
    assert query_of(page) == "?level=advanced"
    page.locator(".question-row-title a").first.click()
    page.wait_for_url("**/short.html#ml-adv-002")


def test_nothing_is_fetched_elsewhere(page: Page, server: str) -> None:
    """The explorer asks no other host for anything."""
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    explorer(page, server)
    search_box(page).fill("model")
    page.wait_for_load_state("networkidle")
    assert hosts == {urlsplit(server).netloc}


def test_without_script_the_links_do_the_job(
    new_page: Callable[..., Page], server: str
) -> None:
    """Without JavaScript there are links with the same numbers, and nothing dead."""
    page = new_page(java_script_enabled=False)
    page.goto(f"{server}/questions/index.html")
    page.locator(".question-explorer-static").wait_for(state="visible")
    assert page.locator(".question-explorer :is(input, button, select)").count() == 0
    link = page.get_by_role("link", name="Advanced (5)")
    assert link.is_visible()
    link.click()
    assert page.locator(".question-showing").inner_text() == (
        "Showing 5 questions · Advanced"
    )


@pytest.mark.parametrize("script", ["bank", "select", "explorer"])
def test_a_lost_script_leaves_the_links(page: Page, server: str, script: str) -> None:
    """Where one of the scripts does not arrive, the links appear."""
    page.route(f"**/{script}*.js*", lambda route: route.abort())
    page.goto(f"{server}/questions/index.html", wait_until="load")
    page.wait_for_function("""
      getComputedStyle(document.querySelector(".question-explorer-static")).visibility
        === "visible"
    """)
    assert page.get_by_role("link", name="Advanced (5)").is_visible()
    assert page.locator(".question-form").count() == 0


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("query", ["", "?level=advanced&q=cafe"])
def test_the_page_does_not_jump(
    new_page: Callable[..., Page], server: str, width: int, query: str
) -> None:
    """Even where the script comes late, the layout shifts by less than 0.02."""
    page = new_page(width=width)

    def come_late(route: Route) -> None:
        page.wait_for_timeout(400)
        route.continue_()

    page.route("**/explorer.js*", come_late)
    explorer(page, server, query)
    page.wait_for_timeout(200)
    assert page.evaluate("window.layoutShift") < 0.02


def test_targets_are_large_enough(new_page: Callable[..., Page], server: str) -> None:
    """A finger hits every control: 24 pixels at least."""
    page = explorer(new_page(width=390), server, "?level=advanced&q=a")
    page.locator(".question-filters > summary").click()
    small = page.evaluate("""
      [...document.querySelectorAll(
        ".question-form :is(button, select, summary, label.question-option,"
        + " .question-field)")]
        .filter((e) => e.checkVisibility())
        .filter((e) => e.offsetHeight < 24 || e.offsetWidth < 24)
        .map((e) => e.outerHTML)
    """)
    assert small == []


@pytest.mark.parametrize(
    "selector",
    [
        "[name=q]",
        "[name=sort]",
        "[name=level]",
        "[type=number]",
        ".question-button",
        ".question-chip",
        ".question-link",
        ".question-row a",
        ".question-row summary",
    ],
)
def test_focus_is_seen(page: Page, server: str, selector: str) -> None:
    """Every control reached by keyboard has an outline of two pixels."""
    explorer(page, server, "?level=advanced")
    page.keyboard.press("Tab")
    control = page.locator(f".question-form {selector}").first
    control.focus()
    outline = control.evaluate(
        "e => (({ outlineStyle, outlineWidth }) => [outlineStyle, outlineWidth])"
        "(getComputedStyle(e))"
    )
    assert outline == ["solid", "2px"]


def test_forced_colours_keep_the_marks(
    new_page: Callable[..., Page], server: str
) -> None:
    """In forced colours the bars of the difficulties can still be told apart."""
    page = explorer(new_page(forced_colors="active"), server, "?difficulty=7-8")
    background = "e => getComputedStyle(e).backgroundColor"
    inside = page.locator(".question-bars > .on").first.evaluate(background)
    outside = page.locator(".question-bars > :not(.on)").first.evaluate(background)
    assert inside != outside


def test_paper_has_answers_and_no_controls(page: Page, server: str) -> None:
    """Printed, the page is the questions found with their answers."""
    explorer(page, server, "?level=advanced")
    page.emulate_media(media="print")
    for selector in ("input", "select", "button", "summary"):
        shown = page.locator(f".question-explorer {selector}:visible")
        assert shown.count() == 0, selector
    answers = page.locator(".question-row-answer > p")
    assert answers.evaluate_all("all => all.every((e) => e.checkVisibility())")
    assert showing(page) == "Showing 5 questions · Advanced"


def test_words_can_be_translated(page: Page, server: str) -> None:
    """The server's words replace the English ones, and broken ones do no harm."""
    labels = json.dumps({"search": "Suchen", "showing": "{count} Fragen"})

    def translate(attribute: str) -> Callable[[Route], None]:
        def fulfil(route: Route) -> None:
            escaped = attribute.replace('"', "&quot;")
            text, found = re.subn(
                r'data-labels="[^"]*"',
                f'data-labels="{escaped}"',
                route.fetch().text(),
            )
            assert found == 1
            route.fulfill(body=text, content_type="text/html")

        return fulfil

    page.route("**/questions/index.html", translate(labels))
    explorer(page, server)
    assert page.get_by_role("searchbox", name="Suchen", exact=True).count() == 1
    assert showing(page) == f"{TOTAL} Fragen"
    assert page.get_by_role("combobox", name="Sort by").count() == 1
    page.unroute("**/questions/index.html")
    page.route("**/questions/index.html", translate("{"))
    explorer(page, server)
    assert showing(page) == f"Showing {TOTAL} questions"
