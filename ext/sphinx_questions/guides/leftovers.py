"""Guides of former builds, which are declared no more."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

#: The file that says what a builder has written into a folder. Those that begin with
#: a dot are no part of Sphinx's own ePub.
RECORD: Final = ".guides"


def remove_leftovers(folder: Path, written: Iterable[str]) -> None:
    """Remove the guides that a former build has written to *folder*, and this one not.

    A file stays if anybody else has changed it since, or if no record names it.
    """
    names = sorted(written)
    record = folder / RECORD
    for name, fingerprint in _recorded(record):
        path = folder / name
        is_ours = path.parent == folder and name not in names and path.is_file()
        if is_ours and _fingerprint(path) == fingerprint:
            path.unlink()
    if names:
        lines = (f"{_fingerprint(folder / name)} {name}\n" for name in names)
        record.write_text("".join(lines), encoding="utf-8")
    else:
        record.unlink(missing_ok=True)


def _recorded(record: Path) -> Iterable[tuple[str, str]]:
    if not record.is_file():
        return
    for line in record.read_text(encoding="utf-8").splitlines():
        fingerprint, _, name = line.partition(" ")
        yield name, fingerprint


def _fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
