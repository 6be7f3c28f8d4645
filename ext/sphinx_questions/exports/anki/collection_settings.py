"""What a collection says of itself: its note type, its decks and their options."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sphinx_questions.exports.anki.deck import SEPARATOR
from sphinx_questions.exports.anki.identity import deck_id
from sphinx_questions.exports.anki.note_type import FIELDS, TEMPLATE

if TYPE_CHECKING:
    from sphinx_questions.exports.anki.deck import Deck

#: When the collection began, in seconds: 2020-01-01. New cards do not depend on it.
_BEGAN: Final = 1_577_836_800

#: Not sent to AnkiWeb yet.
USN: Final = -1


class NoteType(NamedTuple):
    """How the notes of a bank are shown."""

    id: int
    name: str
    front: str
    back: str
    style: str
    #: In seconds.
    changed: int


def collection_settings(
    deck: Deck, note_type: NoteType, description: str
) -> tuple[object, ...]:
    """Return when the collection began and changed; and, as JSON, all that it says."""
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
        "usn": USN,
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
        "usn": USN,
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
