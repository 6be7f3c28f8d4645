"""``sphinx-questions stats``: what a bank has, and where it has gaps."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import click
from rich.console import Console

from sphinx_questions.cli.session import (
    open_project,
    read_with_progress,
    source_argument,
)
from sphinx_questions.cli.stats_reports import as_json, as_tables
from sphinx_questions.editorial.survey import survey

if TYPE_CHECKING:
    from pathlib import Path

#: Wide enough for every table where no terminal sets a width.
_WIDE: Final = 1000


@click.command()
@source_argument
@click.option("--json", "json_", is_flag=True, help="Write JSON, for programs.")
def stats(source: Path | None, *, json_: bool) -> None:
    """Count what the bank in SOURCE holds, the folder of conf.py.

    Questions by technology, level and difficulty, with the gaps; words, code blocks,
    figures and sources; the oldest reviews; and topics with their sizes.

    \b
    Examples:
      sphinx-questions stats docs
      sphinx-questions stats docs --json > stats.json

    Exit codes: 0, done; 2, the project cannot be read; 130, interrupted.
    """  # noqa: D301 – to click, \b keeps the lines apart
    with open_project(source) as reader:
        reading = read_with_progress(reader)
    settings = reading.settings
    found = survey(
        reading.catalogue,
        reading.materials,
        settings.technologies,
        settings.levels,
        settings.topics,
    )
    if json_:
        click.echo(as_json(found))
        return
    console = Console(width=None if sys.stdout.isatty() else _WIDE)
    for part in as_tables(
        found, settings.technologies, settings.levels, settings.sections
    ):
        console.print(part)
        console.print()
