"""What kind of output a builder writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.builders import Builder


def shows_cards(builder: Builder) -> bool:
    """Return whether *builder* writes pages for a browser."""
    return builder.format == "html" and not builder.name.startswith("epub")


def has_pages(builder: Builder) -> bool:
    """Return whether *builder* writes a page a document for a browser."""
    return shows_cards(builder) and builder.name != "singlehtml"
