"""What the directive makes of well-formed questions."""

from __future__ import annotations

from projects import Project
from sphinx_questions.bank.prose import plain

MYST = """
    :::::{question} Why is `0.1 + 0.2` not 0.3?
    :id: PY-NUM-001
    :technology: python
    :level: beginner
    :difficulty: 3
    :topics: numbers, rounding
    :added: 2026-11-20
    :reviewed: 2026-11-23

    Because of *binary* fractions.

    ## Key points
    - binary

    ## Explanation
    Ten is no power of two.

    ### In detail
    Deeper text.

    ## Follow-ups
    - {question}`PY-NUM-001`
    :::::
    """

REST = """
    .. question:: Why is ``0.1 + 0.2`` not 0.3?
       :id: PY-NUM-001
       :technology: python
       :level: beginner
       :difficulty: 3
       :topics: numbers, rounding
       :added: 2026-11-20
       :reviewed: 2026-11-23

       Because of *binary* fractions.

       Key points
       ----------
       - binary

       Explanation
       -----------
       Ten is no power of two.

       In detail
       ~~~~~~~~~
       Deeper text.

       Follow-ups
       ----------
       - :question:`PY-NUM-001`
    """


def test_both_markups_give_one_tree(project: Project) -> None:
    """The same question in MyST and in reStructuredText is the same record."""
    records = []
    outlines = []
    for name, text in (("index.md", MYST), ("index.rst", REST)):
        other = Project(project.root / name)
        other.write({name: text})
        build = other.build()
        assert build.warnings == ()
        records.append(build.catalogue["PY-NUM-001"])
        card = build.card("PY-NUM-001")
        outlines.append(
            [(tag.name, tag.get("id"), tag.get("class")) for tag in card.find_all(True)]
        )
    first, second = records
    assert first.title == second.title == "Why is 0.1 + 0.2 not 0.3?"
    assert first.answer == second.answer
    assert plain(first.answer) == "Because of binary fractions."
    assert first.follow_ups == second.follow_ups == ("PY-NUM-001",)
    assert outlines[0] == outlines[1]
