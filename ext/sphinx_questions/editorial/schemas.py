"""What a project may write in ``pyproject.toml``, as JSON Schemas.

Each says the same as the reader of its name in :mod:`.readers` and beside the rules.
"""

from __future__ import annotations

from typing import Any, Final

from sphinx_questions.editorial import completeness, sources

_COUNT: Final = {"type": "integer", "minimum": 0}

SWITCH: Final[dict[str, Any]] = {"const": True}

NUMBER: Final[dict[str, Any]] = {"type": "integer", "minimum": 1}

SHARE: Final[dict[str, Any]] = {"type": "number", "minimum": 0, "maximum": 1}

TEXTS: Final[dict[str, Any]] = {"type": "array", "items": {"type": "string"}}

SPANS: Final[dict[str, Any]] = {
    "type": "object",
    "additionalProperties": {
        "anyOf": [
            _COUNT,
            {"type": "array", "items": _COUNT, "minItems": 2, "maxItems": 2},
        ]
    },
}

FIELDS: Final[dict[str, Any]] = {
    "type": "array",
    "items": {"enum": list(completeness.FIELDS)},
}

LANGUAGES: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {"tested": TEXTS, "shown": TEXTS},
    "required": ["tested"],
    "additionalProperties": False,
}

PRIMARY_SOURCES: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "least": NUMBER,
        "sites": TEXTS,
        "identifiers": {"type": "array", "items": {"enum": list(sources.IDENTIFIERS)}},
    },
    "additionalProperties": False,
}
