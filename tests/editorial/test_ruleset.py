"""What a project may say in its table of rules, and what it is told otherwise."""

from __future__ import annotations

import tomllib
from typing import Any

import jsonschema
import pytest

from sphinx_questions.editorial.finding import Severity
from sphinx_questions.editorial.rules import RULES
from sphinx_questions.editorial.ruleset import RulesetError, load_ruleset, read_ruleset
from sphinx_questions.editorial.table_schema import table_schema


def table(text: str) -> dict[str, Any]:
    """Return what a table of TOML says."""
    return tomllib.loads(text)


WRONG = [
    ("wrods = 3", "'wrods' is no rule. Did you mean 'words'?"),
    ("words = 3", "words is 3; write { answer = [80, 200], explanation = [250, 700] }"),
    ("words = { answer = [9, 3] }", "words is {'answer': [9, 3]}; write"),
    ("words = { answer = -1 }", "words is {'answer': -1}; write"),
    ("entries = { sources = true }", "entries is {'sources': True}; write"),
    ('fields = ["topcis"]', "fields is ['topcis']; write"),
    ('fields = "topics"', "fields is 'topics'; write"),
    ("placeholder = 1", "placeholder is 1; write true, or false to switch it off"),
    ("primary-sources = true", "primary-sources is True; write"),
    ("primary-sources = { sties = [] }", "primary-sources is {'sties': []}; write"),
    ('primary-sources = { identifiers = ["url"] }', "primary-sources is"),
    ("linked-follow-up = 1", "linked-follow-up is 1; write true, or false"),
    ('dead-end = "yes"', "dead-end is 'yes'; write true, or false"),
    ("unreachable = []", "unreachable is []; write true, or false"),
    ("requires-level = 2", "requires-level is 2; write true, or false"),
    ("topic-size = 0", "topic-size is 0; write 2, or false"),
    ("review-age = true", "review-age is True; write 18, or false"),
    ("similar = 1.5", "similar is 1.5; write 0.4, or false"),
    ("similar = true", "similar is True; write 0.4, or false"),
    ("repeated-sentence = 2.5", "repeated-sentence is 2.5; write 10, or false"),
    ("text-alternative = 1", "text-alternative is 1; write true, or false"),
    ("untested-code = { shown = [] }", "untested-code is {'shown': []}; write"),
    ("skipped-code = 1", "skipped-code is 1; write true, or false"),
    ('long-sentence = "40"', "long-sentence is '40'; write 45, or false"),
    ("filler = [1]", "filler is [1]; write"),
    ("passive = -0.1", "passive is -0.1; write 0.4, or false"),
    ('spelling = "clear"', "spelling is 'clear'; write true, or a list of"),
    ('spelling = ["klear"]', "spelling is ['klear']; write true, or a list of"),
    ("notes = true", "notes is True; write a list of names of rules"),
    ('notes = ["wrods"]', "notes names 'wrods', which is no rule"),
    ("exempt = 1", "exempt is no table; write"),
    ("exempt = { PY-1 = 1 }", "exempt.PY-1 is 1; write"),
    ('exempt.PY-1 = { wrods = "x" }', "exempt.PY-1 names 'wrods', which is no rule."),
    ('exempt.PY-1 = { words = " " }', "exempt.PY-1.words gives no reason; write one"),
    ("exempt.PY-1 = { words = true }", "exempt.PY-1.words gives no reason"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_wrong_table(text: str, message: str) -> None:
    """A wrong key is named, with what to write; the schema refuses it too."""
    with pytest.raises(RulesetError) as caught:
        read_ruleset(table(text))
    assert f"[tool.sphinx-questions.check] {message}" in str(caught.value)
    if "[9, 3]" not in text:  # which of two numbers is less, no schema can say
        assert not is_valid(table(text))


RIGHT = [
    *(f"{rule.name} = {rule.example}" for rule in RULES),
    *(f"{rule.name} = false" for rule in RULES),
    "words = { answer = 80 }",
    "similar = 0",
    "primary-sources = {}",
    'untested-code = { tested = ["python"] }',
    "spelling = true",
    "spelling = false",
    'spelling = ["clear", "informal"]',
    'notes = ["words", "spelling"]',
    'exempt.PY-1 = { words = "It is a definition.", spelling = "A name." }',
    "",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_table(text: str) -> None:
    """What the reference shows is read, and the schema accepts it."""
    read_ruleset(table(text))
    assert is_valid(table(text))


def is_valid(value: object) -> bool:
    """Return whether a table is as its schema wants it."""
    schema = table_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema).is_valid(value)


def test_every_wrong_key_is_named() -> None:
    """An author mends all mistakes at once."""
    with pytest.raises(RulesetError) as caught:
        read_ruleset({"similar": 2, "wrods": 1, "passive": 3})
    assert len(str(caught.value).splitlines()) == 3


def test_defaults_of_rules_are_read() -> None:
    """What holds where a project says nothing is what a project could say."""
    active = {rule.name for rule, _value in load_ruleset(None).active}
    assert active == {rule.name for rule in RULES if rule.default is not False}


def test_notes() -> None:
    """A project may make a note of an error."""
    ruleset = read_ruleset({"notes": ["placeholder"]})
    severities = {rule.name: ruleset.severity_of(rule) for rule in RULES}
    assert severities["placeholder"] is Severity.NOTE
    assert severities["words"] is Severity.ERROR
