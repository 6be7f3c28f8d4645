"""From trees to XHTML as e-readers want it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

if TYPE_CHECKING:
    from sphinx_questions.guides.forms import notes_space

#: Attributes by the role that docutils gives. E-readers show notes by the type; the
#: last role has been taken out of the standard.
_INSTEAD: Final = {
    "doc-noteref": {"role": "doc-noteref", "epub:type": "noteref"},
    "doc-footnote": {"role": "doc-footnote", "epub:type": "footnote"},
    "doc-biblioentry": {"role": "listitem"},
}


class EpubTranslator(HTML5Translator):
    """Writes what Sphinx writes, but for a few attributes."""

    def starttag(self, *args: Any, **attributes: Any) -> str:  # noqa: ANN401 – as docutils has it
        """Return a tag with the attributes that books have instead."""
        attributes.update(_INSTEAD.get(attributes.get("role", ""), {}))
        return str(super().starttag(*args, **attributes))


def visit_notes_space(self: HTML5Translator, node: notes_space) -> None:
    """Write empty lines, of which a screen reader need not tell."""
    lines = '<div class="guide-line"></div>' * node["lines"]
    self.body.append(f'<div class="guide-notes-space" aria-hidden="true">{lines}</div>')
    raise nodes.SkipNode
