"""Links into a bank from other projects, through its inventory."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Final

import pytest

from bank_of_three import FILES
from markups import Markup, both_markups, complaint
from projects import Build, Project

TITLE: Final = "When is a tuple better than a list?"
HOME: Final = "https://bank.example/"

#: The addresses of two questions, a technology, a level and a topic, by builder.
ADDRESSES: Final = {
    "html": (
        "python.html#py-beg-001",
        "learning.html#ml-beg-002",
        "questions/browse/python.html#index-python",
        "questions/browse/beginner.html#index-beginner",
        "questions/browse/topics.html#topic-data-model",
    ),
    "dirhtml": (
        "python/#py-beg-001",
        "learning/#ml-beg-002",
        "questions/browse/python/#index-python",
        "questions/browse/beginner/#index-beginner",
        "questions/browse/topics/#topic-data-model",
    ),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Bank:
    """A bank on the web: its inventory is a file, its pages are elsewhere."""

    inventory: Path
    question: str
    related: str
    technology: str
    level: str
    topic: str


@pytest.fixture(scope="module", params=ADDRESSES)
def bank(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Bank:
    """Return the bank of three, built as html or as dirhtml."""
    project = Project(tmp_path_factory.mktemp("bank") / "project", pages=True)
    project.write(FILES)
    build = project.build(request.param)
    assert build.warnings == ()
    addresses = (HOME + address for address in ADDRESSES[request.param])
    return Bank(build.outdir / "objects.inv", *addresses)


def configure(project: Project, bank: Bank, **conf: object) -> None:
    """Let a project know the bank by the name "bank"."""
    project.configure(
        **{
            "extensions": ["sphinx_questions", "myst_parser", "sphinx.ext.intersphinx"],
            "intersphinx_mapping": {"bank": (HOME, str(bank.inventory))},
            "suppress_warnings": ["questions.empty"],
            **conf,
        }
    )


def links(build: Build, page: str = "index") -> list[tuple[str, str]]:
    """Return address and text of each link to the bank."""
    found = build.page(page).select(f'[role=main] a[href^="{HOME}"]')
    return [(str(link["href"]), link.get_text()) for link in found]


@both_markups
def test_with_the_extension(project: Project, bank: Bank, markup: Markup) -> None:
    """Roles find questions and index pages of a bank by name, by title or own text."""
    roles = {
        ("external+bank:questions:question", "PY-BEG-001"): (bank.question, TITLE),
        ("external:questions:question", "PY-BEG-001"): (bank.question, TITLE),
        ("question", "PY-BEG-001"): (bank.question, TITLE),
        ("question", "bank:PY-BEG-001"): (bank.question, TITLE),
        ("any", "PY-BEG-001"): (bank.question, TITLE),
        ("question", "tuples <PY-BEG-001>"): (bank.question, "tuples"),
        ("external+bank:questions:question", "tuples <PY-BEG-001>"): (
            bank.question,
            "tuples",
        ),
        ("external+bank:questions:technology", "python"): (bank.technology, "Python"),
        ("external+bank:questions:level", "beginner"): (bank.level, "Beginner"),
        ("external+bank:questions:topic", "data-model"): (bank.topic, "data-model"),
        ("questions:technology", "the snake <python>"): (bank.technology, "the snake"),
    }
    configure(project, bank, questions_technologies={}, questions_pages=None)
    texts = [markup.role(text, role) for role, text in roles]
    project.write({markup.file: markup.page(*texts)})
    build = project.build()
    assert build.warnings == ()
    assert links(build) == list(roles.values())


@both_markups
def test_without_the_extension(project: Project, bank: Bank, markup: Markup) -> None:
    """A project without the extension finds a question by its label."""
    roles = {
        ("external+bank:std:ref", "py-beg-001"): (bank.question, TITLE),
        ("external+bank:ref", "tuples <py-beg-001>"): (bank.question, "tuples"),
        ("ref", "py-beg-001"): (bank.question, TITLE),
        ("ref", "bank:py-beg-001"): (bank.question, TITLE),
        ("any", "py-beg-001"): (bank.question, TITLE),
    }
    configure(project, bank, extensions=["myst_parser", "sphinx.ext.intersphinx"])
    texts = [markup.role(text, role) for role, text in roles]
    project.write({markup.file: markup.page(*texts)})
    build = project.build()
    assert build.warnings == ()
    assert links(build) == list(roles.values())


def test_myst_links(project: Project, bank: Bank) -> None:
    """MyST's own links find whatever is in the inventory, without the extension."""
    configure(project, bank, extensions=["myst_parser", "sphinx.ext.intersphinx"])
    texts = {
        "[](inv:bank:std:label#py-beg-001)": (bank.question, TITLE),
        "[](inv:bank:questions:question#PY-BEG-001)": (bank.question, TITLE),
        "[tuples](inv:bank#PY-BEG-001)": (bank.question, "tuples"),
        "<inv:bank:questions:technology#python>": (bank.technology, "Python"),
        "<inv:bank:questions:level#beginner>": (bank.level, "Beginner"),
        "<inv:bank:questions:topic#data-model>": (bank.topic, "data-model"),
    }
    project.write({"index.md": "# Links\n\n" + "\n\n".join(texts) + "\n"})
    build = project.build()
    assert build.warnings == ()
    assert links(build) == list(texts.values())


@both_markups
def test_a_bank_that_builds_on_a_bank(
    project: Project, bank: Bank, markup: Markup
) -> None:
    """Follow-ups and connections lead to questions of another bank."""
    question = markup.question(
        "X-001",
        "The answer.",
        markup.heading("Follow-ups"),
        f"- {markup.role('PY-BEG-001')}",
        requires="PY-BEG-001",
        related="bank:ML-BEG-002, X-002",
    )
    configure(project, bank)
    other = markup.question("X-002", "Another.", title="What else?")
    project.write({markup.file: markup.page(question, other)})
    build = project.build()
    assert build.warnings == ()
    card = build.card("X-001")
    assert [
        (term.get_text(), [str(a["href"]) for a in place.select("a")])
        for term, place in zip(
            card.select("#x-001-connections dt"),
            card.select("#x-001-connections dd"),
            strict=True,
        )
    ] == [
        ("Know first", [bank.question]),
        (
            "Related",
            [
                "#x-002",
                bank.question.replace("python", "learning")[:-10] + "ml-beg-002",
            ],
        ),
    ]
    follow_up = card.select_one('[data-section="follow-ups"] a')
    assert follow_up is not None
    assert (follow_up["href"], follow_up.get_text()) == (bank.question, TITLE)


@both_markups
def test_own_question_comes_first(project: Project, bank: Bank, markup: Markup) -> None:
    """An ID that two banks use is the own one, unless the role names the other bank."""
    question = markup.question(
        "X-001",
        "The answer.",
        markup.heading("Follow-ups"),
        f"- {markup.role('PY-BEG-001', 'external+bank:questions:question')}",
        requires="PY-BEG-001",
    )
    configure(project, bank)
    own = markup.question("PY-BEG-001", "Mine.", title="What is mine?")
    project.write({markup.file: markup.page(question, own)})
    build = project.build()
    assert build.warnings == ()
    card = build.card("X-001")
    follow_up = card.select_one('[data-section="follow-ups"] a')
    required = card.select_one("#x-001-connections a")
    assert follow_up is not None
    assert required is not None
    assert follow_up["href"] == bank.question
    assert required["href"] == "#py-beg-001"
    # A question of the other bank leads to none of this one.
    assert [q.id for q in build.catalogue.links("PY-BEG-001").follow_up_of] == []


@pytest.mark.parametrize("builder", ["text", "latex", "epub"])
def test_connections_in_other_outputs(
    project: Project, bank: Bank, builder: str
) -> None:
    """Other outputs name the questions of another bank too."""
    configure(project, bank, epub_uid="x", version="1", copyright="x")
    question = ":::{question} What?\n:id: X-001\n:technology: python\n"
    question += ":level: beginner\n:requires: PY-BEG-001\n\nAn answer.\n:::\n"
    project.write({"index.md": f"# Bank\n\n{question}"})
    build = project.build(builder)
    assert build.warnings == ()
    name = {"text": "index.txt", "latex": "bank.tex", "epub": "index.xhtml"}[builder]
    assert TITLE in build.text(name)


@both_markups
def test_unknown_everywhere(project: Project, bank: Bank, markup: Markup) -> None:
    """An ID that neither bank has is reported as ever."""
    configure(project, bank)
    question = markup.question("X-001", "The answer.", requires="PY-BEG-002")
    project.write({markup.file: markup.page(question)})
    assert project.build().warnings == (
        complaint(
            f"{markup.file}:{markup.first}",
            ":requires: names 'PY-BEG-002', which is no question's ID.",
            "reference",
        ),
    )


def test_asked_anew_elsewhere(tmp_path: Path) -> None:
    """After the bank moved and renamed a question, the pages that link to it follow."""
    bank, other = (
        Project(tmp_path / "bank", pages=True),
        Project(tmp_path / "other", pages=True),
    )
    bank.write(FILES)
    inventory = bank.build().outdir / "objects.inv"
    configure(other, Bank(inventory, *[""] * 5))
    question = ":::{question} What?\n:id: X-001\n:technology: python\n"
    question += ":level: beginner\n:requires: PY-BEG-001\n\nAn answer.\n:::\n"
    other.write(
        {
            "index.md": "# Other\n\n```{toctree}\na\nb\n```\n",
            "a.md": question,
            "b.md": "# B\n\n{question}`PY-BEG-001`\n",
        }
    )
    assert links(other.build(), "a") == [(f"{HOME}python.html#py-beg-001", TITLE)]
    (bank.source / "python.md").rename(bank.source / "moved.md")
    index = FILES["index.md"].replace("python", "moved")
    anew = FILES["python.md"].replace("When is", "Why is")
    bank.write({"index.md": index, "moved.md": anew})
    assert bank.build().warnings == ()
    build = other.build()
    assert build.warnings == ()
    expected = [(f"{HOME}moved.html#py-beg-001", TITLE.replace("When", "Why"))]
    assert links(build, "a") == links(build, "b") == expected
