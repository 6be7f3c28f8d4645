"""What every part of the translator stands on: a place to write, and addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from docutils import nodes
from sphinx.util.docutils import SphinxTranslator

from sphinx_questions.exports.addresses import address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.builders import Builder

#: Where a block begins or ends: docutils lets this character into no text.
_EDGE: Final = "\0"


class Writing(SphinxTranslator):
    """Collects markup.

    A visitor writes the markup of its whole subtree at once, in most cases around what
    :meth:`inner` returns, and then raises ``SkipNode``.
    """

    def __init__(
        self, document: nodes.document, builder: Builder, docname: str
    ) -> None:
        super().__init__(document, builder)
        self._docname = docname
        self._page = builder.get_target_uri(docname)
        self._written: list[str] = []
        #: Whether a block must fit into a line.
        self.in_cell = False

    @property
    def markup(self) -> str:
        """What was written so far, its blocks a blank line apart."""
        blocks = "".join(self._written).split(_EDGE)
        return "\n\n".join(block for block in blocks if block.strip())

    def write(self, text: str) -> None:
        """Add markup."""
        self._written.append(text)

    def block(self, text: str) -> None:
        """Add markup that stands by itself, and leave the node."""
        if text:
            self.write(_EDGE + text + _EDGE)
        raise nodes.SkipNode

    def inline(self, text: str) -> None:
        """Add markup inside a line, and leave the node."""
        self.write(text)
        raise nodes.SkipNode

    def inner(self, children: nodes.Element | Iterable[nodes.Node]) -> str:
        """Return the markup of *children*."""
        before, self._written = self._written, []
        try:
            for child in children:
                child.walkabout(self)
            return self.markup
        finally:
            self._written = before

    def line(self, children: nodes.Element | Iterable[nodes.Node]) -> str:
        """Return the markup of *children* in one line, whatever they are."""
        return re.sub(r"\s*\n\s*", " ", self.inner(children)).strip(" ")

    def absolute(self, uri: str) -> str:
        """Return where a link of the page leads, seen from the Markdown."""
        if re.match(r"[a-z][\w+.-]*:|//", uri, re.IGNORECASE):
            return uri
        path = urljoin(f"/{self._page}", uri).lstrip("/")
        return from_folder(self.builder, address(self.builder, path))


def from_folder(builder: Builder, uri: str) -> str:
    """Return the address of a page for a file in the folder with the Markdown."""
    return uri if builder.config.html_baseurl else f"../{uri}"
