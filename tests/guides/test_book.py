"""What a guide holds, and where its links lead."""

from __future__ import annotations

import textwrap

import pytest
from docutils import nodes
from pypdf import PdfReader

from markups import MYST, REST
from projects import Build, Project
from sphinx_questions.guides.book import Book, make_books
from sphinx_questions.guides.cutting import Cuttings
from sphinx_questions.source.tree import questions_in

PAGE = "https://bank.example.org/two.html"


def books(build: Build) -> dict[str, Book]:
    """Return the guides of a project, by name, as its builder sees it."""
    assert build.warnings == ()
    builder = build.app.builder
    return {book.guide.name: book for book in make_books(builder, Cuttings(builder))}


def links(book: Book) -> dict[str, str]:
    """Return where the links of a guide lead, by their words."""
    return {
        link.astext(): link.get("refuri") or f"#{link['refid']}"
        for link in book.tree.findall(nodes.reference)
    }


def held(book: Book) -> set[str]:
    """Return every identifier that a guide holds."""
    return {id_ for node in book.tree.findall(nodes.Element) for id_ in node["ids"]}


TWO = {
    "index.md": """
        # Home

        ```{toctree}
        one
        two
        ```
        """,
    "one.md": """
        ::::{question} What is one?
        :id: PY-001
        :technology: python
        :level: beginner
        :topics: numbers

        One. {question}`PY-002`, {doc}`two`, {ref}`Why <why>`,
        {ref}`elsewhere <elsewhere>`, [out](https://example.org).
        ::::
        """,
    "two.md": """
        ::::{question} What is two?
        :id: PY-002
        :technology: python
        :level: advanced
        :topics: numbers

        Two.

        (why)=
        ## Explanation
        Because.
        ::::
        """,
    "other.md": """
        ---
        orphan: true
        ---

        (elsewhere)=
        # Elsewhere
        """,
}


def test_link_to_what_the_guide_holds_stays_inside(project: Project) -> None:
    """A question, its document and its section are linked inside the guide."""
    project.configure(html_baseurl="https://bank.example.org")
    project.write(TWO)
    book = books(project.build("typst"))["question-bank"]
    found = links(book)
    assert found["What is two?"] == "#py-002"
    assert found["Why"] == "#py-002--why"
    assert {"py-001", "py-002", "py-002--why"} <= held(book)


def test_link_to_what_the_guide_lacks_leads_to_the_hosted_page(
    project: Project,
) -> None:
    """A question outside the selection is linked on the web; an address stays."""
    project.configure(
        html_baseurl="https://bank.example.org",
        questions_guides=[{"name": "easy", "level": "beginner"}],
    )
    project.write(TWO)
    found = links(books(project.build("typst"))["easy"])
    assert found["Why"] == f"{PAGE}#why"
    assert found["elsewhere"] == "https://bank.example.org/other.html#elsewhere"
    assert found["out"] == "https://example.org"
    assert found["What is two?"] in {PAGE, f"{PAGE}#py-002"}


def test_link_that_leads_nowhere_is_text(project: Project) -> None:
    """Where nobody has said where the pages are, words stay, and the ID to look for."""
    project.configure(questions_guides=[{"name": "easy", "level": "beginner"}])
    project.write(TWO)
    book = books(project.build("typst"))["easy"]
    assert set(links(book)) == {"out", "What is one?"}
    words = " ".join(book.tree.astext().split())
    assert "Why, elsewhere" in words
    assert "What is two? (PY-002)" in words


def test_identifiers_of_two_documents_do_not_collide(project: Project) -> None:
    """Documents that use one name for two things keep two things in a guide."""
    page = """
        ::::{{question}} What is {id}?
        :id: {id}
        :technology: python
        :level: beginner

        Text[^n] with $$x$$ ({id})

        ## Explanation
        ### A heading
        See [](#{id}).

        [^n]: A note of {id}.
        ::::
        """
    project.write(
        {
            "index.md": "# Home\n\n```{toctree}\na\nb\n```\n",
            "a.md": page.format(id="PY-001"),
            "b.md": page.format(id="PY-002"),
        }
    )
    book = books(project.build("typst"))["question-bank"]
    ids = [i for node in book.tree.findall(nodes.Element) for i in node["ids"]]
    assert len(ids) == len(set(ids))
    notes = {
        note["ids"][0]: note.astext() for note in book.tree.findall(nodes.footnote)
    }
    for reference in book.tree.findall(nodes.footnote_reference):
        question: nodes.Element = reference
        while "question_id" not in question:
            question = question.parent
        assert question["question_id"] in notes[reference["refid"]]


def test_two_questions_share_a_footnote(project: Project) -> None:
    """A footnote that two questions of a document refer to comes with both."""
    question = ":::{{question}} What is {0}?\n:id: {0}\n\nText[^n].\n:::\n"
    project.configure(
        questions_technologies={"python": {}}, questions_levels={"easy": {}}
    )
    fence = question.replace(":id: {0}\n", ":id: {0}\n:level: easy\n")
    text = fence.format("PY-001") + "\n" + fence.format("PY-002")
    project.write({"index.md": f"# Home\n\n{text}\n[^n]: The note.\n"})
    book = books(project.build("typst"))["question-bank"]
    assert [note.astext() for note in book.tree.findall(nodes.footnote)] == [
        "1\n\nThe note.",
        "1\n\nThe note.",
    ]
    refs = [node["refid"] for node in book.tree.findall(nodes.footnote_reference)]
    assert len(set(refs)) == 2
    assert set(refs) <= held(book)


def test_equations_are_counted_through_the_book(project: Project) -> None:
    """Equations of two documents have numbers of their own, and so have their links."""
    page = """
        ::::{{question}} What is {id}?
        :id: {id}
        :technology: python
        :level: beginner

        Text.

        $$
        x
        $$ (eq-{id})

        As {{eq}}`eq-{id}` says.
        ::::
        """
    project.write(
        {
            "index.md": "# Home\n\n```{toctree}\na\nb\n```\n",
            "a.md": page.format(id="PY-001"),
            "b.md": page.format(id="PY-002"),
        }
    )
    book = books(project.build("typst"))["question-bank"]
    numbers = [node["number"] for node in book.tree.findall(nodes.math_block)]
    assert numbers == ["1", "2"]
    assert {"(1)", "(2)"} <= set(links(book))


def test_numbered_figures_keep_their_numbers(project: Project) -> None:
    """A caption has the number that links to the figure show."""
    project.configure(numfig=True)
    question = REST.question(
        "PY-001",
        ".. figure:: p.png\n   :name: box\n   :alt: A box\n\n   A box",
        "See :numref:`box`.",
    )
    project.write({"index.rst": REST.page(question)})
    (project.source / "p.png").write_bytes(PNG)
    book = books(project.build("typst"))["question-bank"]
    (caption,) = book.tree.findall(nodes.caption)
    assert caption.astext() == "Fig. 1 A box"
    assert "Fig. 1" in links(book)


#: The smallest PNG: one grey pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c6360000000020001"
    "48afa4710000000049454e44ae426082"
)


def test_questions_come_first_and_answers_behind_them(project: Project) -> None:
    """The form asks everything, then answers everything, and links both ways."""
    project.configure(questions_guides=[{"name": "first", "form": "questions-first"}])
    project.write(TWO)
    book = books(project.build("typst"))["first"]
    asked, answered = (
        section
        for section in book.tree.children
        if isinstance(section, nodes.Element) and "guide-part" in section["classes"]
    )
    assert "Because." not in asked.astext()
    assert "Because." in answered.astext()
    assert [root["ids"][0] for root in questions_in(asked)] == [
        "py-001-prompt",
        "py-002-prompt",
    ]
    assert [root["ids"][0] for root in questions_in(answered)] == ["py-001", "py-002"]
    ways = [
        link["refid"]
        for way in book.tree.findall(nodes.paragraph)
        if "guide-way" in way["classes"]
        for link in way.findall(nodes.reference)
    ]
    assert ways == ["py-001", "py-002", "py-001-prompt", "py-002-prompt"]


def test_interviewer_gets_key_points_and_room_and_no_long_text(
    project: Project,
) -> None:
    """The sheet has the question, its difficulty and the points, and nothing else."""
    project.configure(questions_guides=[{"name": "s", "form": "interviewer"}])
    project.write(
        {
            "index.md": """
                # Home

                :::{question} What is it?
                :id: PY-001
                :technology: python
                :level: beginner
                :difficulty: 2

                The answer.

                ## Key points
                - Point one, see [the case](#py-001-scenario).

                ## Scenario
                The case.
                :::
                """
        }
    )
    book = books(project.build("typst"))["s"]
    (sheet,) = questions_in(book.tree)
    assert sheet["difficulty"] == 2
    assert [node.astext() for node in sheet.findall(nodes.list_item)] == [
        "Point one, see the case."
    ]
    text = book.tree.astext()
    assert "The answer." not in text
    assert "The case." not in text
    assert "the case" not in links(book)


def test_topics_lead_to_their_questions(project: Project) -> None:
    """The last section lists every topic with links to its questions."""
    project.write(TWO)
    book = books(project.build("typst"))["question-bank"]
    index = book.tree.children[-1]
    assert isinstance(index, nodes.section)
    assert index["classes"] == ["guide-topics"]
    assert [node.astext() for node in index.findall(nodes.term)] == ["numbers"]
    assert [node["refid"] for node in index.findall(nodes.reference)] == [
        "py-001",
        "py-002",
    ]


def test_cover_says_what_was_selected(project: Project) -> None:
    """The cover has title, selection, numbers, the newest review and the version."""
    project.configure(
        release="1.2",
        author="Ada",
        questions_guides=[
            {"name": "a", "title": "Basics", "level": "beginner", "topics": "numbers"},
            {"name": "b"},
        ],
    )
    project.write(
        {
            **TWO,
            "one.md": TWO["one.md"].replace(
                ":topics", ":reviewed: 2026-11-20\n        :topics"
            ),
        }
    )
    found = books(project.build("typst"))
    basics, whole = found["a"].cover, found["b"].cover
    assert (basics.title, basics.selection) == ("Basics", "Beginner · numbers")
    assert basics.counts == ("1 question",)
    assert basics.reviewed == "Last reviewed 20 November 2026"
    assert (basics.version, basics.author) == ("Version 1.2", "Ada")
    assert (whole.title, whole.selection) == ("Bank", "")
    assert whole.counts == ("2 questions", "Beginner: 1", "Advanced: 1")


@pytest.mark.parametrize("index_pages", [True])
@pytest.mark.parametrize("jobs", [1, 2])
def test_guide_does_not_depend_on_how_documents_were_read(
    project: Project, jobs: int
) -> None:
    """The order of a guide is that of the bank, in one process and in several."""
    files = {
        f"q{n}.md": f"""
            :::{{question}} What is {n}?
            :id: PY-00{n}
            :technology: python
            :level: beginner
            :difficulty: {5 - n}

            Text.
            :::
            """
        for n in range(1, 5)
    }
    project.write({"index.md": "# Home\n", **files})
    book = books(project.build("typst", jobs=jobs))["question-bank"]
    assert [root["question_id"] for root in questions_in(book.tree)] == [
        "PY-004",
        "PY-003",
        "PY-002",
        "PY-001",
    ]


def test_question_inside_another_block_has_a_place_of_its_own(project: Project) -> None:
    """A question in a list or in another question is a card; there it is a link."""
    inner = MYST.question("PY-002", "Inner words.", title="Inner?")
    outer = MYST.question("PY-001", "Outer words.", "## Explanation", inner)
    listed = MYST.question("PY-003", "Listed words.", title="Listed?")
    item = "- An item:\n\n" + textwrap.indent(listed, "  ")
    project.configure(suppress_warnings=["questions.placement"])
    project.write({"index.md": MYST.page(outer, item)})
    book = books(project.build("typst"))["question-bank"]
    found = questions_in(book.tree)
    assert [node["question_id"] for node in found] == ["PY-001", "PY-002", "PY-003"]
    assert all(isinstance(node[0], nodes.title) for node in found)
    assert book.tree.astext().count("Inner words.") == 1
    assert "#py-002" in {f"#{r['refid']}" for r in found[0].findall(nodes.reference)}


NOTED = """
    # Home

    ::::{question} What is noted?
    :id: PY-001
    :technology: python
    :level: beginner

    The answer has a note of its own[^own].

    ## Key points
    - This point has one[^one], which has one[^deep].

    ## Explanation
    The first again[^one].
    ::::

    [^own]: Of the answer.
    [^one]: Of the point.
    [^deep]: Of the note.
    """


@pytest.mark.parametrize("builder", ["epub", "typst"])
@pytest.mark.parametrize(
    ("sections", "advice"),
    [
        (
            {"key-points": {"label": "Must say"}},
            "has the section 'Must say', which it shows; write it in them",
        ),
        (
            {"must-say": {}},
            (
                "can have key points; declare 'key-points' in questions_sections, "
                "under a label of your choice: {'key-points': {'label': '…'}}"
            ),
        ),
    ],
)
def test_sheets_without_points_are_a_warning(
    project: Project, builder: str, sections: dict[str, object], advice: str
) -> None:
    """Sheets for interviewers on which nothing can be ticked are reported once."""
    project.configure(
        version="1",
        questions_sections=sections,
        questions_guides=[{"name": "s", "form": "interviewer"}, {"name": "all"}],
    )
    project.write({"index.md": MYST.page(MYST.question("PY-001"))})
    (warning,) = (w for w in project.build(builder).warnings if "guide" in w)
    assert warning == (
        "conf.py:1: WARNING: questions_guides: the guide 's' is for interviewers, and "
        f"none of its questions {advice} [questions.section]"
    )


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"form": "interviewer"}, "Bank – sheets for interviewers"),
        (
            {"form": "questions-first", "level": "beginner"},
            "Beginner – questions first, answers behind",
        ),
        ({"form": "interviewer", "title": "To ask"}, "To ask"),
        ({"difficulty": ">=4"}, "Difficulty 4 and up"),
        ({"difficulty": "<=4"}, "Difficulty up to 4"),
        ({"difficulty": (3, 4)}, "Difficulty 3–4"),
        ({"difficulty": 4}, "Difficulty 4"),
    ],
)
def test_a_title_says_what_tells_a_guide_from_others(
    project: Project, fields: dict[str, object], title: str
) -> None:
    """Without a title of its own, a guide is named by its selection and its form."""
    project.configure(questions_guides=[{"name": "s", **fields}])
    question = MYST.question(
        "PY-001", "Yes.", "## Key points", "- One.", difficulty="4"
    )
    project.write({"index.md": MYST.page(question)})
    build = project.build("typst")
    book = books(build)["s"]
    assert book.cover.title == title
    # The whole bank has the project in its title, and not above it again.
    over = "" if title.startswith("Bank") else "Bank"
    assert book.cover.over == over
    metadata = PdfReader(build.outdir / "s.pdf").metadata
    assert metadata is not None
    assert metadata.title == (f"Bank: {title}" if over else title)


def test_interviewer_gets_the_notes_of_key_points(project: Project) -> None:
    """A note that a key point refers to is on the sheet, and no other note."""
    project.configure(questions_guides=[{"name": "s", "form": "interviewer"}])
    project.write({"index.md": NOTED})
    tree = books(project.build("typst"))["s"].tree
    notes = [note.children[-1].astext() for note in tree.findall(nodes.footnote)]
    assert notes == ["Of the point.", "Of the note."]
    ids = {id_ for node in tree.findall(nodes.Element) for id_ in node["ids"]}
    for note in tree.findall(nodes.footnote):
        assert set(note["backrefs"]) <= ids
    marks = list(tree.findall(nodes.footnote_reference))
    assert [mark["refid"] in ids for mark in marks] == [True, True]
