"""Rules on what must be there: lengths, numbers, fields, alternatives, tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sphinx_questions.editorial.material import PLACEHOLDER
from sphinx_questions.editorial.readers import read_texts
from sphinx_questions.editorial.rule import Breach

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from sphinx_questions.editorial.readers import Span
    from sphinx_questions.editorial.rule import Bank

#: Languages of what a program prints, which is compared where the program is run.
_PRINTED = ("output", "pytb")

#: The options of a question that it can do without.
FIELDS: Final = (
    "technology", "level", "difficulty", "topics", "requires", "related", "reviewed",
)  # fmt: skip


def find_words(bank: Bank, spans: Mapping[str, Span]) -> Iterator[Breach]:
    """Yield parts that are too short or too long."""
    for material in bank.materials:
        for key, span in spans.items():
            part = material.parts.get(key)
            if part and part.words not in span:
                text = f"{key} has {part.words} words; write {span}"
                yield Breach(material, text, part.line)


def find_entries(bank: Bank, spans: Mapping[str, Span]) -> Iterator[Breach]:
    """Yield sections whose lists have too few or too many items."""
    for material in bank.materials:
        for key, span in spans.items():
            part = material.parts.get(key)
            if part is None and 0 not in span:
                text = f"there is no section {key!r}; write it, and list {span}"
                yield Breach(material, text)
            elif part and len(part.entries) not in span:
                text = f"{key} lists {len(part.entries)}; write {span}"
                yield Breach(material, text, part.line)


def find_placeholders(bank: Bank, _on: object) -> Iterator[Breach]:
    """Yield parts that still say what a new question says."""
    for material in bank.materials:
        for key, part in material.parts.items():
            for paragraph in part.paragraphs:
                if paragraph.text == PLACEHOLDER:
                    text = f"{key} says {PLACEHOLDER!r}; write it, or take it out"
                    yield Breach(material, text, paragraph.line)


def read_fields(value: object) -> tuple[str, ...]:
    """Read names of options."""
    names = read_texts(value)
    if set(names) <= set(FIELDS):
        return names
    raise ValueError


def find_missing_fields(bank: Bank, names: tuple[str, ...]) -> Iterator[Breach]:
    """Yield questions that leave an option out."""
    for material in bank.materials:
        for name in names:
            if not getattr(material.question, name, None):
                yield Breach(material, f"there is no :{name}:; add one")


def find_old_reviews(bank: Bank, months: int) -> Iterator[Breach]:
    """Yield questions that nobody reviewed for so long."""
    for material in bank.materials:
        reviewed = material.question.reviewed
        if reviewed and (age := _months(reviewed, bank.today)) > months:
            text = (
                f"it was last reviewed {reviewed.isoformat()}, {age} months ago; check "
                "it against its sources and write today's date"
            )
            yield Breach(material, text)


def _months(start: datetime.date, end: datetime.date) -> int:
    """Return the whole months between two days."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    return whole - (end.day < start.day)


def find_missing_alternatives(bank: Bank, _on: object) -> Iterator[Breach]:
    """Yield pictures without a text alternative."""
    for material in bank.materials:
        for part in material.parts.values():
            for picture in part.pictures:
                if not picture.alternative.strip():
                    text = (
                        f"the picture {picture.file!r} has no :alt:; say what it "
                        "shows, for those who do not see it"
                    )
                    yield Breach(material, text, picture.line)


class Languages(NamedTuple):
    """What happens to code, by its language."""

    #: Run by the tests.
    tested: tuple[str, ...]
    #: Only shown: configuration, transcripts.
    shown: tuple[str, ...]


def read_languages(value: object) -> Languages:
    """Read ``{ tested = ["python"], shown = ["text"] }``."""
    if not isinstance(value, dict) or not {"tested"} <= set(value) <= {
        "tested",
        "shown",
    }:
        raise ValueError
    fields: dict[str, Any] = {key: read_texts(item) for key, item in value.items()}
    return Languages(tested=fields["tested"], shown=fields.get("shown", ()))


def find_untested_code(bank: Bank, languages: Languages) -> Iterator[Breach]:
    """Yield code of which nobody said whether it is tested."""
    known = {*languages.tested, *languages.shown, *_PRINTED}
    for material in bank.materials:
        for part in material.parts.values():
            for code in part.code:
                if code.language not in known:
                    name = (
                        f"in {code.language!r}" if code.language else "of no language"
                    )
                    text = (
                        f"a code block {name} is neither tested nor declared as only "
                        f"shown; use one of {', '.join(sorted(known))}, or declare it"
                    )
                    yield Breach(material, text, code.line)


def find_skipped_code(bank: Bank, _on: object) -> Iterator[Breach]:
    """Yield code that the tests leave out, with the reason given."""
    for material in bank.materials:
        for part in material.parts.values():
            for code in part.code:
                if code.skipped is not None:
                    text = f"a code block is not run: {code.skipped}"
                    yield Breach(material, text, code.line)
