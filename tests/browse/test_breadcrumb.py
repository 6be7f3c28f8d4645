"""The breadcrumb of questions and index pages."""

from __future__ import annotations

import pytest

from bank_to_browse import DOCUMENTS, project_at, words
from markups import MYST
from projects import Build, Project

FOLDER = "questions/browse"


def trail(build: Build, page: str) -> list[tuple[str, str | None]]:
    """Return the steps of a page's breadcrumb: text, and where it leads."""
    (nav,) = build.page(page).select('nav[aria-label="Breadcrumb"]')
    return [
        (words(item), str(link["href"]) if (link := item.find("a")) else None)
        for item in nav.select("ol > li")
    ]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a bank whose questions have their start on a page with an explorer."""
    start = MYST.page(MYST.directive("question-explorer", ""), title="Find one")
    folder = tmp_path_factory.mktemp("trail")
    return project_at(folder, f"{FOLDER}/index", explore=start).build()


def test_way_to_a_question(build: Build) -> None:
    """A question's page has the way to its view, every step of it a link."""
    assert build.warnings == ()
    assert trail(build, DOCUMENTS["PY-ADV-001"]) == [
        ("Home", "../index.html"),
        ("Questions", "../explore.html"),
        ("Python", f"../{FOLDER}/python.html"),
        ("Advanced", f"../{FOLDER}/python/advanced.html"),
    ]


def test_breadcrumb_stands_before_the_title(build: Build) -> None:
    """A reader meets the way to a page before its title."""
    main = build.page(DOCUMENTS["PY-ADV-001"]).select_one("[role=main]")
    assert main is not None
    found = [tag.name for tag in main.find_all(["nav", "h1"])]
    assert found[:2] == ["nav", "h1"]


@pytest.mark.parametrize(
    ("page", "steps"),
    [
        ("python", ["Home", "Questions", "Python"]),
        ("intermediate", ["Home", "Questions", "Inter<b>mediate"]),
        ("python/beginner", ["Home", "Questions", "Python", "Beginner"]),
        ("topics", ["Home", "Questions", "Topics"]),
    ],
)
def test_way_to_an_index_page(build: Build, page: str, steps: list[str]) -> None:
    """An index page has the way to itself; it is the current step, and no link."""
    found = trail(build, f"{FOLDER}/{page}")
    assert [text for text, _href in found] == steps
    assert [href is None for _text, href in found] == [False] * (len(steps) - 1) + [
        True
    ]
    current = build.page(f"{FOLDER}/{page}").select('[aria-current="page"]')
    assert [words(item) for item in current] == steps[-1:]


def test_other_pages_have_none(build: Build) -> None:
    """Neither the home page nor a page that is no question has a breadcrumb."""
    for page in ("index", "explore"):
        assert build.page(page).select(".question-breadcrumb") == []


def test_without_an_explorer(project: Project) -> None:
    """Where no page has an explorer, "Questions" is the start of the index pages."""
    bank = project_at(project.root / "bank", f"{FOLDER}/index")
    build = bank.build()
    question = DOCUMENTS["ML-BEG-001"]
    assert trail(build, question)[1] == ("Questions", f"../{FOLDER}/index.html")
    assert trail(build, f"{FOLDER}/index")[-1] == ("Questions", None)


def test_explorer_on_the_home_page(project: Project) -> None:
    """Where the home page is the start of the questions, an index page follows it."""
    bank = project_at(project.root / "bank")
    start = MYST.page(MYST.directive("question-explorer", ""))
    bank.write({"index.md": start})
    build = bank.build()
    steps = [text for text, _href in trail(build, DOCUMENTS["PY-BEG-001"])]
    assert steps == ["Home", "Questions", "Python", "Beginner"]


def test_several_questions_in_a_document(project: Project) -> None:
    """A document with more than one question belongs to no view, and has no way."""
    page = MYST.page(MYST.question(), MYST.question("PY-002"), title="Two")
    project.write({"index.md": "# Home\n\n```{toctree}\ntwo\n```\n", "two.md": page})
    build = project.build()
    assert build.warnings == ()
    assert build.page("two").select(".question-breadcrumb") == []


def test_question_without_level(project: Project) -> None:
    """The way to a question that lacks its level ends at its technology."""
    project.configure(suppress_warnings=["questions.level"])
    question = MYST.question(level=None)
    project.write(
        {"index.md": "# Home\n\n```{toctree}\none\n```\n", "one.md": question}
    )
    build = project.build()
    assert build.warnings == ()
    assert [text for text, _href in trail(build, "one")] == [
        "Home",
        "Questions",
        "Python",
    ]


def test_without_index_pages(project: Project) -> None:
    """Without index pages the way is no longer than the pages that there are."""
    project.configure(questions_pages=None)
    project.write(
        {"index.md": "# Home\n\n```{toctree}\none\n```\n", "one.md": MYST.question()}
    )
    build = project.build()
    assert build.warnings == ()
    assert [text for text, _href in trail(build, "one")] == ["Home"]


def test_pages_in_folders(project: Project) -> None:
    """With an address a folder, the links of the way still lead there."""
    build = project_at(project.root / "bank", f"{FOLDER}/index").build("dirhtml")
    found = trail(build, f"{DOCUMENTS['PY-ADV-001']}/index")
    assert found[-1] == ("Advanced", f"../../{FOLDER}/python/advanced/")


@pytest.mark.parametrize("builder", ["singlehtml", "epub", "text", "latex"])
def test_only_websites_have_breadcrumbs(project: Project, builder: str) -> None:
    """A book and a single page have no breadcrumb."""
    bank = project_at(project.root / "bank", f"{FOLDER}/index")
    build = bank.build(builder)
    assert build.warnings == ()
    for path in build.outdir.rglob("*"):
        if path.suffix in {".html", ".xhtml", ".txt", ".tex"}:
            assert "question-breadcrumb" not in path.read_text("utf-8")
