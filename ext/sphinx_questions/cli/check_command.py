"""``sphinx-questions check``: every problem, with its place."""

from __future__ import annotations

import datetime
import sys
from typing import TYPE_CHECKING

import click

from sphinx_questions.cli.project import ProjectError, find_pyproject
from sphinx_questions.cli.reports import FORMATS
from sphinx_questions.cli.session import (
    fail,
    open_project,
    read_with_progress,
    ruleset_of,
    source_argument,
)
from sphinx_questions.cli.spelling import misspelt
from sphinx_questions.editorial.checking import check as check_rules
from sphinx_questions.editorial.finding import Severity
from sphinx_questions.editorial.rule import Bank
from sphinx_questions.editorial.ruleset import (
    RulesetError,
    load_ruleset,
    refuse_other_languages,
    require_sections,
)

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_questions.cli.project import Reader, Reading
    from sphinx_questions.editorial.finding import Finding
    from sphinx_questions.editorial.ruleset import Ruleset


@click.command()
@source_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    show_default=True,
    help="How to report; github makes annotations in a workflow.",
)
@click.option("--strict", is_flag=True, help="Let notes fail the check too.")
@click.option("--quiet", "-q", is_flag=True, help="Report errors and no notes.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes.")
def check(
    source: Path | None, form: str, *, strict: bool, quiet: bool, watch: bool
) -> None:
    """Report what is wrong with the bank in SOURCE, the folder of conf.py.

    \b
    What the build would warn of comes first; then the rules that pyproject.toml
    declares under [tool.sphinx-questions.check]. Nothing is written but the stubs
    of index pages, as in every build.

    \b
    Examples:
      sphinx-questions check docs
      sphinx-questions check docs --format json > report.json
      sphinx-questions check docs --format github      in a workflow
      sphinx-questions check docs --watch              while you write

    Exit codes: 0, no errors; 1, errors were found; 2, the project cannot be read;
    130, interrupted, which is how --watch ends.
    """  # noqa: D301 – click wants the character, a backspace
    with open_project(source) as reader:
        ruleset = ruleset_of(reader)
        try:
            found_errors = _check_once(
                reader, ruleset, form, strict=strict, quiet=quiet
            )
        except RulesetError as error:
            fail(str(error))
        if watch:
            _watch(reader, form, strict=strict, quiet=quiet)
    sys.exit(1 if found_errors else 0)


def _check_once(
    reader: Reader, ruleset: Ruleset, form: str, *, strict: bool, quiet: bool
) -> bool:
    """Read, report, and return whether the check fails.

    Raises RulesetError if a rule names a section that the project has not, or knows
    another language than the project's.
    """
    reading = read_with_progress(reader)
    require_sections(ruleset, reading.settings.sections)
    refuse_other_languages(ruleset, reading.language)
    findings = findings_of(reading, ruleset, reader.source)
    shown = [f for f in findings if not quiet or f.severity is Severity.ERROR]
    click.echo(FORMATS[form](shown, len(reading.materials)))
    return any(strict or f.severity is Severity.ERROR for f in shown)


def findings_of(reading: Reading, ruleset: Ruleset, source: Path) -> list[Finding]:
    """Return all findings: of the build, then of the rules, each by place."""
    bank = Bank(
        materials=reading.materials,
        catalogue=reading.catalogue,
        levels=tuple(reading.settings.levels),
        today=datetime.datetime.now().astimezone().date(),
    )
    pyproject = find_pyproject(source)
    root = pyproject.parent if pyproject else source
    spelling = misspelt(reading.materials, ruleset.dictionaries, root)
    return [*sorted(reading.warnings), *check_rules(bank, ruleset, spelling)]


def _watch(reader: Reader, form: str, *, strict: bool, quiet: bool) -> None:
    """Check again at every change, until somebody presses Ctrl-C."""
    from watchfiles import watch  # noqa: PLC0415 – slow to load, and seldom needed

    pyproject = find_pyproject(reader.source)
    watched = [reader.source, *([pyproject] if pyproject else [])]
    click.echo("Watching; press Ctrl-C to stop.", err=True)
    for _changes in watch(*watched):
        click.echo()
        try:
            ruleset = load_ruleset(pyproject)
            _check_once(reader, ruleset, form, strict=strict, quiet=quiet)
        except (ProjectError, RulesetError) as error:
            # Somebody is in the middle of an edit; the next one may mend it.
            click.echo(str(error), err=True)
