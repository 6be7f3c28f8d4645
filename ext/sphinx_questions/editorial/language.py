"""Rules on how sentences read: hints, not verdicts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_questions.editorial.material import sentences, words
from sphinx_questions.editorial.rule import Breach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_questions.editorial.material import Material
    from sphinx_questions.editorial.rule import Bank

#: Characters of a sentence that a message quotes.
_QUOTED: Final = 60

_PASSIVE: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?"
    r"(?:\w+ed|made|done|given|taken|shown|known|seen|found|written|held|kept|sent|built"
    r"|drawn|chosen|read|run|set|put)\b",
    re.IGNORECASE,
)


def find_long_sentences(bank: Bank, most: int) -> Iterator[Breach]:
    """Yield sentences that are longer than a reader's breath."""
    for material, sentence, line in _sentences(bank):
        if (number := len(words(sentence))) > most:
            text = f"a sentence has {number} words; cut it: {_quoted(sentence)}"
            yield Breach(material, text, line)


def find_filler(bank: Bank, phrases: tuple[str, ...]) -> Iterator[Breach]:
    """Yield phrases that say nothing."""
    pattern = re.compile(
        rf"\b(?:{'|'.join(map(re.escape, phrases)) or '(?!)'})\b", re.IGNORECASE
    )
    for material, sentence, line in _sentences(bank):
        if match := pattern.search(sentence):
            yield Breach(material, f"{match[0]!r} says nothing; leave it out", line)


def find_passive(bank: Bank, most: float) -> Iterator[Breach]:
    """Yield questions that hide too often who does something."""
    for material in bank.materials:
        lines = [
            sentence
            for paragraph in material.prose
            for sentence in sentences(paragraph.text)
        ]
        passive = sum(bool(_PASSIVE.search(sentence)) for sentence in lines)
        if lines and passive / len(lines) > most:
            text = (
                f"{passive} of {len(lines)} sentences are in the passive; say who does "
                "it"
            )
            yield Breach(material, text)


def _sentences(bank: Bank) -> Iterator[tuple[Material, str, int]]:
    for material in bank.materials:
        for paragraph in material.prose:
            for sentence in sentences(paragraph.text):
                yield material, sentence, paragraph.line


def _quoted(sentence: str) -> str:
    short = sentence if len(sentence) <= _QUOTED else f"{sentence[:_QUOTED].rstrip()} …"
    return f"“{short}”"
