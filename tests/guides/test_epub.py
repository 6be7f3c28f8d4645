"""Guides as ePub, unpacked and read back."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import bank_of_everything as everything
import bank_of_three
from projects import Build, Project

CONF = {
    **everything.CONF,
    "version": "1.2",
    "copyright": "Nobody",
    "epub_identifier": "bank",
    "epub_uid": "bank",
    "suppress_warnings": ["questions.math"],
    "questions_guides": [
        {"name": "complete"},
        {"name": "first", "form": "questions-first"},
        {"name": "sheets", "form": "interviewer"},
    ],
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return the bank of everything, in every form."""
    project = Project(tmp_path_factory.mktemp("everything"))
    project.configure(**CONF)
    project.write(everything.FILES)
    build = project.build("epub")
    assert build.warnings == ()
    return build


def files(book: Path) -> dict[str, str]:
    """Return the text files of a book, in the order of the archive."""
    with zipfile.ZipFile(book) as archive:
        return {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if name.endswith((".xhtml", ".opf", ".ncx", ".xml", "mimetype"))
        }


def words(book: Path) -> str:
    """Return the words of the pages of a book, one space apart."""
    pages = (text for name, text in files(book).items() if name.endswith(".xhtml"))
    bodies = (page[page.index("<body") :] for page in pages)
    return " ".join(re.sub(r"<[^>]+>", " ", " ".join(bodies)).split())


@pytest.mark.parametrize("name", ["complete", "first"])
def test_nothing_is_lost_and_nothing_stands_twice(built: Build, name: str) -> None:
    """Whatever a prose document is made of, its words are in the ePub once."""
    text = words(built.outdir / "guides" / f"{name}.epub")
    found = {word: text.count(word) for word in everything.WORDS}
    assert found == dict.fromkeys(everything.WORDS, 1)


def test_interviewer_form_has_the_points_and_no_answer(built: Build) -> None:
    """Of the answers, only the key points are on the sheets."""
    text = words(built.outdir / "guides" / "sheets.epub")
    assert [word for word in everything.WORDS if word in text] == ["bravopoint"]


def test_every_page_is_xml_and_every_link_has_a_goal(built: Build) -> None:
    """Pages are well-formed, and links inside the book lead to what it holds."""
    for name in ("complete", "first", "sheets"):
        pages = files(built.outdir / "guides" / f"{name}.epub")
        trees = {n: ET.fromstring(t) for n, t in pages.items() if n.endswith("xhtml")}  # noqa: S314 – our own
        goals = {
            (page.rpartition("/")[2], element.get("id"))
            for page, tree in trees.items()
            for element in tree.iter()
        }
        for page, tree in trees.items():
            for link in tree.iter("{http://www.w3.org/1999/xhtml}a"):
                target, _, fragment = link.get("href", "").partition("#")
                if "://" not in target and fragment:
                    here = target or page
                    assert (here.rpartition("/")[2], fragment) in goals


def test_formulas_are_mathml_and_declared(built: Build) -> None:
    """A page with a formula has MathML with its source, and the manifest says so."""
    pages = files(built.outdir / "guides" / "complete.epub")
    package = next(text for name, text in pages.items() if name.endswith(".opf"))
    with_formula = [n for n, text in pages.items() if "<math" in text]
    assert with_formula
    assert package.count("mathml") >= len(with_formula)
    assert "alttext=" in pages[with_formula[0]]


def test_same_sources_give_the_same_bytes(project: Project, tmp_path: Path) -> None:
    """Two builds of one source are byte for byte the same."""
    outputs = []
    for place in (project, Project(tmp_path / "other")):
        place.configure(version="1", copyright="Nobody", epub_identifier="bank")
        place.write(bank_of_three.FILES)
        out = place.build("epub").outdir
        outputs.append([b.read_bytes() for b in sorted(out.glob("guides/*.epub"))])
    assert len(outputs[0]) == 3
    assert outputs[0] == outputs[1]


def test_second_build_does_not_pack_the_guides(project: Project) -> None:
    """Guides of an earlier build are neither packed nor warned of."""
    project.configure(version="1", copyright="Nobody", epub_identifier="bank")
    project.write(bank_of_three.FILES)
    project.build("epub")
    build = project.build("epub", fresh=True)
    assert build.warnings == ()
    with zipfile.ZipFile(build.outdir / "Bank.epub") as book:
        assert not [name for name in book.namelist() if name.endswith(".epub")]


def test_project_without_guides_has_sphinx_own_book(project: Project) -> None:
    """An empty list of guides leaves the book of the whole documentation."""
    project.configure(
        version="1", copyright="Nobody", epub_identifier="bank", questions_guides=[]
    )
    project.write(bank_of_three.FILES)
    build = project.build("epub")
    assert [book.name for book in build.outdir.rglob("*.epub")] == ["Bank.epub"]
