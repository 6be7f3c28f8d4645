"""The files at the root of a site."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest

from markups import MYST
from projects import Build, Project

BASE = "https://bank.example.org/docs/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}

CONF: dict[str, Any] = {
    "html_baseurl": BASE,
    "questions_llms_txt": True,
    "questions_sitemap": True,
}
PAGES = {
    "index.md": MYST.page("Words.", title="Home"),
    "a.md": MYST.question(
        "PY-001", "Alpha.", added="2026-01-02", reviewed="2026-01-09"
    ),
    "b.md": MYST.question("PY-002", "Beta.", added="2026-01-05"),
    "c.md": MYST.question("PY-003", "Gamma."),
    "d.md": MYST.question("PY-004", "Delta.", reviewed="2026-01-05"),
}


def feed(build: Build) -> ET.Element:
    """Return the feed."""
    return ET.fromstring(build.text("questions.atom"))  # noqa: S314 – our own


def texts(root: ET.Element, path: str, names: dict[str, str]) -> list[str]:
    """Return the texts of elements."""
    return [node.text or "" for node in root.findall(path, names)]


@pytest.mark.parametrize(
    ("builder", "page"), [("html", "a.html#py-001"), ("dirhtml", "a/#py-001")]
)
def test_feed_lists_the_newest_first(project: Project, builder: str, page: str) -> None:
    """Questions with a date are entries: the newest first, then by ID."""
    project.configure(**CONF)
    project.write(PAGES)
    root = feed(project.build(builder))
    summaries = texts(root, "a:entry/a:summary", ATOM)
    assert summaries == ["Alpha.", "Beta.", "Delta."]
    assert texts(root, "a:updated", ATOM) == ["2026-01-09T00:00:00Z"]
    assert texts(root, "a:entry/a:updated", ATOM)[1:] == ["2026-01-05T00:00:00Z"] * 2
    assert texts(root, "a:entry/a:published", ATOM) == [
        "2026-01-02T00:00:00Z",
        "2026-01-05T00:00:00Z",
    ]
    link = root.find("a:entry/a:link", ATOM)
    assert link is not None
    assert link.get("href") == BASE + page


def test_feed_has_what_atom_asks_for(project: Project) -> None:
    """Feed and entries have a title, an ID of their own and a date, and an author."""
    project.configure(**CONF)
    project.write(PAGES)
    root = feed(project.build())
    assert texts(root, "a:author/a:name", ATOM) == ["Bank"]
    for element in (root, *root.findall("a:entry", ATOM)):
        for name in ("title", "id", "updated"):
            assert len(texts(element, f"a:{name}", ATOM)) == 1
    ids = texts(root, ".//a:id", ATOM)
    assert len(set(ids)) == 4
    assert all(id_.startswith("urn:uuid:") for id_ in ids)


def test_entry_keeps_its_id(project: Project) -> None:
    """A question that moves to another page is the same entry."""
    project.configure(**CONF)
    project.write(PAGES)
    before = texts(feed(project.build()), "a:entry/a:id", ATOM)
    (project.source / "a.md").unlink()
    project.write({"moved.md": PAGES["a.md"]})
    assert texts(feed(project.build()), "a:entry/a:id", ATOM) == before


def test_feed_holds_fifty_entries(project: Project) -> None:
    """A feed stays small, however large the bank."""
    project.configure(**CONF)
    questions = [
        MYST.question(f"PY-{n:03}", f"Number {n}.", added=f"2026-{n % 12 + 1:02}-01")
        for n in range(60)
    ]
    project.write({"index.md": MYST.page(*questions)})
    dates = texts(feed(project.build()), "a:entry/a:updated", ATOM)
    assert len(dates) == 50
    assert dates == sorted(dates, reverse=True)
    assert dates[-1] > "2026-02"


def test_feed_without_entries_is_one(project: Project) -> None:
    """A bank without dates has a feed that is valid and empty."""
    project.configure(**CONF)
    project.write({"index.md": MYST.question()})
    root = feed(project.build())
    assert root.findall("a:entry", ATOM) == []
    assert len(texts(root, "a:updated", ATOM)) == 1


@pytest.mark.parametrize("index_pages", [True])
def test_lists_link_to_the_feed(project: Project) -> None:
    """The home page and the index pages name the feed, and no other page does."""
    project.configure(**CONF)
    project.write(PAGES)
    build = project.build()
    selector = 'link[type="application/atom+xml"]'
    for page in ("index", "questions/browse/python"):
        (link,) = build.page(page).select(selector)
        assert link["href"] == f"{BASE}questions.atom"
    assert build.page("a").select(selector) == []


def test_sitemap_lists_every_page(project: Project) -> None:
    """Every document is in the list, those of questions with their newest date."""
    project.configure(**CONF)
    project.write(PAGES)
    build = project.build()
    root = ET.fromstring(build.text("sitemap.xml"))  # noqa: S314 – our own
    dates = {
        str(url.findtext("s:loc", None, MAP)): url.findtext("s:lastmod", None, MAP)
        for url in root.findall("s:url", MAP)
    }
    found = build.app.env.found_docs
    assert dates.keys() == {f"{BASE}{docname}.html" for docname in found}
    assert {page: date for page, date in dates.items() if date} == {
        f"{BASE}a.html": "2026-01-09",
        f"{BASE}b.html": "2026-01-05",
        f"{BASE}d.html": "2026-01-05",
    }


def test_unpublished_site_has_neither_feed_nor_sitemap(project: Project) -> None:
    """Without an address there is nothing that needs one, and no warning."""
    project.configure(**{**CONF, "html_baseurl": ""})
    project.write(PAGES)
    build = project.build()
    assert not [w for w in build.warnings if "toctree" not in w]
    for name in ("questions.atom", "sitemap.xml"):
        assert not (build.outdir / name).exists()
    assert (build.outdir / "llms.txt").exists()
    assert "questions.atom" not in build.text("index.html")


def test_files_go_when_they_are_not_wanted(project: Project) -> None:
    """What a build wrote, a later one removes when it would not write it."""
    project.configure(**CONF)
    project.write(PAGES)
    outdir = project.build().outdir
    (project.source / "b.md").unlink()
    project.build()
    assert not (outdir / "_questions" / "PY-002.md").exists()
    project.configure()
    project.build()
    left = {path.name for path in outdir.iterdir()}
    assert {"llms.txt", "questions.atom", "sitemap.xml"} & left == set()
    assert list((outdir / "_questions").glob("*")) == []


def test_file_of_the_project_stays(project: Project) -> None:
    """A file that the project brings itself is not written over, nor removed."""
    project.configure(**CONF, html_extra_path=["extra"])
    project.write({**PAGES, "extra/llms.txt": "mine"})
    for _build in range(2):
        assert project.build().text("llms.txt") == "mine\n".strip()
    project.configure(html_extra_path=["extra"])
    assert project.build().text("llms.txt") == "mine"


def test_unchanged_files_are_not_written(project: Project) -> None:
    """A build that changes nothing touches no file at the root."""
    project.configure(**CONF)
    project.write(PAGES)
    names = ("llms.txt", "questions.atom", "sitemap.xml", "_questions/PY-001.md")
    outdir = project.build().outdir
    before = [(outdir / name).stat().st_mtime_ns for name in names]
    project.build()
    assert [(outdir / name).stat().st_mtime_ns for name in names] == before


def test_lost_markdown_is_written_again(project: Project) -> None:
    """A Markdown file that is gone comes back, although its page did not change."""
    project.configure(**CONF)
    project.write(PAGES)
    path = project.build().outdir / "_questions" / "PY-001.md"
    text = path.read_text(encoding="utf-8")
    path.unlink()
    project.build()
    assert path.read_text(encoding="utf-8") == text


def test_second_question_of_an_id_takes_over(project: Project) -> None:
    """When the first of two questions with one ID goes, the file is the other's."""
    project.configure(**CONF)
    project.write({**PAGES, "z.md": MYST.question("PY-001", "Omega.")})
    build = project.build()
    assert "Alpha." in build.text("_questions/PY-001.md")
    (project.source / "a.md").unlink()
    assert "Omega." in project.build().text("_questions/PY-001.md")


@pytest.mark.parametrize("builder", ["epub", "singlehtml", "text", "json"])
def test_other_builders_write_no_site(project: Project, builder: str) -> None:
    """What is for the web is not written where there is no site."""
    project.configure(**CONF, version="1", copyright="nobody", epub_uid="bank")
    project.write(PAGES)
    outdir = project.build(builder).outdir
    left = {path.name for path in outdir.rglob("*")}
    assert {"llms.txt", "questions.atom", "sitemap.xml", "_questions"} & left == set()
