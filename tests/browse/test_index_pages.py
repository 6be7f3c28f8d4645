"""The index pages of technologies and levels: what stands on them."""

from __future__ import annotations

import itertools
import zipfile
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

from bank_to_browse import (
    ANSWERS,
    CONF,
    DOCUMENTS,
    ids_in,
    project_at,
    words,
)
from markups import MYST
from projects import Build, Project

FOLDER: Final = "questions/browse"
TECHNOLOGIES: Final = ("python", "machine-learning", "go")
LEVELS: Final = ("beginner", "intermediate", "advanced")
PAGES: Final = (
    *TECHNOLOGIES,
    *LEVELS,
    *("/".join(pair) for pair in itertools.product(TECHNOLOGIES, LEVELS)),
)


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return the bank as HTML, its index pages in the author's toctree."""
    folder = tmp_path_factory.mktemp("pages")
    return project_at(folder, f"{FOLDER}/index").build()


@pytest.fixture(scope="module")
def unnamed(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return the bank without any toctree by its author. Tests only build it."""
    return project_at(tmp_path_factory.mktemp("unnamed"))


def page(build: Build, name: str) -> BeautifulSoup:
    """Return an index page."""
    return build.page(f"{FOLDER}/{name}")


def switches(page: BeautifulSoup) -> dict[str, list[tuple[str, str | None]]]:
    """Return what each facet offers: texts, and where they lead."""
    return {
        str(nav["aria-label"]): [
            (words(item), str(link["href"]) if (link := item.find("a")) else None)
            for item in nav.select("li")
        ]
        for nav in page.select("nav.question-switch")
    }


def test_no_warning(build: Build) -> None:
    """The pages build without a warning and without a file of the author's."""
    assert build.warnings == ()


@pytest.mark.parametrize("name", PAGES)
def test_every_view_has_a_page(build: Build, name: str) -> None:
    """Every technology, level and pair has a page, with or without questions."""
    assert f"{FOLDER}/{name}" in build.app.env.found_docs
    assert words(page(build, name).h1).endswith("questions ¶")


def test_parts_of_a_page_in_order(build: Build) -> None:
    """Breadcrumb, title, description, switches, the line, and then the rows."""
    body = page(build, "python/beginner").select_one("[role=main]")
    assert body is not None
    parts = [
        body.select_one(selector)
        for selector in (
            ".question-breadcrumb",
            "h1",
            "h1 + p",
            "h1 + p + p",
            ".question-switch",
            ".question-clear-all",
            ".question-showing",
            ".question-rows",
        )
    ]
    everything = list(body.find_all(True))
    places = [next(n for n, e in enumerate(everything) if e is p) for p in parts]
    assert places == sorted(places)
    assert words(parts[2]) == "A language for everybody."
    assert words(parts[3]) == "For the first job."


@pytest.mark.parametrize(
    ("name", "title", "line"),
    [
        ("python", "Python questions ¶", "Showing 4 questions · Python"),
        ("beginner", "Beginner questions ¶", "Showing 2 questions · Beginner"),
        (
            "machine-learning/advanced",
            "Advanced Machine Learning questions ¶",
            "Showing 1 question · Advanced · Machine Learning",
        ),
        (
            "go/intermediate",
            "Inter<b>mediate Go & friends questions ¶",
            "Showing 0 questions · Inter<b>mediate · Go & friends",
        ),
        ("index", "Questions ¶", "Showing 6 questions"),
    ],
)
def test_title_and_line(build: Build, name: str, title: str, line: str) -> None:
    """The title names the view, and a line says what is shown; labels as written."""
    found = page(build, name)
    assert words(found.h1) == title
    assert words(found.select_one(".question-showing")) == line


def test_questions_stand_by_difficulty_then_id(build: Build) -> None:
    """On the page of a pair, the easiest question comes first, then the lower ID."""
    assert ids_in(page(build, "python/advanced")) == [
        "PY-ADV-002",
        "PY-ADV-003",
        "PY-ADV-001",
    ]


def test_row_is_enough_for_revision(build: Build) -> None:
    """A row has ID, linked title, difficulty, topics, and the answer in details."""
    row = page(build, "python/advanced").select_one("[data-question-id=PY-ADV-002]")
    assert row is not None
    link = row.select_one(".question-row-title a")
    assert link is not None
    assert words(link) == "Why is a generic type invariant?"
    assert link["href"] == f"../../../{DOCUMENTS['PY-ADV-002']}.html#py-adv-002"
    facts = [words(fact) for fact in row.select(".question-row-facts li")]
    assert facts == ["PY-ADV-002", "Python", "Advanced", "6/10", "typing · data model"]
    answer = row.select_one("details > p")
    assert words(answer) == ANSWERS["PY-ADV-002"]


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        (
            "python",
            {
                "Beginner": ["PY-BEG-001"],
                "Advanced": ["PY-ADV-002", "PY-ADV-003", "PY-ADV-001"],
            },
        ),
        (
            "advanced",
            {
                "Python": ["PY-ADV-002", "PY-ADV-003", "PY-ADV-001"],
                "Machine Learning": ["ML-ADV-001"],
            },
        ),
    ],
)
def test_groups(build: Build, name: str, groups: dict[str, list[str]]) -> None:
    """A technology's page groups by level, a level's by technology, as declared."""
    headings = page(build, name).select(".question-group")
    assert {
        words(heading): ids_in(heading.find_next_sibling("div")) for heading in headings
    } == groups
    assert [words(heading) for heading in headings] == list(groups)
    assert page(build, "python/advanced").select(".question-group") == []


def test_switches_of_a_pair(build: Build) -> None:
    """A pair's page switches level and technology, and drops one, the other or both.

    Each offer has its count. What is chosen and what holds nothing is no link.
    """
    found = page(build, "python/advanced")
    assert switches(found) == {
        "Technology": [
            ("Python (3)", None),
            ("Machine Learning (1)", "../machine-learning/advanced.html"),
            ("Go & friends (0)", None),
            ("Clear technology", "../advanced.html"),
        ],
        "Level": [
            ("Beginner (1)", "beginner.html"),
            ("Inter<b>mediate (0)", None),
            ("Advanced (3)", None),
            ("Clear level", "../python.html"),
        ],
    }
    clear = found.select_one(".question-clear-all a")
    assert clear is not None
    assert (words(clear), clear["href"]) == ("Clear all filters", "../index.html")
    current = [words(item) for item in found.select(".question-choices > .current")]
    assert current == ["Python (3)", "Advanced (3)"]


def test_switches_of_a_technology(build: Build) -> None:
    """A technology's page leads to the other ones and to its levels."""
    assert switches(page(build, "machine-learning")) == {
        "Technology": [
            ("Python (4)", "python.html"),
            ("Machine Learning (2)", None),
            ("Go & friends (0)", None),
            ("Clear technology", "index.html"),
        ],
        "Level": [
            ("Beginner (1)", "machine-learning/beginner.html"),
            ("Inter<b>mediate (0)", None),
            ("Advanced (1)", "machine-learning/advanced.html"),
        ],
    }


@pytest.mark.parametrize("name", ["go", "intermediate", "python/intermediate"])
def test_view_without_questions(build: Build, name: str) -> None:
    """A view without questions says so, and no page that has any links to it."""
    found = page(build, name)
    assert words(found.select_one(".question-showing")).startswith("Showing 0 question")
    assert found.select(".question-row, .question-rows, .question-group") == []
    pages = {
        path: BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for path in build.outdir.rglob("*.html")
    }
    links = {
        (path.parent / str(link["href"]).partition("#")[0]).resolve()
        for path, other in pages.items()
        if "Showing 0 questions" not in other.get_text()
        for link in other.select("[role=main] a[href], .sphinxsidebar a[href]")
    }
    own = (build.outdir / f"{FOLDER}/{name}.html").resolve()
    assert own not in links
    assert (build.outdir / f"{FOLDER}/python.html").resolve() in links


def test_start_page_has_the_matrix(build: Build) -> None:
    """The page of everything leads on by the matrix, and does not list all rows."""
    found = page(build, "index")
    assert len(found.select("table.question-matrix")) == 1
    assert ids_in(found) == []


def test_topics_page(build: Build) -> None:
    """The page of topics has each topic with its number and questions."""
    terms = page(build, "topics").select("dl.question-topic-list > dt")
    assert [words(term) for term in terms] == ["data model (2)", "typing (2)"]
    first = terms[0].find_next_sibling("dd")
    assert first is not None
    assert [words(link) for link in first.find_all("a")] == [
        "When is a tuple better than a list?",
        "Why is a generic type invariant?",
    ]


def test_pages_are_documents(build: Build) -> None:
    """An index page has a title, is in the search, and is a target of doc links."""
    env = build.app.env
    assert env.titles[f"{FOLDER}/python/advanced"].astext() == (
        "Advanced Python questions"
    )
    assert f'"{FOLDER}/python/advanced"' in build.text("searchindex.js")
    project = Project(build.outdir.parent / "links", pages=True)
    project.configure(**CONF)
    question = MYST.question(level="advanced")
    link = MYST.role("/questions/browse/python/advanced", "doc")
    project.write({"index.md": MYST.page(question, link)})
    linked = project.build()
    assert linked.warnings == ()
    href = f"{FOLDER}/python/advanced.html"
    found = linked.page().select_one(f'[role=main] p > a[href="{href}"]')
    assert words(found) == "Advanced Python questions"


def test_pages_carry_their_questions(build: Build) -> None:
    """Each question hangs below the page of its pair, in the order of the page."""
    includes = build.app.env.toctree_includes
    assert includes[f"{FOLDER}/python/advanced"] == [
        DOCUMENTS[id_] for id_ in ("PY-ADV-002", "PY-ADV-003", "PY-ADV-001")
    ]
    children = list(itertools.chain(*includes.values()))
    assert sorted(children) == sorted(set(children))
    assert set(DOCUMENTS.values()) <= set(children)


def test_index_ties_the_pages_together(build: Build) -> None:
    """Below the start page hang technologies, levels and topics that hold anything."""
    includes = build.app.env.toctree_includes
    assert includes[f"{FOLDER}/index"] == [
        f"{FOLDER}/{name}"
        for name in ("python", "machine-learning", "beginner", "advanced", "topics")
    ]
    assert includes[f"{FOLDER}/python"] == [
        f"{FOLDER}/python/{level}" for level in ("beginner", "advanced")
    ]


def test_previous_and_next_follow_the_view(build: Build) -> None:
    """From question to question, the browser goes in the order of their view."""
    relations = build.app.env.collect_relations()
    ids = ("PY-ADV-002", "PY-ADV-003", "PY-ADV-001")
    for first, second in itertools.pairwise(DOCUMENTS[id_] for id_ in ids):
        assert relations[first][2] == second
        assert relations[second][1] == first
    parent, previous, _next = relations[DOCUMENTS[ids[0]]]
    assert parent == previous == f"{FOLDER}/python/advanced"
    links = build.page(DOCUMENTS["PY-ADV-003"]).select("link[rel=next], link[rel=prev]")
    assert [link["href"] for link in links] == ["PY-ADV-001.html", "PY-ADV-002.html"]


def test_authors_toctree_keeps_its_documents(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """A document in an author's toctree hangs there alone; the rest is carried."""
    folder = tmp_path_factory.mktemp("own")
    chapter = MYST.page("```{toctree}\n../python/PY-ADV-001\n```", title="Own")
    project = project_at(folder, f"{FOLDER}/index", "own/chapter")
    project.write({"own/chapter.md": chapter})
    build = project.build()
    assert build.warnings == ()
    includes = build.app.env.toctree_includes
    assert includes["own/chapter"] == [DOCUMENTS["PY-ADV-001"]]
    children = list(itertools.chain(*includes.values()))
    assert sorted(children) == sorted(set(children))
    assert set(DOCUMENTS.values()) <= set(children)
    assert ids_in(page(build, "python/advanced"))[-1] == "PY-ADV-001"


def test_document_of_several_views_hangs_once(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """A document with questions of two views hangs below that of its first one."""
    mixed = MYST.page(
        MYST.question("PY-INT-009", "One.", level="intermediate"),
        MYST.question("PY-BEG-009", "Two.", technology="go"),
        title="Mixed",
    )
    project = project_at(tmp_path_factory.mktemp("mixed"), f"{FOLDER}/index")
    project.write({"mixed.md": mixed})
    build = project.build()
    assert build.warnings == ()
    parents = [p for p, c in build.app.env.toctree_includes.items() if "mixed" in c]
    assert parents == [f"{FOLDER}/python/intermediate"]
    assert ids_in(page(build, "go/beginner")) == ["PY-BEG-009"]
    assert ids_in(page(build, "python/intermediate")) == ["PY-INT-009"]


@pytest.mark.parametrize("mark", ["---\norphan: true\n---\n\n", ":orphan:\n\n"])
def test_orphan_stays_one(tmp_path_factory: pytest.TempPathFactory, mark: str) -> None:
    """A question document marked as an orphan is listed, but hangs nowhere."""
    project = project_at(tmp_path_factory.mktemp("orphan"), f"{FOLDER}/index")
    (project.source / f"{DOCUMENTS['PY-BEG-001']}.md").unlink()
    if mark.startswith("---"):
        project.write({"alone.md": mark + MYST.question("PY-BEG-001")})
    else:
        alone = ".. question:: What is it?\n   :id: PY-BEG-001\n"
        alone += "   :technology: python\n   :level: beginner\n\n   The answer.\n"
        project.write({"alone.rst": mark + alone})
    build = project.build()
    assert build.warnings == ()
    children = itertools.chain(*build.app.env.toctree_includes.values())
    assert "alone" not in children
    assert ids_in(page(build, "python/beginner")) == ["PY-BEG-001"]


@pytest.mark.parametrize("builder", ["html", "text", "latex", "epub"])
def test_unnamed_pages_are_no_warning(unnamed: Project, builder: str) -> None:
    """Without any toctree, index pages and questions build without a warning."""
    build = unnamed.build(builder)
    assert build.warnings == ()
    if builder == "html":
        for name in PAGES:
            assert page(build, name).h1 is not None


@pytest.mark.parametrize("named", [True, False], ids=["named", "unnamed"])
def test_latex_has_each_question_once(
    tmp_path_factory: pytest.TempPathFactory, *, named: bool
) -> None:
    """The LaTeX book has each question once, whoever's toctree it stands in."""
    entries = [f"{FOLDER}/index"] if named else []
    build = project_at(tmp_path_factory.mktemp("book"), *entries).build("latex")
    assert build.warnings == ()
    text = build.text("bank.tex")
    labels = [f"\\label{{\\detokenize{{{DOCUMENTS[id_]}:" for id_ in DOCUMENTS]
    assert [
        text.count(f"{label}{id_.lower()}}}")
        for label, id_ in zip(labels, DOCUMENTS, strict=True)
    ] == [1] * len(DOCUMENTS)


@pytest.mark.parametrize("named", [True, False], ids=["named", "unnamed"])
def test_epub_has_each_question_once(
    tmp_path_factory: pytest.TempPathFactory, *, named: bool
) -> None:
    """The ePub has each question once, in its reading order."""
    entries = [f"{FOLDER}/index"] if named else []
    build = project_at(tmp_path_factory.mktemp("ebook"), *entries).build("epub")
    assert build.warnings == ()
    with zipfile.ZipFile(build.outdir / "Bank.epub") as book:
        package = ET.fromstring(book.read("content.opf"))  # noqa: S314 – our own
    files = {
        item.get("id"): item.get("href") for item in package.iterfind(".//{*}item")
    }
    order = [
        files[item.get("idref")]
        for item in package.iterfind(".//{*}itemref")
        if item.get("linear") != "no"
    ]
    assert [order.count(f"{name}.xhtml") for name in DOCUMENTS.values()] == [1] * 6


def test_empty_bank(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Without a question every page is there, and says that it shows none."""
    project = Project(tmp_path_factory.mktemp("empty"), pages=True)
    project.configure(**CONF, suppress_warnings=["questions.empty"])
    project.write({"index.md": MYST.page(f"```{{toctree}}\n{FOLDER}/index\n```")})
    build = project.build()
    assert build.warnings == ()
    for name in ("index", "python", "advanced", "python/advanced"):
        showing = page(build, name).select_one(".question-showing")
        assert words(showing).startswith("Showing 0 questions")
    assert words(page(build, "topics").h1) == "Questions by topic ¶"
    assert project.build("latex").warnings == ()


def test_one_technology(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A bank of one technology, which its questions need not name, has its pages."""
    project = Project(tmp_path_factory.mktemp("one"), pages=True)
    project.configure(questions_technologies={"go": {}})
    project.write({"index.md": MYST.page(MYST.question(technology=None))})
    build = project.build()
    assert build.warnings == ()
    assert ids_in(page(build, "go/beginner")) == ["PY-001"]
    assert [text for text, _href in switches(page(build, "go"))["Technology"]] == [
        "Go (1)",
        "Clear technology",
    ]
    assert not (build.outdir / f"{FOLDER}/python.html").exists()
