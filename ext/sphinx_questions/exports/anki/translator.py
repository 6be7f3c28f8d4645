r"""HTML that Anki leaves as it is.

Anki reads some plain text as its own: ``\(`` begins a formula and ``[sound:`` plays a
file. In a question such a text is a word like others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sphinx.writers.html5 import HTML5Translator

if TYPE_CHECKING:
    from docutils import nodes

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


def inert(html: str) -> str:
    """Return HTML in which no word is a tag of Anki."""
    return _TAGS.sub("&#91;", html)
