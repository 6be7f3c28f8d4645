"""The configuration: what is refused, what a project can change, what is rebuilt."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from sphinx.errors import ConfigError

from markups import MYST, Markup, both_markups, shown
from projects import Build, Project

WRONG: tuple[tuple[str, object, str], ...] = (
    ("technologies", ["python"], "questions_technologies is ['python']; write a dict"),
    ("technologies", {1: {}}, "questions_technologies has the key 1; write a str"),
    (
        "technologies",
        {"python": "Python"},
        (
            "questions_technologies['python'] is 'Python'; write a dictionary such as "
            "{'label': '…'}"
        ),
    ),
    (
        "technologies",
        {"python": {"lable": "Python"}},
        (
            "questions_technologies['python'] has the unknown key 'lable'; write one "
            "of 'label', 'category', 'description'. Did you mean 'label'?"
        ),
    ),
    (
        "technologies",
        {"python": {"category": 3}},
        "questions_technologies['python']['category'] is 3; write a str",
    ),
    (
        "technologies",
        {"C++": {}},
        (
            "questions_technologies: technology key 'C++' must be lower-case letters "
            "and digits joined by single hyphens, and begin with a letter"
        ),
    ),
    (
        "technologies",
        {"python": {"label": " "}},
        "questions_technologies: technology 'python' has an empty label",
    ),
    (
        "technology_label",
        ("Subject",),
        (
            "questions_technology_label is ('Subject',); write the word for one and "
            "for several, such as ('Subject', 'Subjects'), or None"
        ),
    ),
    (
        "technology_label",
        "Subject",
        "questions_technology_label is 'Subject'; write a tuple or list or NoneType",
    ),
    ("levels", {}, "questions_levels is empty; declare at least one level"),
    (
        "levels",
        {"expert": {"difficulty": 10}},
        "questions_levels['expert']['difficulty'] is 10; write a tuple or list",
    ),
    (
        "levels",
        {"expert": {"difficulty": (1, "ten")}},
        (
            "questions_levels['expert']['difficulty'] is (1, 'ten'); write two numbers "
            "such as (3, 7)"
        ),
    ),
    (
        "levels",
        {"expert": {"difficulty": (9, 11)}},
        (
            "questions_levels: level 'expert' has the difficulties 9 to 11; the first "
            "must not exceed the second, and both lie in 1 to 10"
        ),
    ),
    (
        "levels",
        {"Expert": {}},
        (
            "questions_levels: level key 'Expert' must be lower-case letters and "
            "digits joined by single hyphens, and begin with a letter"
        ),
    ),
    (
        "sections",
        {"example": {"tabs": True}},
        (
            "questions_sections['example'] has the unknown key 'tabs'; write one of "
            "'label', 'aliases', 'tab', 'required'. Did you mean 'tab'?"
        ),
    ),
    (
        "sections",
        {"example": {"tab": "yes"}},
        "questions_sections['example']['tab'] is 'yes'; write a bool",
    ),
    (
        "sections",
        {"example": {"aliases": "Code"}},
        "questions_sections['example']['aliases'] is 'Code'; write a list or tuple",
    ),
    (
        "sections",
        {"example": {"aliases": [1]}},
        "questions_sections['example']['aliases'] is (1,); write a list of str",
    ),
    (
        "sections",
        {"mistakes": {}, "traps": {"aliases": ["common  MISTAKES"]}},
        (
            "questions_sections['traps'] and questions_sections['mistakes'] both go by "
            "'common mistakes'; a heading must mean one section"
        ),
    ),
    ("id_pattern", 7, "questions_id_pattern is 7; write a str"),
    (
        "id_pattern",
        "[A-Z",
        (
            "questions_id_pattern is '[A-Z', which is no regular expression: "
            "unterminated character set at position 0"
        ),
    ),
    ("short_names", "no", "questions_short_names is 'no'; write a bool"),
)


@pytest.mark.parametrize(("name", "value", "message"), WRONG)
def test_wrong_value_is_an_error(
    project: Project, name: str, value: object, message: str
) -> None:
    """A wrong value stops the build with a message of value, key and fix."""
    project.configure(**{f"questions_{name}": value})
    project.write({"index.md": MYST.page(MYST.question())})
    with pytest.raises(ConfigError) as error:
        project.build()
    assert str(error.value) == message


def test_all_errors_at_once(project: Project) -> None:
    """Everything wrong with the configuration is said in one error."""
    project.configure(questions_levels={}, questions_id_pattern="(")
    project.write({"index.md": MYST.page(MYST.question())})
    with pytest.raises(ConfigError) as error:
        project.build()
    assert [line.split()[0] for line in str(error.value).splitlines()] == [
        "questions_levels",
        "questions_id_pattern",
    ]


def badges(build: Build) -> list[str]:
    """Return what the badges of the card say."""
    return [badge.get_text() for badge in build.card("PY-001").select(".sd-badge")]


def labels(build: Build) -> list[str]:
    """Return the headings of the card's sections, in the order shown."""
    found = build.card("PY-001").select("section[data-section] > :is(h3, h4)")
    return [heading.get_text() for heading in found]


@both_markups
def test_own_technologies_and_levels(project: Project, markup: Markup) -> None:
    """A project's own technologies and levels are shown by their labels."""
    project.configure(
        questions_technologies={
            "c": {"label": "C/C++", "category": "Systems"},
            "some-thing": {},
        },
        questions_levels={
            "junior": {"label": "First job", "difficulty": [1, 2]},
            "head-of": {},
        },
    )
    question = markup.question(technology="c", level="junior", difficulty="2")
    other = markup.question("PY-2", technology="some-thing", level="head-of")
    project.write({markup.file: markup.page(question, other)})
    build = project.build()
    assert build.warnings == ()
    assert badges(build) == ["C/C++", "Systems", "First job"]
    assert "Some thing" in shown(build)
    assert "Head of" in shown(build)


def sectioned(markup: Markup, *names: str) -> str:
    """Return a question with sections of these names."""
    blocks = [
        text for name in names for text in (markup.heading(name), f"On {name.lower()}.")
    ]
    return markup.page(markup.question("PY-001", "The answer.", *blocks))


@both_markups
def test_own_sections(project: Project, markup: Markup) -> None:
    """Sections are added, relabelled and reordered; the default's rest is kept."""
    project.configure(
        questions_sections={
            "sources": {},
            "red-flags": {
                "label": "Red flags",
                "aliases": ["Warning signs"],
                "tab": True,
            },
            "mistakes": {"label": "Traps"},
        }
    )
    page = sectioned(markup, "Common mistakes", "WARNING SIGNS", "References")
    project.write({markup.file: page})
    build = project.build()
    assert build.warnings == ()
    assert labels(build) == ["Sources", "Red flags", "Traps"]
    tabs = build.card("PY-001").select(".question-tabs section")
    assert [tab["data-section"] for tab in tabs] == ["red-flags", "mistakes"]


@both_markups
def test_dropped_section(project: Project, markup: Markup) -> None:
    """A default section that a project leaves out is unknown there."""
    project.configure(questions_sections={"sources": {}})
    project.write({markup.file: sectioned(markup, "Scenario", "Sources")})
    build = project.build()
    (warning,) = build.warnings
    assert "unknown section 'Scenario'" in warning
    assert "Write one of 'Sources'," in warning
    assert "Scenario On scenario." in shown(build)


@both_markups
def test_own_id_pattern(project: Project, markup: Markup) -> None:
    """The pattern must match the whole ID."""
    project.configure(questions_id_pattern="q[0-9]+")
    page = markup.page(markup.question("q1"), markup.question("q1a"))
    project.write({markup.file: page})
    build = project.build()
    assert len(build.warnings) == 1
    assert "'q1a' does not match questions_id_pattern (q[0-9]+)" in build.warnings[0]
    assert [question.id for question in build.catalogue] == ["q1"]


@both_markups
def test_short_names_can_be_left_out(project: Project, markup: Markup) -> None:
    """Without short names, only the names with the domain are there."""
    project.configure(questions_short_names=False)
    long = markup.question().replace("question", "questions:question", 1)
    page = markup.page(long, markup.role("PY-001", "questions:question"))
    project.write({markup.file: page})
    build = project.build()
    assert build.warnings == ()
    assert build.page().select_one('p > a[href="#py-001"]') is not None
    project.write({markup.file: markup.page(long, markup.question("PY-002"))})
    build = project.build()
    assert "nknown directive type" in build.warnings[0]
    assert [question.id for question in build.catalogue] == ["PY-001"]


@pytest.mark.parametrize(
    "name", ["question-list", "question-matrix", "question-explorer"]
)
@both_markups
def test_short_names_of_lists_are_left_out(
    project: Project, markup: Markup, name: str
) -> None:
    """Without short names, lists too have only the name with the domain."""
    project.configure(questions_short_names=False)
    question = markup.question().replace("question", "questions:question", 1)
    long = markup.directive(f"questions:{name}", "")
    project.write({markup.file: markup.page(question, long)})
    assert project.build().warnings == ()
    project.write({markup.file: markup.page(question, markup.directive(name, ""))})
    assert "nknown directive type" in project.build().warnings[0]


PAGES = {
    "index.md": """
        # Home

        :::{questions:question} What is it?
        :id: PY-001
        :technology: python
        :level: beginner
        :difficulty: 3

        The answer. See {ref}`py-002`.

        ## Sources
        A book.

        ## Example
        Code.

        ## Traps
        None.
        :::

        ```{toctree}
        other
        ```
        """,
    "other.md": """
        # Other

        :::{questions:question} What else?
        :id: PY-002
        :technology: machine-learning
        :level: advanced
        :difficulty: 8
        :related: PY-001

        Another answer.

        ## Mistakes
        None.
        :::
        """,
}

BEFORE: Mapping[str, object] = {
    "questions_technologies": {
        "python": {"label": "Python"},
        "machine-learning": {"label": "ML", "category": "AI"},
    },
    "questions_sections": {
        "example": {},
        "mistakes": {"aliases": ["Traps"]},
        "sources": {},
    },
    "suppress_warnings": ["questions", "myst", "docutils"],
}

CHANGES: tuple[Mapping[str, object], ...] = (
    {"questions_technologies": {"python": {"label": "Snake"}}},
    {
        "questions_technologies": {
            "machine-learning": {"label": "ML", "category": "AI"},
            "python": {"label": "Python"},
        }
    },
    {"questions_levels": {"beginner": {"label": "New"}, "advanced": {"label": "Old"}}},
    {
        "questions_levels": {
            "advanced": {"label": "Advanced"},
            "beginner": {"label": "Beginner"},
        }
    },
    {"questions_sections": {"sources": {"tab": True}, "example": {"label": "Code"}}},
    {
        "questions_sections": {
            "sources": {},
            "mistakes": {"aliases": ["Traps"]},
            "example": {},
        }
    },
    {"questions_id_pattern": "PY-001"},
    {"questions_short_names": False},
)


def pages(build: Build) -> dict[str, str]:
    """Return every HTML page of a build by name."""
    return {
        path.relative_to(build.outdir).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(Path(build.outdir).rglob("*.html"))
    }


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: str(*change)[10:])
def test_change_rebuilds_what_it_must(
    project: Project, change: Mapping[str, object]
) -> None:
    """After a change of any value, also of an order, old pages are as new ones."""
    project.configure(**BEFORE)
    project.write(PAGES)
    project.build()
    project.configure(**{**BEFORE, **change})
    incremental = project.build()
    clean = project.build(out="clean", doctrees="clean-doctrees")
    assert incremental.warnings == clean.warnings
    assert pages(incremental) == pages(clean)
