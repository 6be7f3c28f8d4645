"""What a rule is."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_questions.editorial.finding import Severity

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.editorial.material import Material


class Bank(NamedTuple):
    """All that a rule may look at."""

    materials: Sequence[Material]
    catalogue: Catalogue
    #: Keys of the levels, the easiest first.
    levels: Sequence[str]
    #: The day of the check.
    today: datetime.date


class Breach(NamedTuple):
    """A place where a rule is broken."""

    material: Material
    #: What is wrong and what to write instead.
    message: str
    #: Line; the question's own if 0.
    line: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One editorial rule, which a project sets or switches off."""

    #: Name in ``pyproject.toml``: ``review-age``.
    name: str
    #: One or two sentences for the reference page.
    help: str
    #: What holds where a project says nothing; False switches the rule off.
    default: object
    #: What a project may write, for the reference page and for messages.
    example: str
    #: The same as a JSON Schema; that false switches the rule off is understood.
    schema: Mapping[str, Any]
    #: From what a project wrote to what *find* takes; raises ValueError.
    read: Callable[[object], Any]
    #: Yields the breaches of the rule.
    find: Callable[[Bank, Any], Iterator[Breach]]
    severity: Severity = Severity.ERROR
