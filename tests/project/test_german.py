"""A project in German: every word of the extension that a reader sees is German."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sphinx.locale
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from pypdf import PdfReader

import sphinx_questions
from bank_of_three import FILES
from projects import Build, Project

INDEX = """
    # Fragensammlung

    ```{toctree}
    python
    learning
    finden
    ```
    """

FINDEN = """
    # Finden

    ```{question-explorer}
    ```

    ```{question-matrix}
    ```

    ```{question-list}
    :show: table
    ```

    ```{question-list}
    :show: cards
    ```

    ```{question-guides}
    ```
    """

CONF: dict[str, Any] = {
    # The theme "basic" has an English word of its own.
    "html_theme": "alabaster",
    "language": "de",
    "version": "1",
    "release": "1.0",
    "author": "Ada",
    "copyright": "Ada",
    "questions_guides": [
        {"name": "bogen", "form": "interviewer"},
        {"name": "zuerst", "form": "questions-first"},
        {"name": "leicht", "difficulty": 1, "level": "beginner"},
    ],
    "questions_guide_folders": ["."],
}


@pytest.fixture
def index_pages() -> bool:
    """Say that projects have index pages."""
    return True


def filled(project: Project) -> Project:
    """Return the project with a bank in German."""
    project.configure(**CONF)
    project.write({**FILES, "index.md": INDEX, "finden.md": FINDEN})
    (project.source / "bogen.pdf").write_bytes(b"x" * 1_234_567)
    return project


@pytest.fixture(autouse=True, scope="module")
def german_alone() -> Iterator[None]:
    """Keep German to this module: Sphinx has one set of translations a process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sphinx.locale, "translators", {})
        yield


@pytest.fixture
def german(project: Project) -> Project:
    """Return a bank in German, to be changed."""
    return filled(project)


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return the web pages of a bank in German."""
    return built(filled(Project(tmp_path_factory.mktemp("german"), pages=True)))


def built(project: Project, builder: str = "html") -> Build:
    """Build without a warning."""
    build = project.build(builder)
    assert build.warnings == ()
    return build


def english_words() -> re.Pattern[str]:
    """Return a pattern of the English words whose German ones are others."""
    folder = Path(sphinx_questions.__file__).parent / "locale/de/LC_MESSAGES"
    with (folder / "sphinx_questions.po").open("rb") as file:
        messages = [(str(m.id), str(m.string)) for m in read_po(file)]
    words = [
        # Anything may have been filled in.
        ".+".join(map(re.escape, re.split(r"%\(\w+\)s|%[sd]|\{\w+\}", english)))
        for english, german in messages
        if english and english != german
    ]
    return re.compile("|".join(words))


def test_card(web: Build) -> None:
    """Facts, headings and connections of a card are German."""
    card = web.card("PY-BEG-001", "python")
    facts = {
        dt.get_text(): dt.find_next_sibling("dd") for dt in card.select("footer dt")
    }
    assert list(facts) == ["ID", "Schwierigkeit", "Stufe", "Geprüft"]
    assert [str(h.get_text()) for h in card.select(".question-heading")] == [
        "Kernpunkte",
        "Erklärung",
        "Beispiel",
        "Typische Fehler",
        "Szenario",
        "Anschlussfragen",
        "Quellen",
        "Zusammenhänge",
    ]
    reviewed = facts["Geprüft"]
    assert reviewed is not None
    assert reviewed.get_text().strip() == "23. November 2026"
    assert card["data-copied"] == "Link kopiert"
    text = card.get_text()
    assert "Schwierigkeit 2 von 10" in text
    assert "Einsteiger" in text


def test_printed_results(web: Build) -> None:
    """The word above printed results is German, and a style sheet may set another."""
    style = web.text("_static/sphinx-questions/card.css")
    assert '  --question-output-label: "Ausgabe";' in style
    assert '"Output"' not in style


def test_own_words_win(german: Project) -> None:
    """A catalogue in ``locale_dirs`` goes before the one that comes along.

    It is compiled where that was not done, and need not have every word.
    """
    german.configure(**CONF, locale_dirs=["woerter"])
    german.write({
        "woerter/de/LC_MESSAGES/sphinx_questions.po": """
            msgid ""
            msgstr "Content-Type: text/plain; charset=UTF-8\\n"

            msgid "Know first"
            msgstr "Erst lesen"

            msgid "Technology"
            msgstr "Fach"
            """,
    })  # fmt: skip
    build = built(german)
    assert "Fach" in build.page("questions/browse/index").get_text()
    text = build.text("learning.html")
    assert "Erst lesen" in text
    assert "Vorwissen" not in text
    assert "Zusammenhänge" in text


def test_headings_in_either_language(german: Project) -> None:
    """A section is known by its German label and by its English one."""
    question = FILES["python.md"].replace("## Mistakes", "## Typische Fehler")
    german.write({"python.md": question.replace("## Key points", "## Kernpunkte")})
    card = built(german).card("PY-BEG-001", "python")
    assert [str(s["data-section"]) for s in card.select("section[data-section]")] == [
        *("key-points", "explanation", "example", "mistakes"),
        *("scenario", "follow-ups", "sources", "connections"),
    ]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("index", "Fragen"),
        ("topics", "Fragen nach Thema"),
        ("python", "Python: Fragen"),
        ("beginner", "Fragen (Einsteiger)"),
        ("python/beginner", "Python: Fragen (Einsteiger)"),
    ],
)
def test_index_pages(web: Build, page: str, title: str) -> None:
    """The titles of index pages are German sentences, not English word order."""
    heading = web.page(f"questions/browse/{page}").select_one("h1")
    assert heading is not None
    assert heading.get_text().rstrip("¶") == title


def test_explorer(web: Build) -> None:
    """The page gives the script German words."""
    page = web.page("finden")
    explorer = page.select_one(".question-explorer")
    assert explorer is not None
    labels = json.loads(str(explorer["data-labels"]))
    assert labels["random"] == "Zufällige Frage"
    assert labels["showing"] == "{count} Fragen"
    english = english_words()
    assert [word for word in labels.values() if english.fullmatch(word)] == []


def test_sizes(web: Build) -> None:
    """A size has a comma."""
    assert "PDF (1,2 MB)" in web.page("finden").get_text()


def strings(page: BeautifulSoup) -> Iterator[str]:
    """Yield every text of a page, and of its attributes that are read out."""
    for text in page.find_all(string=True):
        yield " ".join(text.split())
    for name in ("aria-label", "title", "alt", "placeholder"):
        for element in page.select(f"[{name}]"):
            yield str(element[name])


def test_no_english_is_left(web: Build) -> None:
    """No text of any page is one of the extension's English words."""
    english = english_words()
    for path in sorted(web.outdir.rglob("*.html")):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        found = {text for text in strings(page) if english.fullmatch(text)}
        assert found == set(), path.name


def test_own_labels_stay(german: Project) -> None:
    """What a project calls its levels and sections is not translated."""
    question = """
        :::{question} Was ist das?
        :id: PY-001
        :technology: python
        :level: beginner

        Die Antwort.

        ## Explanation
        So ist es.

        ## Example
        Eins.
        :::
        """
    german.write({"python.md": question, "learning.rst": "Lernen\n======\n"})
    german.write({"finden.md": "# Finden\n"})
    german.configure(
        language="de",
        questions_levels={"beginner": {"label": "Beginner"}, "expert": {}},
        questions_sections={"explanation": {"label": "Explanation"}, "example": {}},
    )
    card = built(german).card("PY-001", "python")
    headings = [h.get_text() for h in card.select(".question-heading")]
    assert headings == ["Explanation", "Beispiel"]
    assert "Beginner" in card.get_text()


def test_pdf(german: Project) -> None:
    """A PDF says everything in German."""
    build = built(german, "typst")
    text = {}
    for name in ("bogen", "zuerst", "leicht"):
        pages = PdfReader(build.outdir / f"{name}.pdf").pages
        text[name] = " ".join(" ".join(p.extract_text() for p in pages).split())
    assert "Zuletzt geprüft am 23. November 2026" in text["bogen"]
    assert "3 Fragen" in text["bogen"]
    assert "Bank – Interviewbögen" in text["bogen"]
    assert "Notizen" in text["bogen"]
    assert "Inhalt" in text["zuerst"]
    assert "Zur Antwort" in text["zuerst"]
    assert "Geprüft am 23. November 2026" in text["zuerst"]
    assert "Schwierigkeit 1" in text["leicht"]


def test_epub(german: Project) -> None:
    """An ePub names its parts in German, and no English word is left."""
    build = built(german, "epub")
    english = english_words()
    for path in sorted((build.outdir / "guides").glob("*.epub")):
        with zipfile.ZipFile(path) as archive:
            pages = {
                name: archive.read(name).decode()
                for name in archive.namelist()
                if name.endswith(".xhtml")
            }
        assert any("Titelseite" in page for page in pages.values())
        for name, text in pages.items():
            page = BeautifulSoup(text, "html.parser")
            found = {text for text in strings(page) if english.fullmatch(text)}
            assert found == set(), f"{path.name}: {name}"
