"""From what stands in ``conf.py`` to checked values.

Each reader raises ValueError with a message that names what is wrong and what to
write.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from sphinx_questions.bank.vocabulary import (
    KEY_PATTERN,
    Level,
    Section,
    Technology,
    normalise,
)
from sphinx_questions.config.fields import checked_fields
from sphinx_questions.labels import level_label, section_label, technology_noun

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_questions.config.fields import Allowed
    from sphinx_questions.labels import Noun

DEFAULT_LEVELS: Final = {
    "beginner": {"difficulty": (1, 4)},
    "intermediate": {"difficulty": (3, 7)},
    "advanced": {"difficulty": (6, 10)},
}

DEFAULT_SECTIONS: Final[dict[str, dict[str, Any]]] = {
    "key-points": {"label": "Key points"},
    "explanation": {"label": "Explanation", "aliases": ["Deep dive"], "tab": True},
    "example": {"label": "Example", "aliases": ["Examples"], "tab": True},
    "mistakes": {"label": "Mistakes", "aliases": ["Common mistakes"], "tab": True},
    "scenario": {"label": "Scenario", "tab": True},
    "follow-ups": {"label": "Follow-up questions", "aliases": ["Follow-up"]},
    "sources": {"label": "Sources", "aliases": ["References"]},
}


def _default_label(key: object) -> str:
    return str(key).replace("-", " ").capitalize()


def read_technologies(value: Mapping[str, object]) -> dict[str, Technology]:
    """Return the declared technologies by key."""
    technologies = {}
    for key, fields in value.items():
        where = f"questions_technologies[{key!r}]"
        allowed = {"label": str, "category": str, "description": str}
        options = {
            "label": _default_label(key),
            **checked_fields(fields, where, allowed),
        }
        technologies[key] = Technology(key=key, **options)
    return technologies


def read_technology_label(value: Sequence[object] | None) -> Noun:
    """Return what readers call a technology."""
    match value:
        case None:
            return technology_noun()
        case [str() as one, str() as many] if one.strip() and many.strip():
            return technology_noun((one.strip(), many.strip()))
    msg = (
        f"questions_technology_label is {value!r}; write the word for one and for "
        "several, such as ('Subject', 'Subjects'), or None"
    )
    raise ValueError(msg)


def read_topics(value: Mapping[str, object] | None) -> dict[str, str] | None:
    """Return the declared topics with their descriptions, or None if any will do."""
    if value is None:
        return None
    topics = {}
    for name, description in value.items():
        if not name.strip() or "," in name:
            msg = f"questions_topics has the name {name!r}; write words without commas"
            raise ValueError(msg)
        if not isinstance(description, str):
            msg = f"questions_topics[{name!r}] is {description!r}; write a str"
            raise ValueError(msg)  # noqa: TRY004 – one kind of error for all wrong values
        topics[name] = description
    return topics


def read_remote(value: Mapping[str, object]) -> dict[str, str]:
    """Return the locations of other banks by name."""
    locations = {}
    for name, location in value.items():
        if not KEY_PATTERN.fullmatch(name):
            msg = (
                f"questions_remote has the name {name!r}; write lower-case letters and "
                "digits joined by hyphens"
            )
            raise ValueError(msg)
        if not isinstance(location, str) or not location:
            msg = (
                f"questions_remote[{name!r}] is {location!r}; write the path or the "
                "address of a questions.json"
            )
            raise ValueError(msg)
        locations[name] = location
    return locations


def read_levels(value: Mapping[str, object]) -> dict[str, Level]:
    """Return the declared levels by key."""
    if not value:
        msg = "questions_levels is empty; declare at least one level"
        raise ValueError(msg)
    levels = {}
    for key, fields in value.items():
        where = f"questions_levels[{key!r}]"
        allowed: Allowed = {
            "label": str,
            "difficulty": (tuple, list),
            "description": str,
        }
        options = {
            "label": level_label(key) or _default_label(key),
            **checked_fields(fields, where, allowed),
        }
        if "difficulty" in options:
            options["difficulties"] = _pair(options.pop("difficulty"), where)
        levels[key] = Level(key=key, **options)
    return levels


def _pair(value: tuple[object, ...] | list[object], where: str) -> tuple[int, int]:
    match value:
        case [int() as low, int() as high]:
            return low, high
    msg = f"{where}['difficulty'] is {value!r}; write two numbers such as (3, 7)"
    raise ValueError(msg)


def read_sections(value: Mapping[str, object]) -> dict[str, Section]:
    """Return the known sections by key."""
    allowed: Allowed = {
        "label": str,
        "aliases": (list, tuple),
        "tab": bool,
        "required": bool,
    }
    sections: dict[str, Section] = {}
    taken: dict[str, str] = {}
    for key, fields in value.items():
        where = f"questions_sections[{key!r}]"
        default = {"label": _default_label(key), **DEFAULT_SECTIONS.get(key, {})}
        given = checked_fields(fields, where, allowed)
        options = {**default, **given}
        options["aliases"] = tuple(options.get("aliases", ()))
        if "label" not in given and key in DEFAULT_SECTIONS:
            options["label"] = section_label(key)
            if options["label"] != default["label"]:
                # In English it is still called so: files need not be translated.
                options["aliases"] += (default["label"],)
        if not all(isinstance(alias, str) for alias in options["aliases"]):
            msg = f"{where}['aliases'] is {options['aliases']!r}; write a list of str"
            raise ValueError(msg)
        sections[key] = Section(key=key, **options)
        for name in dict.fromkeys(map(normalise, sections[key].names)):
            if taken.setdefault(name, key) != key:
                msg = (
                    f"{where} and questions_sections[{taken[name]!r}] both go by "
                    f"{name!r}; a heading must mean one section"
                )
                raise ValueError(msg)
    return sections


def read_pattern(value: str) -> re.Pattern[str]:
    """Return the pattern of IDs."""
    try:
        return re.compile(value)
    except re.error as error:
        msg = (
            f"questions_id_pattern is {value!r}, which is no regular expression: "
            f"{error}"
        )
        raise ValueError(msg) from error


def read_pages(value: str | None) -> str | None:
    """Return the folder of the index pages, or None."""
    if value is None:
        return None
    parts = value.strip("/").split("/")
    if value.startswith("/") or not all(
        re.fullmatch(r"[\w-][\w.-]*", p) for p in parts
    ):
        msg = (
            f"questions_pages is {value!r}; write a folder below the sources, with "
            "slashes, such as 'questions/browse'"
        )
        raise ValueError(msg)
    return "/".join(parts)


def read_namespace(value: str | None) -> str | None:
    """Return the name of the bank among others, or None."""
    if value is not None and not value.strip():
        msg = (
            f"questions_anki_namespace is {value!r}; write a name that will not "
            "change, such as 'example.org/questions', or None"
        )
        raise ValueError(msg)
    return value


def read_texts(name: str) -> Callable[[Sequence[object]], tuple[str, ...]]:
    """Return a reader of the list of str that *name* holds."""

    def read(value: Sequence[object]) -> tuple[str, ...]:
        for item in value:
            if not isinstance(item, str):
                msg = f"{name} has the item {item!r}; write a str"
                raise ValueError(msg)  # noqa: TRY004 – one kind of error for all
        return tuple(map(str, value))

    return read
