"""Every editorial rule, in the order in which they are documented."""

from __future__ import annotations

from typing import Final

from sphinx_questions.editorial import (
    completeness,
    connections,
    language,
    likeness,
    readers,
    schemas,
    sources,
)
from sphinx_questions.editorial.finding import Severity
from sphinx_questions.editorial.rule import Rule

RULES: Final = (
    Rule(
        name="words",
        help="How many words the answer and sections have, without code and formulas.",
        default=False,
        example="{ answer = [80, 200], explanation = [250, 700] }",
        schema=schemas.SPANS,
        read=readers.read_spans,
        find=completeness.find_words,
    ),
    Rule(
        name="entries",
        help="How many items the lists of a section have; one number is the least. A "
        "question without the section has none.",
        default=False,
        example="{ key-points = [3, 5], sources = 2 }",
        schema=schemas.SPANS,
        read=readers.read_spans,
        find=completeness.find_entries,
    ),
    Rule(
        name="fields",
        help="Options that every question must have.",
        default=False,
        example='["level", "difficulty", "topics", "reviewed"]',
        schema=schemas.FIELDS,
        read=completeness.read_fields,
        find=completeness.find_missing_fields,
    ),
    Rule(
        name="placeholder",
        help="No part still says what a new question says: “To be written.”",
        default=True,
        example="true",
        schema=schemas.SWITCH,
        read=readers.read_switch,
        find=completeness.find_placeholders,
    ),
    Rule(
        name="primary-sources",
        help=(
            "How many sources must be of the first hand: with a link to one of these "
            "sites, or with an identifier of one of these kinds (`arxiv`, `doi`, "
            "`isbn`, `iso`, `pep`, `rfc`)."
        ),
        default=False,
        example='{ least = 1, sites = ["docs.python.org"], identifiers = ["doi"] }',
        schema=schemas.PRIMARY_SOURCES,
        read=sources.read_primary_sources,
        find=sources.find_missing_primary_sources,
    ),
    Rule(
        name="linked-follow-up",
        help="At least one follow-up links to another question.",
        default=False,
        example="true",
        schema=schemas.SWITCH,
        read=readers.read_switch,
        find=connections.find_unlinked_follow_ups,
    ),
    Rule(
        name="dead-end",
        help="From every question a way leads to another one.",
        default=False,
        example="true",
        schema=schemas.SWITCH,
        read=readers.read_switch,
        find=connections.find_dead_ends,
    ),
    Rule(
        name="unreachable",
        help="To every question another one leads.",
        default=False,
        example="true",
        schema=schemas.SWITCH,
        read=readers.read_switch,
        find=connections.find_unreachable,
    ),
    Rule(
        name="requires-level",
        help="No question requires one of a higher level.",
        default=True,
        example="true",
        schema=schemas.SWITCH,
        read=readers.read_switch,
        find=connections.find_harder_requirements,
    ),
    Rule(
        name="topic-size",
        help="How many questions a topic must have at least.",
        default=False,
        example="2",
        schema=schemas.NUMBER,
        read=readers.read_number,
        find=connections.find_small_topics,
    ),
    Rule(
        name="review-age",
        help="How many months ago the last review may be.",
        default=False,
        example="18",
        schema=schemas.NUMBER,
        read=readers.read_number,
        find=completeness.find_old_reviews,
    ),
    Rule(
        name="similar",
        help=(
            "From which likeness two questions are one: 0 to 1, by the words of title "
            "and answer."
        ),
        default=0.4,
        example="0.4",
        schema=schemas.SHARE,
        read=readers.read_share,
        find=likeness.find_similar,
    ),
    Rule(
        name="repeated-sentence",
        help="From how many words a sentence may not stand in two questions.",
        default=10,
        example="10",
        schema=schemas.NUMBER,
        read=readers.read_number,
        find=likeness.find_repeated_sentences,
    ),
    Rule(
        name="text-alternative",
        help="Every picture has a text alternative.",
        default=True,
        example="true",
        schema=schemas.SWITCH,
        read=readers.read_switch,
        find=completeness.find_missing_alternatives,
    ),
    Rule(
        name="untested-code",
        help=(
            "Every code block is in a language that the tests run, or in one declared "
            "as only shown. `output` and `pytb` are what a tested block prints."
        ),
        default=False,
        example='{ tested = ["python"], shown = ["text", "toml"] }',
        schema=schemas.LANGUAGES,
        read=completeness.read_languages,
        find=completeness.find_untested_code,
    ),
    Rule(
        name="skipped-code",
        help="Lists the code blocks that a comment keeps from running, and why.",
        default=True,
        example="true",
        schema=schemas.SWITCH,
        read=readers.read_switch,
        find=completeness.find_skipped_code,
        severity=Severity.NOTE,
    ),
    Rule(
        name="long-sentence",
        help="How many words a sentence has at most.",
        default=False,
        example="45",
        schema=schemas.NUMBER,
        read=readers.read_number,
        find=language.find_long_sentences,
        severity=Severity.NOTE,
    ),
    Rule(
        name="filler",
        help="Phrases that say nothing.",
        default=False,
        example='["it is important to note", "basically"]',
        schema=schemas.TEXTS,
        read=readers.read_texts,
        find=language.find_filler,
        severity=Severity.NOTE,
    ),
    Rule(
        name="passive",
        help=(
            "Which share of a question's sentences may be in the passive. For English "
            "alone."
        ),
        default=False,
        example="0.4",
        schema=schemas.SHARE,
        read=readers.read_share,
        find=language.find_passive,
        severity=Severity.NOTE,
    ),
)

#: The rule that a program of its own checks: see :mod:`sphinx_questions.cli.spelling`.
SPELLING: Final = "spelling"
