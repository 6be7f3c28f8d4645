"""The JSON Schema of a question's options in one project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sphinx_questions.config import Settings

#: The dialect of the schemas.
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def option_schema(settings: Settings) -> dict[str, Any]:
    """Return the schema of the options as an object of typed values.

    Lists are arrays, the difficulty is a number, and a date is a string.
    """
    id_ = {"type": "string", "pattern": f"^(?:{settings.id_pattern.pattern})$"}
    ids = {"type": "array", "items": id_, "uniqueItems": True}
    highest = max(level.difficulties[1] for level in settings.levels.values())
    lowest = min(level.difficulties[0] for level in settings.levels.values())
    only_one = len(settings.technologies) == 1
    return {
        "$schema": DIALECT,
        "title": "Options of a question",
        "type": "object",
        "properties": {
            "id": {"description": "Permanent name; never used again.", **id_},
            "technology": {
                "description": "What the question is about.",
                "enum": list(settings.technologies),
            },
            "level": {
                "description": "Who is asked it.",
                "enum": list(settings.levels),
            },
            "difficulty": {
                "description": "How hard a full answer is.",
                "type": "integer",
                "minimum": lowest,
                "maximum": highest,
            },
            "topics": {
                "description": "What it belongs to besides the technology.",
                "type": "array",
                "items": _topic(settings),
            },
            "requires": {"description": "Questions to know first.", **ids},
            "related": {"description": "Questions close to it.", **ids},
            "reviewed": {
                "description": "The day on which somebody last checked all of it.",
                "type": "string",
                "format": "date",
                "pattern": r"^\d{4}-\d{2}-\d{2}$",
            },
            "class": {
                "description": "Classes for style sheets, with spaces between them.",
                "type": "string",
            },
        },
        "required": ["id", "level"] if only_one else ["id", "technology", "level"],
        "additionalProperties": False,
        "allOf": [
            _range_of(level.key, level.difficulties)
            for level in settings.levels.values()
        ],
    }


def _topic(settings: Settings) -> dict[str, Any]:
    if settings.topics is None:
        return {"type": "string", "pattern": "^[^,]+$"}
    return {"enum": list(settings.topics)}


def _range_of(level: str, difficulties: tuple[int, int]) -> dict[str, Any]:
    """Return what the level of a question says of its difficulty."""
    low, high = difficulties
    return {
        "if": {"properties": {"level": {"const": level}}, "required": ["level"]},
        "then": {"properties": {"difficulty": {"minimum": low, "maximum": high}}},
    }
