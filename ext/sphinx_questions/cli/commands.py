"""The command line: what can be typed, and which part does it."""

from __future__ import annotations

import traceback

import click

from sphinx_questions import __version__
from sphinx_questions.cli.check_command import check
from sphinx_questions.cli.editor_command import editor
from sphinx_questions.cli.new_command import new
from sphinx_questions.cli.session import FAILED
from sphinx_questions.cli.stats_command import stats


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def command() -> None:
    """Write a question bank, and keep it good.

    Exit codes: 0, nothing to mend; 1, something was found; 2, the command could not do
    its work; 130, interrupted.
    """


command.add_command(new)
command.add_command(check)
command.add_command(stats)
command.add_command(editor)


def run() -> int:
    """Do what the command line says, and return the exit code."""
    try:
        code = command(prog_name="sphinx-questions", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return FAILED
    except click.Abort:
        # As a shell has it: 128 and the number of the signal.
        return 130
    except Exception:  # noqa: BLE001 – Python would end with 1: "something was found"
        traceback.print_exc()
        return FAILED
    return code if isinstance(code, int) else 0
