"""Questions as JSON values, and back: the fields that every program needs.

The format has a version. Within a version fields may be added; none goes away, and none
changes what it means.
"""

from __future__ import annotations

import datetime
import json
from typing import Any, Final, NamedTuple, get_args

from sphinx_questions.bank.prose import Kind, Prose, Span, plain
from sphinx_questions.bank.question import Place, Question

#: Version of the format.
VERSION: Final = 1

_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


class InterchangeError(ValueError):
    """A text is not a catalogue that this version can read."""


class Contents(NamedTuple):
    """What ``questions.json`` says of a bank."""

    questions: tuple[Question, ...]
    #: Where each question is, by ID; empty where the file does not say.
    addresses: dict[str, str]
    #: IDs that were given up, with the ID of the question that stands for each.
    redirects: dict[str, str]


def question_to_json(question: Question) -> dict[str, Any]:
    """Return the fields of a question as JSON values, in a fixed order."""
    return {
        "id": question.id,
        "title": question.title,
        "document": question.place.docname,
        "anchor": question.anchor,
        "technology": question.technology,
        "level": question.level,
        "difficulty": question.difficulty,
        "topics": [*question.topics],
        "added": question.added.isoformat() if question.added else None,
        "reviewed": question.reviewed.isoformat() if question.reviewed else None,
        "requires": [*question.requires],
        "related": [*question.related],
        "follow_ups": [*question.follow_ups],
        "answer": {
            "text": plain(question.answer),
            "spans": [[[*span] for span in block] for block in question.answer],
        },
    }


def question_from_json(value: Any) -> Question:  # noqa: ANN401 – whatever JSON holds
    """Return the question whose fields a JSON object has; unknown fields are ignored.

    Raises InterchangeError that names the question and the field.
    """
    name = value.get("id") if isinstance(value, dict) else None
    if not isinstance(name, str):
        msg = "an entry of 'questions' has no 'id'"
        raise InterchangeError(msg)
    try:
        return Question(
            id=name,
            title=_text(value, "title"),
            answer=_prose(value.get("answer", {}).get("spans", [])),
            anchor=_text(value, "anchor"),
            place=Place(_text(value, "document"), "", 0),
            technology=value.get("technology"),
            level=value.get("level"),
            difficulty=value.get("difficulty"),
            topics=_texts(value, "topics"),
            requires=_texts(value, "requires"),
            related=_texts(value, "related"),
            follow_ups=_texts(value, "follow_ups"),
            added=_date(value.get("added")),
            reviewed=_date(value.get("reviewed")),
        )
    except (AttributeError, TypeError, ValueError) as error:
        msg = f"question {name!r}: {error}"
        raise InterchangeError(msg) from error


def read_contents(text: str) -> Contents:
    """Return what a catalogue in JSON says.

    Raises InterchangeError for what is no such catalogue, or of another version.
    """
    try:
        value = json.loads(text)
    except ValueError as error:
        msg = f"it is not JSON: {error}"
        raise InterchangeError(msg) from error
    version = value.get("version") if isinstance(value, dict) else None
    if version != VERSION:
        msg = f"it has the version {version!r}; this release reads version {VERSION}"
        raise InterchangeError(msg)
    questions = value.get("questions")
    if not isinstance(questions, list):
        msg = "it has no list 'questions'"
        raise InterchangeError(msg)
    return Contents(
        tuple(map(question_from_json, questions)),
        {entry["id"]: str(entry.get("url", "")) for entry in questions},
        _redirects(value.get("redirects", {})),
    )


def _redirects(value: Any) -> dict[str, str]:  # noqa: ANN401 – whatever JSON holds
    if not isinstance(value, dict) or not {*map(type, value.values())} <= {str}:
        msg = f"'redirects' is {value!r} and no object of texts"
        raise InterchangeError(msg)
    return value


def _text(value: dict[str, Any], key: str) -> str:
    text = value.get(key)
    if not isinstance(text, str):
        msg = f"{key!r} is {text!r} and no text"
        raise TypeError(msg)
    return text


def _texts(value: dict[str, Any], key: str) -> tuple[str, ...]:
    texts = value.get(key, [])
    if not isinstance(texts, list) or not all(isinstance(t, str) for t in texts):
        msg = f"{key!r} is {texts!r} and no list of texts"
        raise TypeError(msg)
    return tuple(texts)


def _date(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None


def _prose(blocks: list[list[list[str]]]) -> Prose:
    return tuple(
        tuple(Span(_kind(name), text) for name, text in block) for block in blocks
    )


def _kind(name: str) -> Kind:
    """Return a kind of span; one that a later release added is plain text."""
    return next((kind for kind in _KINDS if kind == name), "text")
