"""A hostile bank comes out inert and intact, in every output."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from pypdf import PdfReader

from decks import Package
from hostile import BREAKING, CONF, FILES, LONG, OVERRIDE
from projects import Build, Project

#: The title that ends no earlier than it should.
TURNED = f"Turned {OVERRIDE}\u202c"

#: What becomes of the control characters; the others are no words either, but space.
SHOWN = re.compile("A\ufffd{4}\\s*[\ufeff\u2060]?Z")

#: What no reader can see, and no output holds.
CONTROL = set("\x01\x08\x1b\x7f")

HTML = ("index", "breaking", "turning", "programs", "questions/browse/python")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Build]:
    """Return a function that builds the bank, each builder once."""
    project = Project(tmp_path_factory.mktemp("hostile"), pages=True)
    project.configure(**CONF)
    project.write(FILES)
    builds: dict[str, Build] = {}

    def build(builder: str) -> Build:
        if builder not in builds:
            builds[builder] = project.build(builder)
            assert builds[builder].warnings == ()
        return builds[builder]

    return build


def assert_inert(markup: str) -> None:
    """Fail if HTML holds an element or an address that came from the bank."""
    page = BeautifulSoup(markup, "html.parser")
    assert [s for s in page.find_all("script") if s.get_text().startswith("al")] == []
    assert page.select('img[src="x"], b') == []
    for element in page.find_all(True):
        assert [name for name in element.attrs if name.startswith("on")] == []
        for name in ("href", "src"):
            assert "script:" not in str(element.get(name, ""))


@pytest.mark.parametrize("name", HTML)
def test_pages_are_inert(built: Callable[[str], Build], name: str) -> None:
    """No page has an element, a handler or a script of an author's text."""
    assert_inert(built("html").text(f"{name}.html"))


def test_cards_are_intact(built: Callable[[str], Build]) -> None:
    """Every character of a title is on the card, whatever it means elsewhere."""
    build = built("html")
    for id_, page, title in (
        ("PY-001", "breaking", BREAKING),
        ("PY-002", "turning", TURNED),
        ("../../PY-003", "programs", LONG),
    ):
        heading = build.card(id_, page).find(["h1", "h2"])
        assert heading is not None
        assert heading.get_text().removesuffix("¶") == title
    assert SHOWN.search(build.card("PY-002", "turning").get_text())
    assert "javascript:alert(1)" in build.card("../../PY-003", "programs").get_text()


def test_lists_are_intact(built: Callable[[str], Build]) -> None:
    """A list shows the titles as they were written."""
    rows = built("html").page().select(".question-row-title")
    titles = {row.get_text() for row in rows}
    assert titles == {BREAKING, TURNED, LONG}


def test_data_of_the_explorer_is_intact(built: Callable[[str], Build]) -> None:
    """The script with the data holds the texts, and nothing that ends a script."""
    folder = built("html").outdir / "_static" / "sphinx-questions"
    (script,) = (path.read_text(encoding="utf-8") for path in folder.glob("bank-*.js"))
    data = json.loads(script.partition("bank: ")[2].removesuffix("});\n"))
    assert set(data["titles"]) == {BREAKING, TURNED, LONG}
    assert "<" not in script
    assert not re.search("[\u2028\u2029\x00-\x09\x0b-\x1f]", script)


def test_structured_data_is_intact(built: Callable[[str], Build]) -> None:
    """The data for search engines is JSON that says what the question says."""
    (element,) = (
        built("html").page("breaking").select('script[type="application/ld+json"]')
    )
    text = element.get_text()
    assert not set(text) & set("<>&")
    (question,) = json.loads(text)["hasPart"]
    assert question["text"] == BREAKING
    assert question["acceptedAnswer"]["text"] == f"Answer: {BREAKING}"


def test_description_is_one_closed_line(built: Callable[[str], Build]) -> None:
    """The description of a page is its own, and turns nothing around behind it."""
    page = built("html").page("turning")
    meta = page.select_one('meta[name="description"]')
    assert meta is not None
    content = str(meta["content"])
    assert SHOWN.search(content)
    assert content.endswith("\u202c")
    assert "\n" not in content


def test_feed_is_intact(built: Callable[[str], Build]) -> None:
    """The feed is XML with the texts, but for what XML cannot hold."""
    root = ET.fromstring(built("html").text("questions.atom"))  # noqa: S314 – our own
    name = {"a": "http://www.w3.org/2005/Atom"}
    titles = {node.text for node in root.findall("a:entry/a:title", name)}
    assert titles == {BREAKING, TURNED, LONG}
    summaries = [node.text or "" for node in root.findall("a:entry/a:summary", name)]
    assert any(SHOWN.search(summary) for summary in summaries)
    terms = {node.get("term") for node in root.findall("a:entry/a:category", name)}
    assert {"</script>", "]]>"} <= terms


def test_markdown_is_intact(built: Callable[[str], Build]) -> None:
    """The Markdown reads as the question does, and the list links to all of it."""
    build = built("html")
    reader = MarkdownIt("commonmark").enable("table")
    listed = reader.render(build.text("llms.txt"))
    assert_inert(listed)
    links = BeautifulSoup(listed, "html.parser").find_all("a")
    assert {link.get_text() for link in links} == {BREAKING, TURNED, LONG}
    for link in links:
        path = str(link["href"]).removeprefix(CONF["html_baseurl"])
        assert ".." not in path
        page = reader.render(build.text(path))
        assert_inert(page)
        heading = BeautifulSoup(page, "html.parser").h1
        assert heading is not None
        assert heading.get_text() == link.get_text()


def test_files_stay_in_the_output(built: Callable[[str], Build]) -> None:
    """No file is written anywhere but below the output, whatever an ID says."""
    build = built("html")
    assert list(build.outdir.parent.rglob("*PY-003*")) == []
    assert len(list((build.outdir / "_questions").iterdir())) == 3


def test_catalogue_is_intact(built: Callable[[str], Build]) -> None:
    """The JSON says what the questions say, and its fragments of HTML do nothing."""
    value = json.loads(built("questions-json").text("questions.json"))
    titles = {question["title"] for question in value["questions"]}
    assert titles == {BREAKING, TURNED, LONG}
    (breaking,) = (q for q in value["questions"] if q["id"] == "PY-001")
    assert breaking["topics"] == ["</script>", "]]>"]
    assert breaking["answer"]["text"] == f"Answer: {BREAKING}"
    for question in value["questions"]:
        for part in (question["answer"], *question["sections"]):
            assert_inert(part["html"])
            assert not CONTROL & set(part["html"] + part["text"])


def test_decks_are_intact(built: Callable[[str], Build]) -> None:
    """The cards of a deck read as the questions do, and hold nothing that acts."""
    build = built("anki")
    package = Package(build.outdir / "question-bank.apkg")
    fronts = {
        BeautifulSoup(note.fields["Question"], "html.parser").get_text()
        for note in package.notes.values()
    }
    assert fronts == {BREAKING, TURNED, LONG}
    assert f"Answer: {BREAKING}" in package.notes["PY-001"].text
    assert SHOWN.search(package.notes["PY-002"].text)
    for note in package.notes.values():
        for field in note.fields.values():
            assert_inert(f"<div>{field}</div>")
            assert not CONTROL & set(field)
    *_, first, second, third = build.text("question-bank.txt").splitlines()
    for line in (first, second, third):
        assert line.count("\t") == 4
        assert not CONTROL & set(line)
        # The front is bold; no other text is.
        assert_inert(line.replace("<b>", "", 1))


def test_epub_is_well_formed_and_intact(built: Callable[[str], Build]) -> None:
    """Every file of the ePub is XML without scripts, with the texts."""
    words = ""
    for path in built("epub").outdir.rglob("*.epub"):
        with zipfile.ZipFile(path) as book:
            for name in book.namelist():
                if name.endswith((".xhtml", ".opf", ".ncx", ".xml", ".svg")):
                    root = ET.fromstring(book.read(name))  # noqa: S314 – our own
                    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
                    assert "script" not in tags
                    words += "".join(root.itertext())
    for text in (BREAKING, TURNED, LONG, "javascript:alert(1)"):
        assert text in words
    assert SHOWN.search(words)


def test_pdf_is_intact(built: Callable[[str], Build]) -> None:
    """The guide as PDF prints, and holds the words."""
    reader = PdfReader(built("typst").outdir / "question-bank.pdf")
    words = "".join(page.extract_text() for page in reader.pages)
    packed = "".join(words.split())
    assert "</script><script>alert(1)</script>" in packed
    assert "\\end{document}\\input{/etc/passwd}" in packed
    assert packed.count("word") >= 2000
    assert "\ufffd" * 4 in packed


def test_latex_has_no_commands_of_authors(built: Callable[[str], Build]) -> None:
    """A command in a text is words for TeX, and no character makes it stop."""
    (path,) = built("latex").outdir.glob("bank.tex")
    text = path.read_text(encoding="utf-8")
    assert text.count("\\end{document}") == 1
    assert "\\input{/etc/passwd}" not in text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)
    assert "\ufffd" * 4 in text


@pytest.mark.parametrize("builder", ["html", "text", "latex"])
def test_no_output_holds_a_control_character(
    built: Callable[[str], Build], builder: str
) -> None:
    """What no reader can see is in no output; only copies of sources have it."""
    suffixes = {".html", ".txt", ".tex", ".md", ".atom", ".js"}
    copies = {"_sources", "_static"}
    for path in built(builder).outdir.rglob("*"):
        if path.suffix in suffixes and not copies & set(path.parts):
            text = path.read_text(encoding="utf-8")
            assert not CONTROL & set(text), path
