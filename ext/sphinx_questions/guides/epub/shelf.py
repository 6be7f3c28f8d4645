"""The books that the builder ``epub`` puts beside Sphinx's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx.util import logging
from sphinx.util.logging import get_node_location

from sphinx_questions.config import settings_of
from sphinx_questions.guides.book import make_books
from sphinx_questions.guides.cutting import Cuttings
from sphinx_questions.guides.epub.archive import write_archive
from sphinx_questions.guides.epub.package import package_of
from sphinx_questions.guides.forms import what_is_missing
from sphinx_questions.guides.leftovers import remove_leftovers
from sphinx_questions.problems import Problem, conf_py, warn

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.builders.epub3 import Epub3Builder

logger = logging.getLogger(__name__)

#: Folder of the books, in that of Sphinx's own. Some hosts want to find one alone.
FOLDER: Final = "guides"


def write_guides(builder: Epub3Builder) -> None:
    """Write the ePub of every guide."""
    complaints: dict[tuple[Problem, str, str | None], None] = {}

    def complain(problem: Problem, text: str, node: nodes.Node) -> None:
        complaints[problem, text, _place_of(node)] = None

    written = []
    settings = settings_of(builder.config)
    folder = builder.outdir / FOLDER
    # Documents are resolved and set once more, for every guide that holds them. What is
    # wrong with them was said when the book of the whole documentation was.
    with logging.suppress_logging():
        for book in make_books(builder, Cuttings(builder)):
            folder.mkdir(exist_ok=True)
            if text := what_is_missing(book.guide, book.tree, settings):
                complaints[Problem.SECTION, text, conf_py(builder.confdir)] = None
            path = folder / f"{book.guide.name}.epub"
            write_archive(path, package_of(book, builder, complain))
            written.append(path.name)
    remove_leftovers(Path(folder), written)
    for problem, text, location in complaints:
        warn(problem, text, location)
    for name in written:
        logger.info("writing %s/%s file...", FOLDER, name)


def _place_of(node: nodes.Node) -> str | None:
    """Return file and line; MyST knows that of a paragraph, not of all parts."""
    here = node
    while not here.line and here.parent is not None:
        here = here.parent
    return get_node_location(here if here.line else node)
