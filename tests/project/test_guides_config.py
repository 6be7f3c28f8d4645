"""Guides that ``conf.py`` declares wrongly are refused before anything is read."""

from __future__ import annotations

from typing import Any
from unittest import mock

import pytest
from sphinx.builders import Builder
from sphinx.errors import ConfigError

from projects import Project
from sphinx_questions.bank.query import Query
from sphinx_questions.config import settings_of

QUESTION = """
    # Home

    :::{question} What is it?
    :id: PY-001
    :technology: python
    :level: beginner

    The answer.
    :::
    """


@pytest.mark.parametrize(
    ("guides", "message"),
    [
        ([{}], r"questions_guides\[0\] has no 'name'; write one"),
        (["all"], r"questions_guides\[0\] is 'all'; write a dictionary"),
        ([{"name": "a", "forn": "x"}], r"unknown key 'forn'.*Did you mean 'form'"),
        ([{"name": "a", "form": "x"}], r"questions_guides\[0\]: the form is 'x'"),
        ([{"name": "a/b"}], r"questions_guides\[0\]: the guide's name is 'a/b'"),
        (
            [{"name": "a", "technology": "pyton"}],
            r"questions_guides\[0\]: 'technology' is 'pyton'.*Did you mean 'python'",
        ),
        ([{"name": "a", "level": ["beginner", "x"]}], r"'level' is 'x'; write one of"),
        ([{"name": "a", "difficulty": 11}], r"'difficulty' is '11'; write a number"),
        (
            [{"name": "a"}, {"name": "A"}],
            r"questions_guides\[1\] has the name 'A', which another guide has too",
        ),
    ],
)
def test_wrong_guide_is_refused(project: Project, guides: Any, message: str) -> None:  # noqa: ANN401 – wrong on purpose
    """A guide that means nothing is an error that says what to write."""
    project.configure(questions_guides=guides)
    project.write({"index.md": QUESTION})
    with pytest.raises(ConfigError, match=message):
        project.build("dummy")


def test_selection_is_read_as_in_a_list(project: Project) -> None:
    """Keys, lists of keys, numbers and ranges select what they do in a list."""
    project.configure(
        questions_guides=[
            {
                "name": "a",
                "technology": ["python", "machine-learning"],
                "level": "beginner",
                "difficulty": (1, 3),
                "topics": ["x", "y"],
            }
        ]
    )
    project.write({"index.md": QUESTION})
    build = project.build("dummy")
    (guide,) = settings_of(build.app.config).guides
    assert guide.query == Query(
        technologies=("python", "machine-learning"),
        levels=("beginner",),
        topics=("x", "y"),
        difficulties=(1, 3),
    )


def test_empty_guide_is_an_error_of_the_configuration(project: Project) -> None:
    """A declared guide that no question belongs to stops its builder."""
    project.configure(questions_guides=[{"name": "hard", "level": "advanced"}])
    project.write({"index.md": QUESTION})
    with pytest.raises(ConfigError, match="no question belongs to the guide 'hard'"):
        project.build("typst")


def test_guides_do_not_make_sphinx_read_again(project: Project) -> None:
    """What guides there are changes no page, and so reads no document."""
    project.write({"index.md": QUESTION})
    project.build("text")
    project.configure(questions_guides=[], questions_pdf_paper="a5")
    with mock.patch.object(
        Builder, "read_doc", autospec=True, side_effect=Builder.read_doc
    ) as read:
        project.build("text")
    assert read.call_count == 0
