"""The matrix of technologies and levels."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from bank_to_browse import project_at, words
from markups import MYST, REST
from projects import Build, Project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a bank with a matrix in both markups. Tests only build it."""
    project = project_at(tmp_path_factory.mktemp("matrix"), "myst", "rest")
    for name, markup in (("myst.md", MYST), ("rest.rst", REST)):
        matrix = markup.directive("question-matrix", "")
        project.write({name: markup.page(matrix, title="Gaps")})
    return project


@pytest.fixture(scope="module")
def build(project: Project) -> Build:
    """Return the bank as HTML."""
    return project.build()


@pytest.fixture(params=["myst", "rest"])
def page(request: pytest.FixtureRequest, build: Build) -> BeautifulSoup:
    """Return the page with the matrix in each markup."""
    return build.page(str(request.param))


def test_a_row_a_technology_a_column_a_level(page: BeautifulSoup) -> None:
    """Rows and columns stand as declared, labels as written, with the sums."""
    table = page.select_one("table.question-matrix")
    assert table is not None
    rows = [
        [words(cell) for cell in row.select("th, td")] for row in table.select("tr")
    ]
    assert rows == [
        ["Technology", "Beginner", "Inter<b>mediate", "Advanced", "All"],
        ["Python", "1", "0", "3", "4"],
        ["Machine Learning", "1", "0", "1", "2"],
        ["Go & friends", "0", "0", "0", "0"],
    ]


def test_cells_link_to_their_pages(page: BeautifulSoup) -> None:
    """Every label and number with questions links to its page, and no other does."""
    links = {
        (words(link), str(link["href"]).removeprefix("questions/browse/"))
        for link in page.select("table.question-matrix a")
    }
    assert links == {
        ("Beginner", "beginner.html"),
        ("Advanced", "advanced.html"),
        ("Python", "python.html"),
        ("4", "python.html"),
        ("1", "python/beginner.html"),
        ("3", "python/advanced.html"),
        ("Machine Learning", "machine-learning.html"),
        ("2", "machine-learning.html"),
        ("1", "machine-learning/beginner.html"),
        ("1", "machine-learning/advanced.html"),
    }


def test_shade_says_how_many(page: BeautifulSoup) -> None:
    """The most has the strongest of four shades, anything some, nothing none."""
    shades = {
        (words(cell), next(c for c in cell["class"] if c[-1].isdigit()))
        for cell in page.select("td.question-shade")
    }
    assert shades == {
        ("3", "question-shade-4"),
        ("1", "question-shade-2"),
        ("0", "question-shade-0"),
    }
    assert len(page.select("td.question-shade")) == 9


def test_matrix_in_other_outputs(project: Project) -> None:
    """The matrix is a table of numbers as text, in LaTeX and in ePub."""
    for builder in ("text", "latex", "epub"):
        assert project.build(builder).warnings == ()
    text = (project.root / "text" / "myst.txt").read_text(encoding="utf-8")
    assert "| Python           | 1        | 0               | 3        | 4" in text


def test_matrix_without_index_pages(project: Project) -> None:
    """Without index pages the numbers are there and link nowhere."""
    alone = project_at(
        project.root / "alone",
        conf={"questions_pages": None},
        gaps=MYST.page(MYST.directive("question-matrix", "")),
    )
    alone.write({"index.md": MYST.page("```{toctree}\n:glob:\ngaps\n*/*\n```")})
    build = alone.build()
    assert build.warnings == ()
    table = build.page("gaps").select_one("table.question-matrix")
    assert table is not None
    assert table.select("a") == []
    assert [words(cell) for cell in table.select("tbody tr:first-child td")] == [
        "Python",
        "1",
        "0",
        "3",
        "4",
    ]


def test_matrix_of_an_empty_bank(project: Project) -> None:
    """Without a question every number is 0, without shade and without link."""
    empty = Project(project.root / "empty", pages=True)
    empty.configure(suppress_warnings=["questions.empty"])
    empty.write({"index.md": MYST.page(MYST.directive("question-matrix", ""))})
    build = empty.build()
    assert build.warnings == ()
    cells = build.page().select("td.question-shade")
    assert {words(cell) for cell in cells} == {"0"}
    assert all("question-shade-0" in cell["class"] for cell in cells)
    assert build.page().select("table.question-matrix a") == []
