"""Two questions with one ID: both reported on every build, and one of them used."""

from __future__ import annotations

from unittest import mock

from markups import Markup, both_markups, ignores_myst_include, line_of, shown
from projects import Build, Project
from sphinx_questions.domain import QuestionsDomain


def duplicate(first: str, second: str, winner: str, id_: str = "PY-001") -> str:
    """Return the warning at *first* of another question at *second*."""
    return (
        f"{first}: WARNING: the ID {id_!r} is used by another question too: "
        f"{second!r}; links go to {winner}. Give one of them an ID of its own "
        "[questions.duplicate]"
    )


def both_places(first: str, second: str, id_: str = "PY-001") -> tuple[str, str]:
    """Return the two warnings, where links go to the first."""
    return (
        duplicate(first, second, first, id_),
        duplicate(second, first, first, id_),
    )


def documents(markup: Markup, names: str = "ab") -> dict[str, str]:
    """Return an index that links to PY-001, and documents that all hold it."""
    pages = {
        f"{name}.{markup.suffix}": markup.page(markup.question(title=f"In {name}?"))
        for name in names
    }
    pages[markup.file] = markup.page(
        markup.directive("toctree", "", "\n".join(names)),
        f"Role: {markup.role('PY-001')}.",
        f"Label: {markup.role('py-001', 'ref')}.",
    )
    return pages


def links(build: Build) -> list[tuple[str, str]]:
    """Return where the two links of the index lead, and what they say."""
    found = build.page().select("[role=main] p a[href]")
    return [(str(link["href"]), link.get_text()) for link in found]


@both_markups
def test_in_one_document(project: Project, markup: Markup) -> None:
    """Both places are named, also when nothing was read; both texts are shown."""
    page = markup.page(
        markup.question("PY-001", "First text.", title="First?"),
        markup.question("PY-001", "Second text.", title="Second?"),
    )
    project.write({markup.file: page})
    build = project.build()
    places = [f"{markup.file}:{line_of(page, text)}" for text in ("First?", "Second?")]
    assert build.warnings == both_places(*places)
    assert project.build().warnings == build.warnings
    assert "First text." in shown(build)
    assert "Second text." in shown(build)
    ids = [str(tag["id"]) for tag in build.page().find_all(id=True)]
    assert len(ids) == len(set(ids))


@both_markups
def test_in_two_documents(project: Project, markup: Markup) -> None:
    """Both places are named on every build, and links go to the first."""
    project.write(documents(markup))
    build = project.build()
    first, second = (f"{name}.{markup.suffix}:{markup.first}" for name in "ab")
    assert build.warnings == both_places(first, second)
    assert links(build) == [("a.html#py-001", "In a?")] * 2
    assert project.build().warnings == build.warnings
    project.write({f"b.{markup.suffix}": documents(markup)[f"b.{markup.suffix}"]})
    assert project.build().warnings == build.warnings


@both_markups
def test_second_takes_over(project: Project, markup: Markup) -> None:
    """When the first is gone the second has the ID and the label, without an edit."""
    project.write(documents(markup))
    project.build()
    project.write({f"a.{markup.suffix}": markup.page("Text.")})
    build = project.build()
    assert build.warnings == ()
    assert build.catalogue["PY-001"].place.docname == "b"
    project.write({markup.file: documents(markup)[markup.file]})
    build = project.build()
    assert build.warnings == ()
    assert links(build) == [("b.html#py-001", "In b?")] * 2


@both_markups
def test_second_takes_over_from_a_lost_document(
    project: Project, markup: Markup
) -> None:
    """When the file of the first is deleted the second has the ID and the label."""
    project.write(documents(markup))
    project.build()
    (project.source / f"a.{markup.suffix}").unlink()
    project.write({markup.file: documents(markup, "b")[markup.file]})
    build = project.build()
    assert build.warnings == ()
    assert links(build) == [("b.html#py-001", "In b?")] * 2


@both_markups
def test_first_comes_back(project: Project, markup: Markup) -> None:
    """A new document with an ID that exists is reported at both places."""
    files = documents(markup)
    project.write({**files, f"a.{markup.suffix}": markup.page("Text.")})
    assert project.build().warnings == ()
    project.write({f"a.{markup.suffix}": files[f"a.{markup.suffix}"]})
    first, second = (f"{name}.{markup.suffix}:{markup.first}" for name in "ab")
    assert project.build().warnings == both_places(first, second)


@ignores_myst_include
@both_markups
def test_included_twice(project: Project, markup: Markup) -> None:
    """A file included in two documents is a duplicate of itself."""
    include = markup.page(markup.directive("include", "part.txt"))
    project.write(
        {
            markup.file: markup.page(markup.directive("toctree", "", "a\nb")),
            f"a.{markup.suffix}": include,
            f"b.{markup.suffix}": include,
            "part.txt": markup.question() + "\n",
        }
    )
    assert project.build().warnings == both_places("part.txt:1", "part.txt:1")


@both_markups
def test_in_parallel(project: Project, markup: Markup) -> None:
    """Documents read by different processes are reported like by one, in order."""
    names = [f"q{number:02}" for number in range(12)]
    project.write({markup.file: markup.page(markup.directive("toctree", "", *names))})
    for number, name in enumerate(names):
        question = markup.question(f"PY-{number % 6}")
        project.write({f"{name}.{markup.suffix}": markup.page(question)})
    with mock.patch.object(
        QuestionsDomain,
        "merge_domaindata",
        autospec=True,
        side_effect=QuestionsDomain.merge_domaindata,
    ) as merge:
        build = project.build(jobs=4)
    assert merge.call_count > 1
    places = [f"{name}.{markup.suffix}:{markup.first}" for name in names]
    pairs = zip(places[:6], places[6:], strict=True)
    assert build.warnings == tuple(
        warning
        for number, (first, second) in enumerate(pairs)
        for warning in both_places(first, second, f"PY-{number}")
    )
    assert project.build(jobs=4).warnings == build.warnings
    assert project.build(fresh=True).warnings == build.warnings
