"""``sphinx-questions stats``: what it counts, as tables and as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bank_of_three import FILES
from commands import call
from markups import MYST
from projects import Project

CONF: dict[str, Any] = {
    "questions_levels": {
        "beginner": {"label": "Beginner", "difficulty": (1, 3)},
        "advanced": {"label": "Advanced", "difficulty": (4, 5)},
    },
    "questions_topics": {"data-model": "", "loops": ""},
}


@pytest.fixture
def source(project: Project) -> str:
    """Return the folder of a bank of three questions."""
    project.configure(**CONF)
    project.write(FILES)
    return str(project.source)


def test_json(source: str) -> None:
    """The JSON has every number, under documented keys."""
    result = call("stats", source, "--json")
    assert result.exit_code == 0
    report = json.loads(result.stdout)
    assert report["version"] == 1
    assert report["questions"] == 3
    assert report["coverage"][2] == {
        "technology": "machine-learning",
        "level": "beginner",
        "questions": 2,
        "difficulties": {"1": 1, "2": 1, "3": 0},
        "missing_difficulties": [3],
    }
    assert report["gaps"] == [["python", "advanced"], ["machine-learning", "advanced"]]
    assert report["unplaced"] == []
    assert report["amounts"] == {
        "answer_words": {"total": 8 + 5 + 7, "median": 7},
        "explanation_words": {"total": 17 + 7, "median": 7},
        "code_blocks": {"total": 1, "median": 0},
        "figures": {"total": 0, "median": 0},
        "sources": {"total": 1, "median": 0},
    }
    assert report["reviews"] == [
        {"id": "ML-BEG-001", "reviewed": None},
        {"id": "ML-BEG-002", "reviewed": None},
        {"id": "PY-BEG-001", "reviewed": "2026-11-23"},
    ]
    assert report["topics"] == {"data-model": 1, "loops": 0}


def test_tables(source: str) -> None:
    """The tables name gaps, are whole without a terminal, and have no colours."""
    result = call("stats", source)
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines[0] == "3 questions"
    assert "Technology Level 1 2 3 4 5 All" in lines
    assert "Python Beginner · 1 · 1" in lines
    assert "Machine Learning Beginner 1 1 · 2" in lines
    assert "Machine Learning, Beginner: none of 3" in lines
    assert "Python, Advanced: no question" in lines
    assert "Words of the answer 20 7" in lines
    assert "ML-BEG-001 never" in lines
    assert "2 never reviewed" in lines
    assert "loops 0" in lines


def test_long_names_are_not_cut(project: Project) -> None:
    """Without a terminal no name is too long."""
    name = "A technology whose name is very much longer than any terminal is wide " * 3
    project.configure(questions_technologies={"python": {"label": name.strip()}})
    project.write({"index.md": "# Home\n"})
    assert name.strip() in call("stats", str(project.source)).stdout


def test_markup_in_names(project: Project) -> None:
    """A name in square brackets is a name, not a colour."""
    project.configure(questions_technologies={"python": {"label": "[red]Python[/]"}})
    project.write({"index.md": "# Home\n"})
    assert "[red]Python[/]" in call("stats", str(project.source)).stdout


def test_what_nobody_has_written_is_not_counted(project: Project) -> None:
    """A source that is still to be written is none, nor is a section not declared."""
    project.configure(questions_sections={"sources": {}})
    sources = ("## Sources", "- To be written.\n- A book.")
    project.write({"index.md": MYST.page(MYST.question("PY-001", "Yes.", *sources))})
    result = call("stats", str(project.source))
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "Sources 1 1" in lines
    assert "Words of the answer 1 1" in lines
    assert not any("explanation" in line for line in lines)


def test_empty_bank(project: Project) -> None:
    """A bank without a question has numbers too."""
    project.configure(questions_technologies={})
    project.write({"index.md": "# Home\n"})
    result = call("stats", str(project.source))
    assert (result.exit_code, result.stdout[:11]) == (0, "0 questions")
    report = json.loads(call("stats", str(project.source), "--json").stdout)
    assert report["amounts"]["sources"] == {"total": 0, "median": 0}
    assert report["coverage"] == []
