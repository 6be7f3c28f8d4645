"""Letters, numbers, signs and words of a formula in Typst's markup."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Final

from docutils.utils.math.latex2mathml import functions

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree import ElementTree as ET

_BARS: Final = frozenset("|‖")

#: Written between a function and its argument, and never seen.
_INVISIBLE: Final = frozenset("\u2061\u2062\u2063\u2064")


def text_of(element: ET.Element) -> str:
    """Return the text of an element and of all that it holds."""
    return "".join(element.itertext())


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in string.punctuation else c for c in text)


def _plain(sign: str) -> str:
    """Return a sign without the space that Typst sets beside it."""
    return f'class("normal", {_escaped(sign)})'


def _identifier(element: ET.Element) -> str:
    text = text_of(element).strip()
    if len(text) > 1 and text.isalpha():
        # A unit is a word, and a function has space before its argument.
        is_function = text in functions or element.get("mathvariant") == "normal"
        return f"op({_quoted(text)})" if is_function else _quoted(text)
    if element.get("mathvariant") == "normal":
        return f"upright({_escaped(text)})"
    return _escaped(text)


def _number(element: ET.Element) -> str:
    text = text_of(element).strip()
    return text if text.isdecimal() else _quoted(text)


def _words(element: ET.Element) -> str:
    text = text_of(element)
    # Even as words, punctuation has space behind it.
    return _plain(text) if text in {*".,;:"} else _quoted(text)


def _operator(element: ET.Element) -> str:
    text = text_of(element).strip()
    if set(text) <= _INVISIBLE:
        return ""
    if len(text) > 1 and text.isalpha():
        # Under lim and max in a line of its own, beside them in a line of text.
        limits = "true" if element.get("movablelimits") == "true" else "false"
        return f"op({_quoted(text)}, limits: #{limits})"
    if size := element.get("minsize"):
        return f"lr({_escaped(text)}, size: #{size})"
    # Typst takes a bar for a relation, with space on both sides.
    return _plain(text) if text in _BARS else _escaped(text)


def _space(element: ET.Element) -> str:
    return f"#h({element.get('width') or '0em'})"


#: How the elements without others in them are written, by their names.
TOKENS: Final[dict[str, Callable[[ET.Element], str]]] = {
    "mi": _identifier,
    "mn": _number,
    "mo": _operator,
    "mtext": _words,
    "mspace": _space,
}
