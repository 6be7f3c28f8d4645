"""What an ePub of a guide says of itself, and how its pages are made up."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

from markups import MYST
from projects import Build, Project
from sphinx_questions.guides.cover import Cover
from sphinx_questions.guides.epub import cover_image

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"

CONF: dict[str, Any] = {
    "version": "1",
    "release": "1.0",
    "author": "Ada & Co",
    "copyright": "Ada",
    "epub_identifier": "bank",
    "questions_guides": [{"name": "book", "title": "A book"}],
}

PLAIN = MYST.page(MYST.question("PY-001", "A plain answer.", reviewed="2026-03-04"))


class Read:
    """An ePub, unpacked."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.infos = archive.infolist()
            self.files = {i.filename: archive.read(i) for i in self.infos}

    def page(self, name: str) -> BeautifulSoup:
        """Return a page."""
        return BeautifulSoup(self.files[f"EPUB/{name}.xhtml"], "html.parser")

    @property
    def package(self) -> ET.Element:
        """The package document."""
        return ET.fromstring(self.files["EPUB/package.opf"])  # noqa: S314 – our own

    def said(self, name: str) -> list[str]:
        """Return the values of an element of the Dublin Core, or of a property."""
        found = [element.text or "" for element in self.package.iter(f"{DC}{name}")]
        metas = self.package.iter(f"{OPF}meta")
        return found + [m.text or "" for m in metas if m.get("property") == name]

    def spine(self) -> list[str]:
        """Return the names of the pages in reading order."""
        hrefs = {i.get("id"): i.get("href") for i in self.package.iter(f"{OPF}item")}
        return [
            str(hrefs[entry.get("idref")])
            for entry in self.package.iter(f"{OPF}itemref")
        ]


def read(build: Build, name: str = "book") -> Read:
    """Return a guide of a build without a warning."""
    assert build.warnings == ()
    return Read(build.outdir / "guides" / f"{name}.epub")


def built(project: Project, page: str = PLAIN, **conf: object) -> Read:
    """Build a bank of one page, and return its guide."""
    project.configure(**{**CONF, **conf})
    project.write({"index.md": page})
    return read(project.build("epub"))


def test_archive_begins_with_its_type(project: Project) -> None:
    """The first entry says what the file is, where programs look for it: unpacked."""
    book = built(project)
    assert book.infos[0].filename == "mimetype"
    assert book.infos[0].compress_type == zipfile.ZIP_STORED
    assert book.files["mimetype"] == b"application/epub+zip"
    assert {info.date_time for info in book.infos} == {(1980, 1, 1, 0, 0, 0)}


def test_metadata_is_that_of_project_and_content(project: Project) -> None:
    """The book names who made it, and the day of the newest review as its date."""
    book = built(project, language="pt_BR")
    assert book.said("title") == ["A book"]
    assert book.said("belongs-to-collection") == ["Bank"]
    assert book.said("creator") == ["Ada & Co"]
    assert book.said("rights") == ["Ada"]
    assert book.said("language") == ["pt-BR"]
    assert book.said("date") == ["2026-03-04"]
    assert book.said("dcterms:modified") == ["2026-03-04T00:00:00Z"]


def test_what_nobody_said_is_left_out(project: Project) -> None:
    """Sphinx's words for an unknown author or description stand in no book."""
    page = MYST.page(MYST.question("PY-001", "A plain answer."))
    book = built(project, page, author="Author name not set")
    assert book.said("creator") == book.said("publisher") == []
    assert book.said("description") == ["1 question"]
    assert book.said("date") == []
    assert b"unknown" not in book.files["EPUB/package.opf"]


def test_time_of_change_can_be_given(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOURCE_DATE_EPOCH says when the book was changed."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert built(project).said("dcterms:modified") == ["1970-01-02T00:00:00Z"]


def test_identifier_outlives_the_content(project: Project) -> None:
    """An edit leaves the identifier; another guide or project has another one."""
    conf: dict[str, Any] = {"questions_guides": [{"name": "book"}, {"name": "other"}]}
    first = built(project, **conf)
    other = Read(project.root / "epub" / "guides" / "other.epub")
    edited = built(project, PLAIN.replace("plain", "new"), **conf)
    moved = built(project, epub_identifier="else", **conf)
    names = [book.said("identifier")[0] for book in (first, other, edited, moved)]
    assert names[0] == names[2]
    assert len(set(names)) == 3
    assert all(name.startswith("urn:uuid:") for name in names)
    assert names[0].encode() in first.files["EPUB/toc.ncx"]


def test_pages_follow_the_contents(project: Project) -> None:
    """Cover, title and contents, then headings and questions, then the topics."""
    book = built(
        project,
        MYST.page(
            MYST.question("ML-1", technology="machine-learning", topics="x"),
            MYST.question("PY-1", level="advanced", title="Hard?"),
            MYST.question("PY-2", title="Easy?"),
        ),
        questions_id_pattern="[A-Z]+-[0-9]",
    )
    assert book.spine() == [
        "cover.xhtml",
        "title.xhtml",
        "nav.xhtml",
        "heading-1.xhtml",
        "question-py-2.xhtml",
        "heading-3.xhtml",
        "question-py-1.xhtml",
        "heading-4.xhtml",
        "question-ml-1.xhtml",
        "topics.xhtml",
    ]
    nav = book.page("nav").find("nav")
    assert nav
    assert [a.get_text() for a in nav.select("a")] == [
        *("Python", "Beginner", "Easy?", "Advanced", "Hard?"),
        *("Machine Learning", "Beginner", "What is it?", "Topics"),
    ]
    assert [a["href"] for a in nav.select("li li a")][:3] == [
        "heading-1.xhtml#heading-2",
        "question-py-2.xhtml",
        "heading-3.xhtml",
    ]


def test_landmarks_name_the_parts(project: Project) -> None:
    """A reader's menu can jump to the cover, the contents, the text and the index."""
    page = MYST.page(MYST.question("PY-001", topics="x"))
    marks = built(project, page).page("nav").select("#landmarks a")
    assert {mark["epub:type"]: mark["href"] for mark in marks} == {
        "cover": "cover.xhtml",
        "titlepage": "title.xhtml",
        "toc": "nav.xhtml",
        "bodymatter": "heading-1.xhtml",
        "index": "topics.xhtml",
    }


def test_page_is_named_by_its_question(project: Project) -> None:
    """The page's title is the question in plain words; its headings begin at one."""
    page = MYST.page(
        MYST.question(
            "PY-001",
            "Text.",
            "## Explanation\n\n### Deeper\n\nText.\n\n#### Below\n\nText.",
            title="Is $x^2$ & `y` *here*?",
        )
    )
    found = built(project, page).page("question-py-001")
    assert found.title
    assert found.title.get_text() == "Is x^2 & y here?"
    headings = [
        (h.name, h.get_text()) for h in found.find_all(["h1", "h2", "h3", "h4"])
    ]
    assert [name for name, _text in headings] == ["h1", "h2", "h3", "h4"]
    assert headings[1:] == [("h2", "Explanation"), ("h3", "Deeper"), ("h4", "Below")]


def test_book_claims_what_it_has_and_no_more(project: Project) -> None:
    """Pictures, formulas and an index are claimed only where there are some."""
    plain = built(project).said("schema:accessibilityFeature")
    assert not {"alternativeText", "MathML", "index"} & set(plain)
    page = MYST.page(MYST.question("PY-001", "$x$ ![A box](a.svg)", topics="x"))
    project.write({"a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    rich = built(project, page)
    features = rich.said("schema:accessibilityFeature")
    assert {"alternativeText", "MathML", "index"} <= set(features)
    assert rich.said("schema:accessMode") == ["textual", "visual"]
    assert rich.said("schema:accessibilityHazard") == ["none"]


def test_cover_is_drawn_with_the_words_of_the_guide(project: Project) -> None:
    """The cover image is declared as such, and its words can be read aloud."""
    book = built(project)
    items = list(book.package.iter(f"{OPF}item"))
    covers = [i for i in items if i.get("properties") == "cover-image"]
    assert len(covers) == 1
    assert f"EPUB/{covers[0].get('href')}" in book.files
    image = book.page("cover").find("img")
    assert image
    assert "A book" in str(image["alt"])
    assert "Last reviewed 4 March 2026" in str(image["alt"])


COVER = Cover(
    project="R&D",
    title="Why <this>, & what then?",
    selection="",
    counts=("3 questions",),
    reviewed="",
    version="",
    author="",
    date=None,
)


def test_cover_without_typst_is_svg(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing makes a PNG of it, the drawing is the cover."""
    monkeypatch.setitem(sys.modules, "typst", None)
    image = cover_image.image_of(COVER)
    assert image.name == "cover.svg"
    words = "".join(ET.fromstring(image.content).itertext())  # noqa: S314 – our own
    assert "Why <this>," in words
    assert "R&D" in words


def test_cover_in_letters_that_typst_lacks_is_svg() -> None:
    """A title that the fonts at hand cannot show is left to the reader's own."""
    assert cover_image.image_of(COVER._replace(title="質問")).name == "cover.svg"


@pytest.mark.parametrize("title", ["Short", "word " * 30, "A" * 90, "質問" * 40])
def test_title_fits_the_cover(title: str) -> None:
    """However long a title is, its lines are few and none is wider than the cover."""
    size, lines = cover_image.title_lines(title)
    assert 0 < len(lines) <= 6
    widest = max(sum(2 if ord(c) > 0x2E80 else 1 for c in line) for line in lines)
    assert widest * size * 0.52 <= cover_image.WIDTH - 200


def test_bytes_depend_neither_on_hashes_nor_on_processes(project: Project) -> None:
    """Another seed for hashes and two processes give the same bytes."""
    project.configure(**CONF)
    project.write(
        {
            "index.md": MYST.page("```{toctree}\na\nb\n```"),
            **{
                f"{name}.md": MYST.page(
                    MYST.question(
                        f"PY-00{n}", "$x$ text[^a].\n\n[^a]: Note.", topics="x, y"
                    )
                )
                for n, name in enumerate("ab")
            },
        }
    )
    books = []
    for seed, jobs in (("1", "1"), ("2", "2")):
        out = project.root / f"out-{seed}"
        command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "epub", "-j", jobs]
        subprocess.run(  # noqa: S603 – of this test's own words
            [*command, "-d", f"{out}-trees", project.source, out],
            env={"PYTHONHASHSEED": seed},
            check=True,
        )
        books.append({p.name: p.read_bytes() for p in out.rglob("*.epub")})
    assert set(books[0]) == {"Bank.epub", "book.epub"}
    assert books[0] == books[1]
