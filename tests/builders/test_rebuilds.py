"""Builds in several processes, and builds after edits."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

import pytest
from sphinx.builders import Builder

from bank_of_three import FILES
from projects import Build, Project
from sphinx_questions.domain import QuestionsDomain

MANY = {
    f"q{number}.md": f"""
        :::::{{question}} Question number {number}?
        :id: PY-ADV-{number:03}
        :technology: python
        :level: advanced
        :related: PY-ADV-{(number + 1) % 20:03}

        Answer {number}.
        :::::
        """
    for number in range(20)
}
MANY["index.md"] = "# Bank\n\n```{toctree}\n:glob:\nq*\n```\n"


def pages(build: Build) -> dict[str, str]:
    """Return every HTML page of a build by name."""
    return {
        path.relative_to(build.outdir).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(Path(build.outdir).rglob("*.html"))
    }


def test_parallel_build_equals_serial_build(project: Project) -> None:
    """Four processes write byte for byte what one writes."""
    project.write(MANY)
    serial = project.build(out="serial", doctrees="serial-trees")
    with mock.patch.object(
        QuestionsDomain,
        "merge_domaindata",
        autospec=True,
        side_effect=QuestionsDomain.merge_domaindata,
    ) as merge:
        parallel = project.build(jobs=4, out="parallel", doctrees="parallel-trees")
    assert merge.call_count > 1
    assert parallel.warnings == serial.warnings == ()
    assert list(parallel.catalogue) == list(serial.catalogue)
    assert pages(parallel) == pages(serial)


def test_unchanged_project_reads_nothing(project: Project) -> None:
    """A second build without an edit reads no document again, so nothing loops."""
    project.write(FILES)
    project.build()
    with mock.patch.object(
        Builder, "read_doc", autospec=True, side_effect=Builder.read_doc
    ) as read:
        project.build()
    assert [call.args[1] for call in read.call_args_list] == []


def test_removed_question_leaves_the_catalogue(project: Project) -> None:
    """A question that was taken out is forgotten, and so is its label."""
    project.write(FILES)
    project.build()
    project.write({"python.md": "# Nothing\n"})
    build = project.build()
    assert "PY-BEG-001" not in build.catalogue
    assert "py-beg-001" not in build.app.env.domains.standard_domain.labels


def test_removed_document_leaves_the_catalogue(project: Project) -> None:
    """The questions of a deleted file are forgotten."""
    project.write(FILES)
    project.build()
    (project.source / "learning.rst").unlink()
    build = project.build()
    assert [q.id for q in build.catalogue] == ["PY-BEG-001"]


@pytest.mark.parametrize("builder", ["text", "html"])
def test_two_builds_in_one_process(tmp_path: Path, builder: str) -> None:
    """Projects built after each other in one process know only their own questions."""
    first, second = (
        Project(tmp_path / "first", pages=True),
        Project(tmp_path / "second", pages=True),
    )
    first.write(FILES)
    second.write({"index.md": MANY["q1.md"].replace(":related: PY-ADV-002\n", "")})
    second.configure(questions_technologies={"python": {"label": "Snake"}})
    first.build(builder)
    build = second.build(builder)
    assert build.warnings == ()
    assert [q.id for q in build.catalogue] == ["PY-ADV-001"]
    assert "Snake" in build.text("index.txt" if builder == "text" else "index.html")
