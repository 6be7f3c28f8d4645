"""The code in these pages is run, and what it prints is compared with the text.

A ``python`` block runs; an ``output`` block holds all that was printed since the
one before. The blocks of a page share one namespace and run from top to bottom.
A comment ``% skip: next "reason"`` keeps a block from running.
"""

from __future__ import annotations

import contextlib
import io
import os
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from sybil import Sybil
from sybil.parsers.myst import CodeBlockParser, SkipParser

if TYPE_CHECKING:
    from sybil import Example

# Threads of the linear algebra gain nothing here and lose much on a busy machine.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

PRINTED = "__printed__"


def run(example: Example) -> None:
    """Run a block and keep what it prints for the output block behind it."""
    check_nothing_unshown(example.namespace)
    code = "\n" * (example.line + example.parsed.line_offset) + example.parsed
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, example.path, "exec"), example.namespace)  # noqa: S102 – the point of it
    example.namespace[PRINTED] = printed.getvalue()


def compare(example: Example) -> None:
    """Compare an output block with what was printed."""
    printed = dedent(example.namespace.pop(PRINTED, ""))
    assert printed.strip() == dedent(example.parsed).strip()


def check_nothing_unshown(namespace: dict[str, Any]) -> None:
    """Fail if a page prints what it does not show."""
    printed = namespace.pop(PRINTED, "")
    assert not printed, f"printed, but in no output block: {printed}"


pytest_collect_file = Sybil(
    parsers=[
        SkipParser(),
        CodeBlockParser(language="python", evaluator=run),
        CodeBlockParser(language="output", evaluator=compare),
    ],
    patterns=["*.md"],
    setup=lambda namespace: namespace.update(__name__="__main__"),
    teardown=check_nothing_unshown,
).pytest()
