"""Writing systems and emoji in PDF guides, by where their words stand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest
from pypdf import PdfReader
from sphinx.errors import SphinxError

from projects import Build, Project

FONTS = ["Noto Sans CJK SC", "Noto Color Emoji"]

QUESTION = """
    # Home

    :::::{{question}} {title}
    :id: PY-001
    :technology: python
    :level: beginner

    {answer}
    :::::
    """

#: Marks that Typst writes around text of another direction.
MARKS = dict.fromkeys(range(0x202A, 0x202F))


class Word(NamedTuple):
    """A piece of text, and where it begins on its page, in points."""

    text: str
    x: float
    y: float


def installed() -> bool:
    """Return whether the system has the fonts."""
    if shutil.which("fc-list"):
        names = subprocess.run(["fc-list"], capture_output=True, check=True, text=True)  # noqa: S607 – wherever it is
        return all(font in names.stdout for font in FONTS)
    files = {path.name for path in Path("/usr/share/fonts").rglob("Noto*")}
    return {"NotoSansCJK-Regular.ttc", "NotoColorEmoji.ttf"} <= files


@pytest.fixture
def fonts() -> list[str]:
    """Return fonts with Chinese letters and emoji; where they lack, only CI fails."""
    if not installed():
        message = "install the packages fonts-noto-cjk and fonts-noto-color-emoji"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(message)
        pytest.skip(message)
    return FONTS


def written(
    project: Project, answer: str, title: str = "What?", **conf: object
) -> Build:
    """Return the guide of one question."""
    project.configure(**conf)
    project.write({"index.md": QUESTION.format(title=title, answer=answer)})
    build = project.build("typst")
    assert build.warnings == ()
    return build


def words(build: Build) -> dict[str, Word]:
    """Return the pieces of text of the page of the question, the last of each kind."""
    page = PdfReader(build.outdir / "question-bank.pdf").pages[2]
    found = {}

    def note(
        text: str, place: list[float], offset: list[float], _font: object, _size: float
    ) -> None:
        clean = text.translate(MARKS).strip()
        found[clean] = Word(clean, place[4] + offset[4], place[5])

    page.extract_text(visitor_text=note)
    return found


#: The middle of a page, and where its lines end.
MIDDLE, RIGHT, LEFT = 297, 500, 95


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("漢字と仮名", FONTS[0]),
        ("한국어", FONTS[0]),
        ("🚀", FONTS[1]),
        ("✅", FONTS[1]),
    ],
)
def test_font_that_is_named_is_used(
    project: Project, fonts: list[str], text: str, font: str
) -> None:
    """With a font that has them, Chinese letters and emoji are in the PDF's text."""
    assert font in fonts
    build = written(project, f"A {text} here.", questions_pdf_fonts=[font])
    page = PdfReader(build.outdir / "question-bank.pdf").pages[2]
    assert text in "".join(page.extract_text().split())


@pytest.mark.usefixtures("fonts")
@pytest.mark.parametrize(("text", "code"), [("漢", "U+6F22"), ("🚀", "U+1F680")])
def test_font_that_is_not_named_is_not_used(
    project: Project, text: str, code: str
) -> None:
    """Also where the system has a font, its character is an error with its place."""
    with pytest.raises(SphinxError) as caught:
        written(project, f"A {text} here.")
    assert re.search(
        rf"index\.md:\d+: no font has the character '{text}' \({re.escape(code)}\)",
        str(caught.value),
    )


@pytest.mark.parametrize("language", ["en", "he"])
@pytest.mark.parametrize(
    "sentence", ["ראשון שני שלישי.", "الأول الثاني الثالث."], ids=["Hebrew", "Arabic"]
)
def test_hebrew_and_arabic_run_from_right_to_left(
    project: Project, language: str, sentence: str
) -> None:
    """A paragraph begins at the right and ends with its full stop, in any book."""
    found = words(written(project, sentence, language=language))
    first, second, third = (found[word] for word in sentence[:-1].split())
    assert first.y == second.y == third.y
    assert first.x > second.x > third.x >= found["."].x > MIDDLE
    assert first.x > RIGHT - 40


@pytest.mark.parametrize("language", ["en", "he"])
def test_english_runs_from_left_to_right(project: Project, language: str) -> None:
    """A paragraph begins at the left and ends with its full stop, in any book."""
    found = words(written(project, "The *first* one.", language=language))
    assert LEFT - 25 < found["The"].x < LEFT
    assert found["The"].x < found["first"].x < found["one."].x < MIDDLE


def test_words_of_both_directions_keep_their_order(project: Project) -> None:
    """Two Hebrew words in an English sentence stand where they were written."""
    found = words(written(project, "*Before* שלום עולם, **after**."))
    order = sorted(
        (found[word] for word in ("Before", "שלום", "עולם", "after")),
        key=lambda word: word.x,
    )
    assert [word.text for word in order] == ["Before", "עולם", "שלום", "after"]


def test_code_in_a_hebrew_book_runs_from_left_to_right(project: Project) -> None:
    """Code is English, in blocks and in lines, whatever is around it."""
    code = "שלום `print(1)` עולם.\n\n    ```python\n    total = sum(2)\n    ```"
    found = words(written(project, code, language="he"))
    assert "print(1)" in found
    assert found["t"].x < found["sum"].x < found["2"].x < MIDDLE


def test_title_runs_in_its_own_direction(project: Project) -> None:
    """A Hebrew title of an English book ends with its question mark at the left."""
    found = words(written(project, "Text.", title="ראשון שני?"))
    assert found["ראשון"].x > found["שני"].x >= found["?"].x


def test_lists_of_a_hebrew_book_have_their_bullets_at_the_right(
    project: Project,
) -> None:
    """A Hebrew book is the mirror of an English one."""
    answer = "טקסט.\n\n    ## Key points\n    - נקודה"
    found = words(written(project, answer, language="he"))
    assert found["•"].x > RIGHT > found["נקודה"].x > MIDDLE


def test_nothing_is_lost_in_the_other_direction(project: Project) -> None:
    """Paragraphs in lists, tables and before a formula keep their words."""
    answer = (
        "ראשון:\n\n    $$x$$\n\n    - שני\n\n    > שלישי\n\n"
        "    | רביעי |\n    | --- |\n    | חמישי[^a] |\n\n    [^a]: ששי"
    )
    found = words(written(project, answer))
    assert {"ראשון", "שני", "שלישי", "רביעי", "חמישי", "ששי"} <= set(found)
