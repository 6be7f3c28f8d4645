"""A collection as Anki stores it: a database of SQLite, in the form 11.

Every Anki since 2.0 reads it, on desktops, phones and the web. The newest ones write
another by themselves, and import this one still.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import struct
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sphinx_questions.exports.anki.deck import SEPARATOR
from sphinx_questions.exports.anki.identity import deck_id, note_id
from sphinx_questions.exports.anki.note_type import FIELDS, TEMPLATE, fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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

#: When the collection began, in seconds: 2020-01-01. New cards do not depend on it.
_BEGAN: Final = 1_577_836_800

#: Not sent to AnkiWeb yet.
_USN: Final = -1

#: Where SQLite notes its own version, and what stands there instead: two computers
#: with the same sources write the same bytes.
_VERSION_OFFSET: Final = 96
_VERSION: Final = 3_040_000


class NoteType(NamedTuple):
    """How the notes of a bank are shown."""

    id: int
    name: str
    front: str
    back: str
    style: str
    #: In seconds.
    changed: int


def collection(deck: Deck, note_type: NoteType, description: str) -> bytes:
    """Return the database with the notes of a deck, the same for the same notes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "collection.anki2")
        with closing(sqlite3.connect(path)) as database:
            database.executescript(_TABLES)
            database.execute(
                "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
                _settings(deck, note_type, description),
            )
            for note, card in _rows(deck, note_type):
                database.execute(f"INSERT INTO notes VALUES ({_marks(note)})", note)  # noqa: S608 – question marks
                database.execute(f"INSERT INTO cards VALUES ({_marks(card)})", card)  # noqa: S608 – question marks
            database.commit()
        content = bytearray(path.read_bytes())
    struct.pack_into(">I", content, _VERSION_OFFSET, _VERSION)
    return bytes(content)


def _marks(row: Sequence[object]) -> str:
    return ", ".join("?" * len(row))


def _rows(
    deck: Deck, note_type: NoteType
) -> Iterator[tuple[tuple[object, ...], tuple[object, ...]]]:
    """Yield every note with its card. A new card's due is its place among the others."""
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
            checksum = int(hashlib.sha1(values[0].encode()).hexdigest()[:8], 16)  # noqa: S324 – Anki's
            yield (
                (id_, card.guid, note_type.id, card.changed, _USN, tags)
                + ("\x1f".join(values), card.question_id, checksum, 0, ""),
                (id_, id_, deck_id(name), 0, card.changed, _USN, 0, 0, place)
                + (0, 0, 0, 0, 0, 0, 0, 0, ""),
            )


def _settings(deck: Deck, note_type: NoteType, description: str) -> tuple[object, ...]:
    latest = max(card.changed for card in deck.all_cards)
    names = {
        SEPARATOR.join(parts[:depth])
        for parts in (name.split(SEPARATOR) for name in deck.cards)
        for depth in range(1, len(parts) + 1)
    }
    decks = {
        str(deck_id(name)): _deck(name, description if name == deck.title else "")
        for name in sorted(names)
    }
    decks = {"1": _deck("Default", "", id_=1), **decks}
    models = {str(note_type.id): _model(note_type, deck_id(deck.title))}
    conf = {
        "curDeck": 1,
        "curModel": str(note_type.id),
        "nextPos": 1,
        "activeDecks": [1],
    }
    values = (conf, models, decks, {"1": _OPTIONS})
    return (
        *(_BEGAN, latest * 1000, latest * 1000),
        *(json.dumps(value, ensure_ascii=False, sort_keys=True) for value in values),
    )


def _deck(name: str, description: str, id_: int | None = None) -> dict[str, Any]:
    today = {key: [0, 0] for key in ("newToday", "revToday", "lrnToday", "timeToday")}
    return {
        "id": id_ or deck_id(name),
        "name": name,
        "desc": description,
        "mod": _BEGAN,
        "usn": _USN,
        "conf": 1,
        "dyn": 0,
        "collapsed": False,
        "browserCollapsed": False,
        "extendNew": 0,
        "extendRev": 0,
        **today,
    }


def _model(note_type: NoteType, deck: int) -> dict[str, Any]:
    return {
        "id": note_type.id,
        "name": note_type.name,
        "type": 0,
        "mod": note_type.changed,
        "usn": _USN,
        "sortf": 0,
        "did": deck,
        "css": note_type.style,
        "flds": [
            {
                "name": name,
                "ord": place,
                "font": "Arial",
                "size": 20,
                "media": [],
                "rtl": False,
                "sticky": False,
            }
            for place, name in enumerate(FIELDS)
        ],
        "tmpls": [
            {
                "name": TEMPLATE,
                "ord": 0,
                "qfmt": note_type.front,
                "afmt": note_type.back,
                "bqfmt": "",
                "bafmt": "",
                "did": None,
            }
        ],
        "req": [[0, "any", [0, 1, 2]]],
        "latexPre": "",
        "latexPost": "",
        "latexsvg": False,
        "tags": [],
        "vers": [],
    }


#: The options that Anki starts with. A deck with these keeps what a reader has chosen.
_OPTIONS: Final = {
    "id": 1,
    "name": "Default",
    "mod": 0,
    "usn": 0,
    "maxTaken": 60,
    "autoplay": True,
    "timer": 0,
    "replayq": True,
    "dyn": False,
    "new": {
        "delays": [1, 10],
        "ints": [1, 4, 7],
        "initialFactor": 2500,
        "order": 1,
        "perDay": 20,
        "bury": False,
        "separate": True,
    },
    "rev": {
        "perDay": 200,
        "ease4": 1.3,
        "fuzz": 0.05,
        "ivlFct": 1,
        "maxIvl": 36500,
        "bury": False,
        "minSpace": 1,
    },
    "lapse": {
        "delays": [10],
        "mult": 0,
        "minInt": 1,
        "leechFails": 8,
        "leechAction": 1,
    },
}
