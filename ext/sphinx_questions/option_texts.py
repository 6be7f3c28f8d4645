"""The options of a directive as an author wrote them, for the directive to check."""

from __future__ import annotations

from collections.abc import Callable, Iterable


class AnyOption(dict[str, Callable[[str], object]]):
    """An option specification that lets every option through, as text.

    The parsers have words of their own for a wrong option. One of them then drops
    the directive with its whole body, and the other goes on without the option. A
    directive with this specification reports the option and decides for itself.
    """

    def __init__(self, names: Iterable[str]) -> None:
        # Not empty, which would mean that the directive has no options.
        super().__init__(dict.fromkeys(names, _text))

    def __missing__(self, name: str) -> Callable[[str], object]:
        return _text


def _text(value: str | None) -> str:
    """Return an option's value; docutils gives None for an empty one."""
    return value or ""
