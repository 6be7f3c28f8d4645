"""Words that readers see, translatable."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import babel
import babel.dates
import sphinx.locale
from sphinx.locale import get_translation
from sphinx.util.i18n import CatalogRepository

from sphinx_questions.bank.vocabulary import DIFFICULTIES

if TYPE_CHECKING:
    import datetime

    from sphinx.application import Sphinx

#: Name of the message catalogue.
CATALOGUE: Final = "sphinx_questions"

_ = get_translation(CATALOGUE)


def load_catalogues(app: Sphinx) -> None:
    """Load the words of the project, and then those that come along.

    Of two catalogues with a word Sphinx takes the one that was loaded first.
    """
    config = app.config
    own = CatalogRepository(
        app.srcdir, config.locale_dirs, config.language, config.source_encoding
    )
    for catalogue in own.catalogs:
        # Sphinx compiles catalogues when it reads documents, which is too late.
        if catalogue.domain == CATALOGUE and catalogue.is_outdated():
            catalogue.write_mo(config.language, config.gettext_allow_fuzzy_translations)
    sphinx.locale.init(list(own.locale_dirs), config.language, CATALOGUE)
    app.add_message_catalog(CATALOGUE, Path(__file__).parent / "locale")


class Noun(NamedTuple):
    """What readers call a thing that has no fixed name."""

    #: As a heading: "Subject".
    label: str
    #: Within a sentence, one and several of it: "subject", "subjects".
    one: str
    many: str


def technology_noun(own: tuple[str, str] | None = None) -> Noun:
    """Return what readers call a technology: a project's *own* word, or the usual one.

    Within a sentence, a word of one's own begins as the usual one does: in English
    with a small letter, in German with a capital.
    """
    label, one, many = map(str, (_("Technology"), _("technology"), _("technologies")))
    if own is None:
        return Noun(label, one, many)
    if label[:1] == one[:1]:
        return Noun(own[0], *own)
    return Noun(own[0], *map(_begun_small, own))


def _begun_small(text: str) -> str:
    """Return a text with a small first letter, unless it is an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def level_label(key: str) -> str | None:
    """Return what readers call a usual level, or None for another one."""
    labels = {
        "beginner": _("Beginner"),
        "intermediate": _("Intermediate"),
        "advanced": _("Advanced"),
    }
    return str(labels[key]) if key in labels else None


def section_label(key: str) -> str:
    """Return what readers call a usual section."""
    labels = {
        "key-points": _("Key points"),
        "explanation": _("Explanation"),
        "example": _("Example"),
        "mistakes": _("Mistakes"),
        "scenario": _("Scenario"),
        "follow-ups": _("Follow-up questions"),
        "sources": _("Sources"),
    }
    return str(labels[key])


def difficulty_text(difficulty: int) -> str:
    """Return a difficulty in words: "Difficulty 8 of 10"."""
    return _("Difficulty %d of %d") % (difficulty, DIFFICULTIES[-1])


def date_text(day: datetime.date, language: str | None) -> str:
    """Return a day as readers of a language write it: "25 November 2026".

    As in a catalogue of data where nobody knows how they do.
    """
    # Without a country, English is that of the extension's own words.
    code = "en_GB" if language in {None, "en"} else str(language)
    try:
        locale = babel.Locale.parse(code.replace("-", "_"))
    except (ValueError, babel.UnknownLocaleError):
        return day.isoformat()
    return babel.dates.format_date(day, "long", locale)


def showing_text(number: int, selection: str) -> str:
    """Return what a list shows: "Showing 12 questions · Advanced"."""
    numbered = _("Showing 1 question") if number == 1 else _("Showing %d questions")
    text = numbered % number if "%d" in numbered else numbered
    return f"{text} · {selection}" if selection else text


def size_text(size: int) -> str:
    """Return the size of a file, given in bytes, as readers know it: "1.2 MB"."""
    if size < 1_000_000:  # noqa: PLR2004 – a megabyte
        return _("%d kB") % max(1, round(size / 1000))
    # Whole and tenth apart: not everybody has a point between them.
    return _("%d.%d MB") % divmod(round(size / 100_000), 10)
