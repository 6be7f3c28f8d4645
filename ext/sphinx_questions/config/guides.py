"""The guides that ``conf.py`` declares."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from sphinx_questions.bank.guide import Guide, default_guides
from sphinx_questions.bank.query import QueryError, Vocabulary, parse_query
from sphinx_questions.config.fields import checked_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: What a guide's dictionary may hold.
_FIELDS: Final[dict[str, type | tuple[type, ...]]] = {
    "name": str,
    "title": str,
    "technology": (str, list, tuple),
    "level": (str, list, tuple),
    "difficulty": (str, int, list, tuple),
    "topics": (str, list, tuple),
    "form": str,
}

_SELECTORS: Final = ("technology", "level", "difficulty", "topics")


def read_guides(value: Sequence[object] | None) -> list[dict[str, Any]] | None:
    """Return the dictionaries of the guides, with checked names and types."""
    if value is None:
        return None
    guides = []
    for index, given in enumerate(value):
        where = f"questions_guides[{index}]"
        fields = checked_fields(given, where, _FIELDS, example="{'name': '…'}")
        if "name" not in fields:
            msg = f"{where} has no 'name'; write one, which becomes that of its files"
            raise ValueError(msg)
        guides.append(fields)
    return guides


def guides_of(
    declared: Iterable[dict[str, Any]] | None, vocabulary: Vocabulary
) -> tuple[Guide, ...]:
    """Return the guides, or the usual ones if none are *declared*.

    Raises ValueError for a selection or a form that is not known, and for a name
    that two guides have.
    """
    if declared is None:
        return default_guides(vocabulary.technologies)
    guides: dict[str, Guide] = {}
    for index, fields in enumerate(declared):
        where = f"questions_guides[{index}]"
        guide = _guide(fields, where, vocabulary)
        # Ignoring case, as some file systems do.
        if guide.name.casefold() in guides:
            msg = f"{where} has the name {guide.name!r}, which another guide has too"
            raise ValueError(msg)
        guides[guide.name.casefold()] = guide
    return tuple(guides.values())


def _guide(fields: dict[str, Any], where: str, vocabulary: Vocabulary) -> Guide:
    options: dict[str, str] = {
        key: _text(key, fields[key]) for key in _SELECTORS if key in fields
    }
    try:
        query = parse_query(options, vocabulary)
        rest = {k: v for k, v in fields.items() if k not in _SELECTORS}
        return Guide(query=query, **rest)
    except QueryError as error:
        # A directive's options are written with colons, those of conf.py are not.
        msg = f"{where}: " + re.sub(r"^:(\w+):", r"'\1'", str(error))
        raise ValueError(msg) from error
    except ValueError as error:
        msg = f"{where}: {error}"
        raise ValueError(msg) from error


def _text(key: str, value: object) -> str:
    """Return a value of ``conf.py`` as a directive would have it."""
    if isinstance(value, (list, tuple)):
        return ("-" if key == "difficulty" else ", ").join(map(str, value))
    return str(value)
