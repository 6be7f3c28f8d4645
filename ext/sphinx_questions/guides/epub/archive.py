"""The file of an ePub: a zip archive with the same bytes whenever it is made."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

#: The content of the first entry, by which programs know the format.
MIMETYPE: Final = b"application/epub+zip"

#: The first day that the format knows. When a file was written is nobody's concern,
#: and would make every build another archive.
_DAY: Final = (1980, 1, 1, 0, 0, 0)


def write_archive(path: Path, files: Mapping[str, bytes]) -> None:
    """Write an ePub of *files*, in their order."""
    with zipfile.ZipFile(path, "w") as archive:
        # First and not compressed: so the format wants it.
        archive.writestr(_entry("mimetype", zipfile.ZIP_STORED), MIMETYPE)
        for name, content in files.items():
            archive.writestr(_entry(name, zipfile.ZIP_DEFLATED), content)


def _entry(name: str, compression: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.compress_type = compression
    entry.create_system = 3  # Unix, on whatever system it is made
    entry.external_attr = 0o100644 << 16
    return entry
