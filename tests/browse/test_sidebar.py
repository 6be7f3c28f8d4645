"""The sidebar: index pages and no question, the current one marked."""

from __future__ import annotations

import re
from typing import Final

import pytest
from bs4 import BeautifulSoup, Tag

from bank_to_browse import DOCUMENTS, project_at, words
from markups import MYST
from projects import Build, Project
from sphinx_questions.html.sidebar import mark_current

FOLDER: Final = "questions/browse"

#: Theme, and where its global table of contents is.
THEMES: Final = {"furo": ".sidebar-tree", "alabaster": ".sphinxsidebar"}


@pytest.fixture(scope="module", params=THEMES)
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Build, str]:
    """Return the bank as HTML in a theme, and where its sidebar is."""
    theme = str(request.param)
    project = project_at(
        tmp_path_factory.mktemp(theme),
        f"{FOLDER}/index",
        conf={"html_theme": theme},
        about=MYST.page("Text.", title="About"),
    )
    build = project.build()
    assert build.warnings == ()
    return build, THEMES[theme]


def sidebar(build: Build, selector: str, page: str) -> Tag:
    """Return the sidebar of a page."""
    found = build.page(page).select_one(selector)
    assert found is not None
    return found


def entries(tag: Tag) -> list[str]:
    """Return the entries of the table of contents, in order."""
    return [words(link) for link in tag.select("li[class*=toctree-l] > a")]


ALL_PAGES: Final = ("index", "about", f"{FOLDER}/python", *DOCUMENTS.values())


@pytest.mark.parametrize("page", ALL_PAGES)
def test_sidebar_has_no_question(site: tuple[Build, str], page: str) -> None:
    """No page's table of contents links to a question."""
    build, selector = site
    links = sidebar(build, selector, page).select("li[class*=toctree-l] a")
    assert links
    targets = [str(link["href"]) for link in links]
    assert [
        target for target in targets if re.search(r"(PY|ML)-|py-|ml-", target)
    ] == []


def test_sidebar_has_the_index_pages(tmp_path_factory: pytest.TempPathFactory) -> None:
    """In furo every page shows technologies with their levels, levels, and topics."""
    folder = tmp_path_factory.mktemp("whole")
    conf = {"html_theme": "furo"}
    build = project_at(folder, f"{FOLDER}/index", conf=conf).build()
    expected = [
        "Questions",
        "Python",
        "Beginner",
        "Advanced",
        "Machine Learning",
        "Beginner",
        "Advanced",
        "Beginner",
        "Advanced",
        "Topics",
    ]
    for page in ("index", DOCUMENTS["PY-ADV-001"]):
        assert entries(sidebar(build, ".sidebar-tree", page)) == expected


@pytest.mark.parametrize(
    ("id_", "page"),
    [("PY-ADV-001", "python/advanced"), ("ML-BEG-001", "machine-learning/beginner")],
)
def test_question_has_a_current_entry(
    site: tuple[Build, str], id_: str, page: str
) -> None:
    """On a question's page the entry of its view is current, and so is its branch."""
    build, selector = site
    tag = sidebar(build, selector, DOCUMENTS[id_])
    (current,) = tag.select("a.current")
    assert current["href"] == f"../{FOLDER}/{page}.html"
    branch = [words(item.find("a")) for item in tag.select("li.current")]
    technology, level = build.app.env.titles[f"{FOLDER}/{page}"].astext().split()[:2]
    assert len(branch) == 3
    assert branch[0] == "Questions"
    assert {branch[2]} < {technology, level}


def test_index_page_is_current_on_itself(site: tuple[Build, str]) -> None:
    """On an index page its own entry is current."""
    build, selector = site
    tag = sidebar(build, selector, f"{FOLDER}/python/advanced")
    (current,) = tag.select("a.current")
    assert (words(current), current["href"]) == ("Advanced", "#")


@pytest.mark.parametrize("theme", THEMES)
def test_question_in_the_root_toctree(
    tmp_path_factory: pytest.TempPathFactory, theme: str
) -> None:
    """Questions that the home page's own toctree names are not in the sidebar either.

    On the home page itself, where the author put them, they are.
    """
    project = project_at(
        tmp_path_factory.mktemp("root"),
        f"{FOLDER}/index",
        *DOCUMENTS.values(),
        conf={"html_theme": theme},
    )
    build = project.build()
    assert build.warnings == ()
    for page in ("index", DOCUMENTS["PY-ADV-001"]):
        text = words(sidebar(build, THEMES[theme], page))
        assert "descriptor" not in text
        assert "Machine Learning" in text or theme == "alabaster"
    listed = build.page("index").select(".toctree-wrapper a")
    assert "What does a descriptor do?" in [words(link) for link in listed]


def test_document_that_is_more_than_a_question_stays(project: Project) -> None:
    """A document with text or a second question of its own is in the sidebar."""
    chapter = MYST.page(MYST.question(), MYST.question("PY-002"), title="Chapter")
    project.configure(html_theme="furo")
    project.write(
        {"index.md": "# Home\n\n```{toctree}\nchapter\n```\n", "chapter.md": chapter}
    )
    build = project.build()
    assert build.warnings == ()
    found = entries(sidebar(build, ".sidebar-tree", "index"))
    assert found[:2] == ["Chapter", "Questions"]
    assert not [text for text in found if text.endswith("?")]


def test_sidebar_does_not_grow_with_the_bank(project: Project) -> None:
    """A page's sidebar is as long for two questions as for twenty."""
    project.configure(html_theme="furo")
    project.write({"index.md": f"# Home\n\n```{{toctree}}\n{FOLDER}/index\n```\n"})
    lengths = []
    for number in (2, 20):
        files = (f"q{n}.md" for n in range(number))
        questions = (MYST.question(f"PY-{n}") for n in range(number))
        project.write(dict(zip(files, questions, strict=True)))
        build = project.build(fresh=True)
        assert build.warnings == ()
        lengths.append(len(str(sidebar(build, ".sidebar-tree", "q0"))))
    assert lengths[0] == lengths[1]


def test_current_entry_in_a_fragment() -> None:
    """The link and what is around it are current, whatever was; entities survive."""
    fragment = (
        '<ul><li class="toctree-l1"><a href="a.html">A &amp; B</a><ul>'
        '<li class="toctree-l2"><a class="x" href="b.html">C</a></li></ul></li>'
        '<li class="toctree-l1"><a href="d.html">D</a></li></ul>'
    )
    marked = BeautifulSoup(mark_current(fragment, "b.html"), "html.parser")
    current = [(tag.name, tag.get("href")) for tag in marked.select(".current")]
    assert current == [
        ("ul", None),
        ("li", None),
        ("ul", None),
        ("li", None),
        ("a", "b.html"),
    ]
    assert marked.get_text() == "A & BCD"


def test_folded_fragment() -> None:
    """Folded, only the branch of the current entry shows what is below."""
    branch = '<li class="x"><a href="{0}">{0}</a><ul><li><a href="{0}1">.</a></li></ul>'
    fragment = f"<ul>{branch.format('a')}</li>{branch.format('b')}</li></ul>"
    folded = BeautifulSoup(mark_current(fragment, "b1", fold=True), "html.parser")
    assert [link["href"] for link in folded.select("a")] == ["a", "b", "b1"]


@pytest.mark.parametrize(
    "fragment", ["", '<ul><li><a href="a.html">A</a></li></ul>', "<ul><li>A&nbsp;<br>"]
)
def test_fragment_without_the_entry(fragment: str) -> None:
    """What has no such link, or is no well-formed tree, is left as it is."""
    assert mark_current(fragment, "b.html") == fragment
