"""Take the pictures of the README and the docs from the built site.

Usage: ``nox -s pictures``. Needs Chromium; ``CHROMIUM`` names it if it is not in the
path.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import sync_playwright

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
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
