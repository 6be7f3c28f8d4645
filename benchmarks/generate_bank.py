"""Generate a bank of any size, to measure and to look at.

Usage: ``python benchmarks/generate_bank.py FOLDER NUMBER``
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Final

TECHNOLOGIES: Final = ("machine-learning", "python", "sql", "networks", "security")
LEVELS: Final = {"beginner": (1, 4), "intermediate": (3, 7), "advanced": (6, 10)}
TOPICS: Final = tuple(f"topic-{number}" for number in range(40))
WORDS: Final = (
    "model",
    "index",
    "query",
    "gradient",
    "thread",
    "lock",
    "page",
    "cache",
)


def sentence(chance: random.Random, length: int) -> str:
    """Return *length* random words as a sentence."""
    words = " ".join(chance.choice(WORDS) for _ in range(length))
    return f"{words.capitalize()}."


def question(number: int, total: int, chance: random.Random) -> str:
    """Return the source of a question; the same for the same number."""
    level = chance.choice(list(LEVELS))
    paragraphs = {
        name: "\n\n".join(sentence(chance, 60) for _ in range(3))
        for name in ("Explanation", "Example", "Mistakes", "Scenario")
    }
    body = "\n\n".join(f"## {name}\n{text}" for name, text in paragraphs.items())
    links = "\n".join(
        f"- {{question}}`Q-{chance.randrange(total):05}`" for _ in range(3)
    )
    return f""":::::{{question}} {sentence(chance, 9)[:-1]}, number {number}?
:id: Q-{number:05}
:technology: {chance.choice(TECHNOLOGIES)}
:level: {level}
:difficulty: {chance.randint(*LEVELS[level])}
:topics: {", ".join(chance.sample(TOPICS, 2))}

{sentence(chance, 90)}

{body}

## Follow-ups
{links}
:::::
"""


def generate(folder: Path, total: int) -> None:
    """Write a project with *total* questions, one a file."""
    chance = random.Random(total)  # noqa: S311 – the same bank every time
    (folder / "q").mkdir(parents=True, exist_ok=True)
    technologies = {
        key: {"label": key.replace("-", " ").title()} for key in TECHNOLOGIES
    }
    (folder / "conf.py").write_text(
        'extensions = ["sphinx_questions", "myst_parser"]\n'
        'myst_enable_extensions = ["colon_fence"]\n'
        'html_theme = "furo"\n'
        f"questions_technologies = {technologies!r}\n",
        encoding="utf-8",
    )
    (folder / "index.md").write_text(
        "# Bank\n\n```{question-explorer}\n```\n\n"
        "```{toctree}\n:hidden:\nquestions/browse/index\n```\n",
        encoding="utf-8",
    )
    for number in range(total):
        text = question(number, total, chance)
        (folder / "q" / f"Q-{number:05}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]))
