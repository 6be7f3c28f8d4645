"""Lists of questions on web pages: rows that open, and ways to switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_questions.bank.vocabulary import DIFFICULTIES
from sphinx_questions.html.nodes import block, element, meter
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.bank.question import Question
    from sphinx_questions.config import Settings


def set_rows(doctree: nodes.document, catalogue: Catalogue, settings: Settings) -> None:
    """Make facts a list with a meter, and let each answer open in its row."""
    for line in list(doctree.findall(nodes.paragraph)):
        if "question_facts" in line:
            question = catalogue[line["question_facts"]]
            items = _facts(question, settings)
            line.replace_self(block("ul", *items, classes="question-row-facts"))
    for box in list(doctree.findall(nodes.container)):
        if "question_row" in box:
            row = block("div", *box.children, data_question_id=box["question_row"])
            row["classes"] = box["classes"]
            box.replace_self(row)
        elif "question-row-answer" in box["classes"]:
            summary = block("summary", nodes.Text(_("Answer")))
            box.replace_self(
                block("details", summary, *box.children, classes="question-row-answer")
            )


def _facts(question: Question, settings: Settings) -> Iterator[element]:
    yield block("li", nodes.Text(question.id), classes="question-id")
    if technology := settings.technologies.get(question.technology or ""):
        yield block("li", nodes.Text(technology.label))
    if level := settings.levels.get(question.level or ""):
        yield block("li", nodes.Text(level.label))
    if difficulty := question.difficulty:
        words = nodes.Text(f"{difficulty}/{DIFFICULTIES[-1]}")
        yield block(
            "li", meter(difficulty=difficulty), words, classes="question-difficulty"
        )
    if question.topics:
        topics = nodes.Text(" · ".join(question.topics))
        yield block("li", topics, classes="question-topics")


def set_scrolling(doctree: nodes.document) -> None:
    """Put each table of questions into a box, in which it scrolls if it is wide.

    Some themes have such boxes around all tables.
    """
    for table in list(doctree.findall(nodes.table)):
        ours = {"question-list", "question-matrix"}.intersection(table["classes"])
        if ours and "table-wrapper" not in table.parent.get("classes", ()):
            box = block("div", classes="question-scroll")
            table.replace_self(box)
            box += table


def set_landmarks(doctree: nodes.document) -> None:
    """Make the boxes that hold ways to switch navigation landmarks."""
    for box in list(doctree.findall(nodes.container)):
        if "landmark" in box:
            nav = block("nav", *box.children, aria_label=box["landmark"])
            nav["classes"] = box["classes"]
            box.replace_self(nav)
