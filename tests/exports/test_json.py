"""The catalogue as JSON: what it holds, and that it is read back."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator, FormatChecker

from bank_of_everything import FILES as EVERYTHING
from bank_of_three import FILES
from markups import MYST
from projects import Build, Project
from sphinx_questions.bank.catalogue import Catalogue
from sphinx_questions.bank.interchange import InterchangeError
from sphinx_questions.exports.catalogue_json import SCHEMA


@pytest.fixture
def project(project: Project) -> Project:
    """Return an empty project whose site carries its catalogue."""
    project.configure(questions_json=True)
    return project


BUILDERS = ("questions-json", "html", "dirhtml")


def catalogue(build: Build) -> dict[str, Any]:
    """Return what ``questions.json`` holds."""
    loaded: dict[str, Any] = json.loads(build.text("questions.json"))
    return loaded


def by_id(build: Build) -> dict[str, dict[str, Any]]:
    """Return the questions of ``questions.json`` by ID."""
    return {question["id"]: question for question in catalogue(build)["questions"]}


@pytest.mark.parametrize("files", [FILES, EVERYTHING], ids=["three", "everything"])
def test_it_keeps_to_its_schema(project: Project, files: dict[str, str]) -> None:
    """The file is what the schema beside it says, and the schema is a schema."""
    project.write(files)
    build = project.build("questions-json")
    schema = json.loads(build.text("questions.schema.json"))
    assert schema == json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    assert list(validator.iter_errors(catalogue(build))) == []


def test_the_schema_refuses_what_is_wrong(project: Project) -> None:
    """A difficulty off the scale, or a field that is not there, is no catalogue."""
    project.write(FILES)
    value = catalogue(project.build("questions-json"))
    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    value["questions"][0]["difficulty"] = 11
    del value["questions"][1]["title"]
    assert len(list(validator.iter_errors(value))) == 2


@pytest.mark.parametrize("files", [FILES, EVERYTHING], ids=["three", "everything"])
def test_it_reads_back(project: Project, files: dict[str, str]) -> None:
    """The questions that are read are those that were written, but for their lines."""
    project.write(files)
    build = project.build("questions-json")
    read = Catalogue.from_json(build.text("questions.json"))
    assert list(map(comparable, read)) == list(map(comparable, build.catalogue))
    for question in build.catalogue:
        assert [list(map(comparable, g)) for g in read.links(question.id)] == [
            list(map(comparable, g)) for g in build.catalogue.links(question.id)
        ]


def test_dates_and_redirects_read_back(project: Project) -> None:
    """Days of questions, and the IDs that were given up, come back as they went."""
    project.configure(questions_redirects={"PY-OLD": "PY-001"})
    project.write({"index.md": MYST.question("PY-001", "A.", added="2026-01-02")})
    build = project.build("questions-json")
    assert by_id(build)["PY-001"]["added"] == "2026-01-02"
    assert catalogue(build)["redirects"] == {"PY-OLD": "PY-001"}
    read = Catalogue.from_json(build.text("questions.json"))
    assert read["PY-001"].added == datetime.date(2026, 1, 2)
    assert read.find("PY-OLD") == read["PY-001"]


def comparable(question: Any) -> dict[str, Any]:  # noqa: ANN401 – a dataclass with slots
    """Return the fields of a question besides file and line."""
    values = {name: getattr(question, name) for name in question.__slots__}
    return values | {"place": question.place.docname}


@pytest.mark.parametrize("builder", BUILDERS)
def test_same_bank_same_bytes(project: Project, builder: str) -> None:
    """Two builds of one source are the same, one after another and side by side."""
    project.write(FILES)
    first = project.build(builder, out="first").text("questions.json")
    again = project.build(builder, out="second", fresh=True).text("questions.json")
    parallel = project.build(builder, out="third", doctrees="other", jobs=2)
    assert first == again == parallel.text("questions.json")


def test_every_site_carries_it(project: Project) -> None:
    """The file of a site is that of the builder; a setting leaves it out."""
    project.write(FILES)
    alone = project.build("questions-json").text("questions.json")
    assert project.build("html").text("questions.json") == alone
    project.configure(questions_json=False)
    assert not (project.build("html", out="without").outdir / "questions.json").exists()


def test_pages_are_as_without_it(project: Project) -> None:
    """Making the fragments leaves the cards of the pages alone."""
    project.write(FILES)
    card = project.build("html").card("PY-BEG-001", "python")
    project.configure(questions_json=False)
    other = project.build("html", out="without", doctrees="d2")
    assert str(card) == str(other.card("PY-BEG-001", "python"))


def test_an_edit_reaches_the_file(project: Project) -> None:
    """After edits the file of a site is that of a clean build."""
    project.write(FILES)
    project.build("html")
    project.write(
        {name: text.replace("cannot", "can never") for name, text in FILES.items()}
    )
    build = project.build("html")
    clean = project.build("html", out="clean", doctrees="clean-doctrees")
    assert build.text("questions.json") == clean.text("questions.json")


def test_links_have_a_root(project: Project) -> None:
    """Links lead from the root of the site, or to the address of the pages."""
    project.write(FILES)
    question = by_id(project.build("html"))["PY-BEG-001"]
    assert question["url"] == "python.html#py-beg-001"
    project.configure(questions_json=True, html_baseurl="https://bank.example/en/")
    build = project.build("html", out="hosted")
    assert by_id(build)["PY-BEG-001"]["url"] == (
        "https://bank.example/en/python.html#py-beg-001"
    )


def test_fragments_hold_everything(project: Project) -> None:
    """Each section is there as text and as HTML, in the order of the card."""
    project.write(EVERYTHING)
    build = project.build("questions-json")
    for question in catalogue(build)["questions"]:
        for part in (question["answer"], *question["sections"]):
            shown = BeautifulSoup(part["html"], "html.parser").get_text()
            if part["html"]:
                assert shown.strip() or "<img" in part["html"]
            assert "headerlink" not in part["html"]
            assert "<script" not in part["html"]


def test_pictures_are_beside_it(project: Project) -> None:
    """Every picture of a fragment is a file beside the catalogue."""
    project.write(EVERYTHING)
    for builder in ("questions-json", "html"):
        build = project.build(builder)
        html = "".join(
            part["html"]
            for question in catalogue(build)["questions"]
            for part in question["sections"]
        )
        images = [str(i["src"]) for i in BeautifulSoup(html, "html.parser")("img")]
        assert images
        for image in images:
            assert (build.outdir / image).is_file(), image


def test_it_is_whole_or_not_there(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that fails while it writes leaves the file of the build before."""
    project.write(FILES)
    before = project.build("questions-json").text("questions.json")
    project.write({"python.md": FILES["python.md"].replace("cannot", "can never")})

    def fail(*_args: object) -> None:
        msg = "the disk is full"
        raise OSError(msg)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(OSError, match="full"):
            project.build("questions-json")
    folder = project.root / "questions-json"
    assert (folder / "questions.json").read_text(encoding="utf-8") == before
    assert list(folder.glob(".questions*")) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not JSON"),
        ("[]", "version None"),
        ('{"version": 2}', "version 2"),
        ('{"version": 1}', "no list 'questions'"),
        ('{"version": 1, "questions": [{}]}', "no 'id'"),
        ('{"version": 1, "questions": [{"id": "A"}]}', "'A': 'title'"),
        (
            """{"version": 1, "questions": [{"id": "A", "title": "?", "anchor": "a",
            "document": "a", "topics": "x"}]}""",
            "'A': 'topics'",
        ),
        ('{"version": 1, "questions": [], "redirects": [1]}', "'redirects'"),
    ],
)
def test_what_is_no_catalogue(text: str, message: str) -> None:
    """A file that is something else is refused with the reason."""
    with pytest.raises(InterchangeError, match=message):
        Catalogue.from_json(text)
