r"""HTML that Anki leaves as it is.

Anki reads some plain text as its own: ``\(`` begins a formula and ``[sound:`` plays a
file. In a question such a text is a word like others.
"""

from __future__ import annotations

import re
from typing import Final

from docutils import nodes
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator

from sphinx_questions.exports.anki.formulas import displayed

#: Tags of Anki that are looked for in the source of a field.
_TAGS: Final = re.compile(r"\[(?=sound:|anki:|/?latex\]|/?\$\$?\])", re.IGNORECASE)

#: A backslash that begins a formula, out of the reach of MathJax.
_DELIMITER: Final = re.compile(r"\\(?=[()\[\]])")
_PLAIN: Final = r'<span class="tex2jax_ignore mathjax_ignore">\\</span>'


class AnkiTranslator(HTML5Translator):
    """Writes pieces of HTML for the fields of a note."""

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802 – docutils names it so
        """Write text; MathJax itself leaves code alone."""
        start = len(self.body)
        super().visit_Text(node)
        if not self.protect_literal_text:
            self.body[start:] = [_DELIMITER.sub(_PLAIN, s) for s in self.body[start:]]

    def visit_math(self, node: nodes.math, _math_env: str = "") -> None:
        """Write a formula in a line."""
        self.body.append(rf"\({self.encode(node.astext())}\)")
        raise nodes.SkipNode

    def visit_math_block(self, node: nodes.math_block, _math_env: str = "") -> None:
        """Write a displayed formula, with its number if it has one."""
        self.body.append(self.starttag(node, "div", "", CLASS="math-block"))
        if node.get("number"):
            number = get_node_equation_number(self, node)
            self.body.append(f'<span class="eqno">({number})</span>')
        for formula in displayed(node):
            self.body.append(rf"\[{self.encode(formula)}\]")
        self.body.append("</div>\n")
        raise nodes.SkipNode


#: An identifier in a tag, and what leads to one.
_ID: Final = re.compile(r'(<[^<>]*?) id="([^"]*)"')
_LINK: Final = re.compile(r'href="#([^"]*)"')


def without_identifiers(*pieces: str) -> list[str]:
    """Return the pieces of HTML of a card without identifiers that no link leads to.

    Some are made by chance, and would make every build another deck.
    """
    linked = {id_ for piece in pieces for id_ in _LINK.findall(piece)}

    def kept(found: re.Match[str]) -> str:
        return found[0] if found[2] in linked else found[1]

    return [_ID.sub(kept, piece) for piece in pieces]


def inert(html: str) -> str:
    """Return HTML in which no word is a tag of Anki."""
    return _TAGS.sub("&#91;", html)
