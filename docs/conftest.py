"""The code in these pages is run, and what it prints is compared with the text.

A ``python`` or ``sql`` block runs; an ``output`` block holds all that was printed
since the one before, and a ``pytb`` block the end of the traceback of the block before
it. The blocks of a page share one namespace and one database and run from top to
bottom. CONTRIBUTING.md tells authors about it.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from textwrap import dedent
from traceback import format_exception_only
from typing import TYPE_CHECKING, Any

from sybil import Sybil
from sybil.parsers.myst import CodeBlockParser, SkipParser

from sql_blocks import connect, run_script

if TYPE_CHECKING:
    from sybil import Example

# Threads of the linear algebra gain nothing here and lose much on a busy machine.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

PRINTED = "__printed__"
RAISED = "__raised__"
#: The caption of what only some versions run, or print.
VERSIONS = re.compile(
    r"Python (?P<first>3\.\d+)( and (?P<last>3\.\d+)| and (?P<open>newer|older))?(,|$)"
)


def run(example: Example) -> None:
    """Run a block and keep what it prints, or its error, for the blocks behind it."""
    check_nothing_unshown(example.namespace)
    if not is_for_this_python(example):
        return
    code = "\n" * (example.line + example.parsed.line_offset) + example.parsed
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            # Without the imports from __future__ of this module.
            program = compile(code, example.path, "exec", dont_inherit=True)
            exec(program, example.namespace)  # noqa: S102 – the point of it
    except Exception as error:
        if following_language(example) != "pytb":
            raise
        example.namespace[RAISED] = "".join(format_exception_only(error))
    example.namespace[PRINTED] = printed.getvalue()


def run_sql(example: Example) -> None:
    """Run statements on ``connection``, which a page may also open by itself."""
    check_nothing_unshown(example.namespace)
    if "connection" not in example.namespace:
        example.namespace["connection"] = connect()
    script = example.parsed
    example.namespace[PRINTED] = run_script(example.namespace["connection"], script)


def compare(example: Example) -> None:
    """Compare an output block with what was printed."""
    if is_for_this_python(example):
        printed = dedent(example.namespace.pop(PRINTED, ""))
        assert printed.strip() == dedent(example.parsed).strip()


def compare_traceback(example: Example) -> None:
    """Compare the lines of a traceback behind its three dots with the error."""
    if is_for_this_python(example):
        head, dots, end = example.parsed.partition("\n  ...\n")
        assert (head, bool(dots)) == ("Traceback (most recent call last):", True)
        assert (
            example.namespace.pop(RAISED, "nothing was raised").strip() == end.strip()
        )


def is_for_this_python(example: Example) -> bool:
    """Read the versions from the caption of a block: "Python 3.13 and newer"."""
    caption = example.region.lexemes.get("options", {}).get("caption", "")
    versions = VERSIONS.match(caption)
    if versions is None:
        return True
    first = tuple(map(int, versions["first"].split(".")))
    last = tuple(map(int, (versions["last"] or versions["first"]).split(".")))
    here = sys.version_info[:2]
    return (
        (versions["open"] == "older" or here >= first)
        and (versions["open"] == "newer" or here <= last)
    )  # fmt: skip


def following_language(example: Example) -> str:
    """Return the language of the block behind this one, if there is one."""
    behind = (region for _, region in example.document.regions)
    languages = (
        region.lexemes.get("arguments", "")
        for region in behind
        if region.start > example.start
    )
    return next(languages, "")


def check_nothing_unshown(namespace: dict[str, Any]) -> None:
    """Fail if a page prints what it does not show."""
    printed = namespace.pop(PRINTED, "") + namespace.pop(RAISED, "")
    assert not printed, f"printed, but in no output block: {printed}"


def tear_down(namespace: dict[str, Any]) -> None:
    """Close the database of a page; fail if it printed what it does not show."""
    if "connection" in namespace:
        namespace["connection"].close()
    check_nothing_unshown(namespace)


pytest_collect_file = Sybil(
    parsers=[
        SkipParser(),
        CodeBlockParser(language="python", evaluator=run),
        CodeBlockParser(language="sql", evaluator=run_sql),
        CodeBlockParser(language="output", evaluator=compare),
        CodeBlockParser(language="pytb", evaluator=compare_traceback),
    ],
    patterns=["*.md"],
    setup=lambda namespace: namespace.update(__name__="__main__"),
    teardown=tear_down,
).pytest()
