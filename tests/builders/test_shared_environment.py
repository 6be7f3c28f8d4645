"""What one build leaves behind for the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bank_of_three import FILES

if TYPE_CHECKING:
    from projects import Project

#: A home page whose visible contents reach down to the questions of a chapter.
DEEP = {
    "index.md": """
        # A bank

        ```{toctree}
        :maxdepth: 3
        chapter
        learning
        questions/browse/index
        ```
        """,
    "chapter.md": "# Chapter\n\n```{toctree}\npython\n```\n",
}


def test_visible_toctree_keeps_the_questions(project: Project) -> None:
    """A toctree in a page's text shows what it asks for, unlike a sidebar."""
    project.configure(html_theme="furo")
    project.write({**FILES, **DEEP})
    build = project.build()
    assert build.warnings == ()
    page = build.page()
    listed = [link.get_text() for link in page.select(".toctree-wrapper a")]
    assert "When is a tuple better than a list?" in listed
    sidebar = [link.get_text() for link in page.select(".sidebar-tree a")]
    assert "Chapter" in sidebar
    assert "When is a tuple better than a list?" not in sidebar


def test_second_build_of_an_application(project: Project) -> None:
    """Building twice with one application writes what building once writes."""
    project.configure(html_theme="furo")
    project.write({**FILES, **DEEP})
    once = project.build(out="once")
    twice = project.build(out="twice", twice=True)
    for name in ("index.html", "chapter.html", "python.html"):
        assert twice.text(name) == once.text(name)


@pytest.mark.parametrize("builder", ["json", "pickle", "htmlhelp"])
def test_other_builders_of_pages(project: Project, builder: str) -> None:
    """Builders that write a page a document in other forms write the bank too."""
    project.configure(extensions=["sphinx_questions", "myst_parser"])
    project.write({**FILES, "lists.md": "# L\n\n```{question-list}\n```\n"})
    project.write(
        {"index.md": FILES["index.md"].replace("python", "python\n        lists")}
    )
    assert project.build(builder).warnings == ()


def test_title_of_another_document_is_fresh(project: Project) -> None:
    """A link by file name shows the new title after a question was asked anew."""
    links = "# Links\n\n[](python.md), {doc}`python`, [](#py-beg-001).\n"
    index = FILES["index.md"].replace("python", "python\n        links", 1)
    project.write({**FILES, "index.md": index, "links.md": links})
    assert project.build().warnings == ()
    project.write({"python.md": FILES["python.md"].replace("When is", "Why is")})
    texts = [
        link.get_text() for link in project.build().page("links").select(".body a")
    ]
    assert texts.count("Why is a tuple better than a list?") == 3


def test_numbered_toctree_settles(project: Project) -> None:
    """With numbered sections a build without an edit writes no page either."""
    index = FILES["index.md"].replace("{toctree}", "{toctree}\n        :numbered:", 1)
    project.write({**FILES, "index.md": index})
    build = project.build()
    before = {p: p.stat().st_mtime_ns for p in build.outdir.rglob("*.html")}
    project.build()
    always = {"genindex.html", "search.html", "questions-level.html"}
    always.add("questions-technology.html")
    written = {p.name for p, time in before.items() if p.stat().st_mtime_ns != time}
    assert written <= always


def test_excluded_index_pages_are_an_error(project: Project) -> None:
    """Index pages that the project does not read are an error that says what to do."""
    project.configure(exclude_patterns=["questions"])
    project.write(FILES)
    with pytest.raises(Exception, match="exclude_patterns") as error:
        project.build()
    assert "questions_pages" in str(error.value)


def test_both_documents_of_a_duplicate_have_their_place(project: Project) -> None:
    """Of two questions with one ID, each has its place in the contents and its way."""
    question = FILES["python.md"].replace("python\n", "machine-learning\n", 1)
    index = "# A bank\n\n```{toctree}\nquestions/browse/index\n```\n"
    project.write({"index.md": index, "a.md": FILES["python.md"], "b.md": question})
    build = project.build()
    assert {line.rpartition(" ")[2] for line in build.warnings} <= {
        "[questions.duplicate]",
        "[questions.reference]",
    }
    way = build.page("b").select(".question-breadcrumb li")
    assert "Machine Learning" in [step.get_text() for step in way]
