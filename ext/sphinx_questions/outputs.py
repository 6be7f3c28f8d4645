"""What kind of output a builder writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

#: Builders of Sphinx's kind ``html`` that write files for programs.
_DATA: Final = frozenset({"anki", "questions-json"})

if TYPE_CHECKING:
    from sphinx.builders import Builder


def shows_cards(builder: Builder) -> bool:
    """Return whether *builder* writes pages for a browser."""
    if builder.name.startswith("epub") or writes_data(builder):
        return False
    return builder.format == "html"


def writes_data(builder: Builder) -> bool:
    """Return whether *builder* writes files for programs, out of pieces of HTML."""
    return builder.name in _DATA


def has_pages(builder: Builder) -> bool:
    """Return whether *builder* writes a page a document for a browser."""
    return shows_cards(builder) and builder.name != "singlehtml"
