"""Short formatted text as plain values.

A list shows the answers of other pages. Keeping their trees would make the stored
environment grow with every question and its length; a few kinds of span are enough
for what a person can say aloud.
"""

from __future__ import annotations

import re
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


def shortened(text: str, limit: int) -> str:
    """Return the first sentences of *text* that fit into *limit* characters.

    If not even one fits, its first words and an ellipsis. A single word that is too
    long is cut.
    """
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    # A sentence ends at its mark, perhaps inside brackets or quotation marks; one
    # character more shows whether a space follows.
    ends = list(re.finditer(r"[.!?…][)\]\"'”’]*(?=\s)", text[: limit + 1]))
    # One that is much too short says little.
    if ends and ends[-1].end() >= limit // 3:
        return text[: ends[-1].end()]
    cut = text[:limit]
    if " " in cut:
        cut = cut.rpartition(" ")[0]
    return cut.rstrip(",;:–—-")[: limit - 1] + "…"


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
