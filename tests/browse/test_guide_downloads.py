"""Guides that were built are offered on the pages, with their sizes."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from projects import Build, Project

FILES = {
    "index.md": """
        # Home

        :::{question-guides}
        Take it along.
        :::

        ```{toctree}
        deep/page
        questions/browse/index
        ```
        """,
    "deep/page.md": """
        # A page

        ```{question-guides}
        :names: c
        ```

        :::::{question} Why?
        :id: PY-001
        :technology: python
        :level: beginner

        Because.
        :::::

        :::::{question} What for?
        :id: C-001
        :technology: c
        :level: beginner

        For speed.
        :::::
        """,
}


@pytest.fixture
def bank(project: Project) -> Project:
    """Return a bank of two technologies, of which two guides were built."""
    project.configure(
        project="The bank",
        copyright="us",
        version="1",
        html_theme="basic",
        questions_technologies={"python": {"label": "Python"}, "c": {"label": "C"}},
        questions_guide_folders=["books", "more/books"],
    )
    project.write(FILES)
    put(project, "books/question-bank.pdf", 1_250_000)
    put(project, "more/books/question-bank.epub", 999)
    put(project, "books/c.pdf", 80_400)
    put(project, "books/c.apkg", 300_000)
    put(project, "books/c.txt", 400_000)
    return project


def put(project: Project, name: str, size: int) -> None:
    """Write a file of some size beside the sources."""
    path = project.source / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes(size))


def lines(page: BeautifulSoup) -> list[str]:
    """Return what a page offers, a line a guide."""
    items = page.select(".question-guides li")
    return [" ".join(item.get_text(" ").split()) for item in items]


def addresses(page: BeautifulSoup) -> list[str]:
    """Return where the links to guides lead."""
    return [str(link["href"]) for link in page.select(".question-guides a")]


def test_what_was_built_is_offered(bank: Project) -> None:
    """Each guide that is there has a line with its kinds and sizes."""
    build = bank.build()
    assert build.warnings == ()
    assert lines(build.page()) == [
        "The bank PDF (1.2 MB) · ePub (1 kB)",
        "C PDF (80 kB) · Anki (300 kB)",
    ]
    assert lines(build.page("deep/page")) == ["C PDF (80 kB) · Anki (300 kB)"]


def test_words_above_go_with_the_links(bank: Project) -> None:
    """The content of the directive is shown where there is something to offer."""
    assert "Take it along." in bank.build().page().get_text()
    shutil.rmtree(bank.source / "books")
    shutil.rmtree(bank.source / "more")
    assert "Take it along." not in bank.build().page().get_text()


def test_index_pages_offer_their_own(bank: Project) -> None:
    """An index page offers the guides of what it shows, and no others."""
    build = bank.build()
    assert lines(build.page("questions/browse/c")) == ["C PDF (80 kB) · Anki (300 kB)"]
    assert lines(build.page("questions/browse/python")) == []
    assert len(lines(build.page("questions/browse/index"))) == 1


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_every_link_finds_its_file(bank: Project, builder: str) -> None:
    """A copy of the file stands where the link leads, wherever the page stands."""
    build = bank.build(builder)
    found = 0
    for path in build.outdir.rglob("*.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for address in addresses(page):
            target = urljoin(path.as_uri(), address)
            assert Path(target.removeprefix("file://")).stat().st_size > 0
            found += 1
    assert found >= 4


@pytest.mark.parametrize("builder", ["text", "latex", "epub", "gettext"])
def test_nothing_is_offered_elsewhere(bank: Project, builder: str) -> None:
    """A book or a text does not offer itself."""
    build = bank.build(builder)
    assert build.warnings == ()
    assert not (build.outdir / "_downloads").exists()
    for path in build.outdir.rglob("*"):
        if path.suffix in {".txt", ".tex", ".xhtml", ".pot"}:
            assert "1.2 MB" not in path.read_text(encoding="utf-8")


def test_pages_follow_the_files(bank: Project) -> None:
    """A guide that comes, grows or goes changes the pages that offer it."""
    bank.build()
    (bank.source / "books/c.pdf").unlink()
    (bank.source / "books/c.apkg").unlink()
    put(bank, "books/python.pdf", 5_000)
    build = bank.build()
    assert lines(build.page())[1:] == ["Python PDF (5 kB)"]
    assert lines(build.page("deep/page")) == []
    assert lines(build.page("questions/browse/python")) == ["Python PDF (5 kB)"]
    folder = build.outdir / "_downloads/guides"
    assert sorted(path.name for path in folder.iterdir()) == [
        "python.pdf",
        "question-bank.epub",
        "question-bank.pdf",
    ]


def test_same_size_new_file(bank: Project) -> None:
    """A guide that was built again reaches the site, even at the same size."""
    bank.build()
    (bank.source / "books/c.pdf").write_bytes(b"2" * 80_400)
    build = bank.build()
    assert (build.outdir / "_downloads/guides/c.pdf").read_bytes()[:1] == b"2"


def test_forms_are_told_apart(project: Project) -> None:
    """Guides of one selection say which form they have."""
    project.configure(
        project="The bank",
        copyright="us",
        version="1",
        questions_technologies={"python": {"label": "Python"}, "c": {"label": "C"}},
        questions_guides=[
            {"name": "a"},
            {"name": "b", "form": "questions-first"},
            {"name": "d", "form": "interviewer", "title": "To ask"},
        ],
        questions_guide_folders=["."],
    )
    project.write(FILES | {"deep/page.md": "# Nothing"})
    for name in "abd":
        put(project, f"{name}.epub", 1000)
    titles = [
        line.removesuffix(" ePub (1 kB)") for line in lines(project.build().page())
    ]
    assert titles == [
        "The bank",
        "The bank – questions first, answers behind",
        "To ask",
    ]


def test_unknown_guide(bank: Project) -> None:
    """A name that no guide has is a warning that says which there are."""
    bank.write(
        {"deep/page.md": FILES["deep/page.md"].replace(":names: c", ":names: cc, c")}
    )
    build: Build = bank.build()
    (warning,) = build.warnings
    assert "deep/page.md:3" in warning
    assert "no guide 'cc'" in warning
    assert "question-bank, python, c" in warning
    assert lines(build.page("deep/page")) == ["C PDF (80 kB) · Anki (300 kB)"]
