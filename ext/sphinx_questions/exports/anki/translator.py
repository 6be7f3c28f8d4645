r"""HTML that Anki leaves as it is.

Anki reads some plain text as its own: ``\(`` begins a formula and ``[sound:`` plays a
file. In a question such a text is a word like others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes
from docutils.utils import get_source_line
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator

from sphinx_questions.exports.anki.formulas import displayed
from sphinx_questions.formulas.faults import (
    BrokenFormulaError,
    refuse_broken,
    told_by_anki,
)
from sphinx_questions.problems import Problem, warn

if TYPE_CHECKING:
    from sphinx_questions.exports.anki.builder import AnkiBuilder

#: Tags of Anki that are looked for in the source of a field.
_TAGS: Final = re.compile(r"\[(?=sound:|anki:|/?latex\]|/?\$\$?\])", re.IGNORECASE)

#: A backslash that begins a formula, out of the reach of MathJax.
_DELIMITER: Final = re.compile(r"\\(?=[()\[\]])")
_PLAIN: Final = r'<span class="tex2jax_ignore mathjax_ignore">\\</span>'


class AnkiTranslator(HTML5Translator):
    """Writes pieces of HTML for the fields of a note."""

    builder: AnkiBuilder

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802 – docutils names it so
        """Write text; MathJax itself leaves code alone."""
        start = len(self.body)
        super().visit_Text(node)
        if not self.protect_literal_text:
            self.body[start:] = [_DELIMITER.sub(_PLAIN, s) for s in self.body[start:]]

    def visit_math(self, node: nodes.math, _math_env: str = "") -> None:
        """Write a formula in a line."""
        self._tell_broken(node, block=False)
        self.body.append(rf"\({self.encode(node.astext())}\)")
        raise nodes.SkipNode

    def visit_math_block(self, node: nodes.math_block, _math_env: str = "") -> None:
        """Write a displayed formula, with its number if it has one."""
        self._tell_broken(node, block=True)
        self.body.append(self.starttag(node, "div", "", CLASS="math-block"))
        if node.get("number"):
            number = get_node_equation_number(self, node)
            self.body.append(f'<span class="eqno">({number})</span>')
        for formula in displayed(node):
            self.body.append(rf"\[{self.encode(formula)}\]")
        self.body.append("</div>\n")
        raise nodes.SkipNode

    def _tell_broken(self, node: nodes.Element, *, block: bool) -> None:
        """Say once of a formula that MathJax would show an error instead."""
        formula = node.astext()
        where = (*get_source_line(node), formula)
        if where in self.builder.told_formulas:
            return
        try:
            refuse_broken(formula, block=block)
        except BrokenFormulaError as error:
            self.builder.told_formulas.add(where)
            warn(Problem.MATH, told_by_anki(formula, error), node)


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
