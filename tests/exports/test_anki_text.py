"""The deck as a text file."""

from __future__ import annotations

import csv

from bs4 import BeautifulSoup

import bank_of_everything
from decks import Package, question
from projects import Project


def test_head_and_a_line_a_card(project: Project) -> None:
    """The first lines say what the columns hold; each other line is a card."""
    project.configure(**bank_of_everything.CONF)
    project.write(bank_of_everything.FILES)
    build = project.build("anki")
    lines = build.text("question-bank.txt").splitlines()
    assert lines[:7] == [
        "#separator:tab",
        "#html:true",
        "#notetype:Basic",
        "#guid column:1",
        "#deck column:2",
        "#tags column:5",
        "#if matches:update current",
    ]
    package = Package(build.outdir / "question-bank.apkg")
    rows = [line.split("\t") for line in lines[7:]]
    assert [row[0] for row in rows] == [note.guid for note in package.notes.values()]
    assert [row[1] for row in rows] == [note.deck for note in package.notes.values()]
    assert [row[4] for row in rows] == [
        " ".join(note.tags) for note in package.notes.values()
    ]
    assert list(csv.reader(lines[7:], delimiter="\t")) == rows
    text = "".join(row[3] for row in rows)
    assert [word for word in bank_of_everything.WORDS if word not in text] == []


def test_code_keeps_its_lines(project: Project) -> None:
    """Code stands in one line of the file, and in its own lines on the card."""
    more = '\n```text\na\n\n  b "c"\td\n```\n'
    project.write({"index.md": f"# Bank\n\n{question('PY-001', more)}"})
    line = project.build("anki").text("question-bank.txt").splitlines()[-1]
    back = BeautifulSoup(line.split("\t")[3], "html.parser")
    assert back.pre is not None
    for mark in back.pre.select("br"):
        mark.replace_with("\n")
    assert back.pre.get_text() == 'a\n\n  b "c"\td\n'


def test_cell_that_begins_with_a_quotation_mark(project: Project) -> None:
    """A deck with a name in quotation marks keeps it."""
    project.configure(project='"Bank"')
    project.write({"index.md": f"# Bank\n\n{question('PY-001')}"})
    line = project.build("anki").text("question-bank.txt").splitlines()[-1]
    (row,) = csv.reader([line], delimiter="\t")
    assert row[1] == '"Bank"::Python::Beginner'
