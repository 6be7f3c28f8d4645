"""Time a bank's PDF both ways: by Typst, and by LaTeX.

Usage: ``python benchmarks/guide_pdf.py [--questions 200] [--rounds 2]``, on a machine
that does nothing else. Needs XeLaTeX, latexmk and make: docs/extend/pdf-with-latex.md
names the packages.

The two ways take turns, so that a machine that grows slower does so for both. Each
build begins with nothing: sources are read, and no auxiliary file of TeX is left from
before. Of every part the best round counts.
"""

from __future__ import annotations

import argparse
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

LEVELS: Final = (("beginner", 2), ("intermediate", 5), ("advanced", 8))

CONF: Final = r"""
extensions = ["sphinx_questions", "myst_parser"]
project = "Bank"
myst_enable_extensions = ["colon_fence", "dollarmath"]
questions_technologies = {"statistics": {"label": "Statistics"}}
latex_engine = "xelatex"
latex_elements = {"extraclassoptions": "openany,oneside", "fncychap": ""}
"""

INDEX: Final = """# Bank

```{toctree}
:glob:
q/*
```
"""

WORDS: Final = (
    "An estimate from a small sample moves when the sample does, and its spread tells "
    "how far. Two models that differ by less than this spread cannot be told apart by "
    "one score, however many digits it has. "
)

#: What a question of the knowledge base holds, about as long as those are.
QUESTION: Final = r""":::::{{question}} How far can estimate {n} be trusted, and why?
:id: ST-{n:03}
:technology: statistics
:level: {level}
:difficulty: {difficulty}
:topics: topic-{topic}, estimation
:reviewed: 2026-11-22

{words}
With $n = {n}$ observations the standard error is
$\sigma / \sqrt{{{n}}}$, and `mean()` alone does not say so.

## Key points
- The spread falls with $\sqrt{{n}}$: ${n}\,n$ observations for $\sqrt{{{n}}}$.
- Report an interval, and say **which** one.
- See {{question}}`ST-{other:03}` for the other half.

## Explanation
{words}

{words}

$$\hat\theta_{{{n}}} = \frac{{1}}{{{n}}}\sum_{{i=1}}^{{{n}}} x_i, \qquad
\operatorname{{Var}}(\hat\theta_{{{n}}}) = \frac{{\sigma^2}}{{{n}}}$$

$$L(\theta) = \prod_{{i=1}}^{{{n}}} \frac{{1}}{{\sqrt{{2\pi}}}}
\exp\left(-\frac{{(x_i - \theta)^2}}{{2}}\right)$$

| observations | error | note |
| --- | --: | --- |
| {n} | 0.{n:03} | What the question is about. |
| {more} | 0.{other:03} | Ten times as many. |
| all | 0 | Never to be had. |

## Example
:::{{figure}} ../figure-{figure}.png
:width: 60%
:alt: Colours from dark to light.

The estimate of sample {n} against its size.
:::

```python
import random


def spread(sample: list[float], rounds: int = {n}) -> float:
    \"\"\"Return the spread of the mean, by drawing again and again.\"\"\"
    means = []
    for _ in range(rounds):
        drawn = [random.choice(sample) for _ in sample]
        means.append(sum(drawn) / len(drawn))
    centre = sum(means) / rounds
    return (sum((mean - centre) ** 2 for mean in means) / rounds) ** 0.5
```

```output
0.{n:03}{other:03}
```

## Mistakes
- *"More digits are more exact."* {words}
- *"The error halves with twice the data."* It halves with four times as many.

## Scenario
{words}{words}

## Follow-ups
- {{question}}`ST-{next:03}`
- What changes if the observations depend on each other?

## Sources
- Invented, [an example](https://example.org/{n}), 2026.
:::::
"""


def write_bank(folder: Path, number: int) -> None:
    """Write a project of *number* questions: text, formulas, code, tables, figures."""
    (folder / "q").mkdir(parents=True)
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    (folder / "index.md").write_text(INDEX, encoding="utf-8")
    for shade in range(10):
        (folder / f"figure-{shade}.png").write_bytes(figure(shade))
    for n in range(1, number + 1):
        level, difficulty = LEVELS[n % len(LEVELS)]
        text = QUESTION.format(
            n=n,
            more=10 * n,
            other=1 + n * 7 % number,
            next=1 + n % number,
            level=level,
            difficulty=difficulty,
            topic=n % 20,
            figure=n % 10,
            words=WORDS,
        ).replace('\\"', '"')
        (folder / "q" / f"ST-{n:03}.md").write_text(text, encoding="utf-8")


def figure(shade: int, width: int = 600, height: int = 300) -> bytes:
    """Return a picture as PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    rows = (
        b"\0" + bytes((x * y // 700 + shade * 20) % 256 for x in range(width))
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"".join(rows)))
        + chunk(b"IEND", b"")
    )


def seconds(command: Sequence[str | Path]) -> float:
    """Run a command and return how long it took; its output is shown if it fails."""
    start = time.perf_counter()
    done = subprocess.run(  # noqa: S603 – of our own words
        command,
        env={**os.environ, "max_print_line": "1000"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    taken = time.perf_counter() - start
    if done.returncode:
        sys.exit(done.stdout.decode(errors="replace"))
    return taken


def build(source: Path, out: Path, builder: str) -> float:
    """Build the project with one builder, from nothing, in a process of its own."""
    command = (sys.executable, "-m", "sphinx", "-q", "-W", "-b", builder)
    return seconds((*command, "-d", out / "doctrees", source, out / builder))


def by_typst(source: Path, out: Path) -> dict[str, float]:
    """Return the seconds of the way by Typst, which is one command."""
    whole = build(source, out, "typst")
    main = out / "typst/sources/question-bank.typ"
    code = "import sys, typst; typst.compile(sys.argv[1], pdf_standards=['ua-1'])"
    compiler = seconds((sys.executable, "-c", code, main))
    return {"sphinx-build -b typst": whole, "  of it, Typst (run again)": compiler}


def by_latex(source: Path, out: Path) -> dict[str, float]:
    """Return the seconds of the way by LaTeX: the builder, and latexmk behind it."""
    make = shutil.which("make") or "make"
    options = "LATEXMKOPTS=-quiet -interaction=nonstopmode -halt-on-error"
    return {
        "sphinx-build -b latex": build(source, out, "latex"),
        "latexmk (xelatex)": seconds((make, "-C", out / "latex", options)),
    }


def main() -> None:
    """Build both ways by turns, and print the best times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=2)
    arguments = parser.parse_args()
    ways = (by_typst, by_latex)
    rounds: dict[str, list[dict[str, float]]] = {way.__name__: [] for way in ways}
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source"
        write_bank(source, arguments.questions)
        for number in range(arguments.rounds):
            for way in ways:
                out = Path(folder) / f"{way.__name__}-{number}"
                rounds[way.__name__].append(way(source, out))
                for pdf in out.glob("*/*.pdf"):
                    print(f"round {number + 1}: {pdf.name}, {pdf.stat().st_size} bytes")
                shutil.rmtree(out)
    wholes = {name: report(found) for name, found in rounds.items()}
    print(f"LaTeX takes {wholes['by_latex'] / wholes['by_typst']:.1f} times as long.")


def report(rounds: Sequence[dict[str, float]]) -> float:
    """Print the best time of every part, and return that of a whole build."""
    for part in rounds[0]:
        print(f"{part:28}{min(found[part] for found in rounds):8.1f} s")
    wholes = [
        sum(taken for part, taken in found.items() if not part.startswith(" "))
        for found in rounds
    ]
    print(f"{'whole build':28}{min(wholes):8.1f} s\n")
    return min(wholes)


if __name__ == "__main__":
    main()
