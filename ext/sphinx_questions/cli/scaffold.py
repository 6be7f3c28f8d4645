"""The text of a new question: every section, with its rule as a reminder."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from docutils.utils import column_width

from sphinx_questions.editorial.material import ANSWER, PLACEHOLDER, SOURCES

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from sphinx_questions.bank.vocabulary import Section
    from sphinx_questions.cli.project import Markup
    from sphinx_questions.editorial.readers import Span
    from sphinx_questions.editorial.ruleset import Ruleset

#: What the usual parts hold.
_PURPOSES: Final = {
    ANSWER: "what a candidate says aloud in one to two minutes",
    "key-points": "what a strong answer must mention",
    "explanation": "why it works, where it ends, what it costs",
    "example": "a concrete case; code where the subject is code",
    "mistakes": "what people say, why it is wrong, what to say instead",
    "scenario": "a symptom with numbers, the diagnosis, the change, its cost",
    "follow-ups": "what to ask next",
    SOURCES: "where the facts can be looked up",
}

#: Sections that are written as lists.
_LISTS: Final = ("key-points", "mistakes", "follow-ups", SOURCES)

#: Indentation of a directive's content in reStructuredText.
_INDENT: Final = "   "


class NewQuestion(NamedTuple):
    """What is known of a question before it is written."""

    id: str
    title: str
    technology: str
    level: str
    difficulty: int
    topics: tuple[str, ...]

    @property
    def options(self) -> Iterator[tuple[str, str]]:
        """The options of the directive."""
        yield "id", self.id
        yield "technology", self.technology
        yield "level", self.level
        yield "difficulty", str(self.difficulty)
        if self.topics:
            yield "topics", ", ".join(self.topics)


class Reminders:
    """What the rules of a project say of each part, in a line."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._values: dict[str, Any] = {
            rule.name: value for rule, value in ruleset.active
        }

    def of(self, key: str, label: str = "") -> str:
        """Return the reminder of the answer or a section: "80 to 200 words: …"."""
        purpose = _PURPOSES.get(key) or f"what belongs under “{label}”"
        numbers = ", ".join(self._numbers(key))
        text = f"{numbers}: {purpose}" if numbers else purpose
        text = "; ".join([text, *self._links(key)])
        return f"{text[0].upper()}{text[1:]}."

    def _numbers(self, key: str) -> Iterator[str]:
        for rule, unit in (("words", "words"), ("entries", "items")):
            spans: Mapping[str, Span] = self._values.get(rule, {})
            if key in spans:
                yield f"{spans[key]} {unit}"

    def _links(self, key: str) -> Iterator[str]:
        if key == "follow-ups" and "linked-follow-up" in self._values:
            yield "at least one links to another question"
        if key == SOURCES and "primary-sources" in self._values:
            least = self._values["primary-sources"].least
            yield f"at least {least} of first hand"

    def is_list(self, key: str) -> bool:
        """Return whether a section holds a list."""
        return key in _LISTS or key in self._values.get("entries", {})


def myst_text(question: NewQuestion, body: str, markup: Markup, directive: str) -> str:
    """Return the file of a question in MyST."""
    fence = (":" if markup.colon_fence else "`") * 5
    options = "\n".join(f":{name}: {value}" for name, value in question.options)
    return f"{fence}{{{directive}}} {question.title}\n{options}\n\n{body}{fence}\n"


def rst_text(question: NewQuestion, body: str, directive: str) -> str:
    """Return the file of a question in reStructuredText."""
    options = "\n".join(f":{name}: {value}" for name, value in question.options)
    content = textwrap.indent(f"{options}\n\n{body}", _INDENT)
    return f".. {directive}:: {question.title}\n{content}"


def body_of(
    sections: Mapping[str, Section],
    reminders: Reminders,
    today: datetime.date,
    *,
    myst: bool,
) -> str:
    """Return the answer and the sections, each with its reminder."""
    mark = "%" if myst else ".."
    review = f"When all of it was checked, add the option :reviewed: {today}."
    blocks = [f"{mark} {reminders.of(ANSWER)}", f"{mark} {review}", PLACEHOLDER]
    for key, section in sections.items():
        label = section.label
        bullet = "- " if reminders.is_list(key) else ""
        blocks += [
            f"## {label}" if myst else f"{label}\n{'-' * column_width(label)}",
            f"{mark} {reminders.of(key, label)}",
            f"{bullet}{PLACEHOLDER}",
        ]
    return "\n\n".join(blocks) + "\n"
