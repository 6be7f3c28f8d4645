"""The JSON Schema of ``[tool.sphinx-questions.check]``, made from the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_questions.editorial.rules import RULES, SPELLING
from sphinx_questions.editorial.ruleset import DICTIONARIES, TABLE

if TYPE_CHECKING:
    from sphinx_questions.editorial.rule import Rule


def table_schema() -> dict[str, Any]:
    """Return the schema, in the dialect 2020-12."""
    names = {"enum": [*(rule.name for rule in RULES), SPELLING]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"[{TABLE}]",
        "description": "The editorial rules that hold in a question bank.",
        "type": "object",
        "properties": {
            **{rule.name: _of_rule(rule) for rule in RULES},
            SPELLING: {
                "description": "Checks the spelling with codespell.",
                "anyOf": [
                    {"type": "boolean"},
                    {
                        "type": "array",
                        "items": {"enum": list(DICTIONARIES)},
                        "minItems": 1,
                    },
                ],
            },
            "notes": {
                "description": "Rules whose breaches do not fail the check.",
                "type": "array",
                "items": names,
            },
            "exempt": {
                "description": "By the ID of a question: rules, each with the reason.",
                "type": "object",
                "additionalProperties": {
                    "type": "object",
                    "propertyNames": names,
                    "additionalProperties": {"type": "string", "pattern": r"\S"},
                },
            },
        },
        "additionalProperties": False,
    }


def _of_rule(rule: Rule) -> dict[str, Any]:
    return {
        "description": rule.help,
        "default": rule.default,
        "anyOf": [{"const": False}, dict(rule.schema)],
    }
