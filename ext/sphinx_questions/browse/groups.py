"""Questions under the labels of a field."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_questions.bank.question import Question
    from sphinx_questions.config import Settings


def grouped(
    found: tuple[Question, ...], by: str, settings: Settings
) -> Iterator[tuple[str, tuple[Question, ...]]]:
    """Yield label and questions of each group that has any, as declared.

    A question with several topics stands in the group of each. Questions without
    the value come last.
    """
    if not by:
        if found:
            yield "", found
        return
    labels: dict[str, str] = {
        "technology": {t.key: t.label for t in settings.technologies.values()},
        "level": {level.key: level.label for level in settings.levels.values()},
        "topic": {t: t for t in sorted({*itertools.chain(*(q.topics for q in found))})},
    }[by]
    for key, label in labels.items():
        if group := tuple(q for q in found if key in _keys(q, by)):
            yield label, group
    if rest := tuple(q for q in found if not labels.keys() & set(_keys(q, by))):
        yield _("Others"), rest


def _keys(question: Question, by: str) -> tuple[str | None, ...]:
    if by == "topic":
        return question.topics
    return (question.technology if by == "technology" else question.level,)
