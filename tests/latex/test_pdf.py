"""A bank as a PDF, which needs XeLaTeX, pdfLaTeX and latexmk."""

from __future__ import annotations

import os
import subprocess

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from bank_of_three import FILES, SENTENCES
from latex_log import faults
from projects import Project

ELEMENTS = {"extraclassoptions": "openany,oneside", "fncychap": ""}

#: Text in every kind of box, footnotes in them, and what is longer than a page.
BOXES = """
    # Boxes

    ::::::{{question}} What stands in a box?
    :id: PY-BEG-002
    :technology: python
    :level: beginner

    The answer has a footnote[^one].

    :::{{figure}} dot.png
    A caption has one too[^two].
    :::

    ## Key points
    - The point of all points[^three].

    ## Explanation
    ::::{{dropdown}} The title of a dropdown
    :name: long
    The dropdown holds long code.

    ```python
    {code}
    ```
    ::::

    ::::{{card}} The title of a card
    {paragraphs}
    ::::

    Go back to [the code](#long) and [the points](#py-beg-002-key-points).
    ::::::

    [^one]: The first note.
    [^two]: The second note.
    [^three]: The third note.
    """

#: A dot of one pixel.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a4944415478da6360000000020001e527defc0000000049454e44ae426082"
)

#: The six numbers of a transformation in a PDF.
Matrix = list[float]

WORDS = (
    "The answer has a footnote",
    "A caption has one too",
    "The point of all points",
    "The title of a dropdown",
    "The dropdown holds long code.",
    "The title of a card",
    "The first note.",
    "The second note.",
    "The third note.",
    *(f"line_{number} = " for number in range(100)),
    *(f"Paragraph {number} ends." for number in range(60)),
)


def book_of(project: Project) -> PdfReader:
    """Return the PDF, after a look into TeX's log."""
    build = project.build("latex")
    assert build.warnings == ()
    options = "LATEXMKOPTS=-quiet -interaction=nonstopmode -halt-on-error"
    subprocess.run(  # noqa: S603 – of our own words
        ["make", "-C", build.outdir, options],  # noqa: S607 – wherever it is installed
        env={**os.environ, "max_print_line": "1000"},
        capture_output=True,
        check=True,
    )
    log = (build.outdir / "bank.log").read_text(encoding="utf-8", errors="replace")
    assert faults(log) == []
    return PdfReader(build.outdir / "bank.pdf")


def letters(text: str) -> str:
    """Return a text without spaces and hyphens, which TeX sets for itself."""
    return "".join(text.split()).replace("-", "").replace("\N{HYPHEN}", "")


def text_of(book: PdfReader) -> str:
    """Return the letters of all pages, without what lies beyond their edges."""
    seen: list[str] = []

    def note(
        text: str, page: Matrix, line: Matrix, _font: object, _size: float
    ) -> None:
        bottom = line[4] * page[1] + line[5] * page[3] + page[5]
        if 0 < bottom < height:
            seen.append(text)

    for page in book.pages:
        height = page.mediabox.height
        page.extract_text(visitor_text=note)
    return letters("".join(seen))


@pytest.fixture
def boxes(project: Project) -> Project:
    """Return the bank of three with one more question, in which are boxes."""
    indent = "\n    "
    code = indent.join(f"line_{number} = {number}" for number in range(100))
    paragraphs = f"{indent}{indent}".join(
        f"{'Words that fill a line. ' * 12}Paragraph {number} ends."
        for number in range(60)
    )
    project.write(FILES)
    index = "# A bank\n\n```{toctree}\npython\nlearning\nboxes\n```\n"
    boxes = BOXES.format(code=code, paragraphs=paragraphs)
    project.write({"index.md": index, "boxes.md": boxes})
    (project.source / "dot.png").write_bytes(DOT)
    return project


@pytest.mark.parametrize(
    ("engine", "fonts"),
    [("xelatex", {}), ("pdflatex", {"fontpkg": "", "preamble": ""})],
)
def test_book_holds_every_sentence_once(
    boxes: Project, engine: str, fonts: dict[str, str]
) -> None:
    """What an author wrote is on the pages once, boxes and notes included."""
    boxes.configure(latex_engine=engine, latex_elements={**ELEMENTS, **fonts})
    text = text_of(book_of(boxes))
    counts = {words: text.count(letters(words)) for words in (*SENTENCES, *WORDS)}
    assert {words: n for words, n in counts.items() if n != 1} == {}


def test_links_lead_to_places_in_the_book(boxes: Project) -> None:
    """Every link inside the book has a target on one of its pages."""
    boxes.configure(latex_engine="xelatex", latex_elements=ELEMENTS)
    book = book_of(boxes)
    places = book.named_destinations
    names = [
        name
        for page in book.pages
        for annotation in page.get("/Annots") or ()
        if (name := _destination(annotation))
    ]
    assert len(names) > 20
    assert [name for name in names if name not in places] == []


def _destination(annotation: IndirectObject) -> str:
    link = annotation.get_object()
    assert isinstance(link, DictionaryObject)
    action = link.get("/A", DictionaryObject())
    return str(link.get("/Dest") or action.get("/D") or "")


def test_no_page_is_blank(project: Project) -> None:
    """Without right-hand chapters, every page of a book has text."""
    project.configure(latex_engine="xelatex", latex_elements=ELEMENTS)
    project.write(FILES)
    pages = [letters(page.extract_text()) for page in book_of(project).pages]
    assert len(pages) > 5
    assert min(map(len, pages)) > 20


def test_project_may_draw_the_blocks_itself(project: Project) -> None:
    """A preamble may define a block, a colour and a style, and load tcolorbox."""
    preamble = r"""
        \usepackage[most]{tcolorbox}
        \definecolor{sphinxquestionstint}{gray}{1}
        \renewcommand{\sphinxquestionsheading}[1]{\par Heading: #1\par}
        \newenvironment{sphinxclassquestion-answer}{Spoken:}{End of it.\par}
        """
    elements = {**ELEMENTS, "preamble": preamble}
    project.configure(latex_engine="xelatex", latex_elements=elements)
    project.write(FILES)
    text = text_of(book_of(project))
    assert letters("Spoken: A list can change and a tuple cannot. End of it.") in text
    assert letters("Heading: Mistakes") in text


def test_question_as_a_chapter_is_not_set_in_capitals(project: Project) -> None:
    """Titles of questions stay as written in the style that Sphinx gives chapters."""
    project.configure(latex_engine="xelatex")
    project.write(FILES)
    text = text_of(book_of(project))
    assert letters("When is a tuple better than a list?") in text
    assert letters("WHEN IS A TUPLE") not in text
