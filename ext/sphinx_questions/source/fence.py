"""Whether the fence of a question is long enough for what stands in it."""

from __future__ import annotations

import re
from typing import Final

_FENCE: Final = re.compile(r"\s*(?P<fence>:{3,}|`{3,}|~{3,})(?P<info>.*)")


def short_fence(block: str) -> str:
    """Return the fence of a directive if a block in it has the same; else nothing.

    Markdown ends the directive where the block in it should end. *block* is the text
    of the directive, as far as Markdown took it.
    """
    lines = block.splitlines()
    first = _FENCE.match(lines[0]) if lines else None
    # MyST before version 5.2 leaves out the line of the directive.
    if first is None or "question}" not in first["info"]:
        return ""
    shown = ""
    for line in lines[1:]:
        match = _FENCE.match(line)
        if match is None:
            continue
        fence, info = match["fence"], match["info"].strip()
        if shown:
            # Inside a block of code, which may show anything.
            if fence.startswith(shown) and not info:
                shown = ""
        elif fence == first["fence"] and info:
            return fence
        elif fence[0] != first["fence"][0] and fence[0] != ":":
            shown = fence
    return ""
