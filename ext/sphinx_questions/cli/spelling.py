"""The rule ``spelling``: what codespell says of the files of the bank."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from sphinx_questions.editorial.finding import Finding
from sphinx_questions.editorial.rules import SPELLING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sphinx_questions.editorial.material import Material

#: ``docs/questions/PY-001.md:12: teh ==> the``
_LINE: Final = re.compile(r"(?P<path>.+?):(?P<line>\d+): (?P<text>.+ ==> .+)")

#: Paths in one call: no system refuses so many arguments.
_BATCH: Final = 200


def misspelt(
    materials: Sequence[Material], dictionaries: Sequence[str], root: Path
) -> list[Finding]:
    """Return the misspelt words in the files of questions.

    codespell reads its own settings from *root*, such as words to let pass.
    """
    paths = sorted({material.path for material in materials})
    if not dictionaries or not paths:
        return []
    found = []
    for start in range(0, len(paths), _BATCH):
        output = _run(paths[start : start + _BATCH], dictionaries, root)
        found += list(_findings(output, materials))
    return found


def _run(paths: Sequence[str], dictionaries: Sequence[str], root: Path) -> str:
    settings = root / "pyproject.toml"
    call = [sys.executable, "-m", "codespell_lib", "--builtin", ",".join(dictionaries)]
    if settings.is_file():
        call += ["--toml", str(settings)]
    done = subprocess.run(  # noqa: S603 – the interpreter itself, no shell
        [*call, *paths], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    return done.stdout


def _findings(output: str, materials: Sequence[Material]) -> Iterator[Finding]:
    for line in output.splitlines():
        if match := _LINE.match(line):
            number = int(match["line"])
            yield Finding(
                path=match["path"].removeprefix("./"),
                line=number,
                code=f"editorial.{SPELLING}",
                message=match["text"],
                id=_question_at(match["path"], number, materials),
            )


def _question_at(path: str, line: int, materials: Sequence[Material]) -> str:
    """Return the ID of the question that a line belongs to."""
    above = [
        material
        for material in materials
        if material.path == path.removeprefix("./") and material.line <= line
    ]
    return max(above, key=lambda m: m.line).question.id if above else ""
