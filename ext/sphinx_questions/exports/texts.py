"""Answers as plain text, for programs that know no markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx_questions.bank.characters import closed
from sphinx_questions.bank.prose import shortened
from sphinx_questions.formulas.mathml import to_text

if TYPE_CHECKING:
    from sphinx_questions.bank.prose import Paragraph
    from sphinx_questions.bank.question import Question

#: Search engines show about as many characters of a description.
_DESCRIPTION: Final = 160


def answer_paragraphs(question: Question) -> list[str]:
    """Return the answer, a string a paragraph, with formulas as a reader sees them."""
    return [closed(_words(paragraph)) for paragraph in question.answer]


def answer_text(question: Question) -> str:
    """Return the answer with a blank line between paragraphs."""
    return "\n\n".join(answer_paragraphs(question))


def description_of(question: Question) -> str:
    """Return the first sentences of the answer: one line, short enough to be shown."""
    return closed(shortened(" ".join(answer_paragraphs(question)), _DESCRIPTION))


def _words(paragraph: Paragraph) -> str:
    return "".join(
        to_text(span.text) if span.kind == "math" else span.text for span in paragraph
    )
