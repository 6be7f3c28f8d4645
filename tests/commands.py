"""The command, called as its users do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from click.testing import CliRunner

from sphinx_questions.cli.commands import command

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from projects import Project


class Found(NamedTuple):
    """What the check says of one place."""

    path: str
    line: int
    code: str
    severity: str
    id: str
    message: str


def call(*arguments: str, answers: str | None = None) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(command, arguments, input=answers)


def declare(project: Project, rules: str) -> None:
    """Write the project's editorial rules; nothing but they hold."""
    head = "similar = false\nrepeated-sentence = false\n"
    set_already = {line.split("=")[0].strip() for line in rules.splitlines()}
    kept = [x for x in head.splitlines() if x.split(" =")[0] not in set_already]
    table = "\n".join(["[tool.sphinx-questions.check]", *kept, rules])
    (project.root / "pyproject.toml").write_text(table, encoding="utf-8")


def check(project: Project, *arguments: str) -> list[Found]:
    """Check a project, and return everything that is found."""
    result = call("check", str(project.source), "--format", "json", *arguments)
    assert result.exit_code in {0, 1}, result.output
    report = json.loads(result.stdout)
    assert report["version"] == 1
    return [
        Found(
            path=finding["path"].rpartition("/")[2],
            line=finding["line"],
            code=finding["code"],
            severity=finding["severity"],
            id=finding["id"],
            message=finding["message"],
        )
        for finding in report["findings"]
    ]


def start(*arguments: str, folder: Path) -> subprocess.Popen[str]:
    """Start the command as a program in a folder, with temporary files below it."""
    (folder / "temporary").mkdir(exist_ok=True)
    return subprocess.Popen(  # noqa: S603 – the interpreter itself, no shell
        [sys.executable, "-m", "sphinx_questions", *arguments],
        cwd=folder,
        env={
            **os.environ,
            "TMPDIR": str(folder / "temporary"),
            "PYTHONUNBUFFERED": "1",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
