"""Snippets for VS Code: a question, a link, a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils.utils import column_width

from sphinx_questions.cli.placing import SUFFIXES
from sphinx_questions.cli.scaffold import Reminders

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_questions.bank.vocabulary import Section
    from sphinx_questions.cli.project import Reading
    from sphinx_questions.editorial.ruleset import Ruleset

#: VS Code's names of the languages.
_SCOPES = {"myst": "markdown", "rst": "restructuredtext"}


def snippets_of(reading: Reading, ruleset: Ruleset) -> dict[str, Any]:
    """Return the snippets for each markup that the project reads.

    https://code.visualstudio.com/docs/editing/userdefinedsnippets
    """
    found = {}
    for form in SUFFIXES:
        if form == "rst" or reading.markup.myst:
            writer = _Writer(reading, ruleset, myst=form == "myst")
            suffix = SUFFIXES[form]
            for name, prefix, description, body in writer.snippets():
                found[f"{name} ({suffix})"] = {
                    "scope": _SCOPES[form],
                    "prefix": prefix,
                    "description": description,
                    "body": body,
                }
    return found


class _Writer:
    """Writes snippets in one markup."""

    def __init__(self, reading: Reading, ruleset: Ruleset, *, myst: bool) -> None:
        self._settings = reading.settings
        self._reminders = Reminders(ruleset)
        self._myst = myst
        self._fence = ":" if reading.markup.colon_fence else "`"
        self._domain = "" if reading.settings.short_names else "questions:"

    def snippets(self) -> Iterator[tuple[str, str, str, list[str]]]:
        """Yield name, prefix, description and lines of each snippet."""
        technologies = _choice(2, self._settings.technologies)
        levels = _choice(3, self._settings.levels)
        options = [
            ":id: ${1:ID}",
            f":technology: {technologies}",
            f":level: {levels}",
            ":difficulty: ${4:1}",
            f":topics: {_choice(5, self._settings.topics or ())}",
        ]
        yield (
            "Question",
            "question",
            "A question with all sections",
            self._directive(
                "question", "${6:The question asked}", [*options, "", *self._body()]
            ),
        )
        role = f"{self._domain}question"
        yield (
            "Link to a question",
            "question-link",
            "A link to a question by its ID",
            [f"{{{role}}}`${{1:ID}}`" if self._myst else f":{role}:`${{1:ID}}`"],
        )
        selection = [
            f":technology: {_choice(1, self._settings.technologies)}",
            f":level: {_choice(2, self._settings.levels)}",
        ]
        yield (
            "List of questions",
            "question-list",
            "The questions of a technology and a level",
            self._directive("question-list", "", selection),
        )

    def _directive(self, name: str, argument: str, content: list[str]) -> list[str]:
        name = f"{self._domain}{name}"
        if self._myst:
            fence = self._fence * 5
            return [f"{fence}{{{name}}} {argument}".rstrip(), *content, fence]
        indented = [f"   {line}" if line else "" for line in content]
        return [f".. {name}:: {argument}".rstrip(), *indented]

    def _body(self) -> Iterator[str]:
        yield "${7:The answer.}"
        for number, section in enumerate(self._settings.sections.values(), 8):
            yield ""
            yield from self._heading(section)
            bullet = "- " if self._reminders.is_list(section.key) else ""
            text = _escaped(self._reminders.of(section.key, section.label))
            yield f"{bullet}${{{number}:{text}}}"

    def _heading(self, section: Section) -> list[str]:
        label = _escaped(section.label)
        if self._myst:
            return [f"## {label}", ""]
        return [label, "-" * column_width(section.label), ""]


def _choice(stop: int, words: Iterable[str]) -> str:
    """Return a stop at which one of some words is chosen, or any is typed."""
    choices = ",".join(
        _escaped(word).replace(",", "\\,").replace("|", "\\|") for word in words
    )
    return f"${{{stop}|{choices}|}}" if choices else f"${{{stop}}}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
