"""What the how-to guides show is built as it stands."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader

from docs_examples import PAGES, blocks, example, shown_files

#: Pages with a folder of examples that this module builds.
HOW_TO = (
    "check-in-ci",
    "embed-in-api-docs",
    "host",
    "move-an-faq",
    "offer-guides",
    "other-language",
    "own-sections",
    "own-theme",
    "search-engines-and-feeds",
    "technologies-and-levels",
    "translate",
)


#: How a page says to build HTML.
BUILD = ["python", "-m", "sphinx", "-b", "html", ".", "_build/html"]


def sphinx(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run ``python -m …`` in a folder, as a reader would."""
    assert arguments[:2] == ["python", "-m"]
    return subprocess.run(  # noqa: S603 – commands from our own pages
        [sys.executable, "-W", "ignore", *arguments[1:]],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.mark.parametrize("page", HOW_TO)
def test_a_page_shows_every_file_of_its_example(page: str) -> None:
    """No file of an example is hidden from the reader, except further questions."""
    files = {
        path.relative_to(PAGES).as_posix()
        for path in (PAGES / page).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
        and path.suffix != ".mo" and "browse" not in path.parts
    }  # fmt: skip
    hidden = {
        "search-engines-and-feeds/index.md",
        "technologies-and-levels/questions/GIT-001.md",
        "check-in-ci/docs/conf.py",
    }
    assert files - shown_files(page) <= hidden
    assert shown_files(page) <= files


@pytest.mark.parametrize("markup", ["markdown", "restructuredtext"])
def test_an_faq_keeps_its_texts(tmp_path: Path, markup: str) -> None:
    """Before and after, in both markups, say the same; after, there are three cards."""
    texts = {}
    for state in ("before", "after"):
        project = example(f"move-an-faq/{markup}", tmp_path / state)
        for path in project.source.iterdir():
            if path.stem == state:
                path.rename(path.with_stem("index"))
            elif path.name != "conf.py":
                path.unlink()
        build = project.build()
        texts[state] = build.page().select_one("[role=main]")
        expected = ("no question",) if state == "before" else ()
        assert all(any(e in w for e in expected) for w in build.warnings)
    before, after = texts["before"], texts["after"]
    assert before is not None
    assert after is not None
    assert len(after.select("article.question")) == 3
    assert after.select_one("#how-do-i-undo-the-last-commit")
    words = " ".join(after.get_text().split())
    for element in before.select("p, dt, h2"):
        sentence = " ".join(element.get_text().replace("¶", "").split())
        assert sentence in words


def test_technologies_and_levels_get_their_pages(tmp_path: Path) -> None:
    """Each declared technology, level and pair has an index page."""
    build = example("technologies-and-levels", tmp_path).build()
    assert build.warnings == ()
    for page in ("http", "apprentice", "http/journeyman", "git/master"):
        assert (build.outdir / f"questions/browse/{page}.html").is_file()
    assert "HTTP" in build.card("HTTP-001", "questions/HTTP-001").get_text()


def test_a_site_with_an_address_tells_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site that has an address writes what the page shows; another does not."""
    project = example("search-engines-and-feeds", tmp_path)
    build = project.build()
    assert build.warnings == ()
    assert not (build.outdir / "sitemap.xml").exists()
    monkeypatch.setenv("QUESTIONS_BASEURL", "https://bank.example.org/")
    build = project.build()
    assert build.warnings == ()
    assert "2026-11-23" in build.text("sitemap.xml")
    assert "2026-11-22" in build.text("questions.atom")
    assert build.page("python").select_one('meta[property="og:description"]')
    *_, shown = blocks("search-engines-and-feeds")
    assert build.text("_questions/PY-BEG-001.md").strip() == shown.text.strip()


def test_own_sections_stand_on_the_card(tmp_path: Path) -> None:
    """Renamed and new sections have their labels, in the declared order."""
    build = example("own-sections", tmp_path).build()
    assert build.warnings == ()
    card = build.card("TRIAGE-001")
    ids = [section["id"] for section in card.select("section[id]")]
    assert ids == [
        f"triage-001-{key}"
        for key in ("key-points", "mistakes", "red-flags", "handover")
    ]
    text = card.get_text()
    assert "What goes wrong" in text
    assert "Handing over" in text
    assert "Pitfalls" not in text


def test_an_unknown_section_is_shown_with_a_warning(tmp_path: Path) -> None:
    """A section that is none of the declared ones is a warning, and its text stays."""
    project = example("own-sections", tmp_path)
    page = project.source / "index.md"
    text = page.read_text("utf-8").replace("## Pitfalls", "## Example")
    page.write_text(text, "utf-8")
    build = project.build()
    assert len(build.warnings) == 1
    assert "unknown section 'Example'" in build.warnings[0]
    assert "insurance number" in build.card("TRIAGE-001").get_text()


def test_a_bank_that_is_written_in_another_language(tmp_path: Path) -> None:
    """Pages and guides of the German example say what the page says they do."""
    project = example("other-language", tmp_path)
    for builder in ("html", "epub", "typst"):
        command = ["python", "-m", "sphinx", "-n", "-W", "-b", builder, ".", builder]
        run = sphinx(command, project.source)
        assert run.returncode == 0, run.stderr
    page = (project.source / "html/fragen/ATM-001.html").read_text("utf-8")
    for text in ("20. November 2026", "Kernpunkte", "Navigationspfad"):
        assert text in page
    assert "<title>Woran erkennt man" in page
    matrix = (project.source / "html/index.html").read_text("utf-8")
    assert "Fachgebiet" in matrix
    assert "Technologie" not in matrix
    (sheet,) = (project.source / "typst").glob("question-bank.pdf")
    assert "20. November 2026" in PdfReader(sheet).pages[0].extract_text()


def test_the_shown_catalogue_has_words_of_the_extension(tmp_path: Path) -> None:
    """The words that the page on other languages replaces are replaced."""
    project = example("other-language", tmp_path)
    (catalogue,) = [b.text for b in blocks("other-language") if b.language == "po"]
    conf = project.source / "conf.py"
    conf.write_text(f'{conf.read_text("utf-8")}\nlocale_dirs = ["locale"]\n', "utf-8")
    second = (project.source / "fragen/ATM-001.md").read_text("utf-8")
    second = second.replace("ATM-001", "ATM-002\n:requires: ATM-001").replace("?", "")
    project.write({
        "locale/de/LC_MESSAGES/sphinx_questions.po": catalogue,
        "fragen/ATM-002.md": second,
    })  # fmt: skip
    build = project.build()
    assert build.warnings == ()
    assert "Erst lesen" in build.text("fragen/ATM-002.html")


def test_own_style_is_loaded_and_names_what_there_is(tmp_path: Path) -> None:
    """The page loads the style sheet, which sets only properties that are read."""
    build = example("own-theme", tmp_path).build()
    assert build.warnings == ()
    links = [link["href"] for link in build.page().select("link[rel=stylesheet]")]
    assert any("bank.css" in str(link) for link in links)
    assert "exam" in build.card("GIT-001")["class"]
    read = (build.outdir / "_static/sphinx-questions/card.css").read_text("utf-8")
    for name in re.findall(
        r"^  (--[a-z-]+):", build.text("_static/bank.css"), re.MULTILINE
    ):
        assert f"var({name}" in read


def test_messages_are_those_that_the_page_translates(tmp_path: Path) -> None:
    """The gettext builder makes the messages that the shown catalogue has."""
    project = example("translate", tmp_path)
    build = project.build("gettext")
    assert build.warnings == ()
    pattern = re.compile(r'^msgid "(.+)"$', re.MULTILINE)
    catalogue = project.source / "locale/de/LC_MESSAGES/index.po"
    translated = set(pattern.findall(catalogue.read_text("utf-8")))
    assert translated == set(pattern.findall(build.text("index.pot")))


def test_a_bank_in_another_language(tmp_path: Path) -> None:
    """The German build has German texts and labels, and the same anchors."""
    project = example("translate", tmp_path)
    (command,) = [
        line.removeprefix("$ ")
        for block in blocks("translate")
        for line in block.text.splitlines()
        if "language=de" in line
    ]
    run = sphinx([*shlex.split(command), "-W"], project.source)
    assert run.returncode == 0, run.stderr
    page = (project.source / "_build/de/index.html").read_text("utf-8")
    for text in ("Was ist ein Commit?", "Typische Fehler", "Einstieg", "Abbild"):
        assert text in page
    assert 'id="git-001-mistakes"' in page
    assert "It is not a list" not in page


def test_own_translation_of_the_words_of_the_extension(tmp_path: Path) -> None:
    """A catalogue that the project brings is used for the extension's words."""
    project = example("translate", tmp_path)
    (catalogue,) = [b.text for b in blocks("translate") if "Por kiu" in b.text]
    conf = project.source / "conf.py"
    conf.write_text(
        conf.read_text("utf-8").replace('language = "en"', 'language = "eo"'), "utf-8"
    )
    project.write({
        "locale/eo/LC_MESSAGES/sphinx_questions.po": catalogue,
    })  # fmt: skip
    build = project.build()
    assert build.warnings == ()
    assert "Por kiu" in build.card("GIT-001").get_text()


def commands_of_host(name: str) -> list[str]:
    """Return the commands of a host's configuration, in their order."""
    config = yaml.safe_load((PAGES / "host" / name).read_text("utf-8"))
    if name == "readthedocs.yaml":
        jobs = config["build"]["jobs"]
        return [*jobs["install"], *jobs["build"]["html"]]
    return [step["run"] for step in config["jobs"]["build"]["steps"] if "run" in step]


def test_a_host_builds_the_guides_before_the_pages(tmp_path: Path) -> None:
    """The commands for either host build a site that offers the guides."""
    ((install, *build),) = {
        tuple(c.replace("$READTHEDOCS_OUTPUT", "docs/_build") for c in commands)
        for commands in map(commands_of_host, ("readthedocs.yaml", "github-pages.yml"))
    }
    assert "sphinx-questions[pdf]" in install
    shutil.copytree(PAGES / "offer-guides", tmp_path / "docs")
    for command in build:
        run = sphinx(shlex.split(command), tmp_path)
        assert run.returncode == 0, run.stderr
    page = (tmp_path / "docs/_build/html/index.html").read_text("utf-8")
    for file in ("everything.pdf", "everything.epub", "everything.apkg"):
        assert f"_downloads/guides/{file}" in page


def test_guides_are_offered_in_the_order_of_the_page(tmp_path: Path) -> None:
    """The commands of the page, run in their order, end with links to the guides."""
    shutil.copytree(PAGES / "offer-guides", tmp_path / "docs")
    for line in (PAGES / "offer-guides/build.sh").read_text("utf-8").splitlines():
        run = sphinx([*shlex.split(line), "-W"], tmp_path / "docs")
        assert run.returncode == 0, run.stderr
    page = (tmp_path / "docs/_build/html/index.html").read_text("utf-8")
    assert "Rehearsal" in page
    assert "_downloads/guides/rehearsal.epub" in page


def test_no_guides_no_links(tmp_path: Path) -> None:
    """A build of the pages alone shows neither the text nor links."""
    build = example("offer-guides", tmp_path).build()
    assert build.warnings == ()
    assert "To take the bank along" not in build.text("index.html")


def test_a_list_stands_in_the_reference(tmp_path: Path) -> None:
    """A list in a docstring shows the questions of its topic."""
    project = example("embed-in-api-docs", tmp_path)
    run = sphinx([*BUILD, "-W"], project.source)
    assert run.returncode == 0, run.stderr
    page = (project.source / "_build/html/index.html").read_text("utf-8")
    assert "shelving.place" in page
    assert 'href="questions.html#api-001"' in page


def test_a_question_in_a_docstring_is_a_warning(tmp_path: Path) -> None:
    """As the page says, a question in a docstring is reported as misplaced."""
    project = example("embed-in-api-docs", tmp_path)
    module = project.source / "shelving.py"
    question = '''

def other():
    """Do something else.

    .. question:: Why?
       :id: API-002

       Because.
    """
'''
    module.write_text(module.read_text("utf-8") + question, "utf-8")
    run = sphinx(BUILD, project.source)
    assert "[questions.placement]" in run.stderr


def test_the_check_says_what_the_page_shows(tmp_path: Path) -> None:
    """The reports on the page are what the command prints; its workflow runs it."""
    shutil.copytree(PAGES / "check-in-ci", tmp_path / "bank")
    workflow = yaml.safe_load((PAGES / "check-in-ci/workflow.yml").read_text("utf-8"))
    last = workflow["jobs"]["bank"]["steps"][-1]["run"]
    (shown,) = [
        line.removeprefix("$ ")
        for block in blocks("check-in-ci")
        for line in block.text.splitlines()
        if "-m sphinx_questions" in line
    ]
    for command, report in ((shown, "report-text.txt"), (last, "report-github.txt")):
        run = sphinx(shlex.split(command), tmp_path / "bank")
        assert run.returncode == 1
        assert run.stdout == (PAGES / "check-in-ci" / report).read_text("utf-8")
