"""A collection as Anki stores it: a database of SQLite, in the form 11.

Every Anki since 2.0 reads it, on desktops, phones and the web. The newest ones write
another by themselves, and import this one still.
"""

from __future__ import annotations

import hashlib
import sqlite3
import struct
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_questions.exports.anki.collection_settings import USN, collection_settings
from sphinx_questions.exports.anki.identity import deck_id, note_id
from sphinx_questions.exports.anki.note_type import fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_questions.exports.anki.collection_settings import NoteType
    from sphinx_questions.exports.anki.deck import Deck

#: The tables of the form, with those that stay empty in a package to share.
_TABLES: Final = """
CREATE TABLE col (
    id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL,
    scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL,
    usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
    models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL
);
CREATE TABLE notes (
    id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL,
    mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL,
    flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
    flags integer NOT NULL, data text NOT NULL
);
CREATE TABLE cards (
    id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL,
    ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL,
    type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
    ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
    lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
    odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL
);
CREATE TABLE revlog (
    id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL,
    ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL,
    factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL
);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
"""

_NOTE: Final = "INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '')"

#: A new card: nobody has answered it.
_CARD: Final = (
    "INSERT INTO cards VALUES (?, ?, ?, 0, ?, ?, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"
)

#: Where SQLite notes its own version, and what stands there instead: two computers
#: with the same sources write the same bytes.
_VERSION_OFFSET: Final = 96
_VERSION: Final = 3_040_000


def collection(deck: Deck, note_type: NoteType, description: str) -> bytes:
    """Return the database with the notes of a deck, the same for the same notes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "collection.anki2")
        with closing(sqlite3.connect(path)) as database:
            database.executescript(_TABLES)
            database.execute(
                "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
                collection_settings(deck, note_type, description),
            )
            for note, card in _rows(deck, note_type):
                database.execute(_NOTE, note)
                database.execute(_CARD, card)
            database.commit()
        content = bytearray(path.read_bytes())
    struct.pack_into(">I", content, _VERSION_OFFSET, _VERSION)
    return bytes(content)


def _rows(
    deck: Deck, note_type: NoteType
) -> Iterator[tuple[tuple[object, ...], tuple[object, ...]]]:
    """Yield every note with its card, which is due at its place among the others."""
    taken: set[int] = set()
    place = 0
    for name, cards in deck.cards.items():
        for card in cards:
            place += 1
            id_ = note_id(card.guid)
            while id_ in taken:
                id_ += 1
            taken.add(id_)
            values = fields(card)
            tags = f" {' '.join(card.tags)} "
            # As Anki finds notes with the same first field.
            digest = hashlib.sha1(values[0].encode(), usedforsecurity=False).digest()
            checksum = int.from_bytes(digest[:4])
            yield (
                (
                    *(id_, card.guid, note_type.id, card.changed, USN, tags),
                    *("\x1f".join(values), card.question_id, checksum),
                ),
                (id_, id_, deck_id(name), card.changed, USN, place),
            )
