"""The rule that the first hand is quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import urlsplit

from sphinx_questions.editorial.material import SOURCES
from sphinx_questions.editorial.readers import read_number, read_texts
from sphinx_questions.editorial.rule import Breach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_questions.editorial.material import Entry
    from sphinx_questions.editorial.rule import Bank

#: How the identifiers of primary sources look in text.
IDENTIFIERS: Final = {
    "arxiv": re.compile(r"\barXiv:\s?\d{4}\.\d{4,5}", re.IGNORECASE),
    "doi": re.compile(r"\bdoi:\s?10\.\d{4,}/\S+", re.IGNORECASE),
    "isbn": re.compile(r"\bISBN[\s:]*[\dX-]{10,}", re.IGNORECASE),
    "iso": re.compile(r"\bISO(?:/IEC)?\s?\d{3,}", re.IGNORECASE),
    "pep": re.compile(r"\bPEP\s?\d+", re.IGNORECASE),
    "rfc": re.compile(r"\bRFC\s?\d+", re.IGNORECASE),
}


class PrimarySources(NamedTuple):
    """What counts as first hand, and how much of it there must be."""

    least: int
    sites: tuple[str, ...]
    identifiers: tuple[str, ...]


def read_primary_sources(value: object) -> PrimarySources:
    """Read ``{ least = 1, sites = ["docs.python.org"], identifiers = ["doi"] }``."""
    fields: dict[str, Any] = {
        "least": 1,
        "sites": [],
        "identifiers": list(IDENTIFIERS),
    }
    if isinstance(value, dict) and set(value) <= set(fields):
        fields.update(value)
        identifiers = read_texts(fields["identifiers"])
        if set(identifiers) <= set(IDENTIFIERS):
            least = read_number(fields["least"])
            return PrimarySources(least, read_texts(fields["sites"]), identifiers)
    raise ValueError


def find_missing_primary_sources(
    bank: Bank, wanted: PrimarySources
) -> Iterator[Breach]:
    """Yield questions without enough sources of the first hand."""
    for material in bank.materials:
        part = material.parts.get(SOURCES)
        if part is None:
            continue
        found = sum(_is_primary(entry, wanted) for entry in part.entries)
        if found < wanted.least:
            text = (
                f"{found} of the sources are primary; add "
                f"{'one' if wanted.least == 1 else wanted.least}, such as a paper, a "
                "standard or official documentation"
            )
            yield Breach(material, text, part.line)


def _is_primary(entry: Entry, wanted: PrimarySources) -> bool:
    hosts = (urlsplit(link).hostname or "" for link in entry.links)
    return any(
        host == site or host.endswith(f".{site}")
        for host in hosts
        for site in wanted.sites
    ) or any(IDENTIFIERS[kind].search(entry.text) for kind in wanted.identifiers)
