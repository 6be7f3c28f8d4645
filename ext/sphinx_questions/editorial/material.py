"""What the rules look at: a question taken apart, without nodes."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_questions.bank.question import Question

#: The key of what stands before the first heading.
ANSWER: Final = "answer"

#: The section that names sources.
SOURCES: Final = "sources"

#: What a new question says where nobody has written yet.
PLACEHOLDER: Final = "To be written."

_WORD: Final = re.compile(r"\w[\w'’.,-]*\w|\w")

#: The end of a sentence, but not of "e.g." and "3.11".
_END: Final = re.compile(r"(?<=[.!?])(?<!\b[a-z]\.)[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")


class Code(NamedTuple):
    """A block of code."""

    language: str
    line: int
    #: Why the tests leave it out; None if they do not.
    skipped: str | None


class Picture(NamedTuple):
    """A picture."""

    file: str
    alternative: str
    line: int


class Paragraph(NamedTuple):
    """A block of prose as plain text."""

    text: str
    line: int


class Entry(NamedTuple):
    """An item of a list."""

    text: str
    #: Addresses that it links to.
    links: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The answer, or a section."""

    #: Line of its heading, or of the question.
    line: int
    #: What is read: no code, no display formulas.
    paragraphs: tuple[Paragraph, ...]
    entries: tuple[Entry, ...]
    code: tuple[Code, ...] = ()
    pictures: tuple[Picture, ...] = ()

    @property
    def words(self) -> int:
        """The number of words in the paragraphs."""
        return sum(len(_WORD.findall(text)) for text, _line in self.paragraphs)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A question as the rules see it."""

    question: Question
    #: File, as the person who runs the check would write it.
    path: str
    #: The answer and the sections by key, in reading order.
    parts: Mapping[str, Part]

    @property
    def prose(self) -> Iterator[Paragraph]:
        """Everything that is read as sentences, which sources are not."""
        for key, part in self.parts.items():
            if key != SOURCES:
                yield from (p for p in part.paragraphs if p.text != PLACEHOLDER)

    @property
    def line(self) -> int:
        """The line of the question."""
        return self.question.place.line


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph."""
    return [sentence.strip() for sentence in _END.split(text) if sentence.strip()]


def words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [word.casefold() for word in _WORD.findall(text)]
