"""The forms of a list: bullets, a table, tiles, rows with answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_questions.browse.rows import facts_line, link, row
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_questions.bank.question import Question
    from sphinx_questions.config import Settings

#: Characters in a column of a table in text output; longer texts are broken.
_WIDEST: Final = 48


def _bullets(
    found: Iterable[Question], _settings: Settings, docname: str
) -> nodes.Element:
    return nodes.bullet_list(
        "",
        *(
            nodes.list_item(
                "",
                nodes.paragraph(
                    "",
                    "",
                    link(question, docname),
                    nodes.Text(" "),
                    nodes.inline("", question.id, classes=["question-id"]),
                ),
            )
            for question in found
        ),
        bullet="*",
    )


def _tiles(
    found: Iterable[Question], settings: Settings, docname: str
) -> nodes.Element:
    return nodes.container(
        "",
        *(
            nodes.container(
                "",
                nodes.paragraph("", "", link(question, docname)),
                facts_line(question, settings),
                classes=["question-tile"],
            )
            for question in found
        ),
        classes=["question-tiles"],
    )


def _answers(
    found: Iterable[Question], settings: Settings, docname: str
) -> nodes.Element:
    rows = (row(question, settings, docname) for question in found)
    return nodes.container("", *rows, classes=["question-rows"])


def _table(
    found: Iterable[Question], settings: Settings, docname: str
) -> nodes.Element:
    header = [
        *(_("ID"), _("Question"), settings.technology_label.label),
        *(_("Level"), _("Difficulty")),
    ]
    rows = []
    for question in found:
        technology = settings.technologies.get(question.technology or "")
        level = settings.levels.get(question.level or "")
        cells: list[nodes.Node] = [
            nodes.inline("", question.id, classes=["question-id"]),
            link(question, docname),
            nodes.Text(technology.label if technology else ""),
            nodes.Text(level.label if level else ""),
            nodes.Text(str(question.difficulty or "")),
        ]
        rows.append(cells)
    return table([nodes.Text(text) for text in header], rows)


def table(
    header: Iterable[nodes.Node], rows: Iterable[Iterable[nodes.Node]]
) -> nodes.table:
    """Return a table of inline nodes with one header row."""
    head = _table_row(header)
    body = [*map(_table_row, rows)]
    group = nodes.tgroup(cols=len(head))
    # Text output makes columns as wide as these; a browser decides for itself.
    group += [
        nodes.colspec(colwidth=min(_WIDEST, max(len(cell.astext()) for cell in column)))
        for column in zip(head.children, *(row.children for row in body), strict=True)
    ]
    group += nodes.thead("", head)
    group += nodes.tbody("", *body)
    return nodes.table("", group)


def _table_row(cells: Iterable[nodes.Node]) -> nodes.row:
    entries = []
    for cell in cells:
        entry = nodes.entry("", nodes.paragraph("", "", cell))
        if isinstance(cell, nodes.Element):
            entry["classes"] = cell.get("cell_classes", [])
        entries.append(entry)
    return nodes.row("", *entries)


#: What the option ``show`` accepts, and what makes it.
FORMS: Final = {
    "list": _bullets,
    "table": _table,
    "cards": _tiles,
    "answers": _answers,
}
