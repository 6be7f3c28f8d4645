"""The words that the explorer's script writes, in the language of the project."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_questions.html.nodes import block
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_questions.config import Settings


def labels(settings: Settings) -> dict[str, str]:
    """Return every label by the key that the script knows it by.

    What stands in braces is filled in by the script.
    """
    return {
        "form": _("Find questions"),
        "search": _("Search questions and answers"),
        "random": _("Random question"),
        "filters": _("Filters"),
        "filtersActive": _("Filters ({count})"),
        "technology": settings.technology_label.label,
        "level": _("Level"),
        "topic": _("Topic"),
        "allTopics": _("Show all {count} topics"),
        "fewerTopics": _("Show fewer topics"),
        "difficulty": _("Difficulty"),
        "from": _("From"),
        "to": _("To"),
        "difficultyOne": _("Difficulty {lowest}"),
        "difficultyRange": _("Difficulty {lowest}–{highest}"),
        "text": _("“{text}”"),
        "results": _("Questions found"),
        "showingOne": _("Showing 1 question"),
        "showing": _("Showing {count} questions"),
        "remove": _("Remove filter: {filter}"),
        "clear": _("Clear all filters"),
        "sort": _("Sort by"),
        "sortRelevance": _("Relevance"),
        "sortDifficulty": _("Difficulty"),
        "sortId": _("ID"),
        "sortTitle": _("Title"),
        "answer": _("Answer"),
        "more": _("Show more"),
        "shown": _("{count} of {total} shown"),
        "nothing": _("No question matches all of these filters."),
        "dropOne": _("Without {filter}: 1 question"),
        "drop": _("Without {filter}: {count} questions"),
        "found": _("{count} of {total} questions"),
    }


def set_labels(doctree: nodes.document, settings: Settings) -> None:
    """Give the labels to the script, as data of the explorer's element."""
    for box in list(doctree.findall(nodes.container)):
        if "question-explorer" in box["classes"]:
            explorer = block(
                "div", *box.children, data_labels=_as_json(labels(settings))
            )
            explorer["classes"] = box["classes"]
            box.replace_self(explorer)


def _as_json(words: Mapping[str, object]) -> str:
    # The words may be proxies that are translated when they are read.
    texts = {key: str(word) for key, word in words.items()}
    return json.dumps(texts, ensure_ascii=False)
