"""Which flashcards a deck holds, and in which sub-decks they lie."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

from sphinx_questions.config import settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.guides.selection import selections
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx.builders import Builder

    from sphinx_questions.bank.guide import Group
    from sphinx_questions.config import Settings
    from sphinx_questions.exports.anki.flashcard import Flashcard, Flashcards

#: What Anki writes between the name of a deck and that of one inside it.
SEPARATOR: Final = "::"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A guide as a deck."""

    #: Name of its files, without suffix.
    name: str
    title: str
    #: By the whole name of the sub-deck, in reading order.
    cards: Mapping[str, Sequence[Flashcard]]

    @property
    def all_cards(self) -> list[Flashcard]:
        """All flashcards, in reading order."""
        return [card for cards in self.cards.values() for card in cards]


def make_decks(builder: Builder, flashcards: Flashcards) -> Iterator[Deck]:
    """Yield the deck of every guide that shows questions in full.

    Unless a guide has a title of its own, its cards lie where the deck of the whole
    bank has them: a card has one place, whichever deck was imported first.
    """
    settings = settings_of(builder.config)
    catalogue = QuestionsDomain.of(builder.env).catalogue
    for guide, groups in selections(builder.config, catalogue):
        if guide.form != "complete":
            continue
        title = _name(guide.title or builder.config.project)
        yield Deck(
            name=guide.name,
            title=title,
            cards={
                SEPARATOR.join((title, *_place(group, settings))): [
                    flashcards.of(question) for question in group.questions
                ]
                for group in groups
            },
        )


def _place(group: Group, settings: Settings) -> Iterator[str]:
    technology = settings.technologies.get(group.technology or "")
    level = settings.levels.get(group.level or "")
    yield _name(technology.label if technology else _("Other questions"))
    yield _name(level.label if level else _("Other levels"))


def _name(text: str) -> str:
    """Return a name of one deck, not of one inside another."""
    name = " ".join(text.split())
    while SEPARATOR in name:
        name = name.replace(SEPARATOR, ":")
    # A colon at either end would make a separator with those beside it.
    return name.strip(":") or "…"
