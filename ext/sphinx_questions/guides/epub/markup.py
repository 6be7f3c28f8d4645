"""From the tree of a page to its XHTML, by Sphinx's own translator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote
from xml.etree import ElementTree as ET

from docutils import nodes
from markupsafe import Markup
from sphinx.util.docutils import new_document

from sphinx_questions.guides.epub.images import FOLDER
from sphinx_questions.source.tree import headings_of

if TYPE_CHECKING:
    from sphinx.builders.epub3 import Epub3Builder
    from sphinx.writers.html5 import HTML5Translator

#: What an address may hold as it is (RFC 3986).
_ADDRESS: Final = "%/:?#[]@!$&'()*+,;=-._~"


def body_of(tree: nodes.section, name: str, builder: Epub3Builder) -> Markup:
    """Return the markup of a page."""
    document = new_document(name, builder.docsettings)
    document += tree
    for heading, level in headings_of(document):
        heading["heading-level"] = min(level, 6)
    for link in document.findall(nodes.reference):
        if "refuri" in link:
            link["refuri"] = quote(link["refuri"], safe=_ADDRESS)
    _prepare(builder, document)
    visitor: HTML5Translator = builder.create_translator(document, builder)  # type: ignore[assignment]
    document.walkabout(visitor)
    return Markup("".join(visitor.fragment))  # noqa: S704 – the translator's, who escapes what is text


def _prepare(builder: Epub3Builder, document: nodes.document) -> None:
    """Tell the builder what the translator asks it for.

    Numbers are those of the book: captions have theirs as text already.
    """
    builder.secnumbers = {}
    numbers: dict[str, tuple[int, ...]] = {
        id_: (equation["number"],)
        for equation in document.findall(nodes.math_block)
        if equation.get("number")
        for id_ in equation["ids"]
    }
    builder.fignumbers = {"displaymath": numbers}
    builder.imgpath = FOLDER


def is_well_formed(page: str) -> bool:
    """Return whether an e-reader can read a page at all."""
    try:
        ET.fromstring(page)  # noqa: S314 – of the project's author
    except ET.ParseError:
        return False
    return True


def plain_body(tree: nodes.section) -> Markup:
    """Return the words of a page, for one whose markup cannot be used."""
    paragraphs = [
        Markup("<p>{}</p>\n").format(node.astext())
        for node in tree.findall(nodes.TextElement)
        if not isinstance(node.parent, nodes.TextElement)
    ]
    id_ = tree["ids"][0] if tree["ids"] else "page"
    return Markup('<section id="{}">{}</section>').format(
        id_, Markup("").join(paragraphs)
    )
