"""What docutils 0.21 to 0.23 does not know of LaTeX or gets wrong in MathML."""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree as ET

_NAMESPACE: Final = ' xmlns="http://www.w3.org/1998/Math/MathML"'

#: Marks that belong to the letter below them.
_ACCENTS: Final = frozenset("ˆ^~˜ˉ¯→˙¨˘ˇ´`˚")

_BRACES: Final = frozenset("⏞⏟")


#: Commands that docutils does not know, by others that mean the same in a book, where
#: nothing counts the lines of a formula.
_KNOWN: Final = (
    (re.compile(r"\\stackrel(?![A-Za-z])"), r"\\overset"),
    (re.compile(r"\\(begin|end)\{align\*?\}"), r"\\\1{aligned}"),
)


def in_known_words(formula: str) -> str:
    """Return a formula in LaTeX with commands that docutils knows."""
    for pattern, known in _KNOWN:
        formula = pattern.sub(known, formula)
    return formula


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
    labelled = {"msub": "munder", "msup": "mover"}.get(element.tag, "")
    inner = element[0] if len(element) else element
    if inner.tag == labelled and _text(inner[1]) in _BRACES:
        element.tag = labelled
        return True
    return False


def _text(element: ET.Element) -> str:
    return "".join(element.itertext()).strip()
