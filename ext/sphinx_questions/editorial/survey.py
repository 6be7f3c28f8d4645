"""What a bank has, and what it lacks, in numbers."""

from __future__ import annotations

import dataclasses
import statistics
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_questions.editorial.material import ANSWER, PLACEHOLDER, SOURCES

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.bank.vocabulary import Level
    from sphinx_questions.editorial.material import Material

#: The section whose words are counted besides those of the answer.
EXPLANATION: Final = "explanation"


class Cell(NamedTuple):
    """The questions of one technology and level."""

    technology: str
    level: str
    #: How many questions each difficulty of the level's range has.
    difficulties: Mapping[int, int]
    #: All of them: also those without a difficulty, or with one off the range.
    questions: int

    @property
    def missing(self) -> tuple[int, ...]:
        """The difficulties that no question has."""
        return tuple(d for d, number in self.difficulties.items() if not number)


class Amount(NamedTuple):
    """How much of something there is."""

    total: int
    #: Of the middle question, when they stand in order.
    median: float


class Review(NamedTuple):
    """When a question was last reviewed."""

    id: str
    #: None if it never was.
    date: datetime.date | None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The numbers of a bank."""

    questions: int
    #: Every technology with every level, in the order of declaration.
    cells: tuple[Cell, ...]
    #: Questions without a technology or a level.
    unplaced: tuple[str, ...]
    #: By what was counted: words of the answer, code blocks, and so on.
    amounts: Mapping[str, Amount]
    #: Every question, the longest unreviewed first.
    reviews: tuple[Review, ...]
    #: How many questions each topic has, declared ones also if it is none.
    topics: Mapping[str, int]


def survey(
    catalogue: Catalogue,
    materials: Sequence[Material],
    technologies: Iterable[str],
    levels: Mapping[str, Level],
    topics: Iterable[str] | None,
) -> Survey:
    """Return the numbers of a bank."""
    sizes = Counter(topic for question in catalogue for topic in question.topics)
    names = sorted({*sizes, *(topics or ())})
    reviews = [Review(question.id, question.reviewed) for question in catalogue]
    return Survey(
        questions=len(catalogue),
        cells=tuple(
            _cell(catalogue, technology, level)
            for technology in technologies
            for level in levels.values()
        ),
        unplaced=tuple(q.id for q in catalogue if not (q.technology and q.level)),
        amounts={
            name: _amount([count(material) for material in materials])
            for name, count in _COUNTS.items()
        },
        reviews=tuple(
            sorted(reviews, key=lambda r: (r.date is not None, r.date or 0, r.id))
        ),
        topics={name: sizes[name] for name in names},
    )


def _cell(catalogue: Catalogue, technology: str, level: Level) -> Cell:
    low, high = level.difficulties
    found = [
        question.difficulty
        for question in catalogue
        if (question.technology, question.level) == (technology, level.key)
    ]
    counts = Counter(found)
    difficulties = {number: counts[number] for number in range(low, high + 1)}
    return Cell(technology, level.key, difficulties, len(found))


def _amount(numbers: Sequence[int]) -> Amount:
    return Amount(sum(numbers), statistics.median(numbers) if numbers else 0)


def _words(key: str) -> Callable[[Material], int]:
    return lambda material: material.parts[key].words if key in material.parts else 0


def _sources(material: Material) -> int:
    part = material.parts.get(SOURCES)
    entries = part.entries if part else ()
    return sum(entry.text != PLACEHOLDER for entry in entries)


_COUNTS: Mapping[str, Callable[[Material], int]] = {
    "answer_words": _words(ANSWER),
    "explanation_words": _words(EXPLANATION),
    "code_blocks": lambda m: sum(len(part.code) for part in m.parts.values()),
    "figures": lambda m: sum(len(part.pictures) for part in m.parts.values()),
    "sources": _sources,
}
