"""The directive's options: from the author's text to checked values."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from sphinx_questions.bank.vocabulary import (
    DIFFICULTIES,
    Level,
    Technology,
    closest,
    did_you_mean,
    key_of,
    meant,
    words_of,
)
from sphinx_questions.problems import Problem, listed
from sphinx_questions.source.anchors import is_anchored

if TYPE_CHECKING:
    from sphinx_questions.config import Settings

#: Tells an author what is wrong and what to write instead, and at which option.
Report = Callable[[Problem, str, str], None]

NAMES: Final = (
    "id",
    "technology",
    "level",
    "difficulty",
    "topics",
    "requires",
    "related",
    "added",
    "reviewed",
    "class",
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The checked values. What was left out or refused is None or empty."""

    id: str | None
    #: The ID as it was given, also if it was refused.
    given_id: str
    technology: Technology | None
    level: Level | None
    #: 1 to 10.
    difficulty: int | None
    topics: tuple[str, ...]
    requires: tuple[str, ...]
    related: tuple[str, ...]
    added: datetime.date | None
    reviewed: datetime.date | None
    classes: tuple[str, ...]


def read_options(
    given: Mapping[str, object], settings: Settings, report: Report
) -> Options:
    """Check what an author gave; each mistake is reported and left out."""
    texts = {name: str(value or "").strip() for name, value in given.items()}
    for name in (name for name in texts if name not in NAMES):
        hint = did_you_mean(closest(name, NAMES))
        report(
            Problem.OPTION,
            f"unknown option {name!r} with the value {texts[name]!r}; "
            f"write one of {listed(NAMES)}.{hint}",
            name,
        )
    id_ = _read_id(texts.get("id", ""), settings.id_pattern, report)
    level = _read_level(texts.get("level", ""), settings.levels, report)

    def ids(name: str) -> tuple[str, ...]:
        return _read_ids(name, texts.get(name, ""), id_, report)

    return Options(
        id=id_,
        given_id=texts.get("id", ""),
        technology=_read_technology(
            texts.get("technology", ""), settings.technologies, report
        ),
        level=level,
        difficulty=_read_difficulty(texts.get("difficulty", ""), level, report),
        topics=_read_topics(texts.get("topics", ""), settings.topics, report),
        requires=ids("requires"),
        related=ids("related"),
        added=_read_date("added", texts.get("added", ""), report),
        reviewed=_read_date("reviewed", texts.get("reviewed", ""), report),
        classes=tuple(texts.get("class", "").split()),
    )


def _read_id(text: str, pattern: re.Pattern[str], report: Report) -> str | None:
    if not text:
        # Reported when every ID of the bank is known, with one that is free.
        return None
    if not pattern.fullmatch(text):
        report(
            Problem.ID,
            f"the ID {text!r} does not match questions_id_pattern "
            f"({pattern.pattern}); write one that does, or change the pattern",
            "id",
        )
        return None
    if not is_anchored(text):
        report(
            Problem.ID,
            f"the ID {text!r} cannot be the anchor of this question, so links to it "
            "may break; write an ID of the letters A to Z, digits, and single hyphens "
            "between them, beginning with a letter, such as ML-ADV-001",
            "id",
        )
    return text


def _read_technology(
    text: str, declared: Mapping[str, Technology], report: Report
) -> Technology | None:
    if not text and len(declared) == 1:
        return next(iter(declared.values()))
    if not text:
        known = f"one of {listed(declared)}" if declared else "a declared technology"
        report(
            Problem.TECHNOLOGY,
            f"no technology; write :technology: with {known}",
            "technology",
        )
        return None
    if text not in declared:
        near = meant(text, {key: value.label for key, value in declared.items()})
        report(
            Problem.TECHNOLOGY,
            f"unknown technology {text!r}.{did_you_mean(near)}"
            f"{_declaration(text, declared)}",
            "technology",
        )
    return declared.get(text)


def _declaration(text: str, declared: Mapping[str, Technology]) -> str:
    """Return how to declare a technology by that name, if it can be a new one."""
    key = key_of(text)
    if key in declared:
        return ""
    label = "…" if key == text else text.replace("\\", "\\\\").replace('"', '\\"')
    entry = f'questions_technologies["{key or "…"}"] = {{"label": "{label}"}}'
    use = "" if key == text else f"; and here :technology: {key or '…'}"
    return f" To declare it, write in conf.py: {entry}{use}"


def _read_level(
    text: str, declared: Mapping[str, Level], report: Report
) -> Level | None:
    if not text:
        report(
            Problem.LEVEL,
            f"no level; write :level: with one of {listed(declared)}",
            "level",
        )
        return None
    if text not in declared:
        near = meant(text, {key: value.label for key, value in declared.items()})
        hint = did_you_mean(near)
        report(
            Problem.LEVEL,
            f"unknown level {text!r}; write one of {listed(declared)}, or declare it "
            f"in conf.py under questions_levels.{hint}",
            "level",
        )
    return declared.get(text)


def _read_difficulty(text: str, level: Level | None, report: Report) -> int | None:
    if not text:
        return None
    low, high = DIFFICULTIES[0], DIFFICULTIES[-1]
    if not re.fullmatch(r"[0-9]+", text) or int(text) not in DIFFICULTIES:
        report(
            Problem.DIFFICULTY,
            f"the difficulty {text!r} is no whole number from {low} to {high}",
            "difficulty",
        )
        return None
    if level:
        low, high = level.difficulties
        if not low <= int(text) <= high:
            report(
                Problem.DIFFICULTY,
                f"the difficulty {text} does not suit the level {level.key!r}, which "
                f"has {low} to {high}; change one of the two, or the range in conf.py "
                "under questions_levels",
                "difficulty",
            )
    return int(text)


def _read_topics(
    text: str, declared: Mapping[str, str] | None, report: Report
) -> tuple[str, ...]:
    written = words_of(text)
    topics = tuple(dict.fromkeys(written))
    for topic in topics:
        if written.count(topic) > 1:
            report(
                Problem.OPTION,
                f"the topic {topic!r} stands twice in :topics:; take one of them out",
                "topics",
            )
        if declared is not None and topic not in declared:
            hint = did_you_mean(closest(topic, declared))
            report(
                Problem.TOPIC,
                f"the topic {topic!r} is not declared; write another one, or declare "
                f"it in conf.py under questions_topics.{hint}",
                "topics",
            )
    return topics


def _read_ids(name: str, text: str, own: str | None, report: Report) -> tuple[str, ...]:
    ids = dict.fromkeys(words_of(text))
    if own in ids:
        report(
            Problem.REFERENCE,
            f"the question {own!r} names itself in :{name}:; take that ID out",
            name,
        )
        del ids[own]
    return tuple(ids)


def _read_date(name: str, text: str, report: Report) -> datetime.date | None:
    if not text:
        return None
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        with contextlib.suppress(ValueError):
            return datetime.date.fromisoformat(text)
    report(
        Problem.DATE,
        f"the date {text!r} in :{name}: is no day of the calendar; "
        "write it as YYYY-MM-DD, such as 2026-01-31",
        name,
    )
    return None
