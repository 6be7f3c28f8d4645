"""Every editorial rule: what breaks it, where it says so, and what keeps it."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable
from typing import Final

import pytest

from commands import check, declare
from markups import MYST, Markup, both_markups, line_of
from projects import Project
from sphinx_questions.editorial.rules import RULES

#: Writes a page in a markup.
Page = Callable[[Markup], str]

TODAY: Final = datetime.datetime.now().astimezone().date().isoformat()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A rule, a page that breaks it and one that keeps it."""

    rule: str
    #: What ``pyproject.toml`` says.
    setting: str
    bad: Page
    good: Page
    #: What stands in the line of the finding.
    mark: str = "What is it?"
    #: Part of the message.
    says: str
    severity: str = "error"


def section(heading: str, *blocks: str, **options: str) -> Page:
    """Return a page with a question that has one section."""
    return lambda m: m.page(
        m.question("PY-001", "The answer.", m.heading(heading), *blocks, **options)
    )


def answer(*blocks: str, **options: str) -> Page:
    """Return a page with a question that is an answer alone."""
    return lambda m: m.page(m.question("PY-001", *blocks, **options))


def pair(first: str = "One.", second: str = "Two.", **options: str) -> Page:
    """Return a page with two questions; the options are those of the first."""
    return lambda m: m.page(
        m.question("PY-001", first, **options),
        m.question("PY-002", second, title="Why so?", level="advanced"),
    )


def picture(alternative: str) -> Page:
    """Return a page with a picture."""
    options = {"alt": alternative} if alternative else {}

    def page(m: Markup) -> str:
        image = f"![{alternative}](a.svg)"
        if m.suffix == "rst":
            image = m.directive("image", "a.svg", "", options=options)
        return section("Example", image)(m)

    return page


def code(language: str, comment: str = "") -> Page:
    """Return a page with a block of code, and a comment above it."""
    return lambda m: section(
        "Example",
        *([m.comment(comment)] if comment else []),
        m.directive("code-block", language, "x = 1"),
    )(m)


def follow_up(m: Markup) -> str:
    """Return a page whose only follow-up links to another question."""
    return m.page(
        m.question(
            "PY-001",
            "The answer.",
            m.heading("Follow-up questions"),
            f"- {m.role('PY-002')}",
        ),
        m.question("PY-002", title="Why so?"),
    )


SAME: Final = "A list is a row of things that can grow."

CASES: Final = (
    Case(
        rule="words",
        setting="words = { explanation = [3, 9] }",
        bad=section("Explanation", "Two words."),
        good=section("Explanation", "Here are four words."),
        mark="Explanation",
        says="explanation has 2 words; write 3 to 9",
    ),
    Case(
        rule="words",
        setting="words = { answer = [3, 5] }",
        bad=answer("It is far too long to say."),
        good=answer("It is short."),
        says="answer has 7 words; write 3 to 5",
    ),
    Case(
        rule="entries",
        setting="entries = { key-points = [2, 3] }",
        bad=section("Key points", "- One."),
        good=section("Key points", "- One.\n- Two."),
        mark="Key points",
        says="key-points lists 1; write 2 to 3",
    ),
    Case(
        rule="entries",
        setting="entries = { sources = 2 }",
        bad=section("Sources", "A book."),
        good=section("Sources", "1. One.\n2. Two.\n3. Three."),
        mark="Sources",
        says="sources lists 0; write at least 2",
    ),
    Case(
        rule="entries",
        setting="entries = { sources = 1, mistakes = [0, 3] }",
        bad=answer("The answer."),
        good=section("Sources", "- One."),
        says="there is no section 'sources'; write it, and list at least 1",
    ),
    Case(
        rule="fields",
        setting='fields = ["difficulty"]',
        bad=answer("The answer."),
        good=answer("The answer.", difficulty="2"),
        says="there is no :difficulty:; add one",
    ),
    Case(
        rule="placeholder",
        setting="",
        bad=section("Example", "To be written."),
        good=section("Example", "Much is to be written."),
        mark="To be written.",
        says="example says 'To be written.'; write it, or take it out",
    ),
    Case(
        rule="placeholder",
        setting="",
        bad=section("Sources", "- To be written."),
        good=section("Sources", "- A book."),
        mark="To be written.",
        says="sources says",
    ),
    Case(
        rule="primary-sources",
        setting='primary-sources = { sites = ["python.org"] }',
        bad=section("Sources", "- <https://example.org/python.org>"),
        good=section("Sources", "- <https://docs.python.org/3/>"),
        mark="Sources",
        says="0 of the sources are primary; add one",
    ),
    Case(
        rule="primary-sources",
        setting='primary-sources = { least = 2, identifiers = ["pep", "doi"] }',
        bad=section("Sources", "- PEP 8.\n- RFC 2119."),
        good=section("Sources", "- PEP 8.\n- A paper. doi:10.1000/182"),
        mark="Sources",
        says="1 of the sources are primary; add 2",
    ),
    Case(
        rule="linked-follow-up",
        setting="linked-follow-up = true",
        bad=section("Follow-up questions", "- What else?"),
        good=follow_up,
        mark="Follow-up questions",
        says="no follow-up links to another question",
    ),
    Case(
        rule="dead-end",
        setting="dead-end = true",
        bad=answer("The answer."),
        good=pair(related="PY-002"),
        says="no way leads from it to another question",
    ),
    Case(
        rule="unreachable",
        setting="unreachable = true",
        bad=answer("The answer."),
        good=pair(related="PY-002"),
        says="no other question leads to it",
    ),
    Case(
        rule="requires-level",
        setting="",
        bad=pair(requires="PY-002"),
        good=pair(requires="PY-002", level="advanced"),
        says=":requires: names PY-002, which is advanced; this question is beginner",
    ),
    Case(
        rule="topic-size",
        setting="topic-size = 2",
        bad=answer("The answer.", topics="lists"),
        good=answer("The answer."),
        says="the topic 'lists' has 1 of at least 2 questions",
    ),
    Case(
        rule="review-age",
        setting="review-age = 18",
        bad=answer("The answer.", reviewed="2020-01-01"),
        good=answer("The answer.", reviewed=TODAY),
        says="it was last reviewed 2020-01-01",
    ),
    Case(
        rule="similar",
        setting="similar = 0.1",
        bad=pair(SAME, SAME),
        good=pair(SAME, "Nothing at all has anything to do with that."),
        mark="Why so?",
        says="it is much like PY-001, 'What is it?' (score",
    ),
    Case(
        rule="repeated-sentence",
        setting="repeated-sentence = 6",
        bad=pair(SAME, f"Unique. {SAME}"),
        good=pair("It is the same.", "Unique. It is the same."),
        mark="Unique.",
        says=f"this sentence stands in PY-001 too: “{SAME}”",
    ),
    Case(
        rule="text-alternative",
        setting="",
        bad=picture(""),
        good=picture("A square."),
        mark="a.svg",
        says="the picture 'a.svg' has no :alt:",
    ),
    Case(
        rule="untested-code",
        setting='untested-code = { tested = ["python"] }',
        bad=code("rust"),
        good=code("python"),
        mark="rust",
        says="a code block in 'rust' is neither tested nor declared as only shown",
    ),
    Case(
        rule="skipped-code",
        setting="",
        bad=code("python", 'skip: next "slow"'),
        good=code("python", "a comment"),
        mark="code-block",
        says="a code block is not run: slow",
        severity="note",
    ),
    Case(
        rule="long-sentence",
        setting="long-sentence = 5",
        bad=section("Example", "Short.", "One two three four five six. Done."),
        good=section("Example", "One two three four five. Six seven."),
        mark="One two",
        says="a sentence has 6 words; cut it: “One two three four five six.”",
        severity="note",
    ),
    Case(
        rule="filler",
        setting='filler = ["basically", "in other words"]',
        bad=section("Example", "It is, In Other Words, a list."),
        good=section("Example", "It is a list."),
        mark="In Other Words",
        says="'In Other Words' says nothing; leave it out",
        severity="note",
    ),
    Case(
        rule="passive",
        setting="passive = 0.4",
        bad=answer("It is made. It was quickly done. It runs."),
        good=answer("It is made. We do it. It runs."),
        says="2 of 3 sentences are in the passive; say who does it",
        severity="note",
    ),
)

both_ways = pytest.mark.parametrize(
    "case", [pytest.param(c, id=f"{c.rule}-{i}") for i, c in enumerate(CASES)]
)


def project_of(project: Project, case: Case, text: str, markup: Markup) -> Project:
    """Return the project with a page, and with the rule of a case."""
    declare(project, case.setting)
    project.write({markup.file: text, "a.svg": "<svg xmlns='' width='1' height='1'/>"})
    return project


def line_in(page: str, mark: str) -> int:
    """Return the line of a mark; docutils counts a heading where its underline is."""
    line = line_of(page, mark)
    below = page.splitlines()[line].strip() if line < len(page.splitlines()) else ""
    return line + (bool(below) and set(below) <= set("=-"))


@both_markups
@both_ways
def test_breach(project: Project, case: Case, markup: Markup) -> None:
    """A breach is found once, at its line, with its severity and what to write."""
    page = case.bad(markup)
    found = check(project_of(project, case, page, markup))
    (breach,) = [f for f in found if f.code == f"editorial.{case.rule}"]
    assert (breach.path, breach.line) == (markup.file, line_in(page, case.mark))
    assert case.says in breach.message
    assert breach.severity == case.severity
    assert [f for f in found if f != breach] == []


@both_ways
def test_pass(project: Project, case: Case) -> None:
    """What keeps a rule is not found."""
    assert check(project_of(project, case, case.good(MYST), MYST)) == []


def test_every_rule_has_a_case() -> None:
    """No rule is without a breach and a pass."""
    assert {case.rule for case in CASES} == {rule.name for rule in RULES}
