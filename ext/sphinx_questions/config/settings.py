"""The configuration as one checked record."""

from __future__ import annotations

import dataclasses
import weakref
from typing import TYPE_CHECKING, Any

from sphinx.errors import ConfigError

from sphinx_questions.bank.query import Vocabulary
from sphinx_questions.bank.views import check_pages
from sphinx_questions.config.guides import guides_of
from sphinx_questions.config.values import VALUES

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from sphinx_questions.bank.guide import Guide
    from sphinx_questions.bank.vocabulary import Level, Section, Technology
    from sphinx_questions.config.redirects import Redirect
    from sphinx_questions.config.value import Value
    from sphinx_questions.labels import Noun


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The configuration as the rest of the extension reads it."""

    #: Declared technologies by key, in the order of declaration.
    technologies: Mapping[str, Technology]
    #: What readers call a technology.
    technology_label: Noun
    #: Declared levels by key, the easiest first.
    levels: Mapping[str, Level]
    #: Declared topics with their descriptions, or None where any topic will do.
    topics: Mapping[str, str] | None
    #: Known sections by key, in the order in which a card shows them.
    sections: Mapping[str, Section]
    #: What a whole ID must match.
    id_pattern: re.Pattern[str]
    #: Folder of the index pages, relative to the sources, or None for no pages.
    pages: str | None
    #: Whether pages of questions and index pages begin with a breadcrumb.
    breadcrumb: bool
    #: Whether the directive and the role go without their domain's name too.
    short_names: bool
    #: Whether pages of questions carry data for search engines.
    structured_data: bool
    #: Whether to write a feed, where the address of the site is known.
    feed: bool
    #: Whether to write the questions as Markdown, and a list of them.
    llms_txt: bool
    #: Whether to write a list of all pages, where the address of the site is known.
    sitemap: bool
    #: Where the catalogues of other banks are, by a name for each.
    remote: Mapping[str, str]
    #: Where links to IDs that were given up lead, by that ID.
    redirects: Mapping[str, Redirect]
    #: Folder of the short addresses among the built pages, or None for none.
    short_addresses: str | None
    #: Whether links to questions show their answers in a small box.
    previews: bool
    #: The books to make, in the order in which they are offered.
    guides: tuple[Guide, ...]
    #: Whether a site carries ``questions.json``.
    json: bool
    #: What tells the flashcards of the bank from those of others, or None for the name
    #: of the project.
    anki_namespace: str | None
    #: Folders with guides that were built, relative to that of ``conf.py``.
    guide_folders: tuple[str, ...]
    #: The paper of PDF guides, by Typst's name.
    pdf_paper: str
    #: Fonts of PDF guides besides those that come along, by family.
    pdf_fonts: tuple[str, ...]
    #: Folders with font files, relative to that of ``conf.py``.
    pdf_font_folders: tuple[str, ...]
    #: Standards that PDF guides keep to, by Typst's names.
    pdf_standards: tuple[str, ...]


# A cache, not state: the record follows from the configuration alone.
_settings: weakref.WeakKeyDictionary[Config, Settings] = weakref.WeakKeyDictionary()


def settings_of(config: Config) -> Settings:
    """Return the validated settings of a project.

    Raises ConfigError that names every wrong value, its key and what to write.
    """
    if config not in _settings:
        _settings[config] = _read(config)
    return _settings[config]


def _read(config: Config) -> Settings:
    fields: dict[str, Any] = {}
    errors = []
    for value in VALUES:
        configured = config[value.name]
        try:
            _check_types(value, configured)
            fields[value.field] = value.read(configured)
        except ValueError as error:
            message = str(error)
            prefix = "" if value.name in message else f"{value.name}: "
            errors.append(prefix + message)
    if not errors:
        errors += _combine(fields)
    if errors:
        raise ConfigError("\n".join(errors))
    return Settings(**fields)


def _combine(fields: dict[str, Any]) -> list[str]:
    """Check values that depend on others, and return what is wrong."""
    errors = []
    if fields["pages"] is not None:
        try:
            check_pages(fields["technologies"], fields["levels"])
        except ValueError as error:
            errors.append(f"questions_technologies, questions_levels: {error}")
    words = Vocabulary(
        technologies=tuple(fields["technologies"]), levels=tuple(fields["levels"])
    )
    try:
        fields["guides"] = guides_of(fields["guides"], words)
    except ValueError as error:
        errors.append(str(error))
    return errors


def _check_types(value: Value, configured: object) -> None:
    if not isinstance(configured, value.types):
        wanted = " or ".join(kind.__name__ for kind in value.types)
        msg = f"{value.name} is {configured!r}; write a {wanted}"
        raise ValueError(msg)  # noqa: TRY004 – one kind of error for all wrong values
    for key in configured if isinstance(configured, dict) else ():
        if not isinstance(key, str):
            msg = f"{value.name} has the key {key!r}; write a str"
            raise ValueError(msg)  # noqa: TRY004 – one kind of error for all wrong values


def on_config_inited(_app: Sphinx, config: Config) -> None:
    """Refuse a wrong configuration before anything is read."""
    settings_of(config)
