"""The builder ``typst``: one PDF a guide."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from sphinx.builders import Builder
from sphinx.errors import SphinxError
from sphinx.util import logging
from sphinx.util.display import progress_message
from sphinx.util.osutil import SEP

from sphinx_questions.config import settings_of
from sphinx_questions.guides.book import make_books
from sphinx_questions.guides.cutting import Cuttings
from sphinx_questions.guides.forms import what_is_missing
from sphinx_questions.guides.leftovers import remove_leftovers
from sphinx_questions.guides.typst.document import document
from sphinx_questions.guides.typst.printing import print_pdf
from sphinx_questions.guides.typst.translator import TypstTranslator
from sphinx_questions.labels import _
from sphinx_questions.problems import Problem, conf_py, warn

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from sphinx_questions.guides.book import Book

logger = logging.getLogger(__name__)

#: Folder of what the PDF is made of, in the output folder.
SOURCES: Final = "sources"

TEMPLATE: Final = Path(__file__).parent / "template.typ"


class TypstBuilder(Builder):
    """Writes the guides of a project as PDF.

    What Typst reads stands in the folder ``sources``; the PDF can be made of it again
    with Typst alone.
    """

    name = "typst"
    format = "typst"
    epilog = _("The PDF files are in %(outdir)s.")
    default_translator_class = TypstTranslator
    supported_image_types: ClassVar = [
        "image/svg+xml",
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
        "application/pdf",
    ]

    def init(self) -> None:
        """Begin with nothing reported."""
        #: (place, class) of each node of which nothing is known.
        self.unknown_nodes: set[tuple[str, str]] = set()

    def get_outdated_docs(self) -> Iterable[str]:
        """Return every document: a guide is made of many, and made anew each time."""
        return self.env.found_docs

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:  # noqa: ARG002
        """Return what stands for a document in links, until a guide is put together."""
        return f"{docname}.typ"

    def write_documents(self, _docnames: AbstractSet[str]) -> None:
        """Write the guides."""
        cuttings = Cuttings(self)
        sources = Path(self.outdir) / SOURCES
        sources.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(TEMPLATE, sources / TEMPLATE.name)
        names = []
        settings = settings_of(self.config)
        for book in make_books(self, cuttings):
            with progress_message(f"{book.guide.name}.pdf"):
                self._write(book, sources)
            names.append(book.guide.name)
            if text := what_is_missing(book.guide, book.tree, settings):
                warn(Problem.SECTION, text, conf_py(self.confdir))
        remove_leftovers(Path(self.outdir), [f"{name}.pdf" for name in names])
        remove_leftovers(sources, [f"{name}.typ" for name in names])

    def _write(self, book: Book, sources: Path) -> None:
        translator = self.create_translator(book.tree, self)
        assert isinstance(translator, TypstTranslator)  # noqa: S101 – narrows for mypy
        book.tree.walkabout(translator)
        if translator.errors:
            raise SphinxError("\n".join(translator.errors))
        self._copy_images(sources / "images")
        settings = settings_of(self.config)
        main = sources / f"{book.guide.name}.typ"
        text = document(book, translator.markup, self.config, settings)
        main.write_text(text, encoding="utf-8")
        pdf = print_pdf(main, book, settings, Path(self.confdir))
        (Path(self.outdir) / f"{book.guide.name}.pdf").write_bytes(pdf)

    def _copy_images(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        for source, name in self.images.items():
            shutil.copyfile(Path(self.srcdir) / source.replace(SEP, "/"), folder / name)
