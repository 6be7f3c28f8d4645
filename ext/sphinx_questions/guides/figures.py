"""The numbers of figures, tables and listings, as words of their captions.

The writers of Sphinx add them, by the document that is being written; a book is made
of pieces of many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def number_captions(tree: nodes.Element, docname: str, env: BuildEnvironment) -> None:
    """Write each number that Sphinx gave into its caption, as its links name it."""
    formats = env.config.numfig_format
    for kind, numbers in env.toc_fignumbers.get(docname, {}).items():
        for node in tree.findall(nodes.Element):
            number = next((numbers[i] for i in node["ids"] if i in numbers), None)
            caption = _caption(node)
            if number and caption is not None and kind in formats:
                text = formats[kind] % ".".join(map(str, number))
                caption.insert(0, nodes.Text(f"{text} "))


def _caption(node: nodes.Element) -> nodes.Element | None:
    kinds = (nodes.caption, nodes.title)
    found = [child for child in node.children if isinstance(child, kinds)]
    return found[0] if found else None
