"""``sphinx-questions editor``: snippets and schemas."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from commands import call, declare
from projects import Project

NAMES = (
    "sphinx-questions.code-snippets",
    "sphinx-questions.schema.json",
    "sphinx-questions-check.schema.json",
)


@pytest.fixture
def index_pages() -> bool:
    """Say that projects have index pages, in whose toctrees the questions hang."""
    return True


@pytest.fixture
def folder(project: Project) -> Path:
    """Return the folder with what the command wrote for a small bank."""
    declare(project, "")
    project.configure(questions_topics={"lists": "", "a|b": ""})
    project.write({"index.md": "# Home\n"})
    result = call("editor", str(project.source))
    assert result.exit_code == 0, result.output
    return project.root / ".vscode"


def snippets(folder: Path) -> dict[str, Any]:
    """Return the snippets, without the comment above them."""
    text = (folder / NAMES[0]).read_text(encoding="utf-8")
    assert text.startswith("// Written by sphinx-questions editor")
    found: dict[str, Any] = json.loads(text.partition("\n")[2])
    return found


def test_writes_three_files(folder: Path) -> None:
    """They stand in the project's folder for VS Code."""
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)


def test_snippets(folder: Path) -> None:
    """They offer the project's words; what VS Code reads is escaped."""
    found = snippets(folder)
    assert len(found) == 6
    body = found["Question (.md)"]["body"]
    assert body[0] == ":::::{question} ${6:The question asked}"
    assert ":technology: ${2|python,machine-learning|}" in body
    assert ":level: ${3|beginner,intermediate,advanced|}" in body
    assert r":topics: ${5|lists,a\|b|}" in body
    assert "## Follow-up questions" in body
    rst = found["Question (.rst)"]["body"]
    assert rst[:2] == [".. question:: ${6:The question asked}", "   :id: ${1:ID}"]
    assert found["Link to a question (.rst)"]["body"] == [":question:`${1:ID}`"]


@pytest.mark.parametrize("suffix", ["md", "rst"])
def test_snippets_build(project: Project, folder: Path, suffix: str) -> None:
    """What the snippets insert, filled in, builds without a warning."""
    found = snippets(folder)
    texts = [
        "\n".join(found[f"{name} (.{suffix})"]["body"])
        for name in ("Question", "List of questions", "Link to a question")
    ]
    filled = "\n\n".join(texts).replace("${1:ID}", "PY-001")
    filled = re.sub(r"\$\{\d+\|([^,|]+).*?(?<!\\)\|\}", r"\1", filled)
    filled = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", filled)
    filled = filled.replace(":level: python", ":level: beginner")
    project.write({f"bank.{suffix}": f"Bank\n====\n\n{filled}\n"})
    build = project.build()
    assert build.warnings == ()
    assert build.catalogue["PY-001"].technology == "python"


GOOD: dict[str, Any] = {"id": "PY-001", "technology": "python", "level": "beginner"}


@pytest.mark.parametrize(
    ("options", "good"),
    [
        ({}, True),
        ({"difficulty": 4, "topics": ["lists"], "reviewed": "2026-11-25"}, True),
        ({"requires": ["PY-002"], "related": [], "class": "wide"}, True),
        ({"level": "advanced", "difficulty": 9}, True),
        ({"id": "py 1"}, False),
        ({"id": "PY-001x"}, False),
        ({"technology": "ruby"}, False),
        ({"level": "expert"}, False),
        ({"difficulty": 5}, False),
        ({"difficulty": "hard"}, False),
        ({"level": "advanced", "difficulty": 5}, False),
        ({"topics": ["tuples"]}, False),
        ({"topics": "lists"}, False),
        ({"requires": ["?"]}, False),
        ({"reviewed": "yesterday"}, False),
        ({"tags": ["lists"]}, False),
    ],
)
def test_options(folder: Path, options: dict[str, Any], good: object) -> None:
    """The schema accepts what the directive accepts, and nothing else."""
    schema = json.loads((folder / NAMES[1]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid({**GOOD, **options}) is good
    assert not validator.is_valid({"id": "PY-001"})


def test_rules(folder: Path) -> None:
    """The schema of the rules is there as a file."""
    schema = json.loads((folder / NAMES[2]).read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid({"words": {"answer": [80, 200]}})
    assert not validator.is_valid({"wrods": {"answer": [80, 200]}})


def test_again(project: Project, folder: Path) -> None:
    """What the command wrote it leaves, and writes again for new words."""
    result = call("editor", str(project.source))
    assert result.stdout.count(": unchanged") == 3
    project.configure(questions_technologies={"ruby": {}, "sql": {}})
    result = call("editor", str(project.source))
    assert (result.stdout.count("written"), result.stdout.count("unchanged")) == (2, 1)
    assert ":technology: ${2|ruby,sql|}" in snippets(folder)["Question (.md)"]["body"]


@pytest.mark.parametrize("name", NAMES)
def test_never_over_the_work_of_others(
    project: Project, folder: Path, name: str
) -> None:
    """A file that somebody edited stays, and so do all others; --force overrules."""
    project.configure(questions_technologies={"ruby": {}})
    path = folder / name
    path.write_text(f"{path.read_text(encoding='utf-8')} ", encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    result = call("editor", str(project.source))
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{name}: edited, or not written by this command" in result.stderr
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    result = call("editor", str(project.source), "--force")
    assert result.exit_code == 0
    assert path.read_bytes() != before[path]


def test_foreign_file(project: Project, folder: Path) -> None:
    """A file of the same name that never was the command's stays."""
    (folder / NAMES[1]).write_text("{}", encoding="utf-8")
    assert call("editor", str(project.source)).exit_code == 2
    assert (folder / NAMES[1]).read_text(encoding="utf-8") == "{}"
