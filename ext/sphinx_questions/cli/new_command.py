"""``sphinx-questions new``: the file of a new question."""

from __future__ import annotations

import datetime
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sphinx_questions.cli.asking import Asking, Wishes, terminal_asks
from sphinx_questions.cli.paths import from_here
from sphinx_questions.cli.placing import (
    SUFFIXES,
    usual_folder,
    usual_format,
    write_new,
)
from sphinx_questions.cli.scaffold import Reminders, body_of, myst_text, rst_text
from sphinx_questions.cli.session import (
    fail,
    open_project,
    read_with_progress,
    ruleset_of,
    source_argument,
)

if TYPE_CHECKING:
    from sphinx_questions.cli.project import Reading
    from sphinx_questions.cli.scaffold import NewQuestion
    from sphinx_questions.editorial.ruleset import Ruleset


@click.command()
@source_argument
@click.option("--title", help="The question as it is asked.")
@click.option("--technology", help="Key of a technology that conf.py declares.")
@click.option("--level", help="Key of a level.")
@click.option("--difficulty", help="A number within the range of the level.")
@click.option("--topics", help="Topics, with commas between them.")
@click.option("--id", "id_", help="The ID; the next free one if not given.")
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(SUFFIXES)),
    help="The markup; that of most questions if not given.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file; beside the technology's other questions if not given.",
)
def new(  # noqa: PLR0913 – what can be said of a question
    source: Path | None,
    *,
    title: str | None,
    technology: str | None,
    level: str | None,
    difficulty: str | None,
    topics: str | None,
    id_: str | None,
    form: str | None,
    output: Path | None,
) -> None:
    """Write the file of a new question into SOURCE, the folder of conf.py.

    It has the next free ID and every section of the project, each with a comment
    that says its rule. At a terminal the command asks for what no option gives.
    A file that exists is never changed.

    \b
    Examples:
      sphinx-questions new docs
      sphinx-questions new docs --technology python --level beginner
      sphinx-questions new docs --technology python --level beginner
          --difficulty 2 --title "What is a tuple?" --topics data-model

    Exit codes: 0, written; 2, something is missing or wrong, and nothing was written;
    130, interrupted, and nothing was written.
    """  # noqa: D301 – to click, \b keeps the lines apart
    with open_project(source) as reader:
        ruleset = ruleset_of(reader)
        reading = read_with_progress(reader)
    wishes = Wishes(technology, level, difficulty, topics, title, id_)
    if not reading.settings.technologies:
        fail(
            "conf.py declares no technology; write in it: "
            'questions_technologies = {"python": {"label": "Python"}}'
        )
    question = Asking(reading, asks=terminal_asks()).complete(wishes)
    form = _format(reading, question, form, output)
    if output is None:
        folder = usual_folder(reading.catalogue, question.technology)
        output = reader.source / folder / f"{question.id}{SUFFIXES[form]}"
    _write(output, _text(question, reading, ruleset, form))
    click.echo(from_here(output.resolve()))
    click.echo(
        "Write what says “To be written.”, then run: sphinx-questions check "
        f"{shlex.quote(str(reader.source))}",
        err=True,
    )


def _format(
    reading: Reading, question: NewQuestion, form: str | None, output: Path | None
) -> str:
    """Return the markup: as wished, by the suffix of the file, or the usual one."""
    by_suffix = {suffix: name for name, suffix in SUFFIXES.items()}
    suffix = by_suffix.get(output.suffix) if output else None
    if form and suffix and form != suffix:
        msg = f"--output ends in {SUFFIXES[suffix]}, but --format is {form}"
        raise click.UsageError(msg)
    form = form or suffix
    if form is None:
        myst = reading.markup.myst
        form = usual_format(reading.catalogue, question.technology, myst=myst)
    if form == "myst" and not reading.markup.myst:
        msg = (
            "the project does not read Markdown; write --format rst, or add the "
            "extension myst_parser in conf.py"
        )
        raise click.UsageError(msg)
    return form


def _text(question: NewQuestion, reading: Reading, ruleset: Ruleset, form: str) -> str:
    settings = reading.settings
    directive = "question" if settings.short_names else "questions:question"
    myst = form == "myst"
    today = datetime.datetime.now().astimezone().date()
    body = body_of(settings.sections, Reminders(ruleset), today, myst=myst)
    if myst:
        return myst_text(question, body, reading.markup, directive)
    return rst_text(question, body, directive)


def _write(path: Path, text: str) -> None:
    try:
        write_new(path, text)
    except FileExistsError:
        fail(f"{path} exists, and is left as it is; name another file with --output")
    except OSError as error:
        fail(f"{path} cannot be written: {error.strerror or error}")
