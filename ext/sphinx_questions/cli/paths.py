"""Paths as a person would write them."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def from_here(path: Path) -> str:
    """Return a path as one would write it in this folder."""
    with contextlib.suppress(ValueError):  # another drive
        return Path(os.path.relpath(path)).as_posix()
    return str(path)
