"""The examples that the pages about the extension show, as projects to build."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

from projects import Project

#: The pages, and beside each a folder with the files that it shows.
PAGES = Path(__file__).parents[1] / "docs" / "extend"


class Block(NamedTuple):
    """A code block of a page."""

    language: str
    caption: str
    text: str


def page_text(name: str) -> str:
    """Return the source of a page."""
    return (PAGES / f"{name}.md").read_text(encoding="utf-8")


def example(folder: str, root: Path) -> Project:
    """Return a project with a copy of an example's files."""
    project = Project(root)
    shutil.copytree(PAGES / folder, project.source, dirs_exist_ok=True)
    return project


def blocks(page: str) -> list[Block]:
    """Return the code blocks of a page, in order."""
    found = re.finditer(
        r"^(?P<fence>`{3,})(?:\{code-block\} )?(?P<language>[a-z]+)\n"
        r"(?::caption: (?P<caption>[^\n]+)\n\n?)?"
        r"(?P<text>.*?)^(?P=fence)$",
        page_text(page),
        re.MULTILINE | re.DOTALL,
    )
    return [Block(m["language"], m["caption"] or "", m["text"]) for m in found]


def shown_files(page: str) -> set[str]:
    """Return the paths that the literalinclude directives of a page name."""
    return set(re.findall(r"\{literalinclude\} (\S+)", page_text(page)))
