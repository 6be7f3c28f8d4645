"""From what an author asks for to the questions that answer it.

A query is declarative: names and values, never code to evaluate.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any, Final

from sphinx_questions.bank.vocabulary import (
    DIFFICULTIES,
    closest,
    did_you_mean,
    nearest,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.bank.question import Question

_SORT_VALUES: Final[dict[str, Callable[[Question], Any]]] = {
    "difficulty": lambda question: question.difficulty,
    "id": lambda question: question.id,
    "title": lambda question: question.title.casefold(),
    "reviewed": lambda question: question.reviewed,
}

#: The options that select questions.
SELECTORS: Final = ("technology", "level", "topics", "difficulty", "ids", "requires")

#: What a list can be sorted by; a hyphen in front turns the order round.
SORT_KEYS: Final = tuple(_SORT_VALUES)

_DEFAULT_SORT: Final = ("difficulty", "id")

#: How many topics a message names; a bank may have hundreds.
_NAMED_TOPICS: Final = 8


class QueryError(ValueError):
    """A query that means nothing; the message says what to write instead."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The keys that a query may use, in the order of declaration."""

    technologies: tuple[str, ...]
    levels: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A selection and an order. Nothing given selects everything.

    Values of one field are alternatives; different fields all have to hold.
    """

    technologies: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    #: The lowest and the highest difficulty, both included.
    difficulties: tuple[int, int] | None = None
    #: These questions only. Without :attr:`sort` they keep this order.
    ids: tuple[str, ...] = ()
    #: Questions that require one of these.
    requires: tuple[str, ...] = ()
    #: Names of :data:`SORT_KEYS`; a hyphen in front means descending. Empty only with
    #: :attr:`ids`.
    sort: tuple[str, ...] = _DEFAULT_SORT
    #: How many at most, or None for all.
    limit: int | None = None

    def matches(self, question: Question) -> bool:
        """Return whether *question* belongs to the selection."""
        return (
            _among(question.technology, self.technologies)
            and _among(question.level, self.levels)
            and (not self.topics or not set(self.topics).isdisjoint(question.topics))
            and self._suits(question.difficulty)
            and _among(question.id, self.ids)
            and (
                not self.requires
                or not set(self.requires).isdisjoint(question.requires)
            )
        )

    def _suits(self, difficulty: int | None) -> bool:
        if self.difficulties is None:
            return True
        low, high = self.difficulties
        return difficulty is not None and low <= difficulty <= high

    def select(self, catalogue: Catalogue) -> tuple[Question, ...]:
        """Return the questions of *catalogue* that match, in order.

        Questions without the value that they are sorted by come last. The ID
        decides between equals.
        """
        found = [question for question in catalogue if self.matches(question)]
        if not self.sort:
            found.sort(key=lambda question: self.ids.index(question.id))
        for key in reversed(self.sort):
            value = _SORT_VALUES[key.removeprefix("-")]
            known = [q for q in found if value(q) is not None]
            unknown = [q for q in found if value(q) is None]
            known.sort(key=value, reverse=key.startswith("-"))
            found = known + unknown
        return tuple(found[: self.limit])

    def unknown(self, catalogue: Catalogue) -> Iterator[str]:
        """Yield what is wrong with each topic and ID that *catalogue* does not know.

        Which there are is known only when all questions are, and not when the
        query is read.
        """
        for topic in self.topics:
            if topic not in catalogue.topics:
                yield _unknown_topic(topic, catalogue.topics)
        for option, ids in (("ids", self.ids), ("requires", self.requires)):
            for id_ in ids:
                if id_ not in catalogue:
                    hint = did_you_mean(catalogue.closest(id_))
                    yield f":{option}: names {id_!r}, which is no question's ID.{hint}"


def _among(value: str | None, accepted: Collection[str]) -> bool:
    return not accepted or value in accepted


def parse_query(options: Mapping[str, str], vocabulary: Vocabulary) -> Query:
    """Read a query from option texts.

    Raises QueryError that names the option, its value and what it accepts.
    """
    return Query(
        technologies=_keys("technology", options, vocabulary.technologies),
        levels=_keys("level", options, vocabulary.levels),
        topics=words_of(options.get("topics", "")),
        difficulties=_difficulties(options.get("difficulty", "")),
        ids=words_of(options.get("ids", "")),
        requires=words_of(options.get("requires", "")),
        sort=_sort(
            options.get("sort", ""), is_listed=bool(words_of(options.get("ids", "")))
        ),
        limit=_limit(options.get("limit", "")),
    )


def _keys(
    option: str, options: Mapping[str, str], declared: Sequence[str]
) -> tuple[str, ...]:
    keys = words_of(options.get(option, ""))
    for key in keys:
        check_one_of(option, key, declared)
    return keys


def check_one_of(option: str, value: str, accepted: Sequence[str]) -> None:
    """Raise QueryError if the *value* of an option is not among the *accepted*."""
    if value not in accepted:
        raise QueryError(_unknown(option, value, accepted))


def _unknown(
    option: str, value: str, accepted: Sequence[str], choice: str = "one of"
) -> str:
    hint = did_you_mean(closest(value, accepted))
    known = ", ".join(map(repr, accepted))
    wanted = f"write {choice} {known}" if known else "there is none to choose from"
    return f":{option}: is {value!r}; {wanted}.{hint}"


def _unknown_topic(topic: str, topics: Sequence[str]) -> str:
    if len(topics) <= _NAMED_TOPICS:
        return _unknown("topics", topic, topics)
    choice = f"one of the {len(topics)} topics, such as"
    return _unknown("topics", topic, nearest(topic, topics, _NAMED_TOPICS), choice)


def _difficulties(text: str) -> tuple[int, int] | None:
    if not text:
        return None
    low, high = DIFFICULTIES[0], DIFFICULTIES[-1]
    match = re.fullmatch(r"(\d+)\s*(?:[-–]\s*(\d+))?|(>=|<=)\s*(\d+)", text)
    if match:
        first, last, sign, bound = match.groups()
        if sign == ">=":
            low = int(bound)
        elif sign == "<=":
            high = int(bound)
        else:
            low, high = int(first), int(last or first)
    if not match or not DIFFICULTIES[0] <= low <= high <= DIFFICULTIES[-1]:
        msg = (
            f":difficulty: is {text!r}; write a number from {DIFFICULTIES[0]} to "
            f"{DIFFICULTIES[-1]}, a range such as 7-9, or a bound such as >=7"
        )
        raise QueryError(msg)
    return low, high


def _sort(text: str, *, is_listed: bool) -> tuple[str, ...]:
    keys = words_of(text)
    for key in keys:
        if key.removeprefix("-") not in SORT_KEYS:
            raise QueryError(_unknown("sort", key, SORT_KEYS))
    if keys:
        return (*keys, "id")
    return () if is_listed else _DEFAULT_SORT


def _limit(text: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"[1-9]\d*", text):
        msg = f":limit: is {text!r}; write a whole number above 0"
        raise QueryError(msg)
    return int(text)
