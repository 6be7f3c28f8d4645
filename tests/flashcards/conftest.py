"""A bank, and the program that its decks are made for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection

from decks import question, touch
from projects import Project

#: Three questions, a file each.
FILES = {
    "index.md": """
        # Bank

        ```{toctree}
        :glob:

        q/*
        ```
        """,
    **{f"q/{id_}.md": question(id_) for id_ in ("PY-001", "PY-002", "PY-003")},
}


@pytest.fixture
def bank(project: Project) -> Project:
    """Return a bank of three questions."""
    project.write(FILES)
    touch(project)
    return project


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """Return a collection of a reader who has just installed Anki."""
    folder = tmp_path / "reader"
    folder.mkdir()
    opened = Collection(str(folder / "collection.anki2"))
    yield opened
    opened.close()
