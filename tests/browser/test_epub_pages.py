"""The pages of an ePub as an e-reader that is a browser shows them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

import pytest
from playwright.sync_api import Page

import bank_of_everything as everything
from markups import MYST
from projects import Project

FORMS: Final = ("complete", "questions-first", "interviewer")

#: The least contrast of any text of code, with half-transparent grounds blended over
#: that of the page (WCAG 2.2, 1.4.3).
LEAST_CONTRAST: Final = """
(page) => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const over = ([r, g, b, a = 1], under) =>
    [r, g, b].map((value, i) => value * a + under[i] * (1 - a));
  const luminance = (color) => {
    const [r, g, b] = color.map((value) => value / 255 <= 0.04045
      ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => element === null ? page
    : over(parse(getComputedStyle(element).backgroundColor),
        ground(element.parentElement));
  const contrasts = [...document.querySelectorAll("pre span")].map((span) => {
    const text = luminance(parse(getComputedStyle(span).color));
    const [light, dark] = [text, luminance(ground(span))].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  });
  return Math.min(...contrasts, 21);
}
"""

#: A table of names that have no space, in more columns than a phone has room for.
NAMES: Final = "---\norphan: true\n---\n\n" + MYST.page(
    MYST.question(
        "PY-900",
        "| one | two | three | four |\n| --- | --- | --- | --- |\n"
        "| `pickle.loads(data)` | `ast.literal_eval` | `hmac.compare_digest` "
        "| `secrets.token_urlsafe()` |",
    ),
    title="Names",
)

#: What a browser paints behind a page that names no colour.
GROUND: Final = {"light": [255, 255, 255], "dark": [18, 18, 18]}


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the unpacked guides, one a form."""
    root = tmp_path_factory.mktemp("books")
    project = Project(root)
    project.configure(
        **everything.CONF,
        version="1",
        copyright="Nobody",
        suppress_warnings=["questions.math"],
        questions_guides=[{"name": form, "form": form} for form in FORMS],
    )
    project.write({**everything.FILES, "names.md": NAMES})
    build = project.build("epub")
    assert build.warnings == ()
    for form in FORMS:
        with zipfile.ZipFile(build.outdir / "guides" / f"{form}.epub") as book:
            book.extractall(root / form)
    return root


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("form", FORMS)
def test_pages_fit_and_code_is_legible(
    books: Path,
    new_page: Callable[..., Page],
    form: str,
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    """No page is wider than the screen, and code has contrast, light and dark."""
    page = new_page(width=width, color_scheme=scheme)
    paths = sorted((books / form / "EPUB").glob("*.xhtml"))
    assert paths
    for path in paths:
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name
        assert page.evaluate(LEAST_CONTRAST, GROUND[scheme]) >= 4.5, path.name
