"""Decks as Anki itself imports them: at first, again, and when they have changed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportCsvRequest,
    ImportLogWithChanges,
)
from anki.notes import Note
from bs4 import BeautifulSoup

import bank_of_everything
from decks import THEN, question, touch
from projects import Project

DAY = 86_400


class Imported(NamedTuple):
    """How many notes an import found, by what became of them."""

    new: int
    updated: int
    duplicate: int
    conflicting: int


def deck(project: Project, name: str = "question-bank") -> Path:
    """Build and return a package.

    Fresh, because files that tests have set back in time do not look changed.
    """
    build = project.build("anki", fresh=True)
    assert build.warnings == ()
    return build.outdir / f"{name}.apkg"


def imported(collection: Collection, path: Path) -> Imported:
    """Import a package with the options that Anki begins with."""
    log = collection.import_anki_package(
        ImportAnkiPackageRequest(
            package_path=str(path), options=ImportAnkiPackageOptions()
        )
    ).log
    return Imported(
        len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting)
    )


def note(collection: Collection, id_: str) -> Note:
    """Return the note of a question."""
    (found,) = collection.find_notes(f"ID:{id_}")
    return collection.get_note(found)


def learn(collection: Collection, id_: str) -> None:
    """Answer the first card of the queue so that it is due in some days."""
    (card,) = note(collection, id_).cards()
    collection.decks.select(card.did)
    card.start_timer()
    collection.sched.answerCard(card, 4)


def schedule(collection: Collection, id_: str) -> tuple[int, ...]:
    """Return what Anki has noted of the answers to a card."""
    card = note(collection, id_).cards()[0]
    return card.id, card.type, card.queue, card.due, card.ivl, card.factor, card.reps


def edit(project: Project, id_: str, time: int) -> None:
    """Change the answer of a question."""
    project.write({f"q/{id_}.md": question(id_, "\nEdited.")})
    touch(project, time, f"q/{id_}.md")


def test_first_import(bank: Project, collection: Collection) -> None:
    """Every question becomes a note with one new card, in its deck, with its tags."""
    text = question("PY-004").replace("level: beginner", "level: advanced")
    text = text.replace(":level:", ":difficulty: 8\n:topics: mlops\n:level:")
    bank.write({"q/PY-004.md": text})
    assert imported(collection, deck(bank)) == (4, 0, 0, 0)
    names = {found.name for found in collection.decks.all_names_and_ids()}
    assert names == {
        "Default",
        "Bank",
        "Bank::Python",
        "Bank::Python::Beginner",
        "Bank::Python::Advanced",
    }
    added = note(collection, "PY-004")
    assert sorted(added.tags) == ["difficulty::8", "topic::mlops"]
    (card,) = added.cards()
    assert collection.decks.name(card.did) == "Bank::Python::Advanced"
    assert (card.type, card.reps) == (0, 0)
    problems, sound = collection.fix_integrity()
    assert sound, problems


def test_unchanged_import(bank: Project, collection: Collection) -> None:
    """The same bank again, built elsewhere, changes nothing."""
    imported(collection, deck(bank))
    bank.write({"q/new.md": question("PY-009")})
    assert imported(collection, deck(bank)) == (1, 0, 3, 0)
    assert imported(collection, deck(bank)) == (0, 0, 4, 0)


def test_edited_import(bank: Project, collection: Collection) -> None:
    """Of an edited bank exactly the edited notes are updated; schedules stay."""
    imported(collection, deck(bank))
    for id_ in ("PY-001", "PY-002"):
        learn(collection, id_)
    before = {id_: schedule(collection, id_) for id_ in ("PY-001", "PY-002", "PY-003")}
    assert before["PY-001"][-1] == before["PY-002"][-1] == 1
    assert before["PY-001"][4] > 0
    edit(bank, "PY-001", THEN + DAY)
    assert imported(collection, deck(bank)) == (0, 1, 2, 0)
    assert "Edited." in note(collection, "PY-001")["Answer"]
    assert "Edited." not in note(collection, "PY-002")["Answer"]
    after = {id_: schedule(collection, id_) for id_ in before}
    assert after == before
    edit(bank, "PY-003", THEN + 2 * DAY)
    assert imported(collection, deck(bank)) == (0, 1, 2, 0)


def test_an_older_deck_takes_nothing_back(
    bank: Project, collection: Collection
) -> None:
    """Who imports an older deck behind a newer one keeps the newer text."""
    old = deck(bank).read_bytes()
    edit(bank, "PY-001", THEN + DAY)
    imported(collection, deck(bank))
    path = bank.root / "old.apkg"
    path.write_bytes(old)
    assert imported(collection, path) == (0, 0, 3, 0)
    assert "Edited." in note(collection, "PY-001")["Answer"]


def test_withdrawn_question(bank: Project, collection: Collection) -> None:
    """A question that is gone from the bank stays with those who learn it."""
    imported(collection, deck(bank))
    learn(collection, "PY-001")
    before = schedule(collection, "PY-001")
    (bank.source / "q/PY-001.md").unlink()
    assert imported(collection, deck(bank)) == (0, 0, 2, 0)
    assert schedule(collection, "PY-001") == before


def test_moved_question(bank: Project, collection: Collection) -> None:
    """A new title, file and level update the note; the card stays in its deck."""
    imported(collection, deck(bank))
    (bank.source / "q/PY-001.md").unlink()
    text = question("PY-001").replace("What is", "Why").replace("beginner", "advanced")
    bank.write({"q/moved.md": text})
    touch(bank, THEN + DAY, "q/moved.md")
    assert imported(collection, deck(bank)) == (0, 1, 2, 0)
    moved = note(collection, "PY-001")
    assert "Why PY-001?" in moved["Question"]
    assert collection.decks.name(moved.cards()[0].did) == "Bank::Python::Beginner"


def test_renamed_project(bank: Project, collection: Collection) -> None:
    """A new name of the project makes no second notes if the namespace stays."""
    imported(collection, deck(bank))
    bank.configure(project="Other", questions_anki_namespace="Bank")
    assert imported(collection, deck(bank)) == (0, 0, 3, 0)
    bank.configure(project="Other")
    assert imported(collection, deck(bank)) == (3, 0, 0, 0)


def test_decks_of_one_bank_lie_over_each_other(
    bank: Project, collection: Collection
) -> None:
    """Whoever has a part and takes the whole gets the rest, and no card twice."""
    bank.configure(
        questions_guides=[{"name": "all"}, {"name": "easy", "level": "beginner"}]
    )
    harder = question("PY-004").replace("beginner", "advanced")
    bank.write({"q/PY-004.md": harder})
    assert imported(collection, deck(bank, "easy")) == (3, 0, 0, 0)
    assert imported(collection, deck(bank, "all")) == (1, 0, 3, 0)
    names = [found.name for found in collection.decks.all_names_and_ids()]
    assert len([name for name in names if name.endswith("Beginner")]) == 1


@pytest.fixture
def everything(project: Project, collection: Collection) -> Collection:
    """Return a collection with the bank that uses everything."""
    project.configure(**bank_of_everything.CONF)
    project.write(bank_of_everything.FILES)
    touch(project)
    assert imported(collection, deck(project)) == (2, 0, 0, 0)
    return collection


def test_pictures_arrive(everything: Collection) -> None:
    """Every picture that a card shows is in the folder of media, and no other."""
    shown = {
        str(image["src"])
        for id_ in ("PY-001", "PY-002")
        for image in BeautifulSoup(
            note(everything, id_).cards()[0].answer(), "html.parser"
        ).select("img")
    }
    assert len(shown) == 1
    assert {path.name for path in Path(everything.media.dir()).iterdir()} == shown
    check = everything.media.check()
    assert [*check.missing] == [*check.unused] == []


def test_anki_shows_every_word(everything: Collection) -> None:
    """The sides that Anki itself makes of a note hold the question and the answer."""
    sides = [
        (card.question(), card.answer())
        for id_ in ("PY-001", "PY-002")
        for card in note(everything, id_).cards()
    ]
    backs = "".join(back for _front, back in sides)
    assert [word for word in bank_of_everything.WORDS if word not in backs] == []
    assert r"\(a_i^2\)" in backs
    assert "{{" not in backs
    assert "PY-001" in sides[0][0]
    assert "alphaanswer" not in sides[0][0]


def test_words_of_anki_are_inert(bank: Project, collection: Collection) -> None:
    """No word of a question plays a sound, hides a text or asks for a picture."""
    words = r"[sound:a.mp3] {{c1::kept}} [latex]x[/latex] [\$]y[/\$] [anki:tts]z"
    bank.write({"q/PY-001.md": question("PY-001", f"\n{words}\n\n    {words}\n")})
    touch(bank)
    imported(collection, deck(bank))
    (card,) = note(collection, "PY-001").cards()
    assert card.answer_av_tags() == []
    text = BeautifulSoup(card.answer(), "html.parser").get_text()
    assert text.count("[sound:a.mp3] {{c1::kept}} [latex]x[/latex]") == 2
    assert "[$]y[/$] [anki:tts]z" in text


def test_text_file(bank: Project, collection: Collection) -> None:
    """Anki takes the text file as its head says, and again without a second note."""
    path = str(deck(bank).with_suffix(".txt"))
    log = _import_text(collection, path)
    assert (len(log.new), len(log.updated), len(log.duplicate)) == (3, 0, 0)
    (found,) = collection.find_notes('"Front:*PY-001*"')
    added = collection.get_note(found)
    assert "The answer to PY-001." in added["Back"]
    (card,) = added.cards()
    assert collection.decks.name(card.did) == "Bank::Python::Beginner"
    log = _import_text(collection, path)
    assert (len(log.new), len(log.updated), len(log.duplicate)) == (0, 0, 3)
    edit(bank, "PY-001", THEN)
    log = _import_text(collection, str(deck(bank).with_suffix(".txt")))
    assert (len(log.new), len(log.updated), len(log.duplicate)) == (0, 1, 2)


def test_text_file_behind_the_deck(bank: Project, collection: Collection) -> None:
    """Whoever imports both has no card twice."""
    path = deck(bank)
    imported(collection, path)
    log = _import_text(collection, str(path.with_suffix(".txt")))
    assert (len(log.new), len(log.conflicting)) == (0, 3)


def _import_text(collection: Collection, path: str) -> ImportLogWithChanges.Log:
    metadata = collection.get_csv_metadata(path, None)
    return collection.import_csv(ImportCsvRequest(path=path, metadata=metadata)).log
