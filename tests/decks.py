"""Decks for Anki, read with nothing but the standard library."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from bs4 import BeautifulSoup

from projects import Project

#: 2026-11-01, noon: when every file of a test was changed unless it says otherwise.
THEN: Final = 1_793_534_400

#: A question, to be filled with an ID and more.
QUESTION: Final = """\
:::::{{question}} What is {id}?
:id: {id}
:technology: python
:level: beginner

The answer to {id}.
{more}
:::::
"""


@dataclasses.dataclass(frozen=True, kw_only=True)
class StoredNote:
    """A note as a package holds it."""

    guid: str
    #: In seconds.
    changed: int
    tags: tuple[str, ...]
    #: By name.
    fields: dict[str, str]
    deck: str
    #: Its place among the new cards.
    place: int

    @property
    def back(self) -> str:
        """All fields that the back shows."""
        return "\n".join(
            self.fields[name] for name in ("Answer", "Key points", "More", "Page")
        )

    @property
    def text(self) -> str:
        """What the back shows, as plain text."""
        return BeautifulSoup(self.back, "html.parser").get_text()


class Package:
    """A file that Anki can import."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
            names = json.loads(archive.read("media"))
            #: Pictures by name.
            self.media = {name: archive.read(key) for key, name in names.items()}
            archive.extract("collection.anki2", folder)
            with closing(sqlite3.connect(Path(folder, "collection.anki2"))) as database:
                (models, decks) = database.execute(
                    "SELECT models, decks FROM col"
                ).fetchone()
                (self.note_type,) = json.loads(models).values()
                self.decks: dict[int, Any] = {
                    deck["id"]: deck for deck in json.loads(decks).values()
                }
                rows = database.execute(
                    "SELECT guid, notes.mod, tags, flds, did, due "
                    "FROM notes JOIN cards ON nid = notes.id ORDER BY due"
                ).fetchall()
        #: By ID of the question, in the order of learning.
        self.notes = {note.fields["ID"]: note for note in map(self._note, rows)}

    def _note(self, row: tuple[str, int, str, str, int, int]) -> StoredNote:
        names = [field["name"] for field in self.note_type["flds"]]
        return StoredNote(
            guid=row[0],
            changed=row[1],
            tags=tuple(row[2].split()),
            fields=dict(zip(names, row[3].split("\x1f"), strict=True)),
            deck=self.decks[row[4]]["name"],
            place=row[5],
        )


def rendered(package: Package, id_: str) -> str:
    """Return the back of a card, filled as Anki fills it."""
    (template,) = package.note_type["tmpls"]
    fields = package.notes[id_].fields
    page = template["afmt"].replace("{{FrontSide}}", template["qfmt"])
    page = re.sub(
        r"\{\{#(.+?)\}\}(.*?)\{\{/\1\}\}",
        lambda found: found[2] if fields[found[1]] else "",
        page,
        flags=re.DOTALL,
    )
    return re.sub(r"\{\{(.+?)\}\}", lambda found: fields[found[1]], page)


def question(id_: str, more: str = "") -> str:
    """Return the source of a question, as a file of its own."""
    return QUESTION.format(id=id_, more=more)


def touch(project: Project, time: int = THEN, *names: str) -> None:
    """Set when files were changed: those of these names, or all."""
    paths = [project.source / name for name in names] or project.source.rglob("*")
    for path in paths:
        os.utime(path, (time, time))
