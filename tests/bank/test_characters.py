"""Characters that are no words."""

from __future__ import annotations

import pytest

from sphinx_questions.bank.characters import closed, forbidden_in, writable


def test_forbidden_characters_are_replaced_and_no_others() -> None:
    """Controls and halves of characters go; space, letters and emoji stay."""
    text = "a\tb\nc\rd é 漢 😀 \u202e \ufeff"
    assert writable(text) == text
    assert forbidden_in(text) == []
    assert writable("a\x00b\x1bc\x7fd\x85e\ud800f\uffff") == "a�b�c�d�e�f�"
    assert forbidden_in("\x1b\x00\x1b") == ["\x00", "\x1b"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("plain", ""),
        ("\u202eabc", "\u202c"),
        ("\u202eabc\u202c", ""),
        ("\u202a\u2066x", "\u2069\u202c"),
        ("\u2066\u202ex\u2069", ""),
        ("\u2066x\u202c", "\u2069"),
        ("\u2069\u202c", ""),
    ],
)
def test_changes_of_direction_are_closed(text: str, ends: str) -> None:
    """Every change that is open gets its end, the innermost first."""
    assert closed(text) == text + ends
