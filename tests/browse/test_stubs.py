"""The files of the index pages: what is written, when, and over what."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any, Final
from unittest import mock

import pytest
from sphinx.errors import ExtensionError

from bank_to_browse import CONF
from markups import MYST, complaint
from projects import Project

FOLDER: Final = "questions/browse"

PYTHON: Final[dict[str, Any]] = {"questions_technologies": {"python": {}, "go": {}}}


@pytest.fixture
def bank(project: Project) -> Project:
    """Return a bank of two technologies and one question."""
    project.configure(**PYTHON)
    project.write({"index.md": MYST.page(MYST.question())})
    return project


def stubs(project: Project, folder: str = FOLDER) -> dict[str, tuple[bytes, int]]:
    """Return content and time of every file in the folder of the index pages."""
    top = project.source / folder
    return {
        path.relative_to(top).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(top.rglob("*"))
        if path.is_file()
    }


def refuse_writing(path: Path, _data: bytes) -> int:
    """Do what a file system does that cannot be written."""
    raise OSError(errno.EROFS, "Read-only file system", str(path))


def test_a_file_a_view(bank: Project) -> None:
    """There is one file for all, each technology, level, pair, and the topics."""
    bank.build("dummy")
    levels = ("beginner", "intermediate", "advanced")
    assert set(stubs(bank)) == {
        ".gitignore",
        "index.rst",
        "topics.rst",
        *(f"{name}.rst" for name in ("python", "go", *levels)),
        *(f"{name}/{level}.rst" for name in ("python", "go") for level in levels),
    }


def test_content_is_constant(bank: Project, tmp_path: Path) -> None:
    """A file says which view it is and nothing about the bank, so it never changes."""
    bank.build("dummy")
    other = Project(tmp_path / "other", pages=True)
    other.configure(**PYTHON, questions_levels=CONF["questions_levels"])
    other.write({"index.md": MYST.page(MYST.question(), MYST.question("PY-002"))})
    other.build("dummy")
    contents = [{n: b for n, (b, _) in stubs(p).items()} for p in (bank, other)]
    assert contents[0] == contents[1]
    assert contents[0]["python/advanced.rst"] == (
        b".. Written by sphinx-questions, and written again by every build.\n\n"
        b":orphan:\n\n.. questions:view::\n   :technology: python\n"
        b"   :level: advanced\n"
    )


def test_right_files_are_not_touched(bank: Project) -> None:
    """A second build leaves the files alone, also after an edit of a question."""
    bank.build("dummy")
    before = stubs(bank)
    bank.write({"index.md": MYST.page(MYST.question(title="What else?"))})
    bank.build("dummy")
    assert stubs(bank) == before


def test_changed_file_is_written_again(bank: Project) -> None:
    """A file of ours that was edited, or is of an older version, is made right."""
    bank.build("dummy")
    before = stubs(bank)
    path = bank.source / FOLDER / "python.rst"
    path.write_text(path.read_text("utf-8") + "More.\n", encoding="utf-8")
    bank.build("dummy")
    after = stubs(bank)
    assert {n: b for n, (b, _) in after.items()} == {
        n: b for n, (b, _) in before.items()
    }
    assert [n for n in after if after[n] != before[n]] == ["python.rst"]


def test_ignore_file_names_our_files(bank: Project) -> None:
    """The .gitignore names every file of ours, in this folder only, and no other."""
    bank.write({f"{FOLDER}/notes.rst": ":orphan:\n\nNotes\n=====\n"})
    bank.build("dummy")
    ours = sorted(set(stubs(bank)) - {"notes.rst"})
    assert len(ours) == 14
    assert stubs(bank)[".gitignore"][0].decode() == "".join(
        [
            "# Written by sphinx-questions, and written again by every build.\n",
            *(f"/{name}\n" for name in ours),
        ]
    )


def test_foreign_ignore_file_is_kept(bank: Project) -> None:
    """A .gitignore of somebody else is left alone, and is no error."""
    bank.write({f"{FOLDER}/.gitignore": "/drafts/\n"})
    assert bank.build("dummy").warnings == ()
    assert stubs(bank)[".gitignore"][0] == b"/drafts/\n"
    assert "python.rst" in stubs(bank)


@pytest.mark.parametrize(
    "name", ["python.rst", "python/advanced.rst", "index.md", "go/beginner.md"]
)
def test_foreign_file_is_kept(bank: Project, name: str) -> None:
    """A file of somebody else where ours belongs stops the build, and is named."""
    path = f"{FOLDER}/{name}"
    bank.write({path: "Mine\n====\n"})
    with pytest.raises(ExtensionError) as error:
        bank.build("dummy")
    assert str(error.value) == (
        f"{bank.source / path} stands where an index page belongs, and was not "
        "written by this extension; move it away, or set questions_pages to another "
        "folder"
    )
    assert (bank.source / path).read_text("utf-8") == "Mine\n====\n"
    assert list(stubs(bank)) == [name]


def test_foreign_file_beside_ours_is_kept(bank: Project) -> None:
    """A document that somebody wrote into the folder is built like any other."""
    bank.write({f"{FOLDER}/notes.rst": ":orphan:\n\nNotes\n=====\n"})
    build = bank.build()
    assert build.warnings == ()
    assert build.page(f"{FOLDER}/notes").h1 is not None


def test_stale_files_go_with_their_output(bank: Project) -> None:
    """When a technology is no longer declared, its files and pages are removed."""
    bank.configure(**PYTHON, html_copy_source=True)
    for builder in ("html", "text"):
        bank.build(builder)
    stale = [bank.source / FOLDER / "go.rst", bank.source / FOLDER / "go"]
    written = [
        bank.root / "html" / FOLDER / "go.html",
        bank.root / "html" / FOLDER / "go" / "advanced.html",
        bank.root / "html" / "_sources" / FOLDER / "go.rst.txt",
        bank.root / "text" / FOLDER / "go.txt",
    ]
    assert all(path.exists() for path in (*stale, *written))
    bank.configure(questions_technologies={"python": {}}, html_copy_source=True)
    for builder in ("html", "text"):
        assert bank.build(builder).warnings == ()
    assert [path for path in (*stale, *written) if path.exists()] == []
    assert (bank.source / FOLDER / "python.rst").exists()


def test_another_folder(bank: Project) -> None:
    """The pages stand in the folder that the project names."""
    bank.configure(**PYTHON, questions_pages="all/by-kind")
    build = bank.build()
    assert build.warnings == ()
    assert build.page("all/by-kind/python/beginner").h1 is not None
    assert not (bank.source / "questions").exists()


def test_no_pages(bank: Project) -> None:
    """Without a folder nothing is written into the sources."""
    bank.configure(**PYTHON, questions_pages=None)
    before = {path.name for path in bank.source.rglob("*")}
    build = bank.build()
    assert build.warnings == ()
    assert {path.name for path in bank.source.rglob("*")} == before


@pytest.mark.parametrize("pages", ["questions", "questions/browse/all", "other", None])
def test_files_of_the_folder_before_are_removed(
    bank: Project, pages: str | None
) -> None:
    """When the pages move or are switched off, the old files and pages are removed."""
    for builder in ("html", "text"):
        bank.build(builder)
    bank.configure(**PYTHON, questions_pages=pages)
    for builder in ("html", "text"):
        build = bank.build(builder)
        assert build.warnings == ()
        folders = {path.parent for path in build.outdir.rglob("topics.*")}
        folders.discard(build.outdir / "_sources" / str(pages))
        assert folders == ({build.outdir / pages} if pages else set())
    tops = {p.parent for p in bank.source.rglob(".gitignore")}
    assert tops == ({bank.source / pages} if pages else set())
    files = {path for path in bank.source.rglob("*") if path.is_file()}
    assert {path.name for path in files - set(bank.source.glob("*"))} == {
        Path(name).name for name in (stubs(bank, pages) if pages else ())
    }
    assert (bank.source / "questions").exists() == (pages or "").startswith("questions")


@pytest.mark.parametrize("pages", ["other", None])
def test_foreign_files_of_the_folder_before_are_kept(
    bank: Project, pages: str | None
) -> None:
    """When the pages move, what authors wrote where they were stays, with its page."""
    mine = {
        f"{FOLDER}/.gitignore": "/drafts/\n",
        f"{FOLDER}/notes.rst": ":orphan:\n\nNotes\n=====\n",
        f"{FOLDER}/go/own.rst": ":orphan:\n\nOwn\n===\n",
    }
    bank.write(mine)
    bank.build()
    bank.configure(**PYTHON, questions_pages=pages)
    build = bank.build()
    assert build.warnings == ()
    assert {f"{FOLDER}/{name}": b.decode() for name, (b, _) in stubs(bank).items()} == (
        mine
    )
    assert build.page(f"{FOLDER}/notes").h1 is not None


@pytest.mark.parametrize(
    ("option", "what"),
    [
        (":technology: rust", "the technology 'rust'"),
        (":technology: python\n   :level: expert", "the level 'expert'"),
        (":technology: rust\n   :level: expert", "the technology 'rust'"),
    ],
)
def test_page_of_what_is_not_declared(bank: Project, option: str, what: str) -> None:
    """A page of an undeclared word is empty; a warning says which file to remove."""
    text = f":orphan:\n\n.. questions:view::\n   {option}\n"
    bank.write({"old/left.rst": text})
    build = bank.build()
    assert build.warnings == (
        complaint(
            "old/left.rst:3",
            f"questions:view: {what} is not declared; remove the file old/left.rst, "
            "or declare it in conf.py",
            "query",
        ),
    )
    assert build.page("old/left").select(".question-index") == []


def test_read_only_sources_with_right_files(bank: Project) -> None:
    """Sources that cannot be written build when the files are already right."""
    bank.build("dummy")
    with mock.patch.object(Path, "write_bytes", refuse_writing):
        assert bank.build("text").warnings == ()


def test_read_only_sources_without_files(bank: Project) -> None:
    """Sources that cannot be written and lack a file stop the build, with a way out."""
    with (
        mock.patch.object(Path, "write_bytes", refuse_writing),
        pytest.raises(ExtensionError) as error,
    ):
        bank.build("text")
    message = str(error.value)
    path = bank.source / FOLDER / "index.rst"
    assert message.startswith(f"the index page {path} cannot be written: ")
    assert message.endswith(
        "Read-only file system: "
        f"'{path}'. Build once where the sources can be written, or set "
        "questions_pages to another folder or None"
    )


def test_read_only_sources_with_a_stale_file(bank: Project) -> None:
    """A stale file that cannot be removed stops the build, and is named."""
    bank.build("dummy")
    bank.configure(questions_technologies={"python": {}})
    with (
        mock.patch.object(Path, "unlink", side_effect=OSError(errno.EROFS, "no")),
        pytest.raises(ExtensionError) as error,
    ):
        bank.build("text")
    assert str(bank.source / FOLDER / "go") in str(error.value)


@pytest.mark.parametrize(
    "suffixes",
    [
        {".txt": "restructuredtext", ".md": "markdown"},
        {".md": "markdown", ".rest": "restructuredtext"},
    ],
)
def test_files_have_the_suffix_of_the_project(
    bank: Project, suffixes: dict[str, str]
) -> None:
    """The files have the suffix that the project reads as reStructuredText."""
    bank.configure(**PYTHON, source_suffix=suffixes)
    build = bank.build()
    assert build.warnings == ()
    suffix = next(s for s, parser in suffixes.items() if parser != "markdown")
    assert (bank.source / FOLDER / f"python{suffix}").exists()
    assert build.page(f"{FOLDER}/python").h1 is not None


def test_project_without_restructuredtext(bank: Project) -> None:
    """Where nothing is read as reStructuredText, an error says what to write."""
    bank.configure(**PYTHON, source_suffix={".md": "markdown"})
    with pytest.raises(ExtensionError, match="questions_pages = None"):
        bank.build()
