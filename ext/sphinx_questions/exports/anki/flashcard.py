"""One question as a flashcard."""

from __future__ import annotations

import dataclasses
import html
from typing import TYPE_CHECKING, NamedTuple

from sphinx_questions.config import settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.exports.anki.identity import guid
from sphinx_questions.exports.anki.translator import inert, without_identifiers
from sphinx_questions.exports.fragments import Fragments
from sphinx_questions.guides.addresses import hosted_address
from sphinx_questions.labels import difficulty_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_questions.bank.question import Question
    from sphinx_questions.exports.anki.times import ChangeTimes
    from sphinx_questions.exports.fragments import Fragment, FragmentBuilder


class Part(NamedTuple):
    """A section of a question, or the notes at its end, which have no label."""

    key: str
    label: str
    html: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Flashcard:
    """What Anki gets of a question, as HTML where nothing else is said."""

    guid: str
    #: Plain text.
    question_id: str
    title: str
    #: The technology, the level and the difficulty, as far as they are known, each with
    #: the name of what it is.
    badges: tuple[tuple[str, str], ...]
    answer: str
    parts: tuple[Part, ...]
    #: Of the page on the web; plain text, and empty if nobody knows it.
    address: str
    #: Plain words without spaces.
    tags: tuple[str, ...]
    #: When the question was last changed, in seconds.
    changed: int


class Flashcards:
    """Makes flashcards, each once, however many decks hold it."""

    def __init__(self, builder: FragmentBuilder, times: ChangeTimes) -> None:
        self._builder = builder
        self._settings = settings_of(builder.config)
        self._namespace = self._settings.anki_namespace or builder.config.project
        self._fragments = Fragments(builder)
        self._times = times
        self._made: dict[str, Flashcard] = {}

    def of(self, question: Question) -> Flashcard:
        """Return the flashcard of a question."""
        if question.id not in self._made:
            self._made[question.id] = self._make(question)
        return self._made[question.id]

    def _make(self, question: Question) -> Flashcard:
        fragments = self._own(self._fragments.of(question), question)
        answer, *pieces = map(
            inert, without_identifiers(*(fragment.html for fragment in fragments))
        )
        place = question.place.docname, question.anchor
        return Flashcard(
            guid=guid(self._namespace, question.id),
            question_id=question.id,
            title=inert(self._fragments.title(question)),
            badges=tuple(self._badges(question)),
            answer=answer,
            parts=tuple(
                Part(fragment.key, inert(html.escape(fragment.label)), piece)
                for fragment, piece in zip(fragments[1:], pieces, strict=True)
            ),
            address=hosted_address(self._builder.config, *place) or "",
            tags=tuple(_tags(question)),
            changed=self._times.of(question),
        )

    def _own(self, fragments: list[Fragment], question: Question) -> list[Fragment]:
        """Return the fragments without the connections with other questions.

        They change with the others, and then no file of the question is newer. An
        author may have called a section so, which stands in front of them.
        """
        catalogue = QuestionsDomain.of(self._builder.env).catalogue
        if any(catalogue.links(question.id)):
            keys = [fragment.key for fragment in fragments]
            del fragments[len(keys) - 1 - keys[::-1].index("connections")]
        return fragments

    def _badges(self, question: Question) -> Iterator[tuple[str, str]]:
        technology = self._settings.technologies.get(question.technology or "")
        level = self._settings.levels.get(question.level or "")
        if technology:
            yield "technology", inert(html.escape(technology.label))
        if level:
            yield "level", inert(html.escape(level.label))
        if question.difficulty:
            yield "difficulty", html.escape(difficulty_text(question.difficulty))


def _tags(question: Question) -> Iterator[str]:
    """Yield the tags; Anki puts those with the same word before "::" under it."""
    for topic in question.topics:
        yield f"topic::{'-'.join(topic.split())}"
    if question.difficulty:
        yield f"difficulty::{question.difficulty}"
