"""What every part of the translator stands on: a place to write, and headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxTranslator

from sphinx_questions.config import settings_of
from sphinx_questions.guides.direction import (
    direction_of_language,
    direction_of_text,
)
from sphinx_questions.guides.typst import markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.builders import Builder


class Writing(SphinxTranslator):
    """Collects markup.

    A visitor writes the markup of its whole subtree at once, in most cases a call with
    what :meth:`inner` returns, and then raises ``SkipNode``.
    """

    def __init__(self, document: nodes.document, builder: Builder) -> None:
        super().__init__(document, builder)
        self.declared = settings_of(builder.config)
        self.direction = direction_of_language(builder.config.language or "en")
        #: The side on which lines begin.
        self.start = "right" if self.direction == "rtl" else "left"
        #: What is wrong with the book so that it must not be printed.
        self.errors: list[str] = []
        self._written: list[str] = []
        self._depth = 0
        self._heading = 0
        #: Whether links are set without the number of their page.
        self.plain_links = False
        self._referenced = {
            node["refid"] for node in document.findall(nodes.Element) if "refid" in node
        }

    @property
    def markup(self) -> str:
        """What was written so far."""
        return "".join(self._written)

    def write(self, text: str) -> None:
        """Add markup."""
        self._written.append(text)

    def block(self, text: str) -> None:
        """Add markup that stands by itself, and leave the node."""
        self.write(f"\n\n{text}\n\n")
        raise nodes.SkipNode

    def inline(self, text: str) -> None:
        """Add markup inside a line, and leave the node."""
        self.write(text)
        raise nodes.SkipNode

    def inner(self, children: nodes.Element | Iterable[nodes.Node]) -> str:
        """Return the markup of *children*, without space around it."""
        before, self._written = self._written, []
        try:
            for child in children:
                child.walkabout(self)
            return self.markup.strip()
        finally:
            self._written = before

    def turn(self, node: nodes.Element) -> str:
        """Return the direction of a paragraph, if it is not that of the book."""
        direction = direction_of_text(node.astext())
        return direction if direction and direction != self.direction else ""

    def anchors(self, node: nodes.Element) -> str:
        """Return invisible targets for the identifiers that something refers to."""
        return "".join(
            f"#metadata(none)#{markup.label(id_)}"
            for id_ in node["ids"]
            if id_ in self._referenced
        )

    def anchor(self, node: nodes.Element) -> str:
        """Return the label of a heading, as an expression: none if it has none."""
        ids = [id_ for id_ in node["ids"] if id_ in self._referenced]
        return markup.label(ids[0]) if ids else "none"

    def heading_level(self, wanted: int) -> int:
        """Return the level of the next heading: no level is left out.

        PDF/UA-1 (ISO 14289-1, 7.4.2) asks for it; authors do not always do it.
        """
        self._heading = min(wanted, self._heading + 1)
        return self._heading

    @property
    def depth(self) -> int:
        """The level of a title directly inside the current section."""
        return self._depth

    def below(self, children: Iterable[nodes.Node]) -> str:
        """Return the markup of *children* one level further down."""
        self._depth += 1
        try:
            return self.inner(children)
        finally:
            self._depth -= 1
