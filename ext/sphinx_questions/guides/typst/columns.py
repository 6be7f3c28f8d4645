"""How wide the columns of a table are, where a line has no room for all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Letters that stand beside each other in the narrowest box, without the gaps.
_LINE: Final = 88

#: Letters' worth of the gap between two columns.
_GAP: Final = 2

#: A longer word may be broken.
_LONGEST_WORD: Final = 26


class Extent(NamedTuple):
    """What a column needs, in letters."""

    #: Its longest word.
    least: int
    #: Its longest cell, in one line.
    most: int


def extent(cells: Iterable[str]) -> Extent:
    """Return what a column of these texts needs."""
    texts = [*cells, "x"]
    words = [len(word) for text in texts for word in text.split()]
    return Extent(min(max(words), _LONGEST_WORD), max(map(len, texts)))


def shares(extents: Sequence[Extent]) -> list[int] | None:
    """Return how wide the columns are beside each other, or None if all have room.

    As browsers do it (CSS 2.1, 17.5.2.2): each has room for its longest word, and what
    is left is shared out by what they would fill.
    """
    room = _LINE - _GAP * (len(extents) - 1)
    least = sum(e.least for e in extents)
    most = sum(e.most for e in extents)
    if most <= room:
        return None
    spare = max(room - least, 0)
    wanted = max(most - least, 1)
    return [e.least * 100 + spare * 100 * (e.most - e.least) // wanted for e in extents]
