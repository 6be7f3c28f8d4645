"""Where in a directive each of its options stands."""

from __future__ import annotations

import re


def option_line(block: str, directive: str, option: str) -> int:
    """Return how many lines below its directive an option stands; 0 if it does not.

    *block* is the text of the directive. MyST before version 5.2 leaves out its first
    line.
    """
    lines = block.splitlines()
    if not option or not lines:
        return 0
    start = 0 if _opens(lines[0], directive) else -1
    # Markdown may have its options between two lines of hyphens, without the colon.
    colon = "" if lines[start + 1 : start + 2] == ["---"] else ":"
    written = re.compile(rf"\s*{colon}{re.escape(option)}\s*:(\s|$)")
    return next(
        (
            number - start
            for number, line in enumerate(lines)
            if number > start and written.match(line)
        ),
        0,
    )


def _opens(line: str, directive: str) -> bool:
    return f"{{{directive}}}" in line or f"{directive}::" in line
