"""Anchors follow from IDs; what would clash with one is reported."""

from __future__ import annotations

import pytest
from bs4 import Tag

from markups import Markup, both_markups, complaint, line_of, shown
from projects import Build, Project


def ids(build: Build) -> list[str]:
    """Return every anchor of the page's own content."""
    return [str(tag["id"]) for tag in build.page().select("[role=main] [id]")]


def holder(build: Build, anchor: str) -> Tag:
    """Return the one element with an anchor."""
    (found,) = build.page().select(f"#{anchor}")
    return found


def points(markup: Markup) -> str:
    """Return a question with a section."""
    return markup.question("PY-001", "Yes.", markup.heading("Key points"), "Points.")


@both_markups
def test_anchors_follow_from_the_id(project: Project, markup: Markup) -> None:
    """A question is at its ID, its sections at that and their key."""
    project.write({markup.file: markup.page(points(markup))})
    build = project.build()
    assert build.warnings == ()
    assert holder(build, "py-001").name == "article"
    assert holder(build, "py-001-key-points").name == "section"


@pytest.mark.parametrize("heading", ["PY 001", "PY 001 key points"])
@both_markups
def test_heading_before_has_the_anchor(
    project: Project, markup: Markup, heading: str
) -> None:
    """A heading above that took the anchor keeps it; the question is shown."""
    page = markup.page(markup.heading(heading), "Text.", points(markup))
    project.write({markup.file: page})
    build = project.build()
    anchor = heading.lower().replace(" ", "-")
    (warning,) = build.warnings
    assert warning.split(": WARNING: ") == [
        f"{markup.file}:{line_of(page, 'What is it?')}",
        (
            f"the anchor {anchor!r} of this question is already taken on the page by a "
            "section; rename that target or heading, or give the question another ID "
            "[questions.anchor]"
        ),
    ]
    assert len(ids(build)) == len(set(ids(build)))
    assert holder(build, anchor).select("h2")[0].get_text() == f"{heading}¶"
    assert "Yes." in shown(build)
    assert build.card("PY-001")["id"] == build.catalogue["PY-001"].anchor


@pytest.mark.parametrize("heading", ["PY 001", "PY 001 key points"])
@both_markups
def test_heading_after_wants_the_anchor(
    project: Project, markup: Markup, heading: str
) -> None:
    """A heading below whose anchor the question has is reported at the heading."""
    page = markup.page(points(markup), markup.heading(heading), "Text.")
    project.write({markup.file: page})
    build = project.build()
    line = line_of(page, heading) + (markup.suffix == "rst")
    anchor = heading.lower().replace(" ", "-")
    assert build.warnings == (
        complaint(
            f"{markup.file}:{line}",
            f"the anchor {anchor!r} of this heading is "
            "already taken on the page by a question; rename the heading, or give the "
            "question another ID",
            "anchor",
        ),
    )
    assert len(ids(build)) == len(set(ids(build)))
    assert holder(build, anchor).name in {"article", "section"}
    assert "data-section" in holder(build, anchor).attrs or anchor == "py-001"
    assert f"{heading}¶ Text." in shown(build)


@pytest.mark.parametrize("first", [True, False], ids=["before", "after"])
@both_markups
def test_target_wants_the_anchor(
    project: Project, markup: Markup, *, first: bool
) -> None:
    """A target named like a question keeps the label, before it and behind it."""
    target = f"{markup.target('py-001')}\n\nText."
    blocks = [target, points(markup)] if first else [points(markup), target]
    page = markup.page(*blocks, markup.role("words <py-001>", "ref"))
    project.write({markup.file: page})
    build = project.build()
    place = f"{markup.file}:{line_of(page, 'What is it?')}: WARNING: "
    assert build.warnings[-1] == (
        f"{place}the label 'py-001' of this question is already used in 'index'; "
        "rename that label, or give the question another ID [questions.anchor]"
    )
    assert [warning for warning in build.warnings if place not in warning] == []
    assert len(ids(build)) == len(set(ids(build)))
    assert "Yes." in shown(build)
    assert "Text." in shown(build)


@both_markups
def test_label_of_another_document(project: Project, markup: Markup) -> None:
    """A label of another document stays its own; the question keeps its anchor."""
    index = markup.page(
        markup.directive("toctree", "", "other"),
        points(markup),
        markup.role("py-001", "ref"),
    )
    other = markup.page(markup.target("py-001"), markup.heading("Elsewhere"), "Text.")
    project.write({markup.file: index, f"other.{markup.suffix}": other})
    build = project.build()
    assert build.warnings == (
        complaint(
            f"{markup.file}:{line_of(index, 'What is it?')}",
            "the label 'py-001' of this question is already used in 'other'; rename "
            "that label, or give the question another ID",
            "anchor",
        ),
    )
    assert build.card("PY-001")["id"] == "py-001"
    link = build.page().select_one('a[href="other.html#py-001"] .std-ref')
    assert link is not None
    assert link.get_text() == "Elsewhere"


@both_markups
def test_anchor_warnings_can_be_silenced(project: Project, markup: Markup) -> None:
    """Clashes of anchors are silenced by their name."""
    project.configure(suppress_warnings=["questions.anchor"])
    page = markup.page(
        f"{markup.target('py-001')}\n\nText.",
        points(markup),
        markup.heading("PY 001 key points"),
    )
    project.write({markup.file: page})
    assert project.build().warnings == ()
