"""The command: ``sphinx-questions``, or ``python -m sphinx_questions``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command, or say what it needs that is not installed."""
    try:
        # Only the extra "cli" brings what the command is made with.
        from sphinx_questions.cli.commands import run  # noqa: PLC0415
    except ModuleNotFoundError as error:
        sys.exit(
            f"the command needs the package {error.name!r}; "
            "install 'sphinx-questions[cli]'"
        )
    sys.exit(run())


if __name__ == "__main__":
    main()
