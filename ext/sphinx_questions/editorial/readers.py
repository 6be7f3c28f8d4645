"""From what stands in ``pyproject.toml`` to the values that rules take.

Each reader raises ValueError; the caller adds which rule it was, and an example.
"""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """The least and the most of something."""

    least: int
    most: int | None

    def __contains__(self, number: object) -> bool:
        """Return whether a number lies between the two, both included."""
        return isinstance(number, int) and (
            self.least <= number and (self.most is None or number <= self.most)
        )

    def __str__(self) -> str:
        if self.most is None:
            return f"at least {self.least}"
        return f"{self.least} to {self.most}"


def read_spans(value: object) -> dict[str, Span]:
    """Read ``{ answer = [80, 200], sources = 2 }``."""
    if isinstance(value, dict):
        return {str(key): _span(item) for key, item in value.items()}
    raise ValueError


def _span(value: object) -> Span:
    match value:
        case bool():
            raise ValueError
        case int() as least if least >= 0:
            return Span(least, None)
        case [int() as least, int() as most] if 0 <= least <= most:
            return Span(least, most)
    raise ValueError


def read_number(value: object) -> int:
    """Read a whole number above 0."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError
    return value


def read_share(value: object) -> float:
    """Read a number from 0 to 1."""
    if isinstance(value, int | float) and value is not True and 0 <= value <= 1:
        return float(value)
    raise ValueError


def read_texts(value: object) -> tuple[str, ...]:
    """Read a list of texts."""
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise ValueError
    return tuple(value)


def read_switch(value: object) -> bool:
    """Read ``true``."""
    if value is not True:
        raise ValueError
    return value
