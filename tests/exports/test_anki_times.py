"""When a card counts as changed."""

from __future__ import annotations

import os
import subprocess

import pytest

from decks import THEN, Package, question, touch
from projects import Project

DAY = 86_400

FILES = {
    "index.md": """
        # Bank

        ```{toctree}
        :glob:

        q/*
        ```
        """,
    "q/one.md": question("PY-001", "\n```{literalinclude} /code.py\n```\n"),
    "q/two.md": question("PY-002"),
    "code.py": "print(1)\n",
}


@pytest.fixture
def bank(project: Project) -> Project:
    """Return a bank of two questions, one of which includes a file."""
    project.write(FILES)
    touch(project)
    return project


def times(project: Project) -> tuple[int, int]:
    """Build and return when the two questions were changed."""
    build = project.build("anki", fresh=True)
    assert build.warnings == ()
    notes = Package(build.outdir / "question-bank.apkg").notes
    return notes["PY-001"].changed, notes["PY-002"].changed


def git(project: Project, *arguments: str, time: int = THEN) -> None:
    """Run Git in the project, at some time."""
    env = {
        **os.environ,
        "GIT_COMMITTER_DATE": f"@{time} +0000",
        "GIT_AUTHOR_DATE": f"@{time} +0000",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    names = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(  # noqa: S603 – nothing in it comes from outside
        ["git", *names, *arguments],  # noqa: S607 – whichever there is
        cwd=project.source,
        env=env,
        check=True,
        capture_output=True,
    )


def commit(project: Project, time: int) -> None:
    """Commit everything, and set the clocks of all files to another time."""
    git(project, "add", "-A")
    git(project, "commit", "-m", "x", time=time)
    touch(project, THEN + 100 * DAY)


def test_files_tell_the_time(bank: Project) -> None:
    """Without Git a card is as new as its file, or what that includes."""
    assert times(bank) == (THEN, THEN)
    touch(bank, THEN + DAY, "q/two.md")
    assert times(bank) == (THEN, THEN + DAY)
    touch(bank, THEN + 2 * DAY, "code.py")
    assert times(bank) == (THEN + 2 * DAY, THEN + DAY)


def test_nothing_is_later_than_the_epoch(
    bank: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOURCE_DATE_EPOCH is the latest time that a deck has."""
    touch(bank, THEN - DAY, "q/two.md")
    touch(bank, THEN + DAY, "q/one.md")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(THEN))
    assert times(bank) == (THEN, THEN - DAY)


def test_git_knows_better_than_the_files(bank: Project) -> None:
    """In a repository the last commit counts: files are as old as their checkout."""
    git(bank, "init", "-b", "main")
    commit(bank, THEN + DAY)
    assert times(bank) == (THEN + DAY, THEN + DAY)
    bank.write({"q/two.md": question("PY-002", "\nMore.")})
    commit(bank, THEN + 3 * DAY)
    assert times(bank) == (THEN + DAY, THEN + 3 * DAY)


def test_an_edit_that_is_not_committed(bank: Project) -> None:
    """What is not committed is as new as its file."""
    git(bank, "init", "-b", "main")
    commit(bank, THEN + DAY)
    bank.write({"q/two.md": question("PY-002", "\nMore.")})
    touch(bank, THEN + 5 * DAY, "q/two.md")
    assert times(bank) == (THEN + DAY, THEN + 5 * DAY)
    git(bank, "add", "-A")
    assert times(bank) == (THEN + DAY, THEN + 5 * DAY)


def test_what_is_merged_is_as_new_as_the_merge(bank: Project) -> None:
    """An edit counts from when it came, perhaps long after it was written; no other."""
    git(bank, "init", "-b", "main")
    commit(bank, THEN)
    git(bank, "checkout", "-b", "edit")
    bank.write({"q/two.md": question("PY-002", "\nMore.")})
    commit(bank, THEN + DAY)
    git(bank, "checkout", "main")
    bank.write({"q/one.md": question("PY-001", "\nMore.")})
    commit(bank, THEN + 2 * DAY)
    git(bank, "merge", "--no-ff", "-m", "m", "edit", time=THEN + 9 * DAY)
    touch(bank, THEN + 100 * DAY)
    assert times(bank) == (THEN + 2 * DAY, THEN + 9 * DAY)


def test_sources_in_a_folder_of_the_repository(bank: Project) -> None:
    """The repository may be larger than the bank, and have odd names."""
    bank.write({"q/ß ü.md": question("PY-003")})
    git(bank, "init", "-b", "main", "..")
    commit(bank, THEN + DAY)
    build = bank.build("anki")
    notes = Package(build.outdir / "question-bank.apkg").notes
    assert {note.changed for note in notes.values()} == {THEN + DAY}


def test_repository_without_a_commit(bank: Project) -> None:
    """Where nothing was committed yet, the files tell the time."""
    git(bank, "init", "-b", "main")
    assert times(bank) == (THEN, THEN)
