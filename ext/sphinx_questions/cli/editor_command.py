"""``sphinx-questions editor``: snippets and schemas for an editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from sphinx_questions.cli.option_schema import option_schema
from sphinx_questions.cli.own_files import (
    edited,
    schema_text,
    snippets_text,
    write_all,
)
from sphinx_questions.cli.paths import from_here
from sphinx_questions.cli.session import (
    fail,
    open_project,
    read_with_progress,
    ruleset_of,
    source_argument,
)
from sphinx_questions.cli.snippets import snippets_of
from sphinx_questions.editorial.table_schema import table_schema

if TYPE_CHECKING:
    from pathlib import Path

#: What the root of a project has.
_ROOT: Final = (".vscode", ".git", "pyproject.toml")


@click.command()
@source_argument
@click.option("--force", is_flag=True, help="Write also over files that were edited.")
def editor(source: Path | None, *, force: bool) -> None:
    """Write snippets and JSON Schemas for the bank in SOURCE, the folder of conf.py.

    Three files, in the folder .vscode of the project: snippets for a question, a link
    and a list (sphinx-questions.code-snippets), a schema of the options of a question
    (sphinx-questions.schema.json), and one of the table [tool.sphinx-questions.check]
    (sphinx-questions-check.schema.json). Run it again after a change of conf.py.

    \b
    Examples:
      sphinx-questions editor docs
      sphinx-questions editor docs --force

    Exit codes: 0, done; 2, a file was edited or written by somebody else, or the
    project cannot be read, and nothing was written; 130, interrupted.
    """  # noqa: D301 – to click, \b keeps the lines apart
    with open_project(source) as reader:
        ruleset = ruleset_of(reader)
        reading = read_with_progress(reader)
    folder = _root(reader.source.resolve()) / ".vscode"
    files = {
        folder / "sphinx-questions.code-snippets": snippets_text(
            snippets_of(reading, ruleset)
        ),
        folder / "sphinx-questions.schema.json": schema_text(
            option_schema(reading.settings)
        ),
        folder / "sphinx-questions-check.schema.json": schema_text(table_schema()),
    }
    foreign = [] if force else edited(files)
    if foreign:
        names = ", ".join(from_here(path) for path in foreign)
        fail(
            f"{names}: edited, or not written by this command; nothing was written. "
            "Move it away, or write over it with --force"
        )
    try:
        written = write_all(files)
    except OSError as error:
        fail(f"{error.filename or folder} cannot be written: {error.strerror}")
    for path in files:
        state = "written" if path in written else "unchanged"
        click.echo(f"{from_here(path)}: {state}")


def _root(source: Path) -> Path:
    """Return the nearest folder that looks like a whole project."""
    for folder in (source, *source.parents):
        if any((folder / name).exists() for name in _ROOT):
            return folder
    return source
