"""The options of a directive as an author wrote them, for the directive to check."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

_WITH_COLON: Final = re.compile(r"\s*:(?P<name>[^\s:][^:]*):(?:\s+(?P<text>.*))?$")
_BETWEEN_HYPHENS: Final = re.compile(r"\s*(?P<name>[^\s:][^:]*):(?:\s+(?P<text>.*))?$")

#: What to tell an author of options that Markdown could not read.
QUOTES: Final = (
    "put a value that begins with a sign such as > or | in quotes, as in "
    ':difficulty: ">=7"'
)


class AnyOption(dict[str, Callable[[str], object]]):
    """An option specification that lets every option through, as text.

    The parsers have words of their own for a wrong option. One of them then drops
    the directive with its whole body, and the other goes on without the option. A
    directive with this specification reports the option and decides for itself.
    """

    def __init__(self, names: Iterable[str]) -> None:
        # Not empty, which would mean that the directive has no options.
        super().__init__(dict.fromkeys(names, _text))

    def __missing__(self, name: str) -> Callable[[str], object]:
        return _text


def _text(value: str | None) -> str:
    """Return an option's value; docutils gives None for an empty one."""
    return value or ""


class Written(NamedTuple):
    """An option as it stands in a file."""

    #: Lines below that of the directive.
    line: int
    text: str


def written_options(block: str, directive: str) -> dict[str, Written]:
    """Return the options in the text of a directive, by name in lower case.

    MyST before version 5.2 leaves out the line of the directive itself.
    """
    lines = block.splitlines()
    above = bool(lines) and (
        f"{{{directive}}}" in lines[0] or f"{directive}::" in lines[0]
    )
    rest = lines[1:] if above else lines
    # Markdown may have its options between two lines of hyphens, without the colon.
    hyphens = rest[:1] == ["---"]
    form, end = (_BETWEEN_HYPHENS, "---") if hyphens else (_WITH_COLON, "")
    found: dict[str, Written] = {}
    for number, line in enumerate(rest[hyphens:], 1 + hyphens):
        if line.strip() == end:
            break
        if match := form.match(line):
            text = (match["text"] or "").strip()
            found.setdefault(match["name"].strip().lower(), Written(number, text))
    return found


def lost_options(
    block: str, directive: str, given: Mapping[str, str]
) -> dict[str, str]:
    """Return the options that an author wrote and the parser did not understand.

    Markdown reads them as YAML, where some signs at the beginning mean something.
    """
    values = {name.lower(): value for name, value in given.items()}
    return {
        name: written.text
        for name, written in written_options(block, directive).items()
        if name not in values or (not values[name] and written.text[:1] in {">", "|"})
    }
