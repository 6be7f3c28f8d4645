"""Style and script of the card, on the pages that have one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx.util.fileutil import copy_asset

from sphinx_questions.html.card import shows_cards
from sphinx_questions.html.nodes import card

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

#: Copied into ``_static`` as it is.
STATIC: Final = Path(__file__).parent / "static"


def on_write_started(_app: Sphinx, builder: Builder) -> None:
    """Copy the assets before the first page is written.

    A page's links carry a checksum of the file. ``Sphinx.add_static_dir`` would
    do this, but is new in Sphinx 9.1.
    """
    if shows_cards(builder):
        copy_asset(STATIC, builder.outdir / "_static")


def on_html_page_context(
    app: Sphinx,
    _pagename: str,
    _templatename: str,
    _context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Load the assets on a page with a card, and on no other."""
    if doctree is None or next(doctree.findall(card), None) is None:
        return
    app.add_css_file("sphinx-questions/card.css")
    # No ES module: browsers refuse to load those from file://.
    app.add_js_file("sphinx-questions/tabs.js", loading_method="defer")
