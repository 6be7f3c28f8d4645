"""Flashcards as the web view of Anki shows them: by day, by night, on a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

import bank_of_everything
from contrast import CONTRAST
from decks import Package, rendered
from projects import Project

#: Where programs put the class that says it is night: on the card, or around it.
NIGHTS = {
    "day": '<html><body class="card"><div id="qa">{}</div></body></html>',
    "night": '<html><body class="card nightMode"><div id="qa">{}</div></body></html>',
    "around": '<html class="night_mode"><body class="card">{}</body></html>',
}


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """Return the deck of the bank that uses everything."""
    project = Project(tmp_path_factory.mktemp("flashcards"))
    project.configure(**bank_of_everything.CONF)
    project.write(bank_of_everything.FILES)
    build = project.build("anki")
    return Package(build.outdir / "question-bank.apkg")


@pytest.fixture
def shown(package: Package, tmp_path: Path) -> Callable[[str, str], str]:
    """Return a function that makes a page of a card, all open, and its address."""

    def show(id_: str, night: str) -> str:
        for name, content in package.media.items():
            (tmp_path / name).write_bytes(content)
        card = rendered(package, id_).replace("<details", "<details open")
        style = f"<style>{package.note_type['css']}</style>"
        page = tmp_path / "card.html"
        page.write_text(
            f"<!doctype html><meta charset=utf-8>{style}{NIGHTS[night].format(card)}",
            encoding="utf-8",
        )
        return page.as_uri()

    return show


@pytest.mark.parametrize("id_", ["PY-001", "PY-002"])
def test_phone_never_scrolls_sideways(
    shown: Callable[[str, str], str], new_page: Callable[..., Page], id_: str
) -> None:
    """A card of 390 pixels is as wide as the screen; what is wider has its own box."""
    page = new_page(width=390)
    page.goto(shown(id_, "day"))
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate("[...document.images].every(i => i.naturalWidth > 0)")


@pytest.mark.parametrize("night", NIGHTS)
@pytest.mark.parametrize("id_", ["PY-001", "PY-002"])
def test_every_text_has_contrast(
    shown: Callable[[str, str], str],
    new_page: Callable[..., Page],
    id_: str,
    night: str,
) -> None:
    """Text, code, badges and links can be read by day and by night."""
    page = new_page()
    page.goto(shown(id_, night))
    poor = []
    for text in page.query_selector_all("#qa *, body *"):
        if text.evaluate(
            "e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())"
        ):
            contrast = text.evaluate(CONTRAST)
            if contrast < 4.5:
                poor.append((text.evaluate("e => e.outerHTML"), contrast))
    assert poor == []


def test_night_is_dark(
    shown: Callable[[str, str], str], new_page: Callable[..., Page]
) -> None:
    """The ground of a card follows the mode of the program."""
    page = new_page()
    grounds = set()
    for night in NIGHTS:
        page.goto(shown("PY-001", night))
        grounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(grounds) == 2
