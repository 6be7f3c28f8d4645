"""What search engines read off a page of questions: a quiz of flashcards.

The form is that of schema.org, with the properties that Google names for "education
Q&A": https://developers.google.com/search/docs/appearance/structured-data/education-qa
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sphinx_questions.config import settings_of
from sphinx_questions.exports.addresses import page_address, question_address
from sphinx_questions.exports.texts import answer_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx.builders import Builder

    from sphinx_questions.bank.question import Question
    from sphinx_questions.config import Settings


def quiz(
    builder: Builder, docname: str, name: str, questions: Iterable[Question]
) -> dict[str, Any] | None:
    """Return the quiz of a page, or None if no question on it has an answer."""
    answered = [question for question in questions if question.answer]
    if not answered:
        return None
    config = builder.config
    settings = settings_of(config)
    reviewed = [q.reviewed.isoformat() for q in answered if q.reviewed]
    added = [q.added.isoformat() for q in answered if q.added]
    about = _unique(word for q in answered for word in _subjects(q, settings))
    subjects = _unique(_technology(q, settings) for q in answered)
    levels = _unique(_level(q, settings) for q in answered)
    return _present(
        {
            "@context": "https://schema.org",
            "@type": "Quiz",
            "name": name,
            "url": page_address(builder, docname) if config.html_baseurl else "",
            "inLanguage": (config.language or "").replace("_", "-"),
            "about": [{"@type": "Thing", "name": word} for word in about],
            "educationalLevel": _one_or_all(levels),
            "educationalAlignment": [
                *(_alignment("educationalSubject", word) for word in subjects),
                *(_alignment("educationalLevel", word) for word in levels),
            ],
            "dateCreated": min(added, default=""),
            "dateModified": max(reviewed, default=""),
            "hasPart": [_flashcard(builder, question) for question in answered],
        }
    )


def _flashcard(builder: Builder, question: Question) -> dict[str, Any]:
    return _present(
        {
            "@type": "Question",
            "eduQuestionType": "Flashcard",
            "identifier": question.id,
            "url": (
                question_address(builder, question)
                if builder.config.html_baseurl
                else ""
            ),
            "text": question.title,
            "acceptedAnswer": {"@type": "Answer", "text": answer_text(question)},
        }
    )


def _alignment(kind: str, name: str) -> dict[str, str]:
    return {"@type": "AlignmentObject", "alignmentType": kind, "targetName": name}


def _subjects(question: Question, settings: Settings) -> list[str]:
    return [_technology(question, settings), *question.topics]


def _technology(question: Question, settings: Settings) -> str:
    technology = settings.technologies.get(question.technology or "")
    return technology.label if technology else ""


def _level(question: Question, settings: Settings) -> str:
    level = settings.levels.get(question.level or "")
    return level.label if level else ""


def _unique(words: Iterable[str]) -> list[str]:
    return [word for word in dict.fromkeys(words) if word]


def _one_or_all(words: Sequence[str]) -> str | Sequence[str]:
    return words[0] if len(words) == 1 else words


def _present(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value}


def script(data: dict[str, Any]) -> str:
    """Return *data* as a script element.

    Its text can neither end the element nor open a comment: both need a "<".
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f'<script type="application/ld+json">{text}</script>'
