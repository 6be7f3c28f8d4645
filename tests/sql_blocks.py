"""SQL in the pages: run statement by statement, results as text."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Value: TypeAlias = "str | int | float | bytes | None"
Row: TypeAlias = "tuple[Value, ...]"


def connect() -> sqlite3.Connection:
    """Return an empty database in memory, where transactions begin with BEGIN."""
    return sqlite3.connect(":memory:", isolation_level=None)


def run_script(connection: sqlite3.Connection, script: str) -> str:
    """Run statements and return what they show, as SQLite's own shell goes on.

    A query shows its rows, a failed statement its error; the next one still runs.
    """
    shown = []
    for statement in statements(script):
        try:
            cursor = connection.execute(statement)
            rows: list[Row] = cursor.fetchall()
        except sqlite3.Error as error:
            shown.append(f"Error: {error}")
            continue
        if cursor.description:
            names = [name for name, *_ in cursor.description]
            is_plan = names == ["id", "parent", "notused", "detail"]
            shown.append(plan(rows) if is_plan else table(names, rows))
    return "\n".join(f"{text}\n" for text in shown)


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script; a semicolon ends each, also the last one.

    Raises:
        ValueError: The last statement has no end.

    """
    begun = ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            yield begun.strip()
            begun = ""
    rest = [line for line in begun.splitlines() if not line.startswith("--")]
    rest = [line for line in rest if line.strip()]
    if rest:
        msg = f"a semicolon is missing after: {rest[-1]}"
        raise ValueError(msg)


def table(names: Sequence[str], rows: Sequence[Row]) -> str:
    """Return rows as a table: numbers to the right, NULL in words, the count below."""
    cells = [[as_text(value) for value in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(names, *cells, strict=True)]
    numeric = [
        any(isinstance(value, int | float) for value in column)
        for column in (zip(*rows, strict=True) if rows else [()] * len(names))
    ]

    def line(row: Sequence[str]) -> str:
        aligned = [
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        ]
        return " | ".join(aligned).rstrip()

    rule = "-+-".join("-" * width for width in widths)
    count = f"({len(rows)} row{'' if len(rows) == 1 else 's'})"
    return "\n".join([line(names), rule, *map(line, cells), count])


def as_text(value: Value) -> str:
    """Return a value as it stands in a table."""
    match value:
        case None:
            return "NULL"
        case bytes():
            return f"x'{value.hex()}'"
        case str():
            return value
        case _:
            return repr(value)


def plan(rows: Sequence[Row]) -> str:
    """Return the rows of EXPLAIN QUERY PLAN as the tree of SQLite's own shell."""
    lines = ["QUERY PLAN"]

    def add(parent: Value, indent: str) -> None:
        children = [row for row in rows if row[1] == parent]
        for child in children:
            last = child is children[-1]
            lines.append(f"{indent}{'`' if last else '|'}--{as_text(child[3])}")
            add(child[0], indent + ("   " if last else "|  "))

    add(0, "")
    return "\n".join(lines)
