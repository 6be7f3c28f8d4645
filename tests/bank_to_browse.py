"""A bank whose questions stand in files of their own, for tests of browsing.

No author's toctree names a question. Two views hold several questions, whose order
by difficulty is not that of their IDs; one level and one technology hold none.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from bs4 import Tag

from markups import MYST, REST
from projects import Project

CONF: Final[dict[str, Any]] = {
    "version": "1",
    "copyright": "nobody",
    "epub_uid": "bank",
    "questions_technologies": {
        "python": {"label": "Python", "description": "A language for everybody."},
        "machine-learning": {"label": "Machine Learning", "category": "AI/ML"},
        "go": {"label": "Go & friends"},
    },
    "questions_levels": {
        "beginner": {"label": "Beginner", "description": "For the first job."},
        "intermediate": {"label": "Inter<b>mediate"},
        "advanced": {"label": "Advanced"},
    },
}

#: Where the questions are: document by ID.
DOCUMENTS: Final = {
    "PY-ADV-001": "python/PY-ADV-001",
    "PY-ADV-002": "python/PY-ADV-002",
    "PY-ADV-003": "python/PY-ADV-003",
    "PY-BEG-001": "python/PY-BEG-001",
    "ML-ADV-001": "learning/ML-ADV-001",
    "ML-BEG-001": "learning/ML-BEG-001",
}

#: The answer of each question, found nowhere else in the bank.
ANSWERS: Final = {id_: f"Said aloud for {id_}." for id_ in DOCUMENTS}

QUESTIONS: Final = {
    "python/PY-ADV-001.md": MYST.question(
        "PY-ADV-001",
        ANSWERS["PY-ADV-001"],
        title="What does a descriptor do?",
        level="advanced",
        difficulty="8",
        topics="typing",
        reviewed="2026-01-02",
    ),
    "python/PY-ADV-002.rst": REST.question(
        "PY-ADV-002",
        ANSWERS["PY-ADV-002"],
        title="Why is a generic type invariant?",
        level="advanced",
        difficulty="6",
        topics="typing, data model",
        requires="PY-ADV-001",
    ),
    "python/PY-ADV-003.md": MYST.question(
        "PY-ADV-003",
        ANSWERS["PY-ADV-003"],
        title="How does a metaclass work?",
        level="advanced",
        difficulty="6",
        reviewed="2026-03-04",
    ),
    "python/PY-BEG-001.md": MYST.question(
        "PY-BEG-001",
        ANSWERS["PY-BEG-001"],
        title="When is a tuple better than a list?",
        difficulty="2",
        topics="data model",
    ),
    "learning/ML-ADV-001.rst": REST.question(
        "ML-ADV-001",
        ANSWERS["ML-ADV-001"],
        title="What is drift?",
        technology="machine-learning",
        level="advanced",
        difficulty="9",
        requires="ML-BEG-001",
    ),
    "learning/ML-BEG-001.md": MYST.question(
        "ML-BEG-001",
        ANSWERS["ML-BEG-001"],
        title="What is a loss?",
        technology="machine-learning",
    ),
}


def bank(*entries: str, **files: str) -> dict[str, str]:
    """Return the files of the bank.

    *entries* stand in the toctree of the home page, and so do *files*, which are
    MyST documents by name.
    """
    listed = [*entries, *files]
    home = MYST.page("```{toctree}\n" + "\n".join(listed) + "\n```")
    return {
        **QUESTIONS,
        "index.md": home if listed else MYST.page("Welcome."),
        **{f"{name}.md": text for name, text in files.items()},
    }


def project_at(
    folder: Path, *entries: str, conf: Mapping[str, object] | None = None, **files: str
) -> Project:
    """Return the bank as a project in *folder*; the rest is as for :func:`bank`."""
    project = Project(folder, pages=True)
    project.configure(**{**CONF, **(conf or {})})
    project.write(bank(*entries, **files))
    return project


def ids_in(tag: Tag | None) -> list[str]:
    """Return the questions whose rows stand in a part of a page, in order."""
    assert tag is not None
    return [str(row["data-question-id"]) for row in tag.select("[data-question-id]")]


def words(tag: Tag | None) -> str:
    """Return the text of a part of a page, one space apart."""
    assert tag is not None
    return " ".join(tag.get_text(" ").split())
