"""What an ePub cannot hold as it was written, and Sphinx's own book."""

from __future__ import annotations

import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

from markups import MYST, REST, Markup, complaint, line_of
from projects import Build, Project
from sphinx_questions.guides.epub.formulas import formulas_in
from sphinx_questions.guides.epub.raw_html import as_xml, ill_formed, unfit, words_of

CONF = {"version": "1", "copyright": "Ada", "epub_identifier": "b", "epub_uid": "b"}

GUIDE = "guides/question-bank.epub"


@pytest.fixture
def index_pages() -> bool:
    """Say that projects have index pages."""
    return True


def built(project: Project, page: str, **conf: object) -> Build:
    """Build a bank of one page as ePub.

    It is not the root document, which Sphinx resolves several times.
    """
    project.configure(**{**CONF, **conf})
    index = "```{toctree}\nbank\nquestions/browse/index\n```"
    project.write({"index.md": MYST.page(index), "bank.md": page})
    return project.build("epub")


def pages(build: Build, book: str = GUIDE) -> dict[str, str]:
    """Return the pages of a book, all of which are well-formed."""
    with zipfile.ZipFile(build.outdir / book) as archive:
        found = {
            name.removeprefix("EPUB/").removesuffix(".xhtml"): archive.read(
                name
            ).decode()
            for name in archive.namelist()
            if name.endswith(".xhtml")
        }
    for text in found.values():
        ET.fromstring(text)  # noqa: S314 – our own
    return found


def card(build: Build) -> BeautifulSoup:
    """Return the page of the one question in the guide."""
    return BeautifulSoup(pages(build)["question-py-001"], "html.parser")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ("a<br>b", "a<br/>b"),
        ("<p class=x>a&nbsp;&amp; b</p>", '<p class="x">a\u00a0&amp; b</p>'),
        ("<details><summary>a</summary>b</details>", '<details open="open">'),
        ('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', 'xmlns="http://www.w3.org'),
    ],
)
def test_html_of_authors_becomes_xml(project: Project, written: str, kept: str) -> None:
    """HTML that browsers read is written as XML, in the guide and in Sphinx's book."""
    build = built(project, MYST.page(MYST.question("PY-001", written)))
    assert build.warnings == ()
    assert kept in pages(build)["question-py-001"]
    assert kept in pages(build, "Bank.epub")["bank"]


def test_html_that_does_not_match_leaves_its_words(project: Project) -> None:
    """Tags that do not match are one warning with the place; the words are kept."""
    text = MYST.page(MYST.question("PY-001", "Before.", "<p>These <b>words</p>"))
    build = built(project, text)
    assert len(build.warnings) == 1
    line = line_of(text, "These")
    assert build.warnings[0].startswith(f"bank.md:{line}: WARNING: this HTML cannot")
    assert build.warnings[0].endswith("[questions.raw]")
    assert "These words" in card(build).get_text()


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<script>alert(1)</script>", ""),
        ("<p onclick='x()'>Click</p>", "Click"),
        ("<iframe src='https://example.org'>Frame</iframe>", "Frame"),
        ("<p><img src='a.png'/>Picture</p>", "Picture"),
        ("<p><a href='other.html'>Other</a></p>", "Other"),
    ],
)
def test_what_a_book_cannot_do_is_left_out_of_guides(
    project: Project, html: str, words: str
) -> None:
    """Scripts, frames and files of the web are a warning; their words are kept."""
    build = built(project, MYST.page(MYST.question("PY-001", "Before.", html)))
    assert len(build.warnings) == 1
    assert "this HTML cannot stand in a guide" in build.warnings[0]
    page = card(build)
    assert words in page.get_text()
    assert not page.select("script, iframe, img, [onclick], [href='other.html']")


def test_faults_are_named() -> None:
    """A fault says which element, attribute or link it is; sound HTML has none."""
    assert ill_formed("<p>a</b>").startswith("its tags do not match")
    assert unfit("<p><video/></p>") == "it has the element 'video'"
    assert unfit('<p onload="x">a</p>') == "it has the attribute 'onload'"
    assert "'a.html'" in unfit('<a href="a.html">a</a>')
    assert unfit('<table><tr><td colspan="2">a</td></tr></table>') == ""
    assert as_xml('<p id="a">b</p>', anchors=False) == "<p>b</p>"
    assert words_of("<p>a <b>b</b><style>c</style></p>") == "a b"


def test_picture_without_description_is_a_warning(project: Project) -> None:
    """It is named with its place, once, and the guide does not claim descriptions."""
    project.write({"a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    text = MYST.page(MYST.question("PY-001", "Before.", "![](a.svg)"))
    guides = [{"name": "one"}, {"name": "two"}]
    build = built(project, text, questions_guides=guides)
    assert build.warnings == (
        complaint(
            f"bank.md:{line_of(text, 'a.svg')}",
            "the picture 'a.svg' has no description, so that who cannot see it learns "
            "nothing; say in :alt: what it shows",
            "alternative",
        ),
    )
    with zipfile.ZipFile(build.outdir / "guides/one.epub") as book:
        package = book.read("EPUB/package.opf").decode()
        page = book.read("EPUB/question-py-001.xhtml").decode()
    assert "alternativeText" not in package
    assert 'alt=""' in page


@pytest.mark.parametrize("markup", [MYST, REST])
def test_picture_with_an_empty_description_is_decoration(
    project: Project, markup: Markup
) -> None:
    """Who writes an alternative without words is not asked for them."""
    project.write({"a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    project.configure(**CONF)
    picture = markup.directive("image", "a.svg", "", options={"alt": ""})
    page = markup.page(markup.question("PY-001", "Before.", picture))
    project.write({f"index.{markup.suffix}": page})
    build = project.build("epub")
    assert [line for line in build.warnings if "[questions." in line] == []
    (image,) = card(build).select("img")
    assert (image["alt"], image["role"]) == ("", "presentation")


def test_hebrew_book_runs_from_right_to_left(project: Project) -> None:
    """Pages turn the other way, and code on them runs as it does everywhere."""
    code = "שלום `a()`.\n\n```python\nb()\n```"
    build = built(project, MYST.page(MYST.question("PY-001", code)), epub_language="he")
    page = card(build)
    assert page.html is not None
    assert page.html["dir"] == "rtl"
    assert {
        tag["dir"] for tag in page.select("code.literal, div.highlight-python")
    } == {"ltr"}
    with zipfile.ZipFile(build.outdir / GUIDE) as book:
        package = book.read("EPUB/package.opf").decode()
    assert 'page-progression-direction="rtl"' in package


def test_formula_of_a_title_is_a_formula_in_links(project: Project) -> None:
    """A link that is named by a title shows its formula, and no source."""
    see = MYST.question("PY-001", "See {question}`PY-002`.")
    sets = MYST.question("PY-002", "Text.", title="What is $x_1$?", topics="sets")
    build = built(project, MYST.page(see, sets))
    found = pages(build)
    for name in ("question-py-001", "topics"):
        link = BeautifulSoup(found[name], "html.parser").select_one("a:has(math)")
        assert link is not None, name
        assert link["href"] == "question-py-002.xhtml"


def test_guide_that_is_declared_no_more_is_removed(project: Project) -> None:
    """Of an output folder only that goes which the builder has written itself."""
    page = MYST.page(MYST.question("PY-001"))
    build = built(project, page, questions_guides=[{"name": "kept"}, {"name": "old"}])
    folder = build.outdir / "guides"
    (folder / "theirs.epub").write_bytes(b"of somebody else")
    built(project, page, questions_guides=[{"name": "kept"}])
    assert sorted(path.name for path in folder.glob("*.epub")) == [
        "kept.epub",
        "theirs.epub",
    ]
    again = built(project, page, questions_guides=[])
    assert again.warnings == ()
    assert [path.name for path in folder.iterdir()] == ["theirs.epub"]


SAID = "## Example\n$\\nosuch$ and {question}`PY-009`"


def test_warning_of_a_document_is_said_once(project: Project) -> None:
    """What is wrong with a document is not said again for each guide that holds it."""
    text = MYST.page(MYST.question("PY-001", "Text.", SAID))
    guides = [{"name": "one"}, {"name": "two"}]
    build = built(project, text, questions_guides=guides)
    kinds = [re.findall(r"\[([\w.]+)\]$", line) for line in build.warnings]
    assert sorted(kinds) == [["questions.math"], ["questions.reference"]]


def test_file_beside_the_document_is_linked_on_the_web(project: Project) -> None:
    """A link to a file that is no document leads to the hosted one, or is words."""
    text = """
        .. question:: What is it?
           :id: PY-001
           :technology: python
           :level: beginner

           See `the file <data.csv>`_ there.
        """
    project.write({"index.rst": text})
    project.configure(**CONF, html_baseurl="https://example.org/bank/")
    link = card(project.build("epub")).select_one("p a.external")
    assert link
    assert link["href"] == "https://example.org/bank/data.csv"
    project.configure(**CONF)
    page = card(project.build("epub"))
    assert not page.select("p a")
    assert "See the file there." in page.get_text()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (r"a = b \qquad c", ["a = b", "c"]),
        (r"\frac{a \qquad b}{c}", [r"\frac{a \qquad b}{c}"]),
        (r"\left( a \qquad b \right)", [r"\left( a \qquad b \right)"]),
        (r"a &= b \qquad c \\ d", [r"a &= b \qquad c \\ d"]),
        (r"\{ a \qquad b", [r"\{ a", "b"]),
        ("a", ["a"]),
    ],
)
def test_formulas_that_share_a_line_are_told_apart(text: str, parts: list[str]) -> None:
    """A gap between whole formulas parts them; one inside of a formula does not."""
    assert formulas_in(text) == parts


def test_line_may_end_between_formulas_and_not_before_a_comma(project: Project) -> None:
    """Formulas side by side are several, and punctuation stays with its formula."""
    body = "As $x$, then:\n\n$$\na \\qquad b\n$$\n\n$$\nc \\qquad d\n$$ (n)"
    page = card(built(project, MYST.page(MYST.question("PY-001", body))))
    assert [kept.get_text(strip=True) for kept in page.select(".guide-kept")] == ["x,"]
    assert len(page.select(".guide-formulas math")) == 2
    assert len(page.select('math[display="block"]')) == 1
    assert "(1)" in page.get_text()


STOCK = MYST.page(
    MYST.question(
        "PY-001", "Text.", "## Example\n$x$", "::::{dropdown} Title\nText.\n::::"
    )
)


def stock(project: Project, **conf: object) -> Build:
    """Build Sphinx's own book alone."""
    build = built(project, STOCK, questions_guides=[], **conf)
    assert build.warnings == ()
    return build


def test_sphinx_book_declares_its_formulas(project: Project) -> None:
    """Formulas are MathML whatever web pages do, and the manifest says where."""
    build = stock(project, html_math_renderer="mathjax")
    assert "<math" in pages(build, "Bank.epub")["bank"]
    package = build.text("content.opf")
    declared = re.findall(r'href="([^"]*)"[^>]*properties="mathml"', package)
    assert declared == ["bank.xhtml"]
    assert "linear" not in package


def test_sphinx_book_has_one_identifier(project: Project) -> None:
    """The old table of contents names the book as the package document does."""
    build = stock(project, epub_identifier="one", epub_uid="urn:two")
    assert ">one</dc:identifier>" in build.text("content.opf")
    assert 'name="dtb:uid" content="one"' in build.text("toc.ncx")


def test_sphinx_book_has_no_style_of_web_components(project: Project) -> None:
    """Neither the style sheet of components nor a link to it is in the book."""
    build = stock(project)
    with zipfile.ZipFile(build.outdir / "Bank.epub") as book:
        assert not [name for name in book.namelist() if "design" in name]
    assert "sphinx-design" not in pages(build, "Bank.epub")["bank"]


def test_sphinx_book_may_have_the_trees_inside(project: Project) -> None:
    """Stored trees in the output folder, Sphinx's usual place, are no part of it."""
    for _time in range(2):
        project.configure(**CONF, questions_guides=[])
        project.write({"index.md": STOCK})
        build = project.build("epub", doctrees="epub/trees")
        assert build.warnings == ()
    with zipfile.ZipFile(build.outdir / "Bank.epub") as book:
        assert not [name for name in book.namelist() if name.startswith("trees")]


def test_index_by_technology_is_valid(project: Project) -> None:
    """A label with signs and spaces is text, and its anchor has neither."""
    technologies = {"python": {"label": "R & <D>"}, "go": {"label": "Go"}}
    build = stock(project, questions_technologies=technologies)
    page = BeautifulSoup(
        pages(build, "Bank.epub")["questions-technology"], "html.parser"
    )
    assert "R & <D>" in page.get_text()
    anchors = [row["id"] for row in page.select("tr.cap")]
    links = [link["href"] for link in page.select(".modindex-jumpbox a")]
    assert links == [f"#{anchor}" for anchor in anchors] == ["#cap-1"]


def test_build_of_one_file_leaves_the_others_outdated(project: Project) -> None:
    """Resolving a document for a guide does not count as writing its page."""
    link = MYST.question("PY-002", "See {question}`PY-001`.")
    project.configure(**CONF)
    project.write(
        {
            "index.md": MYST.page("```{toctree}\na\nb\n```"),
            "a.md": MYST.page(MYST.question("PY-001", title="Old?")),
            "b.md": MYST.page(link),
        }
    )
    project.build("epub")
    project.write({"a.md": MYST.page(MYST.question("PY-001", title="New?"))})
    project.build("epub", only=project.source / "a.md")
    assert "New?" in pages(project.build("epub"), "Bank.epub")["b"]
