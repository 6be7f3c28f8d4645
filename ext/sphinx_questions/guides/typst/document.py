"""The file that Typst reads first: the cover, the contents, and the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_questions.guides.direction import direction_of_language
from sphinx_questions.guides.typst import markup
from sphinx_questions.labels import _

if TYPE_CHECKING:
    import datetime

    from sphinx.config import Config

    from sphinx_questions.config import Settings
    from sphinx_questions.guides.book import Book


def document(book: Book, body: str, config: Config, settings: Settings) -> str:
    """Return the whole of a guide in Typst's markup."""
    cover = book.cover
    setting = {
        "title": markup.value(_full_title(book)),
        "author": markup.value(cover.author),
        "project": markup.value(cover.project),
        "date": _day(cover.date),
        "lang": markup.value((config.language or "en").partition("_")[0]),
        "dir": direction_of_language(config.language or "en"),
        "paper-size": markup.value(settings.pdf_paper),
        "fonts": markup.array(*map(markup.value, settings.pdf_fonts)),
    }
    notes = (cover.reviewed, cover.version, cover.author)
    front = {
        # The template leaves it out where it is the title.
        "project": markup.value(cover.over or cover.title),
        "title": markup.value(cover.title),
        "selection": markup.value(cover.selection),
        "counts": markup.array(*map(markup.value, cover.counts)),
        "notes": markup.array(*map(markup.value, filter(None, notes))),
    }
    return (
        '#import "template.typ": *\n\n'
        f"#show: guide.with({_arguments(setting)})\n\n"
        f"#cover({_arguments(front)})\n\n"
        f"#contents({markup.value(_('Contents'))})\n\n"
        f"{body}\n"
    )


def _day(day: datetime.date | None) -> str:
    if day is None:
        return "auto"  # that of the compilation, which is not the clock's either
    return f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"


def _full_title(book: Book) -> str:
    cover = book.cover
    return f"{cover.over}: {cover.title}" if cover.over else cover.title


def _arguments(values: dict[str, str]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in values.items())
