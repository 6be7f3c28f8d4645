"""The numbers of a bank as tables, and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from rich import box
from rich.table import Table
from rich.text import Text

from sphinx_questions.editorial.survey import EXPLANATION

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from rich.console import RenderableType

    from sphinx_questions.bank.vocabulary import Level, Technology
    from sphinx_questions.editorial.survey import Cell, Survey

#: Version of the JSON format; it changes when a key goes or means something else.
JSON_VERSION: Final = 1

#: How many of the oldest reviews the tables show.
_OLDEST: Final = 5

#: What was counted, in words.
_AMOUNTS: Final = {
    "answer_words": "Words of the answer",
    "explanation_words": "Words of the explanation",
    "code_blocks": "Code blocks",
    "figures": "Figures",
    "sources": "Sources",
}


def as_json(survey: Survey) -> str:
    """Return everything, for programs.

    ``version`` of the format; ``questions``, their number; ``coverage``, for each
    ``technology`` and ``level`` the number of ``questions``, by ``difficulties``, and
    the ``missing_difficulties``; ``gaps``, the pairs of technology and level without a
    question; ``unplaced``, the IDs without technology or level; ``amounts`` with
    ``total`` and ``median`` of ``answer_words``, ``explanation_words``,
    ``code_blocks``, ``figures`` and ``sources``; ``reviews`` with ``id`` and
    ``reviewed``, which may be null, the oldest first; ``topics`` with their sizes.
    """
    report = {
        "version": JSON_VERSION,
        "questions": survey.questions,
        "coverage": [
            {
                "technology": cell.technology,
                "level": cell.level,
                "questions": cell.questions,
                "difficulties": {str(d): n for d, n in cell.difficulties.items()},
                "missing_difficulties": list(cell.missing),
            }
            for cell in survey.cells
        ],
        "gaps": [[c.technology, c.level] for c in survey.cells if not c.questions],
        "unplaced": list(survey.unplaced),
        "amounts": {name: a._asdict() for name, a in survey.amounts.items()},
        "reviews": [
            {"id": id_, "reviewed": date.isoformat() if date else None}
            for id_, date in survey.reviews
        ],
        "topics": dict(survey.topics),
    }
    return json.dumps(report, indent=2, ensure_ascii=False)


def as_tables(
    survey: Survey,
    technologies: Mapping[str, Technology],
    levels: Mapping[str, Level],
    sections: Container[str],
) -> Iterator[RenderableType]:
    """Yield what a terminal shows."""
    number = survey.questions
    yield Text("1 question" if number == 1 else f"{number} questions")
    yield _coverage(survey, technologies, levels)
    yield from _gaps(survey, technologies, levels)
    yield _amounts(survey, sections)
    yield _reviews(survey)
    if survey.topics:
        yield _topics(survey)


def _table(title: str) -> Table:
    return Table(
        title=title,
        title_justify="left",
        box=box.SIMPLE_HEAD,
        # Narrow: eighty columns are enough for ten difficulties.
        show_edge=False,
        pad_edge=False,
        collapse_padding=True,
    )


def _coverage(
    survey: Survey, technologies: Mapping[str, Technology], levels: Mapping[str, Level]
) -> Table:
    used = [d for cell in survey.cells for d in cell.difficulties]
    scale = range(min(used, default=1), max(used, default=0) + 1)
    table = _table("Questions by difficulty")
    table.add_column("Technology", overflow="fold")
    table.add_column("Level", overflow="fold")
    for heading in (*map(str, scale), "All"):
        table.add_column(heading, justify="right")
    last = ""
    for cell in survey.cells:
        if last and cell.technology != last:
            table.add_section()
        name = technologies[cell.technology].label if cell.technology != last else ""
        last = cell.technology
        numbers = [_number(cell, difficulty) for difficulty in scale]
        table.add_row(
            Text(name), Text(levels[cell.level].label), *numbers, str(cell.questions)
        )
    return table


def _number(cell: Cell, difficulty: int) -> Text:
    """Return a count: a dot for none, nothing where the level does not go so far."""
    if difficulty not in cell.difficulties:
        return Text("")
    count = cell.difficulties[difficulty]
    return Text(str(count)) if count else Text("·", style="bold red")


def _gaps(
    survey: Survey, technologies: Mapping[str, Technology], levels: Mapping[str, Level]
) -> Iterator[Text]:
    lines = []
    for cell in survey.cells:
        place = f"{technologies[cell.technology].label}, {levels[cell.level].label}"
        if not cell.questions:
            lines.append(f"{place}: no question")
        elif cell.missing:
            lines.append(f"{place}: none of {', '.join(map(str, cell.missing))}")
    lines += [f"{id_}: no technology or no level" for id_ in survey.unplaced]
    if lines:
        yield Text("\n".join(["Gaps", *(f"  {line}" for line in lines)]))


def _amounts(survey: Survey, sections: Container[str]) -> Table:
    table = _table("What they hold")
    table.add_column("", overflow="fold")
    table.add_column("Total", justify="right")
    table.add_column("Median", justify="right")
    for name, amount in survey.amounts.items():
        if name == "explanation_words" and EXPLANATION not in sections:
            continue
        table.add_row(_AMOUNTS[name], str(amount.total), f"{amount.median:g}")
    return table


def _reviews(survey: Survey) -> Table:
    table = _table("Oldest reviews")
    table.add_column("Question", overflow="fold")
    table.add_column("Reviewed", overflow="fold")
    for id_, date in survey.reviews[:_OLDEST]:
        table.add_row(Text(id_), date.isoformat() if date else "never")
    never = sum(review.date is None for review in survey.reviews)
    table.caption = f"{never} never reviewed" if never else None
    return table


def _topics(survey: Survey) -> Table:
    table = _table("Topics")
    table.add_column("Topic", overflow="fold")
    table.add_column("Questions", justify="right")
    for topic, size in sorted(survey.topics.items(), key=lambda t: (-t[1], t[0])):
        table.add_row(Text(topic), str(size))
    return table
