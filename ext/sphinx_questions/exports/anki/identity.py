"""Names that stay: what Anki knows notes, note types and decks by.

A deck that is imported again updates what it finds under these names, and adds what it
does not find. None of them depends on the text of a question.
"""

from __future__ import annotations

import hashlib
from typing import Final

#: Where identifiers of decks and note types lie. Anki makes its own from the time in
#: milliseconds, which is far above; below are the numbers that it keeps for itself.
_LOW: Final = 1 << 30

#: Where identifiers of notes and cards lie, which Anki reads as the milliseconds when
#: they were made: in the first years of the century.
_FIRST: Final = 1_000_000_000_000
_SPAN: Final = 200_000_000_000


def guid(namespace: str, question_id: str) -> str:
    """Return the name of a note, by which Anki knows it in every collection."""
    return hashlib.blake2b(
        f"{namespace}\n{question_id}".encode(), digest_size=10
    ).hexdigest()


def deck_id(name: str) -> int:
    """Return the number of a deck, from its whole name."""
    return _LOW + _number(f"deck\n{name}") % _LOW


def note_type_id(namespace: str) -> int:
    """Return the number of the note type of a bank."""
    return _LOW + _number(f"note type\n{namespace}") % _LOW


def note_id(guid_: str) -> int:
    """Return the number of a note in a package. Anki takes another if it must."""
    return _FIRST + _number(f"note\n{guid_}") % _SPAN


def _number(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())
