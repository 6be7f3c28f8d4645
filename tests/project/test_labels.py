"""The words that readers see, and those that a project chooses."""

from __future__ import annotations

import datetime

import pytest

from bank_of_three import FILES
from projects import Build, Project
from sphinx_questions.labels import date_text

DAY = datetime.date(2026, 11, 5)

INDEX = """
    # Bank

    ```{question-explorer}
    ```

    ```{question-list}
    :show: table
    ```

    ```{toctree}
    python
    learning
    ```
    """


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (None, "5 November 2026"),
        ("en", "5 November 2026"),
        ("en_US", "November 5, 2026"),
        ("de", "5. November 2026"),
        ("fr", "5 novembre 2026"),
        ("pt-BR", "5 de novembro de 2026"),
        ("zh_CN", "2026年11月5日"),
        ("xx", "2026-11-05"),
        ("no language", "2026-11-05"),
    ],
)
def test_days_are_written_as_in_the_language(language: str | None, text: str) -> None:
    """Readers meet a day as they write it, and English is British unless it says."""
    assert date_text(DAY, language) == text


@pytest.fixture(scope="module")
def subjects(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return the site of a bank about subjects."""
    project = Project(tmp_path_factory.mktemp("subjects"), pages=True)
    project.configure(
        html_baseurl="https://bank.example.org/",
        questions_llms_txt=True,
        questions_technology_label=("Subject", "Subjects"),
    )
    project.write({**FILES, "index.md": INDEX})
    build = project.build()
    assert build.warnings == ()
    return build


def test_a_bank_calls_technologies_what_it_likes(subjects: Build) -> None:
    """No reader of any page meets the word that the project does not use."""
    for path in sorted(subjects.outdir.rglob("*.html")):
        page = subjects.page(path.relative_to(subjects.outdir).as_posix()[:-5])
        assert "technolog" not in page.get_text().lower(), path
    explorer = subjects.page().select_one(".question-explorer")
    assert explorer is not None
    assert "technolog" not in str(explorer["data-labels"]).split(":", 1)[1].replace(
        '"technology"', ""
    )
    assert "says subject, level" in subjects.text("llms.txt")


def test_the_word_fits_its_place(subjects: Build) -> None:
    """A heading begins with a capital, and a word within a sentence does not."""
    page = subjects.page()
    corner = page.select_one("table.question-matrix th")
    assert corner is not None
    assert corner.get_text() == "Subject"
    totals = page.select_one(".question-totals")
    assert totals is not None
    assert "2 subjects" in totals.get_text()
    assert "Clear subject" in subjects.page("questions/browse/python").get_text()
    index = subjects.page("questions-technology").select_one("h1")
    assert index is not None
    assert index.get_text() == "Questions by subject"


@pytest.mark.parametrize(
    ("language", "label", "totals"),
    [
        ("de", ("Fach", "Fächer"), "2 Fächer"),
        ("en", ("API", "APIs"), "2 APIs"),
    ],
)
def test_capitals_stay_where_they_belong(
    project: Project, language: str, label: tuple[str, str], totals: str
) -> None:
    """A German noun and an abbreviation keep their capitals within a sentence."""
    project.configure(language=language, questions_technology_label=label)
    project.write({**FILES, "index.md": INDEX})
    build = project.build()
    assert build.warnings == ()
    found = build.page().select_one(".question-totals")
    assert found is not None
    assert totals in found.get_text()
