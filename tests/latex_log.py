"""What TeX's log says of a book that no reader should see.

TeX ends well although a character has no glyph, a link leads nowhere or a line runs
over the margin. Only its log tells.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

#: Points that a line may stick out, a millimetre, and that a page may be too full. Less
#: is not seen; Sphinx's frames around code fill a page by some 3 pt too much.
TOO_WIDE: Final = 3.0
TOO_HIGH: Final = 10.0

_FAULTS: Final = (
    re.compile(r"! .*"),
    re.compile(r".*LaTeX Error: .*"),
    re.compile(r"Missing character: .*"),
    re.compile(r"LaTeX Warning: .*(undefined|multiply.defined).*"),
)
_OVERFULL: Final = re.compile(r"Overfull \\([hv])box \((\S+)pt too (?:wide|high)\).*")


def faults(log: str) -> list[str]:
    """Return the lines of a log that report a fault, each once.

    The log must have been written with a large ``max_print_line``, or TeX breaks its
    lines.
    """
    found = dict.fromkeys(line for line in log.splitlines() if _is_fault(line))
    return list(found)


def _is_fault(line: str) -> bool:
    if overfull := _OVERFULL.fullmatch(line):
        limit = TOO_WIDE if overfull[1] == "h" else TOO_HIGH
        return float(overfull[2]) > limit
    return any(fault.fullmatch(line) for fault in _FAULTS)


def main(path: Path) -> int:
    """Print the faults in a log; return 1 if it has any."""
    found = faults(path.read_text(encoding="utf-8", errors="replace"))
    for line in found:
        sys.stdout.write(f"{path}: {line}\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
