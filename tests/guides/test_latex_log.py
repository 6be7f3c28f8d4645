"""What is a fault in the log of a book."""

from __future__ import annotations

from pathlib import Path

import pytest

from latex_log import faults, main

FINE = """\
This is XeTeX, Version 3.141592653
LaTeX Warning: Command \\LT@p@ftntext  has changed.
Overfull \\hbox (1.38339pt too wide) in paragraph at lines 3348--3348
Overfull \\vbox (3.30112pt too high) detected at line 2391
Underfull \\hbox (badness 10000) in paragraph at lines 5--6
Output written on book.pdf (12 pages).
"""


@pytest.mark.parametrize(
    "line",
    [
        "! Undefined control sequence.",
        "! LaTeX Error: Cannot determine size of graphic in a.svg (no BoundingBox).",
        "Missing character: There is no 🚀 (U+1F680) in font [FreeSerif.otf]",
        "LaTeX Warning: Reference `index:a' on page 1 undefined on input line 9.",
        "LaTeX Warning: Hyper reference `index:a' on page 1 undefined on input line 9.",
        "LaTeX Warning: There were undefined references.",
        "LaTeX Warning: Label `index:a' multiply defined.",
        "LaTeX Warning: There were multiply-defined labels.",
        "Overfull \\hbox (3.5pt too wide) in paragraph at lines 1--2",
        "Overfull \\vbox (120.0pt too high) has occurred while \\output is active",
    ],
)
def test_fault_is_found(line: str) -> None:
    """A line that reports what readers would see is a fault, once."""
    assert faults(f"{FINE}{line}\n{line}\n") == [line]


def test_good_log_has_no_fault() -> None:
    """What no reader sees is no fault."""
    assert faults(FINE) == []


def test_program_prints_the_faults_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The program ends with 1 for a log with a fault, which it prints, else with 0."""
    log = tmp_path / "book.log"
    log.write_text(FINE, encoding="utf-8")
    assert main(log) == 0
    log.write_text(f"{FINE}! Emergency stop.\n", encoding="utf-8")
    assert main(log) == 1
    assert capsys.readouterr().out == f"{log}: ! Emergency stop.\n"
