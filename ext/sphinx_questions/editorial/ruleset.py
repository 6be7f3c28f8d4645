"""Which rules hold in a project: ``[tool.sphinx-questions.check]``."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

from sphinx_questions.bank.vocabulary import closest, did_you_mean, normalise
from sphinx_questions.editorial.finding import Severity
from sphinx_questions.editorial.material import ANSWER
from sphinx_questions.editorial.rules import RULES, SPELLING
from sphinx_questions.editorial.schemas import SPANS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sphinx_questions.bank.vocabulary import Section
    from sphinx_questions.editorial.rule import Rule

#: The table of ``pyproject.toml``.
TABLE: Final = "tool.sphinx-questions.check"

_BY_NAME: Final = {rule.name: rule for rule in RULES}

#: The dictionaries of codespell, and those that are used where none is named.
DICTIONARIES: Final = (
    "clear", "rare", "informal", "usage", "code", "names", "en-GB_to_en-US",
    "en_to_en-OX",
)  # fmt: skip
_USUAL: Final = DICTIONARIES[:2]


#: Rules that know English alone.
_ENGLISH: Final = ("passive", SPELLING)


class RulesetError(ValueError):
    """The table says something that means nothing."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Ruleset:
    """The rules that hold, with what a project set."""

    #: Each rule that is switched on, with its value.
    active: tuple[tuple[Rule, Any], ...]
    #: Rules whose breaches are notes.
    notes: frozenset[str]
    #: (ID of a question, name of a rule) → why the rule does not hold there.
    exemptions: Mapping[tuple[str, str], str]
    #: Dictionaries of codespell; empty where spelling is not checked.
    dictionaries: tuple[str, ...]

    def severity_of(self, rule: Rule) -> Severity:
        """Return how much a breach of a rule matters here."""
        return Severity.NOTE if rule.name in self.notes else rule.severity


def load_ruleset(pyproject: Path | None) -> Ruleset:
    """Return the rules of a project; those that hold everywhere without a file.

    Raises RulesetError.
    """
    if pyproject is None:
        return read_ruleset({})
    try:
        tables = tomllib.loads(pyproject.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        msg = f"{pyproject.name} cannot be read: {error}"
        raise RulesetError(msg) from error
    table: Any = tables
    for key in TABLE.split("."):
        table = table.get(key, {}) if isinstance(table, dict) else {}
    if not isinstance(table, dict):
        msg = f"[{TABLE}] is no table"
        raise RulesetError(msg)
    return read_ruleset(table)


def read_ruleset(table: Mapping[str, Any]) -> Ruleset:
    """Return the rules that a table sets.

    Raises RulesetError that names every wrong key, and what to write.
    """
    errors = []
    active = []
    known = [*_BY_NAME, SPELLING, "notes", "exempt"]
    errors += [
        f"{key!r} is no rule.{did_you_mean(closest(key, known))}"
        for key in table
        if key not in known
    ]
    for rule in RULES:
        value = table.get(rule.name, rule.default)
        if value is False:
            continue
        try:
            active.append((rule, rule.read(value)))
        except ValueError:
            errors.append(
                f"{rule.name} is {value!r}; write {rule.example}, or false to switch "
                "it off"
            )
    notes = table.get("notes", [])
    if not isinstance(notes, list):
        errors.append(f"notes is {notes!r}; write a list of names of rules")
        notes = []
    errors += [
        f"notes names {name!r}, which is no rule"
        for name in notes
        if name not in [*_BY_NAME, SPELLING]
    ]
    exemptions = _exemptions(table.get("exempt", {}), errors)
    dictionaries = _dictionaries(table.get(SPELLING, False), errors)
    if errors:
        raise RulesetError("\n".join(f"[{TABLE}] {error}" for error in errors))
    return Ruleset(
        active=tuple(active),
        notes=frozenset(notes),
        exemptions=exemptions,
        dictionaries=dictionaries,
    )


def require_sections(ruleset: Ruleset, sections: Mapping[str, Section]) -> None:
    """Raise RulesetError if a rule names a section that the project has not."""
    names = {normalise(n): key for key, s in sections.items() for n in s.names}
    errors = []
    for rule, value in ruleset.active:
        parts = [*([ANSWER] if rule.name == "words" else []), *sections]
        for name in value if rule.schema is SPANS else ():
            if name not in parts:
                meant = names.get(normalise(name)) or closest(name, parts)
                errors.append(
                    f"[{TABLE}] {rule.name} names {name!r}, which is no section; write "
                    f"one of {', '.join(map(repr, parts))}.{did_you_mean(meant)}"
                )
    if errors:
        raise RulesetError("\n".join(errors))


def refuse_other_languages(ruleset: Ruleset, language: str) -> None:
    """Raise RulesetError if a rule is set that does not know the language."""
    if re.split("[-_]", language)[0] == "en":
        return
    names = [rule.name for rule, _value in ruleset.active]
    names += [SPELLING] if ruleset.dictionaries else []
    if errors := [
        f"{name} knows English alone, and the language in conf.py is {language!r}; "
        "take the rule out, or set it to false"
        for name in names
        if name in _ENGLISH
    ]:
        raise RulesetError("\n".join(f"[{TABLE}] {error}" for error in errors))


def _exemptions(table: object, errors: list[str]) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    if not isinstance(table, dict):
        errors.append('exempt is no table; write [….exempt.ID] with rule = "reason"')
        return found
    for id_, rules in table.items():
        if not isinstance(rules, dict):
            errors.append(f'exempt.{id_} is {rules!r}; write {{ rule = "reason" }}')
            continue
        for name, reason in rules.items():
            if name not in {*_BY_NAME, SPELLING}:
                hint = did_you_mean(closest(name, [*_BY_NAME, SPELLING]))
                errors.append(f"exempt.{id_} names {name!r}, which is no rule.{hint}")
            elif not isinstance(reason, str) or not reason.strip():
                errors.append(f"exempt.{id_}.{name} gives no reason; write one")
            else:
                found[id_, name] = reason
    return found


def _dictionaries(value: object, errors: list[str]) -> tuple[str, ...]:
    if isinstance(value, bool):
        return _USUAL if value else ()
    if isinstance(value, list) and value and all(v in DICTIONARIES for v in value):
        return tuple(value)
    errors.append(
        f"{SPELLING} is {value!r}; write true, or a list of dictionaries of codespell: "
        f"{', '.join(DICTIONARIES)}"
    )
    return ()
