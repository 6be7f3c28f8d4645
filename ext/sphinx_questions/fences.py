"""Colons that open a question in Markdown where nobody told Sphinx to read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_OPENING: Final = re.compile(r"^ {0,3}:{3,}\{(questions:)?question\}", re.MULTILINE)


def unread_colons(env: BuildEnvironment) -> str:
    """Return what to add to a message about absent questions; mostly nothing."""
    enabled = getattr(env.config, "myst_enable_extensions", None)
    if enabled is None or "colon_fence" in enabled:
        return ""
    for docname in sorted(env.found_docs):
        path = env.doc2path(docname)
        if path.suffix == ".rst":
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        if match := _OPENING.search(text):
            line = text.count("\n", 0, match.start()) + 1
            return (
                f". {path.relative_to(env.srcdir).as_posix()}:{line} has one between "
                "colons, which are not read; write in conf.py: myst_enable_extensions "
                '= ["colon_fence"]'
            )
    return ""
