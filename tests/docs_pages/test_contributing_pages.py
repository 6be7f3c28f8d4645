"""What the pages for authors of this bank say about it."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
RATING = (DOCS / "contribute/how-we-rate-difficulty.md").read_text(encoding="utf-8")


def difficulty_of(id_: str) -> int:
    """Return the difficulty that a question of the bank has."""
    (path,) = DOCS.glob(f"questions/*/{id_}.md")
    found = re.search(
        r"^:difficulty: (\d+)$", path.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert found is not None
    return int(found[1])


def test_each_anchor_has_a_difficulty_of_its_step() -> None:
    """The question that stands for a step is rated in that step."""
    rows = re.findall(
        r"^\| (\d+)–(\d+) \|.*\{question\}`([A-Z0-9-]+)`", RATING, re.MULTILINE
    )
    assert len(rows) >= 4
    for lowest, highest, id_ in rows:
        assert int(lowest) <= difficulty_of(id_) <= int(highest), id_


def test_ratings_in_the_reasons_are_those_of_the_bank() -> None:
    """Where the page says how an anchor is rated, the anchor is rated so."""
    reasons = re.findall(
        r"^Step .*\{question\}`([A-Z0-9-]+)`\n: Rated (\d+)", RATING, re.MULTILINE
    )
    assert len(reasons) >= 4
    assert [difficulty_of(id_) for id_, _ in reasons] == [int(r) for _, r in reasons]


def test_steps_without_an_anchor_have_no_question() -> None:
    """Where the page says that a step has no question, the bank has none."""
    steps = re.findall(r"^\| (\d+)–(\d+) \|.*\| none yet \|$", RATING, re.MULTILINE)
    ids = [path.stem for path in DOCS.glob("questions/*/*-[0-9]*.md")]
    assert ids
    for lowest, highest in steps:
        assert not [i for i in ids if int(lowest) <= difficulty_of(i) <= int(highest)]


def test_each_path_keeps_its_promise_of_order() -> None:
    """On a path no question stands before one that it requires."""
    paths = sorted(DOCS.glob("paths/*-*.md"))
    assert len(paths) >= 4
    for path in paths:
        found = re.search(
            r"^:ids: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE
        )
        assert found is not None
        ids = found[1].split(", ")
        for place, id_ in enumerate(ids):
            (file,) = DOCS.glob(f"questions/*/{id_}.md")
            required = re.search(
                r"^:requires: (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE
            )
            needs = required[1].split(", ") if required else []
            assert not set(needs) & set(ids[place:]), f"{path.name}: {id_}"
