"""From Typst's markup to PDF, by the compiler in the package ``typst``."""

from __future__ import annotations

import datetime
import os
import re
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx.errors import ExtensionError, SphinxError

from sphinx_questions.guides.places import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sphinx_questions.config import Settings
    from sphinx_questions.guides.book import Book

#: Any of these makes the compiler refuse a character that no font has.
_CHECKS_GLYPHS: Final = frozenset(
    {"a-1a", "a-1b", "a-2a", "a-2b", "a-2u", "a-3a", "a-3b", "a-3u", "ua-1"}
)


def print_pdf(main: Path, book: Book, settings: Settings, confdir: Path) -> bytes:
    """Return the PDF of a guide, the same bytes for the same sources.

    Raises ExtensionError without the package ``typst``, and SphinxError that names
    every character which no font has, or what else keeps the book from being printed.
    """
    options = {
        "root": str(main.parent),
        "font_paths": [str(confdir / folder) for folder in settings.pdf_font_folders],
        "ignore_system_fonts": not settings.pdf_fonts,
        "timestamp": _timestamp(book),
    }
    standards = list(settings.pdf_standards)
    try:
        if not _CHECKS_GLYPHS & {*standards}:
            _compile(main, options, ["a-2b"], glyphs_only=True)
        return _compile(main, options, standards)
    except _Refusal as refusal:
        raise SphinxError(_explained(str(refusal), main, book)) from None


class _Refusal(Exception):  # noqa: N818 – never seen outside this module
    """What the compiler said."""


def _compile(
    main: Path,
    options: dict[str, Any],
    standards: Any,  # noqa: ANN401 – names that the compiler checks itself
    *,
    glyphs_only: bool = False,
) -> bytes:
    try:
        import typst  # noqa: PLC0415 – an extra: the other builders do without it
    except ImportError as error:
        msg = (
            "the builder 'typst' needs the package 'typst'; run "
            "python -m pip install 'sphinx-questions[pdf]'"
        )
        raise ExtensionError(msg) from error
    try:
        pdf: bytes = typst.compile(str(main), pdf_standards=standards, **options)
    except typst.TypstError as error:
        if glyphs_only and not _missing(str(error)):
            return b""
        raise _Refusal(str(error)) from None
    return pdf


def _timestamp(book: Book) -> int:
    """Return the time to note in the PDF, in seconds: never that of the clock.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(epoch)
    day = book.cover.date or datetime.date(1980, 1, 1)
    noon = datetime.datetime(day.year, day.month, day.day, 12, tzinfo=datetime.UTC)
    return int(noon.timestamp())


def _missing(message: str) -> list[str]:
    """Return the texts that no font can show, as the compiler names them."""
    return re.findall(r'the text `"(.+?)"` could not be displayed', message)


def _explained(message: str, main: Path, book: Book) -> str:
    missing = dict.fromkeys(_missing(message))
    if not missing:
        return f"{main}: Typst cannot print this guide: {message}"
    return "\n".join(line for text in missing for line in _missing_lines(text, book))


def _missing_lines(text: str, book: Book) -> Iterator[str]:
    """Yield a line for every place where a text stands that no font can show."""
    codes = " ".join(f"U+{ord(character):04X}" for character in text)
    found = (node for node in book.tree.findall(nodes.Text) if text in node.astext())
    places = dict.fromkeys(map(place_of, found))
    for place in places or ["<unknown>"]:
        yield (
            f"{place}: no font has the character {text!r} ({codes}); name a font that "
            "has it in questions_pdf_fonts, or write the text without it"
        )
