"""Short formatted text as plain values."""

from __future__ import annotations

import pickle

import pytest

from sphinx_questions.bank.prose import Span, excerpt, plain, shortened

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


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Short.", "Short."),
        ("One\n two.", "One two."),
        ("First sentence. Second one is too long.", "First sentence."),
        ("He said “yes.” And then no more of it.", "He said “yes.”"),
        ("Version 3.11 of a long language name", "Version 3.11 of a…"),
        ("No. This begins with a very short sentence", "No. This begins…"),
        ("Averyveryveryverylongword", "Averyveryveryverylo…"),
        ("one two three four, five six", "one two three four…"),
    ],
)
def test_text_is_shortened_to_sentences_or_words(text: str, short: str) -> None:
    """A description ends at a sentence, or else at a word."""
    assert shortened(text, 20) == short
    assert len(short) <= 20


def test_excerpt_ends_between_words() -> None:
    """The beginning of a text is whole words, and says that there is more."""
    text = ((Span("text", "One two three."), Span("strong", "Four five.")),)
    assert plain(excerpt(text, 24)) == "One two three.Four five."
    assert plain(excerpt(text, 23)) == "One two three.Four …"
    assert plain(excerpt(text, 14)) == "One two three. …"
    assert plain(excerpt(text, 2)) == " …"
    assert excerpt((), 2) == ()


def test_excerpt_cuts_no_formula() -> None:
    """Code and formulas are whole or left out, and what follows is not shown."""
    for kind in ("math", "literal"):
        text = ((Span("text", "If "), Span(kind, "a + b"), Span("text", " c")),)
        assert excerpt((*text, *text), 8)[0][:2] == text[0][:2]
        assert plain(excerpt((*text, *text), 7)) == "If  …"
