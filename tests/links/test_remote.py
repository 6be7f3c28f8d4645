"""Questions of another bank, read from its ``questions.json``."""

from __future__ import annotations

import functools
import json
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from bank_of_three import FILES
from projects import Project

PAGE = """
    # Ours

    ```{question-list}
    :bank: theirs
    :level: beginner
    :show: table
    ```

    :::::{question} Why ours?
    :id: OUR-001
    :technology: python
    :level: beginner

    Because.

    ## Follow-ups
    - {question}`theirs:PY-BEG-001`
    - {question}`own words <theirs:PY-BEG-001>`
    :::::
    """


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """Return the folder of another bank's site, which has an address."""
    project = Project(tmp_path / "theirs")
    project.configure(questions_json=True, html_baseurl="https://theirs.example/docs/")
    project.write(FILES)
    return project.build().outdir


@pytest.fixture
def ours(tmp_path: Path, theirs: Path) -> Project:
    """Return a bank that shows questions of another one."""
    project = Project(tmp_path / "ours")
    use(project, str(theirs / "questions.json"))
    project.write({"index.md": PAGE})
    return project


def use(project: Project, location: str) -> None:
    """Let a project read a bank from some place."""
    project.configure(questions_remote={"theirs": location}, questions_json=True)


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_lists_and_links_lead_home(ours: Project, builder: str) -> None:
    """A list shows questions of the other bank, and every link leads to its pages."""
    build = ours.build(builder)
    assert build.warnings == ()
    page = build.page()
    home = "https://theirs.example/docs/python.html#py-beg-001"
    table = page.select_one("table.question-list")
    assert table is not None
    addresses = [str(link["href"]) for link in table.select("a")]
    assert home in addresses
    assert all(a.startswith("https://theirs.example/docs/") for a in addresses)
    links = page.select("#our-001-follow-ups a.external")
    assert [(link["href"], link.get_text()) for link in links] == [
        (home, "When is a tuple better than a list?"),
        (home, "own words"),
    ]


def test_an_id_that_was_given_up_still_leads_home(ours: Project, theirs: Path) -> None:
    """A link by an ID that the other bank declares as old leads to the new question."""
    file = theirs / "questions.json"
    value = json.loads(file.read_text(encoding="utf-8"))
    value["redirects"] = {"PY-OLD": "PY-BEG-001"}
    file.write_text(json.dumps(value), encoding="utf-8")
    ours.write({"index.md": "# Ours\n\nSee {question}`theirs:PY-OLD`."})
    build = ours.build()
    assert build.warnings == ()
    (link,) = build.page().select("a.external[href*=theirs]")
    assert link["href"] == "https://theirs.example/docs/python.html#py-beg-001"
    assert link.get_text() == "When is a tuple better than a list?"


@pytest.mark.parametrize("builder", ["text", "latex", "epub", "questions-json"])
def test_every_format_has_the_words(ours: Project, builder: str) -> None:
    """The titles stand in every format."""
    ours.configure(
        questions_remote={
            "theirs": str(ours.root.parent / "theirs/html/questions.json")
        },
        copyright="us",
        version="1",
    )
    build = ours.build(builder)
    assert build.warnings == ()
    texts = [
        path.read_text(encoding="utf-8")
        for path in build.outdir.rglob("*")
        if path.suffix in {".txt", ".tex", ".xhtml", ".json"}
    ]
    assert any("When is a tuple better than a list?" in text for text in texts)


@pytest.mark.parametrize("show", ["list", "table", "cards", "answers"])
def test_every_form(ours: Project, show: str) -> None:
    """Each form of a list can show another bank."""
    ours.write({"index.md": PAGE.replace("show: table", f"show: {show}")})
    build = ours.build()
    assert build.warnings == ()
    links = build.page().select("[class*=question-] a.external")
    assert "When is a tuple better than a list?" in {a.get_text() for a in links}


def test_a_new_copy_reaches_the_pages(ours: Project, theirs: Path) -> None:
    """When the other bank changes a title, the pages that show it are written again."""
    ours.build()
    file = theirs / "questions.json"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("When is a tuple", "When was a tuple"), "utf-8")
    build = ours.build()
    assert (
        "When was a tuple" in build.page().select("table.question-list")[0].get_text()
    )
    clean = ours.build(out="clean", doctrees="clean-doctrees")
    assert build.text("index.html") == clean.text("index.html")


def test_without_an_address_there_is_no_link(ours: Project, theirs: Path) -> None:
    """Of a file without addresses the words are shown and nothing is linked."""
    file = theirs / "questions.json"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("https://theirs.example/docs/", ""), "utf-8")
    build = ours.build()
    assert build.warnings == ()
    table = build.page().select("table.question-list")[0]
    assert "When is a tuple" in table.get_text()
    assert table.select("a") == []


@pytest.mark.parametrize("text", ["{", '{"version": 99}', None])
def test_the_last_good_copy_is_used(
    ours: Project, theirs: Path, text: str | None
) -> None:
    """A file that is gone or broken is a warning, and the last copy is used."""
    ours.build()
    file = theirs / "questions.json"
    if text is None:
        file.unlink()
    else:
        file.write_text(text, encoding="utf-8")
    build = ours.build(out="later")
    (warning,) = build.warnings
    assert warning.startswith("conf.py:1: WARNING: questions_remote['theirs']")
    assert "the last copy is used" in warning
    assert warning.endswith("[questions.remote]")
    assert "When is a tuple" in build.page().select("table.question-list")[0].get_text()


def test_without_any_copy_the_list_is_empty(ours: Project) -> None:
    """Where nothing could ever be read, lists say so and links are reported."""
    use(ours, "nowhere/questions.json")
    build = ours.build()
    assert "its lists are empty" in build.warnings[0]
    links = [w for w in build.warnings if w.endswith("[questions.reference]")]
    assert len(links) == 2
    assert "No questions yet." in build.page().get_text()


def test_a_bank_that_is_not_declared(ours: Project) -> None:
    """A list of a bank that conf.py does not name is a warning."""
    ours.write({"index.md": PAGE.replace("bank: theirs", "bank: thers")})
    (warning,) = ours.build().warnings
    assert "index.md:3: WARNING: question-list: :bank: is 'thers'" in warning
    assert "Did you mean 'theirs'?" in warning


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401
        """Say nothing."""


@pytest.fixture
def address(theirs: Path) -> Iterator[str]:
    """Return the address of a server that has the other bank's site."""
    handler = functools.partial(_Quiet, directory=str(theirs))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/questions.json"
        server.shutdown()
        thread.join()


def test_from_the_web(ours: Project, address: str) -> None:
    """A bank is read from an address; one without a file there is a warning."""
    use(ours, address)
    build = ours.build()
    assert build.warnings == ()
    assert "When is a tuple" in build.page().get_text()
    use(ours, address.replace("questions.json", "none.json"))
    (warning,) = ours.build().warnings
    assert "404" in warning


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"Their bank": "x"}, "lower-case letters"),
        ({"theirs": ""}, "write the path or the address"),
        ({"theirs": 1}, "write the path or the address"),
    ],
)
def test_wrong_settings(project: Project, value: dict[str, Any], message: str) -> None:
    """A wrong entry is a configuration error that says what to write."""
    project.configure(questions_remote=value)
    project.write({"index.md": "# Nothing"})
    with pytest.raises(Exception, match=message):
        project.build()
