"""Styles and scripts, on the pages that need them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.fileutil import copy_asset

from sphinx_questions.formulas.mathml import RENDERER
from sphinx_questions.html import previews
from sphinx_questions.html.bank_data import BankScript
from sphinx_questions.labels import _
from sphinx_questions.outputs import has_pages, shows_cards

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

#: Copied into ``_static`` as it is.
STATIC: Final = Path(__file__).parent / "static"

#: The word above printed results, in the style sheet; ``%s`` is a string of CSS.
_OUTPUT_LABEL: Final = "--question-output-label: %s;"


class Assets:
    """What the pages of one application load. One object serves one application."""

    def __init__(self) -> None:
        self._bank = BankScript()
        early = STATIC / "sphinx-questions" / "tabs-early.js"
        self._early = early.read_text(encoding="utf-8")

    def on_write_started(self, _app: Sphinx, builder: Builder) -> None:
        """Copy and write the assets before the first page is written.

        A page's links carry a checksum of the file. ``Sphinx.add_static_dir`` would
        do this, but is new in Sphinx 9.1.
        """
        if shows_cards(builder):
            # By force, because an upgrade of the extension changes files that an
            # earlier build has copied, of which Sphinx would warn.
            copy_asset(STATIC, builder.outdir / "_static", force=True)
            _translate(builder.outdir / "_static/sphinx-questions/card.css")
        if has_pages(builder):
            self._bank.write(builder)
            previews.write(builder)

    def on_html_page_context(
        self,
        app: Sphinx,
        _pagename: str,
        _templatename: str,
        context: dict[str, Any],
        doctree: nodes.document | None,
    ) -> None:
        """Load on each page the assets that it needs, and no others."""
        builder = app.builder
        # An ePub has pages too, but none of the files.
        if doctree is None or not shows_cards(builder):
            return
        if not isinstance(builder, StandaloneHTMLBuilder):
            return
        if builder.math_renderer_name == RENDERER and _has_formula(doctree):
            builder.add_css_file("sphinx-questions/math.css")
        parts = _parts(doctree)
        if not parts:
            return
        if "question" in parts:
            # In the head, where a theme may put no script: before the first paint it
            # keeps the place of the tabs, so that the page does not jump.
            context["metatags"] += f"<script>{self._early}</script>"
        self._add_files(parts, builder)

    def _add_files(self, parts: set[str], builder: StandaloneHTMLBuilder) -> None:
        """Add files to the page that is being written.

        To the builder, which forgets them after this page: what an application is
        given is for every page. No ES modules: browsers refuse to load those from
        file://.
        """
        builder.add_css_file("sphinx-questions/card.css")
        if parts != {previews.LINK}:
            builder.add_css_file("sphinx-questions/browse.css")
        if "question" in parts:
            builder.add_js_file("sphinx-questions/tabs.js", defer="defer")
        if previews.LINK in parts:
            if builder.math_renderer_name == RENDERER:
                builder.add_css_file("sphinx-questions/math.css")
            builder.add_css_file("sphinx-questions/preview.css")
            builder.add_js_file("sphinx-questions/preview.js", defer="defer")
        if "question-explorer" in parts and has_pages(builder):
            for script in (
                self._bank.name,
                "sphinx-questions/select.js",
                "sphinx-questions/explorer.js",
            ):
                builder.add_js_file(script, defer="defer")

    def on_build_finished(self, app: Sphinx, exception: Exception | None) -> None:
        """Remove what no page loads any more."""
        if exception is None and has_pages(app.builder):
            self._bank.remove_others(app.builder)


def _translate(style: Path) -> None:
    """Put the words of a style sheet into the language of the project.

    Not in a rule of the page's own: it might win over the project's style sheet.
    """
    word = str(_("Output"))
    # As an escape, which CSS ends at the space: it may be any character.
    quoted = "".join(c if re.match(r"[A-Za-z ]", c) else f"\\{ord(c):x} " for c in word)
    text = style.read_text(encoding="utf-8")
    english = _OUTPUT_LABEL % '"Output"'
    new = text.replace(english, _OUTPUT_LABEL % f'"{quoted}"')
    style.write_text(new, encoding="utf-8")


def _has_formula(doctree: nodes.document) -> bool:
    kinds = (nodes.math, nodes.math_block)
    return any(isinstance(node, kinds) for node in doctree.findall())


def _parts(doctree: nodes.document) -> set[str]:
    """Return the classes of this extension that a page uses."""
    names: set[str] = set()
    for node in doctree.findall(nodes.Element):
        names.update(node.get("classes", ()))
    return {n for n in names if n == "question" or n.startswith("question-")}
