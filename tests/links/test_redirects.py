"""IDs that were given up: their links and addresses lead on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from docutils import nodes
from sphinx.errors import ConfigError
from sphinx.util.inventory import InventoryFile

from markups import MYST, Markup, both_markups, line_of
from projects import Build, Project

REDIRECTS: Final = {"questions_redirects": {"PY-009": "PY-001"}}
OLD_PAGE: Final = {
    "questions_redirects": {"PY-009": {"to": "PY-001", "page": "old/PY-009"}}
}


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Return place and text of what is said and is no warning."""
    said: list[tuple[str, str]] = []

    def inform(text: str, location: nodes.Node | str) -> None:
        place = (
            location
            if isinstance(location, str)
            else f"{location.source}:{location.line}"
        )
        said.append((place, text))

    for module in ("browse.redirected", "consistency"):
        monkeypatch.setattr(f"sphinx_questions.{module}.inform", inform)
    return said


def page_of_links(markup: Markup) -> str:
    """Return a question, and links to it by an ID that it had."""
    return markup.page(
        markup.question("PY-001", "The answer.", title="What is new?"),
        markup.question("PY-002", "Other.", title="What else?", requires="PY-009"),
        f"Role: {markup.role('PY-009')}.",
        f"Text: {markup.role('own words <PY-009>')}.",
        f"Label: {markup.role('py-009', 'ref')}.",
        f"Any: {markup.role('PY-009', 'any')}.",
    )


def links(build: Build) -> list[tuple[str, str]]:
    """Return address and text of the links in the text of the home page."""
    found = build.page().select("[role=main] p a[href]:not(.question-id)")
    return [(str(link["href"]), link.get_text()) for link in found]


@both_markups
def test_links_by_the_old_id(
    project: Project, markup: Markup, messages: list[tuple[str, str]]
) -> None:
    """They lead to the question, say its title, and their authors get to know."""
    project.configure(**REDIRECTS)
    page = page_of_links(markup)
    project.write({markup.file: page})
    build = project.build()
    assert build.warnings == ()
    title = "What is new?"
    assert [text for href, text in links(build) if href == "#py-001"] == [
        title, title, "own words", title, title
    ]  # fmt: skip
    known_first = build.card("PY-002").select_one("#py-002-connections a")
    assert known_first is not None
    assert known_first["href"] == "#py-001"
    lines = [
        line_of(page, word)
        for word in ("What else?", "Role:", "Text:", "Label:", "Any:")
    ]
    assert [place.rpartition("/")[2] for place, _text in messages] == [
        f"{markup.file}:{line}" for line in lines
    ]
    assert messages[0][1] == (
        ":requires: names 'PY-009', which is 'PY-001' now; write that ID"
    )
    assert {text for _place, text in messages[1:]} == {
        "this link goes by the ID 'PY-009', which is 'PY-001' now; write that ID"
    }


@pytest.mark.parametrize("builder", ["text", "latex", "epub", "singlehtml"])
def test_other_outputs(project: Project, builder: str) -> None:
    """Every builder follows a redirect without a warning."""
    project.configure(**OLD_PAGE, epub_uid="x", version="1", copyright="x")
    project.write({"index.md": page_of_links(MYST)})
    assert project.build(builder).warnings == ()


def test_old_names_stay_in_the_inventory(project: Project) -> None:
    """Other projects find the question by its old ID and its old label."""
    project.configure(**REDIRECTS)
    project.write({"index.md": MYST.question(title="What is new?")})
    build = project.build()
    content = (build.outdir / "objects.inv").read_bytes()
    inventory = InventoryFile.loads(content, uri="")
    for kind, name in (("questions:question", "PY-009"), ("std:label", "py-009")):
        item = inventory.data[kind][name]
        assert (item.uri, item.display_name) == ("index.html#py-001", "What is new?")


def test_old_anchor_stays_on_the_page(project: Project) -> None:
    """An address with the old anchor leads to the card of the question."""
    project.configure(**REDIRECTS)
    question = ":::{question} What is new?\n:id: PY-001\n:technology: python\n"
    question += ":level: beginner\n\nSo.\n:::\n"
    project.write({"index.md": question})
    build = project.build()
    assert build.card("PY-001").find(id="py-009") is not None
    # Unless something else on the page has that anchor.
    project.write({"index.md": f"# PY 009\n\n{question}"})
    build = project.build()
    assert len(build.page().find_all(id="py-009")) == 1
    assert build.card("PY-001").find(id="py-009") is None


@pytest.mark.parametrize(
    ("builder", "file", "address"),
    [
        ("html", "old/PY-009.html", "../index.html#py-001"),
        ("dirhtml", "old/PY-009/index.html", "../../#py-001"),
    ],
)
def test_old_page_forwards(
    project: Project, builder: str, file: str, address: str
) -> None:
    """A declared page forwards to the question without a script, until it is not."""
    project.configure(**OLD_PAGE, html_baseurl="https://bank.example/docs")
    question = ":::{question} Is 1 < 2 & so?\n:id: PY-001\n:technology: python\n"
    question += ":level: beginner\n\nSo.\n:::\n"
    old = question.replace("PY-001", "PY-009")
    project.configure(html_baseurl="https://bank.example/docs")
    project.write(
        {"index.md": question, "old/PY-009.md": f"---\norphan: true\n---\n\n{old}"}
    )
    assert "Is 1" in project.build(builder).text(file)
    (project.source / "old/PY-009.md").unlink()
    project.configure(**OLD_PAGE, html_baseurl="https://bank.example/docs")
    build = project.build(builder)
    assert build.warnings == ()
    page = build.page(file.removesuffix(".html"))
    refresh = page.select_one("meta[http-equiv=refresh]")
    canonical = page.select_one("link[rel=canonical]")
    link = page.select_one("body a")
    assert refresh is not None
    assert canonical is not None
    assert link is not None
    assert refresh["content"] == f"0; url={address}"
    assert str(canonical["href"]).startswith("https://bank.example/docs/")
    assert (link["href"], link.get_text()) == (address, "Is 1 < 2 & so?")
    assert page.find("script") is None
    search = build.text("searchindex.js")
    assert "old/PY-009" not in search
    project.configure(html_baseurl="https://bank.example/docs")
    build = project.build(builder)
    assert not (build.outdir / file).exists()


def test_page_that_is_a_document(project: Project) -> None:
    """A document keeps its page, and the author is told."""
    project.configure(**OLD_PAGE)
    question = ":::{question} What?\n:id: PY-001\n:technology: python\n"
    question += ":level: beginner\n\nSo.\n:::\n"
    old = "---\norphan: true\n---\n\n# Still here\n"
    project.write({"index.md": question, "old/PY-009.md": old})
    build = project.build()
    (warning,) = build.warnings
    assert warning == (
        "conf.py:1: WARNING: questions_redirects['PY-009'] has the page 'old/PY-009', "
        "which is a document; links to it are not sent on. Take the page out, or "
        "rename the document [questions.redirect]"
    )
    assert "Still here" in build.text("old/PY-009.html")
    # A page that forwarded and is a document now is not taken for a stale one.
    (project.source / "old/PY-009.md").unlink()
    assert "refresh" in project.build().text("old/PY-009.html")
    project.write({"old/PY-009.md": old})
    assert "Still here" in project.build().text("old/PY-009.html")


@both_markups
def test_old_id_used_again(project: Project, markup: Markup) -> None:
    """A question with an ID that was given up is reported, and keeps its text."""
    project.configure(**REDIRECTS)
    page = markup.page(
        markup.question("PY-001", title="First?"),
        markup.question("PY-009", "Second text.", title="Second?"),
        f"See {markup.role('PY-009')}.",
    )
    project.write({markup.file: page})
    warning = (
        f"{markup.file}:{line_of(page, 'Second?')}: WARNING: the ID 'PY-009' was given "
        "up: questions_redirects['PY-009'] in conf.py sends its links to 'PY-001'. An "
        "ID is never used again; give this question a new one. Until then links go to "
        "this question [questions.redirect]"
    )
    build = project.build()
    assert build.warnings == (warning,)
    assert "Second text." in build.card("PY-009").get_text()
    assert ("#py-009", "Second?") in links(build)
    assert project.build().warnings == (warning,)


def test_target_that_is_not_there(project: Project) -> None:
    """A redirect to no question is reported with the ID likely meant."""
    project.configure(questions_redirects={"PY-009": "PY-101"})
    question = ":::{question} What?\n:id: PY-001\n:technology: python\n"
    question += ":level: beginner\n\nSo.\n:::\n\nSee {question}`PY-009`.\n"
    project.write({"index.md": question})
    first, second = sorted(project.build().warnings)
    assert first == (
        "conf.py:1: WARNING: questions_redirects['PY-009'] leads to 'PY-101', which is "
        "no question's ID. Did you mean 'PY-001'? Write the ID of a question that "
        "stands for it now [questions.redirect]"
    )
    assert "no question has the ID 'PY-009'" in second


@pytest.mark.parametrize(
    ("redirects", "message"),
    [
        ({"A-1": "A-1"}, "goes in a circle: A-1 → A-1; write the ID of a question"),
        ({"A-1": "A-2", "A-2": "A-1"}, "goes in a circle: A-1 → A-2 → A-1"),
        (
            {"A-1": "A-2", "A-2": "A-3"},
            "questions_redirects['A-1'] leads on: A-1 → A-2 → A-3; write 'A-3' there",
        ),
        ({"A-1": 5}, "is 5; write a dictionary such as {'to': "),
        ({"A-1": {"page": "x"}}, "does not say where to; write the ID of a question"),
        ({"A-1": {"too": "B-1"}}, "Did you mean 'to'?"),
        ({"": "B-1"}, "has no ID for a key"),
        ({"A-1": {"to": "B-1", "page": "../x"}}, "['page'] is '../x'; write the doc"),
        ({"A-1": {"to": "B-1", "page": "x.html"}}, "without a suffix"),
        (
            {"A-1": {"to": "B-1", "page": "x"}, "A-2": {"to": "B-1", "page": "x"}},
            "questions_redirects['A-2'] and questions_redirects['A-1'] both have the",
        ),
    ],
)
def test_wrong_redirects(
    project: Project, redirects: dict[str, object], message: str
) -> None:
    """What cannot be a redirect is a configuration error that says what to write."""
    project.configure(questions_redirects=redirects)
    project.write({"index.md": "# Home\n"})
    with pytest.raises(ConfigError, match=re.escape(message)):
        project.build()


def test_declared_and_taken_back(project: Project) -> None:
    """Adding a redirect and taking it out leaves what a clean build leaves."""
    question = ":::{question} What?\n:id: PY-001\n:technology: python\n"
    question += ":level: beginner\n\nSo.\n:::\n\nSee {question}`PY-001`.\n"
    project.write({"index.md": question})
    before = files(project.build().outdir)
    project.configure(**OLD_PAGE, questions_short_addresses="q")
    between = files(project.build().outdir)
    assert {"old/PY-009.html", "q/PY-001.html", "q/PY-009.html"} <= between.keys()
    assert between == files(project.build(fresh=True, out="clean", doctrees="x").outdir)
    project.configure()
    assert files(project.build().outdir) == before


def files(outdir: Path) -> dict[str, bytes]:
    """Return every file of a build, except what is Sphinx's own cache."""
    return {
        path.relative_to(outdir).as_posix(): path.read_bytes()
        for path in sorted(outdir.rglob("*"))
        if path.is_file() and path.name != ".buildinfo"
    }


@both_markups
def test_label_of_another(project: Project, markup: Markup) -> None:
    """A label that the old ID would take from somebody is left alone and reported."""
    project.configure(**REDIRECTS)
    project.write(
        {
            markup.file: markup.page(
                markup.directive("toctree", "", "other"), markup.question("PY-001")
            ),
            f"other.{markup.suffix}": f"{markup.target('py-009')}\n\n"
            + markup.page(f"See {markup.role('py-009', 'ref')}.", title="Mine"),
        }
    )
    build = project.build()
    assert len(build.warnings) == 1
    assert (
        "the label 'py-009' of this question is already used in 'other'"
        in (build.warnings[0])
    )
    assert build.page("other").select_one('p a[href="#py-009"]') is not None
