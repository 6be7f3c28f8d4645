"""Links to questions, from this project and from others."""

from __future__ import annotations

from pathlib import Path

import pytest

from bank_of_three import FILES
from projects import Build, Project


def linking(project: Project, text: str) -> Build:
    """Build the small bank with one more page of text."""
    index = FILES["index.md"].replace("python\n", "python\n        page\n", 1)
    project.write({**FILES, "index.md": index, "page.md": f"# Page\n\n{text}\n"})
    build = project.build()
    assert build.warnings == ()
    return build


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("{question}`PY-BEG-001`", "When is a tuple better than a list?"),
        ("{questions:question}`PY-BEG-001`", "When is a tuple better than a list?"),
        ("{question}`tuples <PY-BEG-001>`", "tuples"),
        ("{ref}`py-beg-001`", "When is a tuple better than a list?"),
        ("{ref}`tuples <py-beg-001>`", "tuples"),
        ("{any}`PY-BEG-001`", "When is a tuple better than a list?"),
        ("[](#py-beg-001)", "When is a tuple better than a list?"),
    ],
)
def test_link_to_a_question(project: Project, markup: str, text: str) -> None:
    """Every way to name a question leads to its anchor and shows title or own text."""
    build = linking(project, f"See {markup}.")
    link = build.page("page").select_one('.body a[href="python.html#py-beg-001"]')
    assert link is not None
    assert link.get_text() == text
    # Prose, and not code, whoever wrote the words.
    assert link.find("code") is None


def test_exclamation_mark_makes_no_link(project: Project) -> None:
    """A role that begins with an exclamation mark is text."""
    build = linking(project, "See {question}`!PY-BEG-001`.")
    page = build.page("page")
    assert "See PY-BEG-001." in page.get_text()
    assert page.select_one('a[href*="py-beg-001"]') is None


def test_inventory_lists_questions_and_labels(project: Project) -> None:
    """The inventory has each question by its ID, and as a standard label."""
    project.write(FILES)
    build = project.build()
    objects = list(build.app.env.domains["questions"].get_objects())
    assert ("PY-BEG-001", "When is a tuple better than a list?") in [
        entry[:2] for entry in objects
    ]
    labels = build.app.env.domains.standard_domain.labels
    assert labels["py-beg-001"][0] == "python"


@pytest.mark.parametrize(
    ("extension", "markup"),
    [
        ("sphinx_questions", "{external+bank:questions:question}`PY-BEG-001`"),
        ("sphinx_questions", "{question}`PY-BEG-001`"),
        ("sphinx_design", "{ref}`py-beg-001`"),
        ("sphinx_design", "[](inv:bank:std:label#py-beg-001)"),
        ("sphinx_design", "[](inv:bank:questions:question#PY-BEG-001)"),
    ],
)
def test_link_from_another_project(tmp_path: Path, extension: str, markup: str) -> None:
    """Another project links by ID, with this extension and without it."""
    bank, other = Project(tmp_path / "bank"), Project(tmp_path / "other")
    bank.write(FILES)
    inventory = bank.build().outdir / "objects.inv"
    other.configure(
        extensions=[extension, "myst_parser", "sphinx.ext.intersphinx"],
        intersphinx_mapping={"bank": ("https://bank.example", str(inventory))},
        suppress_warnings=["questions.empty"],
    )
    other.write({"index.md": f"# Other\n\nSee {markup}.\n"})
    build = other.build()
    assert build.warnings == ()
    link = build.page().select_one(
        'a[href="https://bank.example/python.html#py-beg-001"]'
    )
    assert link is not None
    assert link.get_text() == "When is a tuple better than a list?"
