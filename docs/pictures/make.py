"""Take the pictures of the README and the docs from the built site.

Usage: ``nox -s pictures``. Needs Chromium; ``CHROMIUM`` names it if it is not in the
path.
"""

from __future__ import annotations

import base64
import os
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import typst
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

HERE = Path(__file__).parent


class Picture(NamedTuple):
    """One picture: a file name, a page, and how it is looked at."""

    name: str
    page: str
    width: int
    height: int
    scheme: Literal["light", "dark"]


QUESTION = "questions/machine-learning/ML-ADV-001.html"
#: Themes besides that of the site; each has a site of its own.
THEMES = ("alabaster", "sphinx_book_theme", "pydata_sphinx_theme")
PICTURES = (
    Picture("card-light", QUESTION, 1280, 1420, "light"),
    Picture("card-dark", QUESTION, 1280, 1420, "dark"),
    Picture("explorer", "questions/index.html", 1280, 1000, "light"),
    *(
        Picture(f"theme-{theme}", f"../themes/{theme}/{QUESTION}", 1280, 1000, "light")
        for theme in THEMES
    ),
)
#: Pages of the PDF, the first of which is number 0: a card begins, and goes on.
SPREAD = (4, 5)
CARD = "EPUB/question-ml-beg-001.xhtml"


def take_guides(browser: Browser, built: Path) -> None:
    """Take the pictures of the guides, which stand beside the site."""
    # A list for a document of many pages; its types know of one only.
    pages: list[bytes] = typst.compile(  # type: ignore[assignment]
        str(built / "typst/sources/question-bank.typ"),
        format="png",
        ppi=50.0,
        ignore_system_fonts=True,
    )
    spread = [base64.b64encode(pages[number]).decode() for number in SPREAD]
    take_together(browser, "guide-pdf", [f"data:image/png;base64,{p}" for p in spread])
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(built / "epub/guides/question-bank.epub") as book:
            book.extractall(folder)
        phones: list[str] = []
        schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
        for scheme in schemes:
            page = browser.new_page(
                viewport={"width": 360, "height": 660}, color_scheme=scheme
            )
            page.goto((Path(folder) / CARD).as_uri())
            # As far as the key points and the table, in the second picture.
            page.mouse.wheel(0, 0 if scheme == "light" else 1480)
            page.wait_for_timeout(300)
            shot = base64.b64encode(page.screenshot()).decode()
            phones.append(f"data:image/png;base64,{shot}")
            page.close()
    take_together(browser, "guide-epub", phones)


def take_together(browser: Browser, name: str, images: Sequence[str]) -> None:
    """Take a picture of pages side by side."""
    page = browser.new_page(viewport={"width": 1000, "height": 760})
    style = (
        "display: flex; gap: 16px; padding: 16px; background: #d8dbe0; "
        "width: max-content"
    )
    inside = "".join(f'<img src="{image}">' for image in images)
    page.set_content(f'<div style="{style}">{inside}</div>')
    page.locator("div").screenshot(path=HERE / f"{name}.png")
    print(HERE / f"{name}.png")  # noqa: T201 – what was made
    page.close()


def main(site: Path) -> None:
    """Take every picture of *site*."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox"]
        )
        for picture in PICTURES:
            page = browser.new_page(
                viewport={"width": picture.width, "height": picture.height},
                color_scheme=picture.scheme,
            )
            page.goto((site / picture.page).resolve().as_uri())
            file = HERE / f"{picture.name}.png"
            page.screenshot(path=file)
            print(file)  # noqa: T201 – what was made
            page.close()
        take_guides(browser, site.parent)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
