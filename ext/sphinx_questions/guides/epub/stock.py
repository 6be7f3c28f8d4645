"""What Sphinx's own book lacks, mended in the files that Sphinx wrote for it."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote
from xml.dom import minidom

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: What web pages need and a book does not: components are plain nodes here, and there
#: is no button to copy code with.
WEB_ONLY: Final = frozenset(
    {
        "sphinx-design.min.css",
        "copybutton.css",
        "copy-button.svg",
        "check-solid.svg",
    }
)

#: What a page may hold that the package document must declare.
_PROPERTIES: Final = {"mathml": re.compile("<math[ >]"), "svg": re.compile("<svg[ >]")}


def properties_of(page: str) -> list[str]:
    """Return what must be declared of a page, by its markup."""
    return [name for name, pattern in _PROPERTIES.items() if pattern.search(page)]


def mended_package(document: str, pages: Mapping[str, str]) -> str:
    """Return a package document that declares what its *pages* hold.

    A page in no table of contents stays reachable: it stands at the end of the book,
    and not outside of it, where nothing may lead.
    """
    package = minidom.parseString(document)  # noqa: S318 – Sphinx wrote it
    for item in package.getElementsByTagName("item"):
        found = properties_of(pages.get(unquote(item.getAttribute("href")), ""))
        given = item.getAttribute("properties").split()
        if found:
            item.setAttribute("properties", " ".join([*given, *found]))
    for entry in package.getElementsByTagName("itemref"):
        if entry.hasAttribute("linear"):
            entry.removeAttribute("linear")
    return package.toxml(encoding="UTF-8").decode() + "\n"


def mended_index(page: str) -> str:
    """Return the page of an index with anchors that are valid.

    Sphinx makes them of headings as they are, with spaces and all.
    """
    numbers: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        number = numbers.setdefault(match[2], len(numbers) + 1)
        return f'{match[1]}{number}"'

    return re.sub(r'((?:href="#|id=")cap-)([^"]*)"', numbered, page)


def not_of_the_book(files: Iterable[str], doctrees: str | None) -> list[str]:
    """Return which files of the output folder Sphinx must not pack, or warn of.

    Its own notes and those of other programs, books made before, stored trees, and
    what only web pages need. *doctrees* is the folder of the trees, if it lies there.
    """
    return [
        file
        for file in files
        if file.endswith(".epub")
        or PurePath(file).name in WEB_ONLY
        or any(part.startswith(".") for part in PurePath(file).parts)
        or (doctrees and PurePath(file).is_relative_to(doctrees))
    ]
