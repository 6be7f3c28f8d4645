"""The commands and the example of the pages on using a bank elsewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docs_examples import PAGES
from projects import Project

COMMANDS = re.findall(
    r"python (-m sphinx -b (\S+) docs (\S+))",
    (PAGES / "use-the-bank-elsewhere.md").read_text("utf-8"),
)

#: What each builder leaves in its folder.
FILES = {
    "questions-json": "questions.json",
    "anki": "question-bank.apkg",
    "epub": "guides/question-bank.epub",
    "typst": "question-bank.pdf",
}


@pytest.mark.parametrize(("command", "builder", "folder"), COMMANDS)
def test_the_command_makes_the_file(
    tmp_path: Path, command: str, builder: str, folder: str
) -> None:
    """Each command of the page works as it stands, and leaves what it promises."""
    (tmp_path / "docs").mkdir()
    for name in ("conf.py", "index.md"):
        shutil.copy(PAGES / "json-catalogue" / name, tmp_path / "docs")
    index = tmp_path / "docs/index.md"
    index.write_text(index.read_text("utf-8").split("To know first")[0], "utf-8")
    subprocess.run(  # noqa: S603 – the interpreter itself
        [sys.executable, *command.split()],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert (tmp_path / folder / FILES[builder]).stat().st_size > 0


def test_every_builder_is_in_the_table() -> None:
    """The table names each builder of this extension once."""
    assert sorted(builder for _command, builder, _folder in COMMANDS) == sorted(FILES)


def test_another_bank_is_shown(tmp_path: Path) -> None:
    """The example shows and links a question of the bank that it names."""
    git = Project(tmp_path / "git")
    git.configure(
        questions_json=True,
        html_baseurl="https://git.example/",
        questions_technologies={"git": {}},
    )
    git.write(
        {
            "index.md": """
                # Git

                :::::{question} What is a commit?
                :id: GIT-001
                :level: beginner

                A snapshot of all files, with a message.
                :::::
                """
        }
    )
    catalogue = git.build().outdir / "questions.json"
    docker = Project(tmp_path / "docker")
    for path in (PAGES / "json-catalogue").iterdir():
        shutil.copy(path, docker.source)
    shutil.copy(catalogue, docker.source)
    build = docker.build()
    assert build.warnings == ()
    links = {str(a["href"]) for a in build.page().select("a.external")}
    assert "https://git.example/index.html#git-001" in links
    assert build.page().get_text().count("What is a commit?") >= 2
