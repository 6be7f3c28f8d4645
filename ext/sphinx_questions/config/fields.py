"""Dictionaries in ``conf.py``: their keys and the types of their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_questions.bank.vocabulary import closest, did_you_mean
from sphinx_questions.problems import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    #: The keys that a dictionary may have, with the types of their values.
    Allowed = Mapping[str, type | tuple[type, ...]]


def checked_fields(
    value: object, where: str, allowed: Allowed, example: str = "{'label': '…'}"
) -> dict[str, Any]:
    """Return *value* as a dictionary of *allowed* names with checked types."""
    if not isinstance(value, dict):
        msg = f"{where} is {value!r}; write a dictionary such as {example}"
        raise ValueError(msg)  # noqa: TRY004 – one kind of error for all wrong values
    for name, content in value.items():
        if name not in allowed:
            msg = (
                f"{where} has the unknown key {name!r}; "
                f"write one of {listed(allowed)}.{did_you_mean(closest(name, allowed))}"
            )
            raise ValueError(msg)
        if not isinstance(content, allowed[name]):
            kinds = allowed[name]
            kinds = kinds if isinstance(kinds, tuple) else (kinds,)
            wanted = " or ".join(kind.__name__ for kind in kinds)
            msg = f"{where}[{name!r}] is {content!r}; write a {wanted}"
            raise ValueError(msg)  # noqa: TRY004 – as above
    return value
