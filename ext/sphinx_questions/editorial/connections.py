"""Rules on how questions hang together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sphinx_questions.editorial.rule import Breach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_questions.editorial.rule import Bank


def find_unlinked_follow_ups(bank: Bank, _on: object) -> Iterator[Breach]:
    """Yield questions whose follow-ups link to no other question."""
    for material in bank.materials:
        part = material.parts.get("follow-ups")
        if part and not material.question.follow_ups:
            text = (
                "no follow-up links to another question; link at least one with the "
                "role 'question'"
            )
            yield Breach(material, text, part.line)


def find_dead_ends(bank: Bank, _on: object) -> Iterator[Breach]:
    """Yield questions from which no way leads on."""
    for material in bank.materials:
        id_ = material.question.id
        links = bank.catalogue.links(id_)
        onward = {*material.question.follow_ups} & {q.id for q in bank.catalogue}
        if not (onward or any(links)):
            text = (
                "no way leads from it to another question; add a follow-up, :related: "
                "or :requires:"
            )
            yield Breach(material, text)


def find_unreachable(bank: Bank, _on: object) -> Iterator[Breach]:
    """Yield questions to which no other leads."""
    for material in bank.materials:
        if not any(bank.catalogue.links(material.question.id)):
            text = (
                "no other question leads to it; link to it from a follow-up, or name "
                "it in :related: or :requires:"
            )
            yield Breach(material, text)


def find_harder_requirements(bank: Bank, _on: object) -> Iterator[Breach]:
    """Yield questions that require one of a higher level."""
    ranks = {level: rank for rank, level in enumerate(bank.levels)}
    for material in bank.materials:
        own = material.question.level
        for required in bank.catalogue.links(material.question.id).requires:
            if own in ranks and ranks.get(required.level or "", -1) > ranks[own]:
                text = (
                    f":requires: names {required.id}, which is {required.level}; this "
                    f"question is {own}. Name an easier one, or write :related:"
                )
                yield Breach(material, text)


def find_small_topics(bank: Bank, least: int) -> Iterator[Breach]:
    """Yield questions with a topic that too few others have."""
    sizes = Counter(topic for question in bank.catalogue for topic in question.topics)
    for material in bank.materials:
        for topic in material.question.topics:
            if sizes[topic] < least:
                text = (
                    f"the topic {topic!r} has {sizes[topic]} of at least {least} "
                    "questions; use one that others have, or write more"
                )
                yield Breach(material, text)
