"""What becomes of documents that are not saved as UTF-8."""

from __future__ import annotations

import pytest
from sphinx.errors import SphinxError

from commands import call, check
from markups import MYST, REST, Markup, both_markups, complaint
from projects import Project


def write_windows(project: Project, markup: Markup) -> str:
    """Write a document as old editors do; return its name."""
    text = markup.page(markup.question("PY-002"), "Die Räumung.", title="Other")
    name = f"other.{markup.suffix}"
    (project.source / name).write_bytes(text.encode("cp1252"))
    return f"{name}:{text[: text.index('ä')].count(chr(10)) + 1}"


@both_markups
def test_document_is_named_and_the_others_are_built(
    project: Project, markup: Markup
) -> None:
    """A document in Windows-1252 is a warning with its line; the others are built."""
    project.write({markup.file: markup.page(markup.question())})
    place = write_windows(project, markup)
    text = "it is not UTF-8; save it as UTF-8. Until then this document is left out"
    build = project.build()
    assert build.warnings == (complaint(place, text, "character"),)
    assert [question.id for question in build.catalogue] == ["PY-001"]
    assert project.build().warnings == build.warnings


def test_document_that_was_utf8(project: Project) -> None:
    """What a document said is forgotten when it is saved in another encoding."""
    project.write({"index.md": MYST.page(MYST.question())})
    project.write({"other.md": MYST.page(MYST.question("PY-002"))})
    assert len(project.build().catalogue) == 2
    write_windows(project, MYST)
    build = project.build()
    assert [question.id for question in build.catalogue] == ["PY-001"]
    project.write({"other.md": MYST.page(MYST.question("PY-002"))})
    assert len(project.build().catalogue) == 2


def test_root_document(project: Project) -> None:
    """Without its root document nothing can be built, and the error says why."""
    (project.source / "index.rst").write_bytes(
        REST.page("Die Räumung.").encode("cp1252")
    )
    with pytest.raises(SphinxError, match=r"index\.rst:4: it is not UTF-8; save"):
        project.build()
    result = call("check", str(project.source))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "index.rst:4: it is not UTF-8; save it as UTF-8\n" in result.stderr


def test_check(project: Project) -> None:
    """The check reports the document as a finding, and goes on with the others."""
    project.write({"index.md": MYST.page(MYST.question(level="begginer"))})
    write_windows(project, MYST)
    assert [(f.path, f.code) for f in check(project)] == [
        ("index.md", "questions.level"),
        ("other.md", "questions.character"),
    ]


@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_byte_order_mark(project: Project, bom: str) -> None:
    """UTF-8 with a byte order mark is UTF-8."""
    text = bom + MYST.page(MYST.question(), "Die Räumung.")
    (project.source / "index.md").write_text(text, encoding="utf-8")
    assert project.build().warnings == ()
