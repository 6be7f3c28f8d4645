"""What an author is told of a question whose fence is too short."""

from __future__ import annotations

import pytest

from markups import MYST, complaint, shown
from projects import Project

HEAD = "{question} What is it?\n:id: PY-001\n:technology: python\n:level: beginner\n\n"


@pytest.mark.parametrize(
    ("fence", "inner"),
    [
        (":::", ":::{note}\nMind this.\n:::"),
        ("```", "```{note}\nMind this.\n```"),
        ("```", "```python\nmind = this\n```"),
    ],
)
def test_block_with_the_fence_of_the_question(
    project: Project, fence: str, inner: str
) -> None:
    """A question that a block in it ends is reported, and what to do about it."""
    question = f"{fence}{HEAD}Yes.\n\n{inner}\n\nMore.\n{fence}"
    project.write({"index.md": MYST.page(question)})
    build = project.build()
    expected = complaint(
        "index.md:3",
        f"this question ends too early: a block in it is fenced with {fence} as well, "
        "and its end is taken for that of the question; fence the question with more",
        "section",
    )
    assert [w for w in build.warnings if "questions." in w] == [expected]
    assert "More." in shown(build)


@pytest.mark.parametrize(
    ("fence", "inner"),
    [
        ("::::", ":::{note}\nMind this.\n:::"),
        (":::", "```{note}\nMind this.\n```"),
        (":::", "```\n:::{note}\n```"),
        ("````", "```python\nmind = this\n```"),
    ],
)
def test_fence_that_is_long_enough(project: Project, fence: str, inner: str) -> None:
    """A question whose fence is another one than those in it is whole."""
    question = f"{fence}{HEAD}Yes.\n\n{inner}\n\nMore.\n{fence}"
    project.write({"index.md": MYST.page(question)})
    build = project.build()
    assert build.warnings == ()
    assert "More." in build.card("PY-001").get_text()
