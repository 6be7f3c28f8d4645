"""The pictures of a book."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from docutils import nodes

from sphinx_questions.guides.pictures import is_decoration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

#: Folder of the pictures, relative to that of the pages.
FOLDER: Final = "images"

#: What every e-reader shows, by the suffix of the file.
MEDIA_TYPES: Final = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


class Picture(NamedTuple):
    """A file that a page shows."""

    #: Where it is, relative to the sources.
    source: str
    #: Its address in the book.
    address: str
    #: Whether somebody said in words what it shows, or that it shows nothing.
    described: bool


def media_type(name: str) -> str | None:
    """Return the media type of a picture, or None if not every e-reader knows it."""
    return MEDIA_TYPES.get(posixpath.splitext(name.lower())[1])


def take_pictures(
    tree: nodes.Element,
    names: Mapping[str, str],
    complain: Callable[[nodes.image], None],
) -> Iterator[Picture]:
    """Yield the pictures of a page, and complain of those that nothing describes.

    *names* are those of files by their place in the sources. A picture that is none of
    them cannot be packed: its description stands for it, and the link to it.
    """
    for image in list(tree.findall(nodes.image)):
        uri = image["uri"]
        if uri not in names or media_type(names[uri]) is None:
            if not uri.startswith("data:"):
                _describe(image)
            continue
        described = bool(image.get("alt", "").strip()) or is_decoration(image)
        if not described:
            complain(image)
            # Else Sphinx writes the name of the file, which e-readers read aloud.
            image["alt"] = ""
        yield Picture(uri, quote(f"{FOLDER}/{names[uri]}"), described)


def _describe(image: nodes.image) -> None:
    uri = image["uri"]
    words = nodes.Text(image.get("alt", "").strip() or posixpath.basename(uri))
    inside = isinstance(image.parent, nodes.TextElement)
    stand_in: nodes.Node = words
    if uri.startswith(("http:", "https:")):
        if isinstance(image.parent, nodes.reference):
            inside = True
        else:
            stand_in = nodes.reference("", "", words, refuri=uri)
    if not inside:
        stand_in = nodes.paragraph("", "", stand_in)
    image.parent.replace(image, stand_in)
