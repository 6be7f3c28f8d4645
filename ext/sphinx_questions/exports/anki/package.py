"""The file of a deck: an archive with the collection and the pictures."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The first day that the format knows: no build is another archive for its hour.
_DAY: Final = (1980, 1, 1, 0, 0, 0)


def package(collection: bytes, media: Mapping[str, bytes]) -> bytes:
    """Return the archive. In it pictures have numbers, and a list has their names."""
    target = io.BytesIO()
    names = {str(number): name for number, name in enumerate(media)}
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(_entry("collection.anki2"), collection)
        archive.writestr(_entry("media"), json.dumps(names, ensure_ascii=False))
        for number, name in names.items():
            archive.writestr(_entry(number), media[name])
    return target.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # Unix, on whatever system it is made
    entry.external_attr = 0o100644 << 16
    return entry
