"""Findings as text, as JSON, and as annotations of GitHub."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Final

from sphinx_questions.editorial.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_questions.editorial.finding import Finding

#: Version of the JSON format; it changes when a field goes or means something else.
JSON_VERSION: Final = 1


def summary(findings: Sequence[Finding], questions: int) -> str:
    """Return the last line: how much was looked at, and how much was found."""
    by_severity = Counter(finding.severity for finding in findings)
    errors, notes = by_severity[Severity.ERROR], by_severity[Severity.NOTE]
    return (
        f"{_number(questions, 'question')}: {_number(errors, 'error')}, "
        f"{_number(notes, 'note')}"
    )


def _number(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def as_text(findings: Sequence[Finding], questions: int) -> str:
    """Return a line a finding: ``file:line: code message``, and the summary."""
    lines = [
        f"{f.place or 'project'}: {_mark(f)}{f.code} {f.message}" for f in findings
    ]
    return "\n".join([*lines, summary(findings, questions)])


def _mark(finding: Finding) -> str:
    return "note: " if finding.severity is Severity.NOTE else ""


def as_json(findings: Sequence[Finding], questions: int) -> str:
    """Return everything that is known, for programs."""
    report = {
        "version": JSON_VERSION,
        "questions": questions,
        "errors": sum(f.severity is Severity.ERROR for f in findings),
        "notes": sum(f.severity is Severity.NOTE for f in findings),
        "findings": [
            {
                "path": finding.path,
                "line": finding.line,
                "code": finding.code,
                "severity": finding.severity,
                "id": finding.id,
                "message": finding.message,
            }
            for finding in findings
        ],
    }
    return json.dumps(report, indent=2, ensure_ascii=False)


def as_github(findings: Sequence[Finding], questions: int) -> str:
    """Return workflow commands, which GitHub shows beside the changed lines.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    lines = []
    for finding in findings:
        kind = "notice" if finding.severity is Severity.NOTE else "error"
        place = {"file": finding.path, "line": finding.line, "title": finding.code}
        properties = ",".join(f"{k}={_property(v)}" for k, v in place.items() if v)
        lines.append(f"::{kind} {properties}::{_data(finding.message)}")
    return "\n".join([*lines, summary(findings, questions)])


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _data(str(value)).replace(":", "%3A").replace(",", "%2C")


FORMATS: Final[Mapping[str, Callable[[Sequence[Finding], int], str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
