"""What can be wrong with a bank, as warnings that an author can act on."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes

logger = logging.getLogger(__name__)


class Problem(enum.StrEnum):
    """The kinds of warning; each value is a subtype of ``questions``.

    ``suppress_warnings = ["questions.id"]`` silences one kind.
    """

    #: A question has no ID, or one that does not match the pattern.
    ID = "id"
    #: Several questions have the same ID.
    DUPLICATE = "duplicate"
    #: A question has no title.
    TITLE = "title"
    #: A question names no technology, or one that is not declared.
    TECHNOLOGY = "technology"
    #: A question names no level, or one that is not declared.
    LEVEL = "level"
    #: A question names a topic that is not declared, though others are.
    TOPIC = "topic"
    #: A difficulty is no number from 1 to 10, or does not suit the level.
    DIFFICULTY = "difficulty"
    #: A date is not written as YYYY-MM-DD.
    DATE = "date"
    #: An option is not known, or its value makes no sense.
    OPTION = "option"
    #: A question has no text before its first heading.
    ANSWER = "answer"
    #: A section is unknown, repeated, empty or absent though required, or a question
    #: ends before its sections.
    SECTION = "section"
    #: A question stands where a section cannot, such as in a list.
    PLACEMENT = "placement"
    #: An anchor is already taken on the page, or a label in the project.
    ANCHOR = "anchor"
    #: A question holds control characters, which no output can show, or a document is
    #: not saved as UTF-8. In the example `[U+0008]` stands for such a character.
    CHARACTER = "character"
    #: A link would run a program instead of leading to a page.
    LINK = "link"
    #: A question that another one or a role names does not exist.
    REFERENCE = "reference"
    #: An ID that was given up is used again, or its new one is not there.
    REDIRECT = "redirect"
    #: The bank of another project cannot be read.
    REMOTE = "remote"
    #: Questions require each other in a circle.
    CYCLE = "cycle"
    #: A list asks for something that means nothing.
    QUERY = "query"
    #: The project has no question at all.
    EMPTY = "empty"
    #: A formula cannot be converted, or is not read as one.
    MATH = "math"
    #: A guide does not know how to set something.
    NODE = "node"
    #: HTML that an author wrote cannot stand in a guide's ePub.
    RAW = "raw"
    #: A picture in a guide has no description.
    ALTERNATIVE = "alternative"


def warn(
    problem: Problem, text: str, location: nodes.Node | tuple[str, int] | str | None
) -> None:
    """Log *text* as a warning of the given kind at *location*."""
    logger.warning(
        "%s", text, type="questions", subtype=problem.value, location=location
    )


def conf_py(confdir: str | Path) -> str:
    """Return the place of a project's configuration."""
    # With a line, or Sphinx takes it for a document and adds a suffix.
    return f"{Path(confdir) / 'conf.py'}:1"


def inform(text: str, location: nodes.Node | str) -> None:
    """Log *text*, which is worth knowing and no fault."""
    logger.info("%s", text, location=location)


def listed(words: Iterable[str]) -> str:
    """Return *words* as they stand in a message: quoted and comma-separated."""
    return ", ".join(repr(word) for word in words)
