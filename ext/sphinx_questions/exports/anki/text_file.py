"""A deck as a text file: a line a card, for other programs, and for Anki as well.

The lines at the top, which begin with "#", tell Anki what the columns hold. The note
type is one that every Anki has: a file cannot bring its own.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_questions.exports.anki.deck import Deck
    from sphinx_questions.exports.anki.flashcard import Flashcard

_HEAD: Final = (
    "#separator:tab",
    "#html:true",
    "#notetype:Basic",
    "#guid column:1",
    "#deck column:2",
    "#tags column:5",
    "#if matches:update current",
)

_PREFORMATTED: Final = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


def text_file(deck: Deck) -> str:
    """Return the lines: GUID, deck, front, back, tags."""
    return "\n".join((*_HEAD, *_lines(deck), ""))


def _lines(deck: Deck) -> Iterator[str]:
    for name, cards in deck.cards.items():
        for card in cards:
            tags = " ".join(card.tags)
            cells = (card.guid, name, _front(card), _back(card), tags)
            yield "\t".join(map(_cell, cells))


def _front(card: Flashcard) -> str:
    words = [html.escape(card.question_id), *(text for _kind, text in card.badges)]
    return (
        f"<div><b>{card.title}</b></div><div><small>{' · '.join(words)}</small></div>"
    )


def _back(card: Flashcard) -> str:
    parts = [f"<div>{card.answer}</div>"]
    for part in card.parts:
        parts += [f"<h3>{part.label}</h3>"] if part.label else []
        parts.append(f"<div>{part.html}</div>")
    if card.address:
        address = html.escape(card.address)
        parts.append(f'<p><a href="{address}">{address}</a></p>')
    return "".join(parts)


def _cell(text: str) -> str:
    """Return a text that stands in one line, between tabs.

    Programs differ in what they make of a quoted cell. So one is quoted only where it
    must: where it begins with a quotation mark.
    """
    pieces = _PREFORMATTED.split(text)
    pieces[::2] = (" ".join(re.split(r"[\t\r\n]+", piece)) for piece in pieces[::2])
    pieces[1::2] = (_one_line(piece) for piece in pieces[1::2])
    cell = "".join(pieces)
    return '"' + cell.replace('"', '""') + '"' if cell.startswith('"') else cell


def _one_line(code: str) -> str:
    """Return code in which marks stand for the ends of lines."""
    return code.replace("\r\n", "\n").replace("\n", "<br>").replace("\t", "&#9;")
