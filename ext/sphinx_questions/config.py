"""The configuration: every value declared once, read into one record."""

from __future__ import annotations

import dataclasses
import re
import weakref
from typing import TYPE_CHECKING, Any, Final, Literal

from sphinx.errors import ConfigError

from sphinx_questions.bank.vocabulary import Level, Section, Technology, closest
from sphinx_questions.problems import did_you_mean, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config

    #: The keys that a dictionary may have, with the types of their values.
    _Allowed = Mapping[str, type | tuple[type, ...]]

DEFAULT_LEVELS: Final = {
    "beginner": {"label": "Beginner", "difficulty": (1, 4)},
    "intermediate": {"label": "Intermediate", "difficulty": (3, 7)},
    "advanced": {"label": "Advanced", "difficulty": (6, 10)},
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


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The configuration as the rest of the extension reads it."""

    #: Declared technologies by key, in the order of declaration.
    technologies: Mapping[str, Technology]
    #: Declared levels by key, the easiest first.
    levels: Mapping[str, Level]
    #: Known sections by key, in the order in which a card shows them.
    sections: Mapping[str, Section]
    #: What a whole ID must match.
    id_pattern: re.Pattern[str]
    #: Whether the directive and the role go without their domain's name too.
    short_names: bool


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """The declaration of one configuration value."""

    #: Name in ``conf.py`` and, without ``questions_``, in :class:`Settings`.
    name: str
    default: object
    #: What a change of the value makes Sphinx do again.
    rebuild: Literal["", "env", "html"]
    types: tuple[type, ...]
    #: One sentence for the reference page.
    help: str
    #: From the configured value to the one in :class:`Settings`; raises
    #: ValueError with a message that names what is wrong and what to write.
    read: Callable[[Any], object]

    @property
    def field(self) -> str:
        """The field of :class:`Settings` that holds the value."""
        return self.name.removeprefix("questions_")


def _fields(value: object, where: str, allowed: _Allowed) -> dict[str, Any]:
    """Return *value* as a dictionary of *allowed* names with checked types."""
    if not isinstance(value, dict):
        msg = f"{where} is {value!r}; write a dictionary such as {{'label': '…'}}"
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


def _default_label(key: object) -> str:
    return str(key).replace("-", " ").capitalize()


def _read_technologies(value: Mapping[str, object]) -> dict[str, Technology]:
    technologies = {}
    for key, fields in value.items():
        where = f"questions_technologies[{key!r}]"
        allowed = {"label": str, "category": str, "description": str}
        options = {"label": _default_label(key), **_fields(fields, where, allowed)}
        technologies[key] = Technology(key=key, **options)
    return technologies


def _read_levels(value: Mapping[str, object]) -> dict[str, Level]:
    if not value:
        msg = "questions_levels is empty; declare at least one level"
        raise ValueError(msg)
    levels = {}
    for key, fields in value.items():
        where = f"questions_levels[{key!r}]"
        allowed: _Allowed = {
            "label": str,
            "difficulty": (tuple, list),
            "description": str,
        }
        options = {"label": _default_label(key), **_fields(fields, where, allowed)}
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


def _read_sections(value: Mapping[str, object]) -> dict[str, Section]:
    allowed: _Allowed = {
        "label": str,
        "aliases": (list, tuple),
        "tab": bool,
        "required": bool,
    }
    sections: dict[str, Section] = {}
    taken: dict[str, str] = {}
    for key, fields in value.items():
        where = f"questions_sections[{key!r}]"
        options = {
            "label": _default_label(key),
            **DEFAULT_SECTIONS.get(key, {}),
            **_fields(fields, where, allowed),
        }
        options["aliases"] = tuple(options.get("aliases", ()))
        sections[key] = Section(key=key, **options)
        for name in {name.casefold() for name in sections[key].names}:
            if taken.setdefault(name, key) != key:
                msg = (
                    f"{where} and questions_sections[{taken[name]!r}] both go by "
                    f"{name!r}; a heading must mean one section"
                )
                raise ValueError(msg)
    return sections


def _read_pattern(value: str) -> re.Pattern[str]:
    try:
        return re.compile(value)
    except re.error as error:
        msg = (
            f"questions_id_pattern is {value!r}, which is no regular expression: "
            f"{error}"
        )
        raise ValueError(msg) from error


#: Every configuration value of the extension.
VALUES: Final = (
    Value(
        name="questions_technologies",
        default={},
        rebuild="env",
        types=(dict,),
        help=(
            "What questions are about, by key: `label`, `category`, `description`. "
            "The order is that of every list."
        ),
        read=_read_technologies,
    ),
    Value(
        name="questions_levels",
        default=DEFAULT_LEVELS,
        rebuild="env",
        types=(dict,),
        help=(
            "Who is asked, by key, the easiest first: `label`, `description`, and "
            "`difficulty`, the lowest and the highest that its questions may have."
        ),
        read=_read_levels,
    ),
    Value(
        name="questions_sections",
        default={key: {} for key in DEFAULT_SECTIONS},
        rebuild="env",
        types=(dict,),
        help=(
            "The sections of a card, by key, in the order shown: `label`, `aliases`, "
            "`tab` and `required`. A key of the default set inherits what is not "
            "given; a key left out is dropped."
        ),
        read=_read_sections,
    ),
    Value(
        name="questions_id_pattern",
        default=r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*-[0-9]+",
        rebuild="env",
        types=(str,),
        help="The regular expression that a whole ID must match.",
        read=_read_pattern,
    ),
    Value(
        name="questions_short_names",
        default=True,
        rebuild="env",
        types=(bool,),
        help=(
            "Whether the directive and the role are also called `question`. "
            "With `False` they are only called `questions:question`, which leaves "
            "the short name to another extension."
        ),
        read=bool,
    ),
)

# A cache, not state: the record follows from the configuration alone.
_settings: weakref.WeakKeyDictionary[Config, Settings] = weakref.WeakKeyDictionary()


def settings_of(config: Config) -> Settings:
    """Return the validated settings of a project.

    Raises ConfigError that names every wrong value, its key and what to write.
    """
    if config not in _settings:
        _settings[config] = _read(config)
    return _settings[config]


def _read(config: Config) -> Settings:
    fields: dict[str, Any] = {}
    errors = []
    for value in VALUES:
        configured = config[value.name]
        if not isinstance(configured, value.types):
            wanted = " or ".join(kind.__name__ for kind in value.types)
            errors.append(f"{value.name} is {configured!r}; write a {wanted}")
            continue
        try:
            fields[value.field] = value.read(configured)
        except ValueError as error:
            message = str(error)
            prefix = "" if value.name in message else f"{value.name}: "
            errors.append(prefix + message)
    if errors:
        raise ConfigError("\n".join(errors))
    return Settings(**fields)


def on_config_inited(_app: Sphinx, config: Config) -> None:
    """Refuse a wrong configuration before anything is read."""
    settings_of(config)
