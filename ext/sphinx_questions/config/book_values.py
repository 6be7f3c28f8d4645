"""Configuration values: what is made for taking along."""

from __future__ import annotations

from typing import Final

from sphinx_questions.config.guides import read_guides
from sphinx_questions.config.readers import (
    read_namespace,
    read_texts,
)
from sphinx_questions.config.value import Value

#: Guides as ePub and PDF, and decks of flashcards.
BOOK_VALUES: Final = (
    Value(
        name="questions_guides",
        default=None,
        rebuild="",
        types=(list, tuple, type(None)),
        help=(
            "The books that the builders `epub` and `typst` make, and the decks of "
            "`anki`: a list of dictionaries with `name`, and any of `title`, "
            "`technology`, `level`, `difficulty`, `topics` and `form`. `None` makes "
            "one of the whole bank and one a technology."
        ),
        read=read_guides,
    ),
    Value(
        name="questions_guide_folders",
        default=[],
        rebuild="",
        types=(list, tuple),
        help=(
            "Folders with guides that were built before the pages, relative to that of "
            "`conf.py`. The pages offer the files that are there, and carry a copy."
        ),
        read=read_texts("questions_guide_folders"),
    ),
    Value(
        name="questions_anki_namespace",
        default=None,
        rebuild="",
        types=(str, type(None)),
        help=(
            "The name by which Anki tells the cards of this bank from those of others. "
            "It must stay: under another name every card is a new one. `None` takes "
            "`project`."
        ),
        read=read_namespace,
    ),
    Value(
        name="questions_pdf_paper",
        default="a4",
        rebuild="",
        types=(str,),
        help="The paper of the PDF guides: `a4`, `a5`, `us-letter` or another name.",
        read=str,
    ),
    Value(
        name="questions_pdf_fonts",
        default=[],
        rebuild="",
        types=(list, tuple),
        help=(
            "Fonts for the characters that those which come along do not have, such as "
            "`Noto Sans CJK SC` and `Noto Color Emoji`, by family. With one, the fonts "
            "of the system are searched too."
        ),
        read=read_texts("questions_pdf_fonts"),
    ),
    Value(
        name="questions_pdf_font_folders",
        default=[],
        rebuild="",
        types=(list, tuple),
        help="Folders with font files, relative to that of `conf.py`.",
        read=read_texts("questions_pdf_font_folders"),
    ),
    Value(
        name="questions_pdf_standards",
        default=["ua-1"],
        rebuild="",
        types=(list, tuple),
        help=(
            "The standards that the PDF guides keep to, by Typst's names: `ua-1` for "
            "accessibility, `a-2a` and others for archives. A breach is an error."
        ),
        read=read_texts("questions_pdf_standards"),
    ),
)
