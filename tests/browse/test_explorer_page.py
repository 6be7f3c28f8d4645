"""The explorer as the server writes it: what works without a script, and its data."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

import pytest
from bs4 import BeautifulSoup, Tag

from bank_to_browse import CONF, DOCUMENTS, project_at, words
from markups import MYST, REST
from projects import Build, Project

FOLDER: Final = "questions/browse"

#: What must neither end a script nor break a line of it, as a title and as a label.
TITLE: Final = 'Is </script><!-- & \\ " an é?'
LABEL: Final = "</script>\u2028\u2029<!--"

TECHNOLOGIES: Final = {**CONF["questions_technologies"], "odd": {"label": LABEL}}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a bank with an explorer in both markups. Tests only build it."""
    folder = tmp_path_factory.mktemp("explorer")
    conf = {
        "questions_technologies": TECHNOLOGIES,
        "suppress_warnings": ["questions.level"],
        "smartquotes": False,
    }
    entries = (f"{FOLDER}/index", "myst", "rest", "hostile")
    project = project_at(folder, *entries, conf=conf)
    for name, markup in (("myst.md", MYST), ("rest.rst", REST)):
        page = markup.page(markup.directive("question-explorer", ""), title="Find")
        project.write({name: page})
    hostile = MYST.question(
        "PY-999",
        f"Say *so* **loud**: `</script>` and $x^2$ {TITLE}",
        "Twice.",
        title=TITLE,
        level=None,
        topics="a</script>b",
    )
    (project.source / "hostile.md").write_text(hostile, encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def build(project: Project) -> Build:
    """Return the bank as HTML."""
    return project.build()


@pytest.fixture(params=["myst", "rest"])
def explorer(request: pytest.FixtureRequest, build: Build) -> Tag:
    """Return the explorer in each markup."""
    (found,) = build.page(str(request.param)).select(".question-explorer")
    return found


def script_of(build: Build) -> Path:
    """Return the data script."""
    folder = build.outdir / "_static" / "sphinx-questions"
    (script,) = folder.glob("bank*.js")
    return script


def data_of(build: Build) -> dict[str, Any]:
    """Return what the data script holds, read as data."""
    text = script_of(build).read_text(encoding="utf-8")
    match = re.fullmatch(r".*?\{bank: (\{.*\})\}\);\n", text)
    assert match is not None
    data: dict[str, Any] = json.loads(match[1])
    return data


def test_no_warning(build: Build) -> None:
    """The explorer builds without a warning in both markups."""
    assert build.warnings == ()


def test_totals_are_live(explorer: Tag) -> None:
    """The totals of questions, technologies and levels are those of the bank."""
    totals = [words(item) for item in explorer.select(".question-totals li")]
    assert totals == ["7 questions", "4 technologies", "3 levels"]


def test_links_do_the_job_without_a_script(explorer: Tag) -> None:
    """Labels lead to the index pages with their counts; what is empty is no link."""
    facets = {
        str(nav["aria-label"]): [
            (words(item), str(link["href"]) if (link := item.find("a")) else None)
            for item in nav.select("li")
        ]
        for nav in explorer.select("nav")
    }
    assert facets == {
        "Technology": [
            ("Python (5)", f"{FOLDER}/python.html"),
            ("Machine Learning (2)", f"{FOLDER}/machine-learning.html"),
            ("Go & friends (0)", None),
            ("</script> <!-- (0)", None),
        ],
        "Level": [
            ("Beginner (2)", f"{FOLDER}/beginner.html"),
            ("Inter<b>mediate (0)", None),
            ("Advanced (4)", f"{FOLDER}/advanced.html"),
        ],
    }
    assert len(explorer.select("table.question-matrix")) == 1


def test_counts_are_those_of_the_pages(build: Build, explorer: Tag) -> None:
    """Behind each link is a page that shows as many questions as the link says."""
    links = explorer.select("nav a, table.question-matrix td:nth-child(n+2) a")
    assert len(links) > 8
    for link in links:
        page = build.page(str(link["href"]).removesuffix(".html"))
        numbers = re.findall(r"\d+", words(link))
        showing = words(page.select_one(".question-showing"))
        assert showing.startswith(f"Showing {numbers[-1]} question")


def test_nothing_dead_is_shown(explorer: Tag) -> None:
    """Without a script there is no form, no field and no button."""
    assert explorer.select("form, input, select, button, [hidden], noscript") == []


def test_data_is_a_column_a_field(build: Build) -> None:
    """Every column has a value a question, and indexes point into the vocabulary."""
    data = data_of(build)
    ids = sorted([*DOCUMENTS, "PY-999"])
    assert data["ids"] == ids
    columns = (
        "titles",
        "technology",
        "level",
        "difficulty",
        "topic",
        "urls",
        "answers",
    )
    assert {name: len(data[name]) for name in columns} == dict.fromkeys(columns, 7)
    assert data["technologies"] == [
        ["python", "Python"],
        ["machine-learning", "Machine Learning"],
        ["go", "Go & friends"],
        ["odd", LABEL],
    ]
    assert data["levels"][1] == ["intermediate", "Inter<b>mediate"]
    assert data["topics"] == ["a</script>b", "data model", "typing"]
    row = ids.index("PY-ADV-002")
    assert data["titles"][row] == "Why is a generic type invariant?"
    assert data["technology"][row] == 0
    assert data["level"][row] == 2
    assert data["difficulty"][row] == 6
    assert data["topic"][row] == [2, 1]
    assert data["urls"][row] == "python/PY-ADV-002.html#py-adv-002"


def test_missing_values_in_the_data(build: Build) -> None:
    """A missing level is -1, a missing difficulty 0, and no topic an empty list."""
    data = data_of(build)
    assert data["level"][data["ids"].index("PY-999")] == -1
    row = data["ids"].index("ML-BEG-001")
    assert data["difficulty"][row] == 0
    assert data["topic"][row] == []


def test_hostile_text_is_data(build: Build) -> None:
    """Nothing that an author writes ends the script or breaks its line."""
    data = data_of(build)
    row = data["ids"].index("PY-999")
    assert data["titles"][row] == TITLE
    kinds = [span[0] for span in data["answers"][row][0] if isinstance(span, list)]
    assert kinds == ["e", "s", "c"]
    assert ["c", "</script>"] in data["answers"][row][0]
    assert len(data["answers"][row]) == 2
    text = script_of(build).read_bytes().decode()
    for part in ("</", "<!--", "\u2028", "\u2029"):
        assert part not in text
    assert "é" in text


def test_addresses_lead_to_questions(build: Build) -> None:
    """Each address of the data is that of an element that is there."""
    data = data_of(build)
    for id_, url in zip(data["ids"], data["urls"], strict=True):
        page, _hash, anchor = url.partition("#")
        card = build.page(page.removesuffix(".html")).select_one(f"#{anchor}")
        assert card is not None
        assert card["data-question-id"] == id_


def test_data_is_loaded_on_its_page_only(build: Build) -> None:
    """Data and explorer are loaded where the explorer is, and deferred."""
    name = f"sphinx-questions/{script_of(build).name}"
    loading = {}
    for path in build.outdir.rglob("*.html"):
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        scripts = page.select("script[src*='sphinx-questions/']")
        sources = [str(tag["src"]).partition("_static/")[2] for tag in scripts]
        loading[path.relative_to(build.outdir).as_posix()] = [
            source.partition("?")[0] for source in sources
        ]
        assert all(tag.has_attr("defer") for tag in scripts)
    wanted = [name, "sphinx-questions/select.js", "sphinx-questions/explorer.js"]
    assert loading.pop("myst.html") == loading.pop("rest.html") == wanted
    assert {source for sources in loading.values() for source in sources} == {
        "sphinx-questions/preview.js",
        "sphinx-questions/tabs.js",
    }
    assert loading["index.html"] == []


def test_no_data_without_an_explorer(tmp_path: Path) -> None:
    """A project without an explorer writes no data."""
    build = project_at(tmp_path / "bank", f"{FOLDER}/index").build()
    folder = build.outdir / "_static" / "sphinx-questions"
    assert list(folder.glob("bank*.js")) == []


def bank_with_explorer(folder: Path) -> Project:
    """Return a bank with an explorer, on a page that nothing else changes."""
    page = MYST.page(MYST.directive("question-explorer", ""))
    return project_at(folder, f"{FOLDER}/index", find=page)


def edit(project: Project) -> Path:
    """Change the title of a question and return its file."""
    name = "learning/ML-BEG-001.md"
    path = project.source / name
    project.write({name: path.read_text("utf-8").replace("a loss", "any loss")})
    return path


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_data_of_a_page_that_is_not_written(
    tmp_path: Path, builder: str, jobs: int
) -> None:
    """When one page is written, the explorer keeps its data until it is written."""
    project = bank_with_explorer(tmp_path / "bank")
    first = script_of(project.build(builder, jobs=jobs))
    build = project.build(builder, jobs=jobs, only=edit(project))
    page = "find.html" if builder == "html" else "find/index.html"
    assert first.name in build.text(page)
    assert first.exists()
    build = project.build(builder, jobs=jobs)
    second = script_of(build)
    assert second.name in build.text(page)
    assert second != first
    assert "What is any loss?" in data_of(build)["titles"]
    clean = project.build(builder, fresh=True, out="clean")
    assert script_of(clean).name == second.name
    assert clean.text(page) == build.text(page)


def test_data_goes_with_the_last_explorer(tmp_path: Path) -> None:
    """The data is there while a page has an explorer, and then no longer."""
    project = bank_with_explorer(tmp_path / "bank")
    folder = script_of(project.build()).parent
    page = MYST.page(MYST.directive("question-explorer", ""))
    project.write({"find.md": MYST.page("Gone."), "learning/other.md": page})
    assert script_of(project.build()).name in project.build().text(
        "learning/other.html"
    )
    project.write({"learning/other.md": MYST.page("Gone.")})
    build = project.build()
    assert list(folder.glob("bank*.js")) == []
    clean = project.build(fresh=True, out="clean")
    files = [
        {path.relative_to(b.outdir) for path in b.outdir.rglob("*")}
        for b in (build, clean)
    ]
    assert files[0] == files[1]


def test_no_assets_are_registered_for_every_page(build: Build) -> None:
    """What one page loads is not given to the application, which is for all pages."""
    registry = build.app.registry
    names = [name for name, _attributes in (*registry.css_files, *registry.js_files)]
    assert [name for name in names if "sphinx-questions" in (name or "")] == []


@pytest.mark.parametrize("builder", ["text", "latex", "epub", "dirhtml", "singlehtml"])
def test_explorer_in_other_outputs(tmp_path: Path, builder: str) -> None:
    """In every output the explorer is totals, links and the matrix, without warning."""
    page = MYST.page(MYST.directive("question-explorer", ""))
    project = project_at(tmp_path / "bank", f"{FOLDER}/index", find=page)
    build = project.build(builder)
    assert build.warnings == ()
    if builder == "text":
        text = build.text("find.txt")
        assert "**6** questions" in text
        assert "Go & friends (0)" in text
    if builder == "epub":
        assert "sphinx-questions" not in build.text("find.xhtml")
        assert not (build.outdir / "_static" / "sphinx-questions").exists()
    if builder == "dirhtml":
        assert data_of(build)["urls"][0] == "learning/ML-ADV-001/#ml-adv-001"


def test_totals_of_one(tmp_path: Path) -> None:
    """A single question, technology or level is not named in the plural."""
    one = Project(tmp_path / "one", pages=True)
    one.configure(questions_technologies={"go": {}}, questions_levels={"junior": {}})
    question = MYST.question(technology="go", level="junior")
    one.write(
        {"index.md": MYST.page(question, MYST.directive("question-explorer", ""))}
    )
    build = one.build()
    assert build.warnings == ()
    totals = [words(item) for item in build.page().select(".question-totals li")]
    assert totals == ["1 question", "1 technology", "1 level"]


def test_explorer_of_an_empty_bank(project: Project) -> None:
    """Without a question the explorer shows zeros and links nowhere."""
    empty = Project(project.root / "empty", pages=True)
    empty.configure(suppress_warnings=["questions.empty"])
    empty.write({"index.md": MYST.page(MYST.directive("question-explorer", ""))})
    build = empty.build()
    assert build.warnings == ()
    (found,) = build.page().select(".question-explorer")
    assert words(found.select_one(".question-totals li")) == "0 questions"
    assert found.select("a") == []
    assert data_of(build)["ids"] == []
