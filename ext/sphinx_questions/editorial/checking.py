"""All rules, on all questions."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from sphinx_questions.editorial.finding import Finding, Severity
from sphinx_questions.editorial.rules import SPELLING
from sphinx_questions.editorial.ruleset import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_questions.editorial.rule import Bank
    from sphinx_questions.editorial.ruleset import Ruleset


def check(bank: Bank, ruleset: Ruleset, spelling: list[Finding]) -> list[Finding]:
    """Return the findings by place: of every rule, and *spelling*, less exemptions."""
    if SPELLING in ruleset.notes:
        spelling = [dataclasses.replace(f, severity=Severity.NOTE) for f in spelling]
    findings = [*_breaches(bank, ruleset), *spelling]
    used = {(f.id, f.code.removeprefix("editorial.")) for f in findings}
    kept = [
        finding
        for finding in findings
        if (finding.id, finding.code.removeprefix("editorial."))
        not in ruleset.exemptions
    ]
    unused = [
        Finding(
            path="pyproject.toml",
            line=0,
            code="editorial.exempt",
            message=(
                f"[{TABLE}.exempt.{id_}] {name}: the question keeps the rule, or there "
                "is no such question; take the exemption out"
            ),
            severity=Severity.NOTE,
            id=id_,
        )
        for id_, name in ruleset.exemptions
        if (id_, name) not in used
    ]
    return sorted((*kept, *unused))


def _breaches(bank: Bank, ruleset: Ruleset) -> Iterator[Finding]:
    for rule, value in ruleset.active:
        for breach in rule.find(bank, value):
            yield Finding(
                path=breach.material.path,
                line=breach.line or breach.material.line,
                code=f"editorial.{rule.name}",
                message=breach.message,
                severity=ruleset.severity_of(rule),
                id=breach.material.question.id,
            )
