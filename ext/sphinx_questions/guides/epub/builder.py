"""The builder ``epub``: Sphinx's own, mended, which makes the guides as well."""

from __future__ import annotations

import contextlib
import html
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.epub3 import Epub3Builder
from sphinx.locale import __
from sphinx.util import logging

from sphinx_questions.bank.guide import last_reviewed
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.formulas.mathml import RENDERER
from sphinx_questions.guides.epub.archive import write_archive
from sphinx_questions.guides.epub.dates import modified
from sphinx_questions.guides.epub.identity import identifier
from sphinx_questions.guides.epub.shelf import write_guides
from sphinx_questions.guides.epub.stock import (
    WEB_ONLY,
    mended_index,
    mended_package,
    not_of_the_book,
)
from sphinx_questions.guides.epub.translator import EpubTranslator

if TYPE_CHECKING:
    from collections.abc import Iterator

logger = logging.getLogger(__name__)

#: An identifier in the package document: Sphinx takes ``epub_uid``, which may hold
#: what XML does not allow there.
_UID = "book-identifier"


class EpubBuilder(Epub3Builder):
    """Writes the book of the whole documentation, and one a guide.

    Under the name of Sphinx's own: what asks for a builder's name, as Sphinx and other
    extensions do, must find it to be an ePub.
    """

    default_translator_class = EpubTranslator

    @property
    def math_renderer_name(self) -> str:
        """MathML, whatever web pages do: a book has no scripts."""
        return RENDERER

    def add_css_file(self, filename: str, **kwargs: Any) -> None:  # noqa: ANN401
        """Leave out the style of components that are plain nodes here."""
        if filename not in WEB_ONLY:
            super().add_css_file(filename, **kwargs)

    def handle_page(
        self,
        pagename: str,
        addctx: dict[str, Any],
        templatename: str = "page.html",
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        """Write the headings of an index as text, which Sphinx takes for markup."""
        if templatename == "domainindex.html":
            content = [(html.escape(h), entries) for h, entries in addctx["content"]]
            addctx = {**addctx, "content": content}
        super().handle_page(pagename, addctx, templatename, **kwargs)

    def write_domain_indices(self) -> None:
        """Write the indices, and see to it that their anchors are valid."""
        super().write_domain_indices()
        for name, *_rest in self.domain_indices:
            page = Path(self.get_outfilename(name))
            page.write_text(
                mended_index(page.read_text(encoding="utf-8")), encoding="utf-8"
            )

    def handle_finish(self) -> None:
        """Finish the book of the whole documentation, and write the guides."""
        super().handle_finish()
        write_guides(self)

    def content_metadata(self) -> dict[str, Any]:
        """Return the metadata, with one identifier and a date of the content's own."""
        metadata = super().content_metadata()
        metadata["uid"] = _UID
        metadata["id"] = html.escape(identifier(self.config))
        reviewed = last_reviewed(QuestionsDomain.of(self.env).catalogue)
        if reviewed:
            metadata["date"] = modified(reviewed)
        return metadata

    def toc_metadata(self, level: int, navpoints: list[Any]) -> dict[str, Any]:
        """Return the metadata of the old table of contents: the same identifier."""
        metadata = super().toc_metadata(level, navpoints)
        metadata["uid"] = html.escape(identifier(self.config))
        return metadata

    def build_content(self) -> None:
        """Write the package document, and declare in it what the pages hold."""
        with self._passing_over():
            super().build_content()
        path = self.outdir / "content.opf"
        pages = {
            name: (self.outdir / name).read_text(encoding="utf-8")
            for name in self.files
            if name.endswith(self.out_suffix)
        }
        document = path.read_text(encoding="utf-8")
        path.write_text(mended_package(document, pages), encoding="utf-8")

    @contextlib.contextmanager
    def _passing_over(self) -> Iterator[None]:
        """Let Sphinx pass over files that are no part of its book.

        It packs all that it finds in the output folder, and can be told single names.
        """
        given = self.config.epub_exclude_files
        found = [
            os.path.relpath(Path(folder) / name, self.outdir)
            for folder, _folders, names in os.walk(self.outdir)
            for name in names
        ]
        trees = Path(self.doctreedir)
        if trees.is_relative_to(self.outdir):
            folder = str(trees.relative_to(self.outdir))
        else:
            folder = None
        self.config.epub_exclude_files = [*given, *not_of_the_book(found, folder)]
        try:
            yield
        finally:
            self.config.epub_exclude_files = given

    def build_epub(self) -> None:
        """Write the archive, with nothing in it that depends on the day."""
        name = f"{self.config.epub_basename}.epub"
        logger.info(__("writing %s file..."), name)
        files = ["META-INF/container.xml", "content.opf", "toc.ncx", *self.files]
        content = {file: (self.outdir / file).read_bytes() for file in files}
        write_archive(self.outdir / name, content)
