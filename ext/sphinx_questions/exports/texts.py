"""Answers as plain text, for programs that know no markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx_questions.bank.characters import closed
from sphinx_questions.bank.prose import shortened
from sphinx_questions.formulas.mathml import to_text

if TYPE_CHECKING:
    from sphinx_questions.bank.prose import Paragraph
    from sphinx_questions.bank.question import Question

#: Search engines show about as many characters of a description.
_DESCRIPTION: Final = 160

#: What sets parts of a formula above each other: a line of text cannot.
_TWO_DIMENSIONAL: Final = re.compile(
    r"[_^&]|\\(?:[cdt]?frac|sqrt|[dt]?binom|over|atop|stackrel)"
)


def answer_paragraphs(question: Question) -> list[str]:
    """Return the answer, a string a paragraph, with formulas in it."""
    return [closed(_words(paragraph)) for paragraph in question.answer]


def answer_text(question: Question) -> str:
    """Return the answer with a blank line between paragraphs."""
    return "\n\n".join(answer_paragraphs(question))


def description_of(question: Question) -> str:
    """Return the first sentences of the answer: one line, short enough to be shown."""
    return closed(shortened(" ".join(answer_paragraphs(question)), _DESCRIPTION))


def _words(paragraph: Paragraph) -> str:
    return "".join(
        _formula(span.text) if span.kind == "math" else span.text for span in paragraph
    )


def _formula(tex: str) -> str:
    """Return a formula as text, or as LaTeX where text would say something else."""
    return f"${tex}$" if _TWO_DIMENSIONAL.search(tex) else to_text(tex)
