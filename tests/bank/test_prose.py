"""Short formatted text as plain values."""

from __future__ import annotations

import pickle

from sphinx_questions.bank.prose import Span, plain

PROSE = (
    (Span("text", "The rate "), Span("math", "\\eta"), Span("text", " is small.")),
    (Span("strong", "Never"), Span("text", " 0.")),
)


def test_plain_text() -> None:
    """Without its styles a text keeps every word, and its paragraphs apart."""
    assert plain(PROSE) == "The rate \\eta is small.\n\nNever 0."
    assert plain(()) == ""


def test_prose_is_a_plain_value() -> None:
    """A text can be compared and stored, and a change of style is a change."""
    assert pickle.loads(pickle.dumps(PROSE)) == PROSE  # noqa: S301 – dumped here
    assert (Span("text", "a"),) != (Span("strong", "a"),)
    assert len({PROSE, PROSE[:1]}) == 2
