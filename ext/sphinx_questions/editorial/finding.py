"""What a check finds."""

from __future__ import annotations

import dataclasses
import enum


class Severity(enum.StrEnum):
    """How much a finding matters."""

    #: The check fails.
    ERROR = "error"
    #: Worth a look.
    NOTE = "note"


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that an author should look at."""

    #: File, as the person who runs the check would write it; empty for the project.
    path: str
    #: Line, counted from 1; 0 if none is known.
    line: int
    #: ``editorial.words``, ``questions.reference``: the rule, or Sphinx's own name.
    code: str
    message: str
    severity: Severity = Severity.ERROR
    #: The question concerned, if it is one.
    id: str = ""

    @property
    def place(self) -> str:
        """File and line, as an editor and a terminal understand them."""
        return f"{self.path}:{self.line}" if self.line else self.path
