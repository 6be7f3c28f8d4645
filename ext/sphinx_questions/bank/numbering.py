"""The next free ID: learnt from the IDs that a bank has."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sphinx_questions.bank.question import Question

#: An ID is a prefix and a number: ``ML-ADV-`` and ``007``.
_ID: Final = re.compile(r"(?P<prefix>.*?)(?P<number>\d+)")

#: Digits of the first number, where no ID shows how many are usual.
_DIGITS: Final = 3

#: Letters of a level in an ID: ``ADV``.
_LETTERS: Final = 3

#: Parts of a prefix that names the technology and the level.
_BOTH: Final = 2


def next_id(  # noqa: PLR0913, PLR0917 – what an ID is made of, and what it must avoid
    questions: Collection[Question],
    technology: str,
    level: str,
    levels: Sequence[str],
    pattern: re.Pattern[str],
    given_up: Iterable[str] = (),
) -> str | None:
    """Return an ID for a new question, or None if none is found that fits *pattern*.

    The prefix is that of most questions of the technology and level, else one that
    is made like those of the bank. The number follows on the highest, that
    of an ID which was *given_up* included: none is used again.
    """
    ids = [*(question.id for question in questions), *given_up]
    for prefix in _prefixes(questions, technology, level, levels):
        id_ = _numbered(prefix, ids)
        if pattern.fullmatch(id_):
            return id_
    return None


def _numbered(prefix: str, ids: Iterable[str]) -> str:
    """Return the ID that follows on the highest with a prefix."""
    numbers = [
        match["number"]
        for id_ in ids
        if (match := _ID.fullmatch(id_))
        # Ignoring case, as anchors do.
        and match["prefix"].casefold() == prefix.casefold()
    ]
    highest = max(map(int, numbers), default=0)
    digits = max(map(len, numbers), default=_DIGITS)
    return f"{prefix}{highest + 1:0{digits}}"


def _prefixes(
    questions: Iterable[Question], technology: str, level: str, levels: Sequence[str]
) -> Iterator[str]:
    """Yield prefixes for a technology and a level, the likeliest first."""
    known = [
        (match["prefix"], question)
        for question in questions
        if (match := _ID.fullmatch(question.id))
    ]
    own = [(prefix, q) for prefix, q in known if q.technology == technology]
    yield from _commonest(prefix for prefix, q in own if q.level == level)
    level_parts = [
        *_commonest(_parts(p)[1] for p, q in known if q.level == level and _names(p)),
        _short_level(level, levels),
    ]
    # Those of the technology's other levels, if they do not name the level.
    yield from _commonest(prefix for prefix, _q in own if not _names(prefix))
    firsts = list(_commonest(_parts(prefix)[0] for prefix, _q in own))
    if not firsts:
        others = {_parts(prefix)[0].casefold() for prefix, _q in known}
        firsts = [n for n in _short_names(technology) if n.casefold() not in others]
    names_levels = not known or any(_names(prefix) for prefix, _q in known)
    for first in firsts:
        if names_levels:
            yield from (f"{first}-{part}-" for part in level_parts)
        yield f"{first}-"
        yield f"{first.lower()}-"


def _commonest(words: Iterable[str]) -> Iterator[str]:
    """Yield each word once, the most frequent first, then by alphabet."""
    counts = Counter(words)
    yield from sorted(counts, key=lambda word: (-counts[word], word))


def _parts(prefix: str) -> list[str]:
    return prefix.rstrip("-").split("-")


def _names(prefix: str) -> bool:
    """Return whether a prefix names a technology and a level."""
    return len(_parts(prefix)) == _BOTH


def _short_names(technology: str) -> Iterator[str]:
    """Yield short names of a technology: initials of several words, first letters."""
    words = technology.upper().split("-")
    if len(words) > 1:
        yield "".join(word[0] for word in words)
    joined = "".join(words)
    if len(joined) <= _LETTERS:
        yield joined
    for length in range(2, len(joined) + 1):
        yield joined[:length]


def _short_level(level: str, levels: Sequence[str]) -> str:
    """Return the first letters of a level: as few as tell it from the others."""
    joined = level.replace("-", "").upper()
    others = [other.replace("-", "").upper() for other in levels if other != level]
    length = _LETTERS
    while length < len(joined) and any(o[:length] == joined[:length] for o in others):
        length += 1
    return joined[:length]
