"""The picture of a cover: drawn as SVG, and as PNG where there is a program for it."""

from __future__ import annotations

import importlib
import textwrap
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_questions.guides.epub.templates import rendered

if TYPE_CHECKING:
    from sphinx_questions.guides.cover import Cover

#: Size of the picture, of which the template knows.
WIDTH: Final = 1600
HEIGHT: Final = 2400

#: Room for a line of the title, and how many lines there are at most.
_ROOM: Final = 1240
_LINES: Final = 6

#: Sizes of the title, the largest first: the first that fits is taken.
_SIZES: Final = (168, 144, 124, 106, 92, 80, 68)

#: Mean width of a letter, as a part of the size of a font.
_LETTER: Final = 0.52

#: The last character that the fonts of the program can draw for certain, besides
#: punctuation: Latin, Greek and Cyrillic come before it.
_LAST_LETTER: Final = 0x052F
_PUNCTUATION: Final = range(0x2010, 0x2040)


class Image(NamedTuple):
    """A picture file."""

    name: str
    content: bytes


def image_of(cover: Cover) -> Image:
    """Return the picture of a cover.

    Many programs that list books show no SVG, so it becomes a PNG if the package
    ``typst`` is installed and its fonts have all the letters.
    """
    drawn = drawing_of(cover)
    png = _as_png(drawn) if all(map(_is_known, drawn)) else None
    if png:
        return Image("cover.png", png)
    return Image("cover.svg", drawn.encode())


def drawing_of(cover: Cover) -> str:
    """Return the picture of a cover as SVG."""
    size, title = title_lines(cover.title)
    return rendered(
        "cover.svg",
        cover=cover,
        project=wrapped(cover.over, 48, _ROOM),
        selection=wrapped(cover.selection, 64, _ROOM),
        counts=[
            line
            for words in (cover.counts[:1], cover.counts[1:])
            for line in wrapped(" · ".join(words), 54, _ROOM)
        ],
        foot=[line for line in (cover.reviewed, cover.version, cover.author) if line],
        size=size,
        title=title,
    )


def title_lines(title: str) -> tuple[int, list[str]]:
    """Return the size of a title's letters, and its lines."""
    for size in _SIZES:
        lines = wrapped(title, size, _ROOM)
        if len(lines) <= _LINES:
            return size, lines
    return _SIZES[-1], [*lines[: _LINES - 1], f"{lines[_LINES - 1]} …"]


def wrapped(text: str, size: int, room: int) -> list[str]:
    """Return the lines of a text whose letters have a *size*, in some *room*."""
    wide = sum(unicodedata.east_asian_width(c) in {"F", "W"} for c in text)
    # A letter that is twice as wide takes the room of two.
    mean = _LETTER * size * (1 + wide / max(len(text), 1))
    return textwrap.wrap(text, max(int(room / mean), 1))


def _is_known(character: str) -> bool:
    return ord(character) <= _LAST_LETTER or ord(character) in _PUNCTUATION


def _as_png(drawing: str) -> bytes | None:
    try:
        typst = importlib.import_module("typst")
    except ImportError:
        return None
    source = (
        f"#set page(width: {WIDTH // 2}pt, height: {HEIGHT // 2}pt, margin: 0pt)\n"
        '#image(bytes(sys.inputs.drawing), format: "svg", width: 100%)'
    )
    return bytes(
        typst.compile(
            source.encode(),
            format="png",
            ppi=144.0,
            ignore_system_fonts=True,
            sys_inputs={"drawing": drawing},
        )
    )
