"""The roles that link to index pages."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from bank_to_browse import project_at, words
from markups import MYST, REST, Markup, both_markups, complaint, line_of
from projects import Build, Project

#: Role and text, and what the link says and where it leads.
ROLES = {
    ("technology", "machine-learning"): (
        "Machine Learning",
        "questions/browse/machine-learning.html#index-machine-learning",
    ),
    ("technology", "go"): ("Go & friends", "questions/browse/go.html#index-go"),
    ("level", "intermediate"): (
        "Inter<b>mediate",
        "questions/browse/intermediate.html#index-intermediate",
    ),
    ("topic", "data model"): (
        "data model",
        "questions/browse/topics.html#topic-data-model",
    ),
    ("level", "own words <advanced>"): (
        "own words",
        "questions/browse/advanced.html#index-advanced",
    ),
}


def roles(markup: Markup) -> str:
    """Return a page with every role, one a paragraph."""
    return markup.page(
        *(markup.role(text, f"questions:{kind}") for kind, text in ROLES),
        title="Links",
    )


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a bank with the roles in both markups, as HTML."""
    project = project_at(tmp_path_factory.mktemp("roles"), "myst", "rest")
    project.write({"myst.md": roles(MYST), "rest.rst": roles(REST)})
    return project.build()


@pytest.mark.parametrize("name", ["myst", "rest"])
def test_roles_link_to_index_pages(build: Build, name: str) -> None:
    """Each role links to its page by the label as declared, or by words of its own."""
    assert build.warnings == ()
    links = build.page(name).select("[role=main] p > a")
    found = [(words(link), link["href"]) for link in links]
    assert found == list(ROLES.values())


def test_links_hit_an_anchor(build: Build) -> None:
    """Where a role leads, there is an element with that ID."""
    for _text, address in ROLES.values():
        page, _hash, anchor = address.partition("#")
        assert build.page(page.removesuffix(".html")).select_one(f"#{anchor}")


def test_pages_are_in_the_inventory(build: Build) -> None:
    """Other projects find technologies, levels and topics by their keys."""
    objects = {
        (key, typ)
        for key, _label, typ, *_place in build.app.env.domains[
            "questions"
        ].get_objects()
    }
    assert {
        ("machine-learning", "technology"),
        ("intermediate", "level"),
        ("typing", "topic"),
        ("PY-ADV-001", "question"),
    } <= objects


@pytest.mark.parametrize(
    ("kind", "text", "hint"),
    [
        ("technology", "pyton", " Did you mean 'python'?"),
        ("level", "begginer", " Did you mean 'beginner'?"),
        ("topic", "typng", " Did you mean 'typing'?"),
        ("level", "python", ""),
        ("technology", "zzz", ""),
    ],
)
@both_markups
def test_role_names_nothing(
    project: Project, markup: Markup, kind: str, text: str, hint: str
) -> None:
    """A role that names no page is a warning at its line, with what was meant."""
    role = markup.role(text, f"questions:{kind}")
    page = markup.page(markup.question(topics="typing"), f"See {role} there.")
    project.write({markup.file: page})
    build = project.build()
    assert build.warnings == (
        complaint(
            f"{markup.file}:{line_of(page, 'See')}",
            f"no index page for the {kind} {text!r}.{hint}",
            "reference",
        ),
    )
    assert f"See {text} there." in words(build.page().select_one("[role=main]"))


@both_markups
def test_without_index_pages(project: Project, markup: Markup) -> None:
    """Where index pages are switched off, a role says so and keeps its text."""
    project.configure(questions_pages=None)
    role = markup.role("Python <python>", "questions:technology")
    page = markup.page(markup.question(), f"See {role} there.")
    project.write({markup.file: page})
    build = project.build()
    assert build.warnings == (
        complaint(
            f"{markup.file}:{line_of(page, 'See')}",
            "no index page for the technology 'python'.",
            "reference",
        ),
    )
    main = build.page().select_one("[role=main]")
    assert isinstance(main, BeautifulSoup) or main is not None
    assert "See Python there." in words(main)
    assert not (build.outdir / "questions").exists()


def test_domain_has_an_index(build: Build) -> None:
    """The domain gives an index of questions by technology and one by level."""
    domain = build.app.env.domains["questions"]
    by_label = {
        label: [entry.extra for entry in group]
        for index in domain.indices
        for label, group in index(domain).generate()[0]
    }
    assert {"Python", "Machine Learning", "Beginner", "Advanced"} <= by_label.keys()
    assert "PY-BEG-001" in by_label["Python"]
    assert "PY-BEG-001" in by_label["Beginner"]
