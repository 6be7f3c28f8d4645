"""Where a new question goes, and how its file is written: whole or not at all."""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_questions.bank.question import Question

#: Folder of the questions where a project has none of a technology.
_FOLDER: Final = "questions"

#: The suffix of files, by format.
SUFFIXES: Final = {"myst": ".md", "rst": ".rst"}


def usual_folder(questions: Iterable[Question], technology: str) -> PurePosixPath:
    """Return where most questions of a technology lie, relative to the sources."""
    folders = Counter(
        PurePosixPath(question.place.file).parent
        for question in questions
        if question.technology == technology
        # Text that was included from outside the sources.
        and ".." not in PurePosixPath(question.place.file).parts
    )
    if not folders:
        return PurePosixPath(_FOLDER, technology)
    return min(folders, key=lambda folder: (-folders[folder], folder))


def usual_format(questions: Iterable[Question], technology: str, *, myst: bool) -> str:
    """Return the format of most questions, of the technology's if it has any."""
    formats = {suffix: name for name, suffix in SUFFIXES.items()}
    found = [
        (question.technology, formats[suffix])
        for question in questions
        if (suffix := PurePosixPath(question.place.file).suffix) in formats
    ]
    own = [form for its_technology, form in found if its_technology == technology]
    counts = Counter(own or [form for _technology, form in found])
    usual = "myst" if myst else "rst"
    return max(counts, key=lambda form: (counts[form], form == usual), default=usual)


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, whole or not at all.

    Raises FileExistsError, and OSError where it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # A name that no builder takes for a document.
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        _name(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _name(draft: Path, path: Path) -> None:
    """Give a written file its name, unless another file has it."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:
        # No hard links on this file system: claim the name, then move over it.
        with path.open("x"):
            pass
        try:
            draft.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                path.unlink()
            raise
