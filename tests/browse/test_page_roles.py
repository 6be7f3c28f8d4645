"""The roles that link to index pages."""

from __future__ import annotations

from pathlib import Path

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
        "questions/browse/topics.html#topic-data-model-49fc1b",
    ),
    ("level", "own words <advanced>"): (
        "own words",
        "questions/browse/advanced.html#index-advanced",
    ),
}

#: What to do about a role that names nothing.
DECLARE_TECHNOLOGY = (
    "To give it one, declare it in conf.py under questions_technologies"
)
DECLARE_LEVEL = "To give it one, declare it in conf.py under questions_levels"
WRITE_TOPIC = "No question has this topic; write it in :topics: of one that should"


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


def test_topics_have_anchors_of_their_own(tmp_path: Path) -> None:
    """Topics that an anchor cannot spell have anchors, and links reach the right."""
    topics = ("c", "C", "C++", "C#", "типы", "метод", "data-model", "data model")
    project = project_at(tmp_path / "topics", "links")
    roles_ = (MYST.role(topic, "questions:topic") for topic in topics)
    project.write(
        {
            "python/PY-ADV-001.md": MYST.question(topics=", ".join(topics)),
            "links.md": MYST.page(*roles_, title="Links"),
        }
    )
    build = project.build()
    assert not [line for line in build.warnings if line.startswith("links.md")]
    links = build.page("links").select("[role=main] p > a")
    anchors = [str(link["href"]).partition("#")[2] for link in links]
    page = build.page("questions/browse/topics")
    terms = [words(page.select_one(f"[id='{anchor}']")) for anchor in anchors]
    assert [term.rpartition(" ")[0] for term in terms] == list(topics)
    assert (anchors[0], anchors[6]) == ("topic-c", "topic-data-model")


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
    ("kind", "text", "hint", "remedy"),
    [
        ("technology", "pyton", " Did you mean 'python'?", DECLARE_TECHNOLOGY),
        ("level", "begginer", " Did you mean 'beginner'?", DECLARE_LEVEL),
        ("topic", "typng", " Did you mean 'typing'?", WRITE_TOPIC),
        ("level", "python", "", DECLARE_LEVEL),
        ("technology", "zzz", "", DECLARE_TECHNOLOGY),
    ],
)
@both_markups
def test_role_names_nothing(  # noqa: PLR0913, PLR0917 – what tests vary
    project: Project, markup: Markup, kind: str, text: str, hint: str, remedy: str
) -> None:
    """A role that names no page is a warning at its line, with what to do."""
    role = markup.role(text, f"questions:{kind}")
    page = markup.page(markup.question(topics="typing"), f"See {role} there.")
    project.write({markup.file: page})
    build = project.build()
    assert build.warnings == (
        complaint(
            f"{markup.file}:{line_of(page, 'See')}",
            f"no index page for the {kind} {text!r}.{hint} {remedy}",
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
            "no index page for the technology 'python'. Index pages are switched off "
            "by questions_pages = None; name a folder there, or write plain text "
            "instead of the role",
            "reference",
        ),
    )
    main = build.page().select_one("[role=main]")
    assert isinstance(main, BeautifulSoup) or main is not None
    assert "See Python there." in words(main)
    assert not (build.outdir / "questions").exists()


@both_markups
def test_page_of_topics_left_out(project: Project, markup: Markup) -> None:
    """Where the page of topics is left out of the build, a role says how to have it."""
    project.configure(
        exclude_patterns=["questions/browse/topics.*"],
        suppress_warnings=["toc.excluded"],
    )
    role = markup.role("typing", "questions:topic")
    page = markup.page(markup.question(topics="typing"), f"See {role} there.")
    project.write({markup.file: page})
    assert project.build().warnings == (
        complaint(
            f"{markup.file}:{line_of(page, 'See')}",
            "no index page for the topic 'typing'. Its page in the folder "
            "'questions/browse' is left out of this build; let exclude_patterns and "
            "include_patterns in conf.py have it",
            "reference",
        ),
    )


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
