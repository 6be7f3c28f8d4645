"""The identifiers of books, which stay the same from edition to edition."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.config import Config


def identifier(config: Config, guide: str = "") -> str:
    """Return the identifier of a guide, or of the book of the whole documentation.

    ``epub_identifier`` says what the project's own is. Without one it is made of what
    tells projects apart: the address of the hosted pages, or else the name.
    """
    given = str(config.epub_identifier)
    if given and given != "unknown":
        base = given
        if not guide:
            return base
    else:
        base = config.html_baseurl or config.project
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{base}#{guide}").urn
