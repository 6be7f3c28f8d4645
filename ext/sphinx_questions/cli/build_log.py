"""From the log of a build to findings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_questions.cli.paths import from_here
from sphinx_questions.editorial.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")

#: ``path:12: WARNING: text [type.subtype]``; without place for the whole project.
_FIRST: Final = re.compile(
    r"(?:(?P<path>.+?)(?::(?P<line>\d+))?: )?"
    r"(?:WARNING|ERROR|CRITICAL|SEVERE): (?P<text>.*)"
)
_CODE: Final = re.compile(r"\s*\[(?P<code>[\w-]+(?:\.[\w-]+)*)\]$")


def findings_of(log: str) -> Iterator[Finding]:
    """Yield what a build warned of; a message may go on over several lines."""
    message: list[str] = []
    place: tuple[str, int] = ("", 0)
    for line in _COLOUR.sub("", log).splitlines():
        if match := _FIRST.match(line):
            if message:
                yield _finding(message, *place)
            place = (match["path"] or "", int(match["line"] or 0))
            message = [match["text"]]
        elif message and line.strip():
            message.append(line)
    if message:
        yield _finding(message, *place)


def _finding(lines: list[str], path: str, line: int) -> Finding:
    text = "\n".join(lines)
    code = "build"
    if match := _CODE.search(text):
        code, text = match["code"], text[: match.start()]
    # Sphinx puts the name of the object behind the path of a docstring.
    path = path.removesuffix(": docstring of")
    shown = from_here(Path(path)) if path and Path(path).is_absolute() else path
    return Finding(path=shown, line=line, code=code, message=text)
