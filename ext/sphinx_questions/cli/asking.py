"""What a new question must say: from options, or asked where a terminal can answer."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

import click

from sphinx_questions.bank.numbering import next_id
from sphinx_questions.bank.vocabulary import closest, did_you_mean, words_of
from sphinx_questions.cli.scaffold import NewQuestion

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from sphinx_questions.cli.project import Reading

T = TypeVar("T")

#: IDs that are their own anchors.
_PLAIN_ID: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")


class Wishes(NamedTuple):
    """What the options say; None where they say nothing."""

    technology: str | None
    level: str | None
    difficulty: str | None
    topics: str | None
    title: str | None
    id: str | None


def terminal_asks() -> bool:
    """Return whether somebody sits there who can answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


class Asking:
    """Completes what the options say of a new question."""

    def __init__(self, reading: Reading, *, asks: bool) -> None:
        self._settings = reading.settings
        self._catalogue = reading.catalogue
        self._asks = asks
        self._missing: list[str] = []

    def complete(self, wishes: Wishes) -> NewQuestion:
        """Return all fields of the question.

        Raises click.UsageError for a wrong option, and if options are missing where
        nobody can be asked.
        """
        settings = self._settings
        technology = self._one_of(
            "technology", wishes.technology, settings.technologies
        )
        level = self._one_of("level", wishes.level, settings.levels)
        low, high = settings.levels[level].difficulties if level else (1, 10)
        difficulty = self._value(
            "difficulty",
            wishes.difficulty or (str(low) if low == high else None),
            lambda text: _difficulty(text, low, high),
            text=f"Difficulty ({low} to {high})",
            default=str((low + high) // 2),
        )
        topics = self._topics(wishes.topics)
        title = self._value("title", wishes.title, _title, text="The question asked")
        if technology is None or level is None or difficulty is None or title is None:
            msg = (
                "there is no terminal to ask at; add what is missing: "
                f"{', '.join(self._missing)}"
            )
            raise click.UsageError(msg)
        id_ = self._id(wishes.id, technology, level)
        return NewQuestion(id_, title, technology, level, difficulty, topics)

    def _value(
        self,
        name: str,
        given: str | None,
        read: Callable[[str], T],
        text: str,
        default: str | None = None,
    ) -> T | None:
        """Return a checked value: the given one, else the answer to a prompt."""
        if given is not None:
            try:
                return read(given)
            except click.UsageError as error:
                msg = f"--{name}: {error.message}"
                raise click.UsageError(msg) from error
        if not self._asks:
            self._missing.append(f"--{name}")
            return None
        answer: T = click.prompt(
            text, default, value_proc=read, err=True, show_default=bool(default)
        )
        return answer

    def _one_of(
        self, name: str, given: str | None, known: Collection[str]
    ) -> str | None:
        only = next(iter(known)) if len(known) == 1 else None
        return self._value(
            name,
            given or only,
            lambda text: _one_of(text, known),
            text=f"{name.capitalize()} ({', '.join(known)})",
        )

    def _topics(self, given: str | None) -> tuple[str, ...]:
        declared = self._settings.topics
        if given is None and not self._asks:
            return ()
        offered = sorted(declared) if declared is not None else self._catalogue.topics
        found = self._value(
            "topics",
            given,
            lambda text: _topics(text, declared),
            text="\n".join(
                [
                    *([f"Topics: {', '.join(offered)}"] if offered else []),
                    "Topics, with commas between them, or none",
                ]
            ),
            default="",
        )
        return found or ()

    def _id(self, given: str | None, technology: str, level: str) -> str:
        pattern = self._settings.id_pattern
        proposed = next_id(
            tuple(self._catalogue),
            technology,
            level,
            tuple(self._settings.levels),
            pattern,
            self._settings.redirects,
        )
        if given is None and proposed is not None:
            return proposed
        ids = (*(q.id for q in self._catalogue), *self._settings.redirects)
        taken = {id_.casefold() for id_ in ids}
        found = self._value(
            "id",
            given,
            lambda text: _id(text, pattern, taken),
            text=f"ID (matches {pattern.pattern})",
        )
        if found is None:
            msg = (
                f"no ID is known that matches questions_id_pattern "
                f"({pattern.pattern}); name one with --id"
            )
            raise click.UsageError(msg)
        return found


def _one_of(text: str, known: Collection[str]) -> str:
    if text in known:
        return text
    msg = (
        f"{text!r} is not declared; write one of {', '.join(known)}."
        f"{did_you_mean(closest(text, known))}"
    )
    raise click.UsageError(msg)


def _difficulty(text: str, low: int, high: int) -> int:
    if text.strip().isdecimal() and low <= int(text) <= high:
        return int(text)
    msg = f"{text!r} does not suit the level; write a number from {low} to {high}"
    raise click.UsageError(msg)


def _topics(text: str, declared: Collection[str] | None) -> tuple[str, ...]:
    topics = words_of(text)
    for topic in topics:
        if declared is not None and topic not in declared:
            hint = did_you_mean(closest(topic, declared))
            msg = (
                f"{topic!r} is not declared in questions_topics; write some of "
                f"{', '.join(sorted(declared))}.{hint}"
            )
            raise click.UsageError(msg)
    return topics


def _title(text: str) -> str:
    title = " ".join(text.split())
    if title and not title.startswith(":"):
        return title
    msg = f"{text!r} is no title; write the question as it is asked"
    raise click.UsageError(msg)


def _id(text: str, pattern: re.Pattern[str], taken: Collection[str]) -> str:
    if text.casefold() in taken:
        msg = f"{text!r} is another question's ID; an ID is never used twice"
        raise click.UsageError(msg)
    if pattern.fullmatch(text) and _PLAIN_ID.fullmatch(text):
        return text
    msg = (
        f"{text!r} does not match questions_id_pattern ({pattern.pattern}), or holds "
        "more than letters, digits and single hyphens"
    )
    raise click.UsageError(msg)
