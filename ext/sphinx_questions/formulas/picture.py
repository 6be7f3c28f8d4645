"""Formulas as vector images, for those that nothing else can set.

The package ziamath draws them. It knows commands that docutils does not, and draws the
name of one that it does not know either; such a picture is refused.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Picture(NamedTuple):
    """A drawn formula; lengths are in multiples of the size of the text around it."""

    svg: str
    width: float
    #: How far it reaches below the line that the text stands on.
    depth: float


#: Commands that ziamath drops, or draws in part, without a word.
_LOST: Final = (r"\tag", r"\operatorname*")

#: The size at which formulas are drawn, in pixels.
_SIZE: Final = 24


def to_picture(formula: str, *, block: bool) -> Picture:
    """Return a drawing of *formula*, in LaTeX.

    Raises ValueError if it cannot be drawn, ImportError without ziamath.
    """
    from ziamath.zmath import Latex  # noqa: PLC0415 – for few, and it loads a font

    lost = next((command for command in _LOST if command in formula), None)
    if lost:
        msg = f"ziamath does not know the command {lost}"
        raise ValueError(msg)
    try:
        drawn = Latex(formula, size=_SIZE, inline=not block)
        svg, markup = drawn.svg(), drawn.mathmlstr()
    except Exception as error:  # its parser raises errors that share no class
        msg = f"ziamath cannot draw it: {type(error).__name__} {error}".strip()
        raise ValueError(msg) from error
    if unknown := re.search(r">(\\[A-Za-z]+)<", markup):
        msg = f"the command {unknown[1]} is not known"
        raise ValueError(msg)
    box = re.search(r'viewBox="(\S+) (\S+) (\S+) (\S+)"', svg)
    assert box  # noqa: S101 – narrows for mypy: every drawing has one
    _left, top, width, height = map(float, box.groups())
    return Picture(svg, width / _SIZE, (top + height) / _SIZE)
