"""Counts of a bank."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sphinx_questions.bank.views import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_questions.bank.question import Question


def count_views(questions: Iterable[Question]) -> Counter[View]:
    """Return how many questions each view holds; views without any are 0."""
    counts: Counter[View] = Counter()
    for question in questions:
        technology, level = question.technology, question.level
        views = {
            View(),
            View(technology=technology),
            View(level=level),
            View(technology=technology, level=level),
        }
        # A value that the question lacks gives the same view twice.
        counts.update(views)
    return counts
