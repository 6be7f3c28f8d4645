"""What the command says of itself."""

from __future__ import annotations

import pytest

from commands import call
from sphinx_questions import __version__
from sphinx_questions.cli.commands import command


@pytest.mark.parametrize("name", sorted(command.commands))
def test_help(name: str) -> None:
    """Every command has examples, each in a line of its own, and its exit codes."""
    lines = [line.strip() for line in call(name, "--help").stdout.splitlines()]
    assert "Examples:" in lines
    assert f"sphinx-questions {name} docs" in lines
    assert any(line.startswith("Exit codes: 0, ") for line in lines)


def test_version() -> None:
    """The command has the version of the extension."""
    assert __version__ in call("--version").stdout
