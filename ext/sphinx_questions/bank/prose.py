"""Short formatted text as plain values.

A list shows the answers of other pages. Keeping their trees would make the stored
environment grow with every question and its length; a few kinds of span are enough
for what a person can say aloud.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

#: How a span of text is set: as it is, stressed, strong, as code, as a formula.
Kind = Literal["text", "emphasis", "strong", "literal", "math"]


class Span(NamedTuple):
    """A run of text in one style."""

    kind: Kind
    text: str


Paragraph = tuple[Span, ...]
Prose = tuple[Paragraph, ...]


def plain(prose: Prose) -> str:
    """Return the text alone, with a blank line between paragraphs."""
    return "\n\n".join("".join(span.text for span in paragraph) for paragraph in prose)


def excerpt(prose: Prose, limit: int) -> Prose:
    """Return the beginning of a text: whole words, at most *limit* characters.

    Code and formulas are kept whole or left out: a part of one means nothing.
    """
    kept: list[Paragraph] = []
    for paragraph in prose:
        spans: list[Span] = []
        for span in paragraph:
            if len(span.text) > limit:
                words = span.text[: limit + 1].rpartition(" ")[0]
                if words and span.kind in {"text", "emphasis", "strong"}:
                    spans.append(Span(span.kind, words))
                return (*kept, (*spans, Span("text", " …")))
            spans.append(span)
            limit -= len(span.text)
        kept.append(tuple(spans))
    return tuple(kept)
