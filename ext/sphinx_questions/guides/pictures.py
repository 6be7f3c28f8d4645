"""What an author said of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes


def is_decoration(image: nodes.image) -> bool:
    """Return whether an author said that a picture shows nothing worth a word.

    An option ``:alt:`` without a value says so. An image of Markdown, ``![](a.png)``,
    has an empty alternative as well, but nobody thought of it; it has no source either.
    """
    return image.get("alt") == "" and bool(image.rawsource)
