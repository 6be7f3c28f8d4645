"""From trees to XHTML as e-readers want it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from sphinx_questions.guides.direction import direction_of_language
from sphinx_questions.guides.epub.metadata import language_of
from sphinx_questions.guides.pictures import is_decoration

if TYPE_CHECKING:
    from sphinx.builders import Builder

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

    def __init__(self, document: nodes.document, builder: Builder) -> None:
        super().__init__(document, builder)
        leftwards = direction_of_language(language_of(builder.config)) == "rtl"
        #: Code runs from left to right in every language.
        self._turned = (nodes.literal, nodes.literal_block) if leftwards else ()

    def starttag(self, *args: Any, **attributes: Any) -> str:  # noqa: ANN401 – as docutils has it
        """Return a tag with the attributes that books have instead."""
        attributes.update(_INSTEAD.get(attributes.get("role", ""), {}))
        node = args[0] if args else None
        if isinstance(node, nodes.image) and is_decoration(node):
            attributes["role"] = "presentation"
        if isinstance(node, self._turned):
            attributes["dir"] = "ltr"
        return str(super().starttag(*args, **attributes))


def visit_notes_space(self: HTML5Translator, node: notes_space) -> None:
    """Write empty lines, of which a screen reader need not tell."""
    lines = '<div class="guide-line"></div>' * node["lines"]
    self.body.append(f'<div class="guide-notes-space" aria-hidden="true">{lines}</div>')
    raise nodes.SkipNode
