"""A built bank, a server for it, and a browser that looks at it."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from sphinx.cmd.build import build_main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

BANK: Final = Path(__file__).parent / "bank"
PROGRAMS: Final = ("chromium", "chromium-browser", "google-chrome")

#: Sums what the browser counts as layout shift (https://web.dev/articles/cls).
COUNT_SHIFTS: Final = """
    window.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!entry.hadRecentInput) { window.layoutShift += entry.value; }
      }
    }).observe({ type: "layout-shift", buffered: true });
"""


class QuietHandler(SimpleHTTPRequestHandler):
    """Serve files without a line of log for each."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built bank."""
    folder = tmp_path_factory.mktemp("site")
    source, output = folder / "source", folder / "html"
    shutil.copytree(BANK, source, ignore=shutil.ignore_patterns("__pycache__"))
    assert build_main(["-q", "-W", "-b", "html", str(source), str(output)]) == 0
    return output


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """Return the address of a server of the built bank."""
    handler = functools.partial(QuietHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http_server:
        thread = threading.Thread(target=http_server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{http_server.server_port}"
        http_server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the one Chromium of all tests."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is not installed")
        pytest.skip("Chromium is not installed")
    # Imported late: without the browser's dependencies, this folder still collects.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Return a function that opens a fresh profile and takes Playwright's options."""
    contexts: list[BrowserContext] = []

    def open_context(**options: Any) -> BrowserContext:
        context = browser.new_context(**options)
        context.set_default_timeout(5_000)
        contexts.append(context)
        return context

    yield open_context
    for context in contexts:
        context.close()


@pytest.fixture
def new_page(
    new_context: Callable[..., BrowserContext],
) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page; no script on it may have failed."""
    errors: list[str] = []

    def open_page(*, width: int = 1280, **options: Any) -> Page:
        context = new_context(viewport={"width": width, "height": 800}, **options)
        opened = context.new_page()
        opened.on("pageerror", lambda error: errors.append(str(error)))
        opened.add_init_script(COUNT_SHIFTS)
        return opened

    yield open_page
    assert errors == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """Return a wide page in a fresh profile."""
    return new_page()
