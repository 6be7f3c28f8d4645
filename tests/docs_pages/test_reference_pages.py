"""The reference says what the code declares, all of it, and nothing else."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from declarations import PROPERTIES, STYLES, declared_properties, help_text

import sphinx_questions
from docs_examples import page_text
from sphinx_questions.browse import list_options
from sphinx_questions.cli.commands import command
from sphinx_questions.config.readers import DEFAULT_SECTIONS
from sphinx_questions.editorial.rule import Rule
from sphinx_questions.editorial.rules import RULES
from sphinx_questions.editorial.ruleset import read_ruleset
from sphinx_questions.extension import DIRECTIVES
from sphinx_questions.source import options

EXPORTS = Path(sphinx_questions.__file__).parent / "exports"

DIRECTIVES_PAGE = page_text("directives-and-roles")


def part(heading: str) -> str:
    """Return the text of the page of directives below a heading of the second rank."""
    found = re.search(
        rf"^## {heading}\n(.*?)(?=^## |\Z)", DIRECTIVES_PAGE, re.MULTILINE | re.DOTALL
    )
    assert found is not None
    return found[1]


def first_column(text: str, head: str) -> list[str]:
    """Return the names in the first column of the table with this head."""
    table = text.partition(f"| {head} |")[2].partition("\n\n")[0]
    cells = [row.split("|")[1] for row in table.splitlines()[2:]]
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


@pytest.mark.parametrize(
    ("directive", "names"),
    [("question", options.NAMES), ("question-list", list_options.NAMES)],
)
def test_every_option_is_described(directive: str, names: tuple[str, ...]) -> None:
    """The tables of options name those that are read."""
    assert sorted(first_column(part(directive), "option")) == sorted(names)


def test_every_directive_has_a_part() -> None:
    """Each directive has a heading."""
    headings = re.findall(r"^## (\S+)$", DIRECTIVES_PAGE, re.MULTILINE)
    assert set(headings) - {"Roles"} == set(DIRECTIVES)


def test_the_default_sections_are_those_of_the_code() -> None:
    """The table of sections has the keys, the other names and the tabs."""
    table = part("question").partition("| key | also called | tab |\n")[2]
    rows = [row.split("|")[1:4] for row in table.partition("\n\n")[0].splitlines()[1:]]
    shown = {
        key.strip(" `"): (
            [name.strip() for name in names.split(",")],
            tab.strip() == "yes",
        )
        for key, names, tab in rows
    }
    assert shown == {
        key: ([fields["label"], *fields.get("aliases", [])], fields.get("tab", False))
        for key, fields in DEFAULT_SECTIONS.items()
    }


def test_every_key_of_a_question_in_json_is_described() -> None:
    """The page on the catalogue names what the schema says a question has."""
    schema = json.loads((EXPORTS / "questions.schema.json").read_text("utf-8"))
    page = page_text("json-catalogue").partition("A question has\n")[2]
    question = schema["$defs"]["question"]
    assert sorted(first_column(page, "key")) == sorted(question["properties"])
    for key in question["properties"]["answer"]["properties"]:
        assert f"`{key}`" in page


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_accepted(rule: Rule) -> None:
    """What the reference gives as the example of a rule can be written."""
    table = tomllib.loads(f"{rule.name} = {rule.example}")
    assert rule in [active for active, _ in read_ruleset(table).active]


def test_the_help_on_the_page_is_what_the_command_prints() -> None:
    """Each help text is what a reader gets in a terminal of 80 columns."""
    for name in ("", *command.commands):
        run = subprocess.run(  # noqa: S603 – our own command
            [sys.executable, "-m", "sphinx_questions", *name.split(), "--help"],
            env={**os.environ, "COLUMNS": "80"},
            capture_output=True, text=True, encoding="utf-8", check=True,
        )  # fmt: skip
        assert run.stdout.rstrip() == help_text(name)
        assert "\\b" not in run.stdout


def test_every_custom_property_is_described() -> None:
    """The table of custom properties has those that the style sheets set."""
    assert declared_properties().keys() == PROPERTIES.keys()


def test_documented_classes_are_styled_or_written() -> None:
    """Each selector is in a style sheet, or in the code that writes HTML."""
    sheets = "".join(path.read_text("utf-8") for path in STYLES.glob("*.css"))
    code = "".join(p.read_text("utf-8") for p in STYLES.parents[1].glob("*.py"))
    for name in re.findall(r"`\.(question-[a-z-]+)`", page_text("css-hooks")):
        written = name in code or f"{name.rpartition('-')[0]}-{{" in code
        assert f".{name}" in sheets or written, name
