"""Formulas in Typst's markup.

Made of MathML, so that a formula is read once, by the same converter, for every kind
of output. The elements are those of MathML Core (https://www.w3.org/TR/mathml-core/),
the functions those of Typst 0.15 (https://typst.app/docs/reference/math/).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from sphinx_questions.formulas.typst_tokens import TOKENS, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

#: Marks over a letter, as docutils writes them, with their name in Typst.
_ACCENTS: Final = {
    "ˆ": "hat",
    "^": "hat",
    "~": "tilde",
    "˜": "tilde",
    "ˉ": "macron",
    "¯": "macron",
    "→": "arrow",
    "˙": "dot",
    "¨": "dot.double",
    "˘": "breve",
    "ˇ": "caron",
    "´": "acute",
    "`": "grave",
    "˚": "circle",
}

#: What is drawn over or under a whole expression.
_LINES: Final = {
    "_": "overline",
    "⏞": "overbrace",
    "⏟": "underbrace",
    "⎴": "overbracket",
    "⎵": "underbracket",
}

#: Marks by the number of strokes.
_PRIMES: Final = " ′″‴"


def to_typst(mathml: str) -> str:
    """Return what stands between dollar signs for a ``<math>`` element.

    Raises ValueError for an element without a counterpart.
    """
    return _row(ET.fromstring(mathml))  # noqa: S314 – the markup is our own converter's


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _convert(element: ET.Element) -> str:
    name = _name(element)
    if name not in _ELEMENTS:
        msg = f"the MathML element {name!r} has no counterpart in Typst"
        raise ValueError(msg)
    return _ELEMENTS[name](element)


def _row(element: ET.Element) -> str:
    """Return the children side by side, between fences that grow if it has any."""
    children = list(element)
    if element.get("class") == "binom":
        above, below = _arguments(children[1])
        return f"binom({above}, {below})"
    if _is_cases(children):
        return f"{_joined(children[:-2])} {_convert(children[-1])}".strip()
    if _is_fenced(children):
        return f"lr({_joined(children)})"
    return _joined(children)


def _joined(children: Iterable[ET.Element]) -> str:
    parts: list[str] = []
    primes = ""
    for child in (*children, None):
        if child is not None and _is_prime(child):
            primes += text_of(child).strip()
            continue
        if primes:
            # An operator in MathML, and a superscript to the eye.
            base = parts.pop() if parts else '""'
            parts.append(base + "'" * sum(map(_PRIMES.index, primes)))
            primes = ""
        if child is not None and (converted := _convert(child)):
            parts.append(converted)
    return _spaced(parts)


def _spaced(parts: list[str]) -> str:
    """Return the parts with spaces between them, of which words would show theirs."""
    text = ""
    for part in parts:
        apart = text and not text.endswith('"') and not part.startswith('"')
        text += f" {part}" if apart else part
    return text


def _is_prime(element: ET.Element) -> bool:
    text = text_of(element).strip()
    return _name(element) == "mo" and bool(text) and set(text) <= {*_PRIMES[1:]}


def _is_cases(children: list[ET.Element]) -> bool:
    """Return whether a row ends with a brace and the cases behind it."""
    return (
        len(children) > 1
        and "cases" in children[-1].get("class", "")
        and text_of(children[-2]).strip() == "{"
    )


def _is_fenced(children: list[ET.Element]) -> bool:
    r"""Return whether a row came of ``\left`` and ``\right``: its ends may grow."""
    if len(children) < 2 or _name(children[0]) != "mo":  # noqa: PLR2004 – two ends
        return False
    return children[0].get("stretchy") != "false" and (
        "".join(children[0].itertext()) in set("([{|‖⟨⌊⌈")
    )


def _group(element: ET.Element) -> str:
    """Return an element as one argument of a function."""
    return _convert(element) or '""'


def _arguments(element: ET.Element) -> list[str]:
    return [_group(child) for child in element]


def _fraction(element: ET.Element) -> str:
    above, below = _arguments(element)
    if element.get("linethickness") == "0":
        return f"mat(delim: #none, row-gap: #0.3em, {above}; {below})"
    fraction = f"frac({above}, {below})"
    style = {"true": "display", "false": "inline"}.get(element.get("displaystyle", ""))
    return f"{style}({fraction})" if style else fraction


def _attached(*places: str) -> Callable[[ET.Element], str]:
    """Return a reader of a base with something at each of *places*."""

    def convert(element: ET.Element) -> str:
        base, *rest = element
        attached = ", ".join(
            f"{place}: {_group(child)}"
            for place, child in zip(places, rest, strict=True)
        )
        return f"attach({_group(base)}, {attached})"

    return convert


def _limits(*places: str) -> Callable[[ET.Element], str]:
    """Return a reader of a base with something above or below it."""

    def convert(element: ET.Element) -> str:
        base, *rest = element
        if len(rest) == 1 and (drawn := _drawn(element, base, rest[0])):
            return drawn
        if len(rest) == 1 and (brace := _brace(base)):
            return f"{brace}({_group(base[0])}, {_group(rest[0])})"
        attached = ", ".join(
            f"{place}: {_group(child)}"
            for place, child in zip(places, rest, strict=True)
        )
        moves = base.get("movablelimits") == "true"
        kept = _group(base) if moves else f"limits({_group(base)})"
        return f"attach({kept}, {attached})"

    return convert


def _brace(element: ET.Element) -> str:
    """Return the function of a brace with something in it, or nothing."""
    if _name(element) in {"munder", "mover"}:
        function = _LINES.get(text_of(element[1]).strip(), "")
        return function if function.startswith(("over", "under")) else ""
    return ""


def _drawn(element: ET.Element, base: ET.Element, mark: ET.Element) -> str:
    """Return an expression with an accent, a line or a brace, or nothing."""
    text = text_of(mark).strip()
    if text in _LINES:
        function = _LINES[text]
        if text == "_" and _name(element) == "munder":
            function = "underline"
        return f"{function}({_group(base)})"
    is_accent = element.get("accent") == "true" or mark.get("accent") == "true"
    if is_accent and text in _ACCENTS:
        return f"accent({_group(base)}, {_ACCENTS[text]})"
    return ""


def _table(element: ET.Element) -> str:
    rows = [[_group(cell) for cell in row] for row in element]
    classes = element.get("class", "")
    if "cases" in classes:
        return f"cases({', '.join(' & '.join(row) for row in rows)})"
    if "align" in classes:
        # Typst aligns columns right and left by turns, which is what these are.
        return " \\ ".join(" & ".join(row) for row in rows)
    cells = "; ".join(", ".join(row) for row in rows)
    return f"mat(delim: #none, {cells})"


def _enclosed(element: ET.Element) -> str:
    content = _joined(element)
    notation = element.get("notation", "")
    if "strike" in notation:
        return f"cancel({content})"
    if notation == "box":
        return f"#box(stroke: 0.5pt, inset: 0.25em, baseline: 0.25em, ${content}$)"
    msg = f"the notation {notation!r} of the MathML element 'menclose' is not known"
    raise ValueError(msg)


_ELEMENTS: Final[dict[str, Callable[[ET.Element], str]]] = {
    **TOKENS,
    "math": _row,
    "mrow": _row,
    "mstyle": _row,
    "mpadded": _row,
    "mtd": _row,
    "mfrac": _fraction,
    "msqrt": lambda element: f"sqrt({_row(element)})",
    "mroot": lambda element: "root({1}, {0})".format(*_arguments(element)),
    "msub": _attached("b"),
    "msup": _attached("t"),
    "msubsup": _attached("b", "t"),
    "munder": _limits("b"),
    "mover": _limits("t"),
    "munderover": _limits("b", "t"),
    "mtable": _table,
    "menclose": _enclosed,
    "mphantom": lambda element: f"#hide(${_joined(element)}$)",
}
