"""What docutils 0.21 to 0.23 does not know of LaTeX or gets wrong in MathML."""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from xml.etree import ElementTree as ET

from sphinx_questions.formulas.faults import TEXT_COMMANDS

_NAMESPACE: Final = ' xmlns="http://www.w3.org/1998/Math/MathML"'

#: Marks that belong to the letter below them.
_ACCENTS: Final = frozenset("ˆ^~˜ˉ¯→˙¨˘ˇ´`˚")

_BRACES: Final = frozenset("⏞⏟")

#: Signs of units and of law; those of currencies are known by their category.
_SIGNS_OF_TEXT: Final = frozenset("°‰‱§¶№℃℉")

#: Commands that docutils does not know, by others that mean the same in a book, where
#: nothing counts the lines of a formula.
_KNOWN: Final = (
    (re.compile(r"\\stackrel(?![A-Za-z])"), r"\\overset"),
    (re.compile(r"\\(begin|end)\{align\*?\}"), r"\\\1{aligned}"),
    # The comma and the point of numbers, without the space behind punctuation.
    (re.compile(r"(?<=\d)(?<![_^]\d)\{([.,])\}(?=\d)"), r"\1"),
    # Nothing stands below the first sign, as in H$_2$O.
    (re.compile(r"\A\s*(?=[_^])"), "{}"),
)

#: What is left alone, and signs that have no command, or are no punctuation in braces.
_SIGN: Final = re.compile(
    rf"\\{TEXT_COMMANDS}\s*\{{[^{{}}]*\}}"
    r"|(?:\\[A-Za-z]+\s*)?\{(?P<mark>[.,;:])\}"
    r"|(?P<sign>[^\x00-\x7f])"
)

#: What sets something above or below, by what sets it beside.
_BESIDE: Final = {"munder": "msub", "mover": "msup", "munderover": "msubsup"}


def in_known_words(formula: str) -> str:
    """Return a formula in LaTeX with commands that docutils knows."""
    for pattern, known in _KNOWN:
        formula = pattern.sub(known, formula)
    return _SIGN.sub(_known_sign, formula)


def _known_sign(match: re.Match[str]) -> str:
    """Return a sign as words, which may hold any and have no space around them."""
    sign = match["sign"] or match["mark"]
    if not sign or match[0].startswith("\\"):
        return match[0]
    is_text = sign in _SIGNS_OF_TEXT or unicodedata.category(sign) == "Sc"
    return rf"\text{{{sign}}}" if match["mark"] or is_text else sign


def mended(markup: str) -> str:
    r"""Return a ``<math>`` element with its accents and braces in place.

    ``\hat{x}_i`` comes with the index below the letter, and the label of
    ``\underbrace{…}_{n}`` comes beside the brace.
    """
    # Without its namespace, which the module would spell out at every element.
    root = ET.fromstring(markup.replace(_NAMESPACE, "", 1))  # noqa: S314 – our own
    changed = [_mend(element) for element in root.iter()]
    if not any(changed):
        return markup
    text = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    return text.replace("<math", f"<math{_NAMESPACE}", 1)


def _mend(element: ET.Element) -> bool:
    """Change *element* if something is wrong with it, and return whether it was."""
    if element.tag == "munderover" and _text(element[2]) in _ACCENTS:
        base, index, mark = element
        accented = ET.Element("mover", {"accent": "true"})
        accented.extend([base, mark])
        element[:] = [accented, index]
        element.tag = "msub"
        return True
    if element.tag in _BESIDE and element[0].get("movablelimits") == "true":
        # docutils knows max by its letters; only the operator, an mo, has limits.
        if element[0].tag in {"mi", "mtext"}:
            del element[0].attrib["movablelimits"]
            element.tag = _BESIDE[element.tag]
            return True
        return False
    labelled = {"msub": "munder", "msup": "mover"}.get(element.tag, "")
    inner = element[0] if len(element) else element
    if inner.tag == labelled and _text(inner[1]) in _BRACES:
        element.tag = labelled
        return True
    return False


def _text(element: ET.Element) -> str:
    return "".join(element.itertext()).strip()
