"""What a book says of itself to shops, libraries and readers' programs."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from sphinx_questions.guides.epub.dates import modified
from sphinx_questions.guides.epub.identity import identifier
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.config import Config

    from sphinx_questions.guides.book import Book

#: What Sphinx says where a project says nothing.
_UNSAID = frozenset({"unknown", "Author name not set", "Project name not set"})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a book holds, as far as its accessibility depends on it."""

    pictures: bool
    #: Whether every picture has a description.
    described: bool
    formulas: bool
    index: bool
    #: Whether something may move.
    animated: bool


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The metadata of one book. What nobody said is empty."""

    identifier: str
    title: str
    #: The books that it stands among: those of the project.
    collection: str
    language: str
    creator: str
    publisher: str
    rights: str
    description: str
    date: str
    modified: str
    #: Property of the schema.org vocabulary, and its value.
    accessibility: tuple[tuple[str, str], ...]


def metadata_of(book: Book, config: Config, content: Content) -> Metadata:
    """Return the metadata of a guide."""
    cover = book.cover
    words = [cover.selection, *cover.counts] if cover.selection else cover.counts
    return Metadata(
        identifier=identifier(config, book.guide.name),
        title=cover.title,
        collection=cover.project if cover.project != cover.title else "",
        language=language_of(config),
        creator=_said(config.epub_author) or cover.author,
        publisher=_said(config.epub_publisher),
        rights=_said(config.epub_copyright),
        description=_said(config.epub_description) or ", ".join(words),
        date=cover.date.isoformat() if cover.date else "",
        modified=modified(cover.date),
        accessibility=tuple(accessibility_of(content)),
    )


def language_of(config: Config) -> str:
    """Return the language as the format names it: ``pt-BR``."""
    return str(config.epub_language or config.language or "en").replace("_", "-")


def _said(value: str) -> str:
    return "" if value in _UNSAID else value


def accessibility_of(content: Content) -> Iterator[tuple[str, str]]:
    """Yield what holds of a book, and nothing that might not."""
    yield "accessMode", "textual"
    if content.pictures:
        yield "accessMode", "visual"
        yield "accessModeSufficient", "textual,visual"
    if content.described or not content.pictures:
        yield "accessModeSufficient", "textual"
    for feature in (
        "structuralNavigation",
        "tableOfContents",
        "readingOrder",
        "displayTransformability",
    ):
        yield "accessibilityFeature", feature
    if content.index:
        yield "accessibilityFeature", "index"
    if content.formulas:
        yield "accessibilityFeature", "MathML"
    if content.pictures and content.described:
        yield "accessibilityFeature", "alternativeText"
    yield "accessibilityHazard", "unknown" if content.animated else "none"
    yield "accessibilitySummary", " ".join(_summary(content))


def _summary(content: Content) -> Iterator[str]:
    yield _(
        "Headings, lists and tables are marked up as such, and the reader's own font, "
        "size and colours apply."
    )
    if content.formulas:
        yield _("Formulas are MathML.")
    if content.pictures and content.described:
        yield _("Every picture has a description.")
    elif content.pictures:
        yield _("Some pictures have no description.")
