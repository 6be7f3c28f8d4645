"""What every command shares: the project, the terminal, and how it ends."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from sphinx_questions.cli.project import (
    ProjectError,
    Reader,
    find_pyproject,
    find_source,
)
from sphinx_questions.editorial.ruleset import RulesetError, load_ruleset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_questions.cli.project import Reading
    from sphinx_questions.editorial.ruleset import Ruleset

#: The command could not do its work.
FAILED = 2

source_argument = click.argument(
    "source",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=False,
)


@contextlib.contextmanager
def open_project(source: Path | None) -> Iterator[Reader]:
    """Find the project; what it kept is removed at the end, also by Ctrl-C."""
    try:
        with Reader(find_source(source)) as reader:
            yield reader
    except ProjectError as error:
        fail(str(error))


def read_with_progress(reader: Reader) -> Reading:
    """Read a project, and show how far it is where somebody watches."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as progress:
        task = progress.add_task(f"Reading {reader.source}", total=None)

        def on_document(done: int, of: int) -> None:
            progress.update(task, completed=done, total=of)

        return reader.read(on_document)


def ruleset_of(reader: Reader) -> Ruleset:
    """Return the rules of a project, or say what is wrong with them and end."""
    try:
        return load_ruleset(find_pyproject(reader.source))
    except RulesetError as error:
        fail(str(error))


def fail(message: str) -> NoReturn:
    """Say why the command cannot do its work, and end it."""
    click.echo(message, err=True)
    sys.exit(FAILED)
