"""Titles of questions in the text of links.

A link is named when documents are read, by a title as plain text, in which a formula is
its source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Collection


def title_words(tree: nodes.section) -> list[nodes.Node]:
    """Return a copy of what a question's title holds, without targets and links.

    Empty if there is no formula in it: then the plain text says all.
    """
    title = tree[0].deepcopy()
    assert isinstance(title, nodes.title)  # noqa: S101 – narrows for mypy
    if not any(title.findall(nodes.math)):
        return []
    for node in list(title.findall(nodes.Element)):
        node["ids"] = []
        if isinstance(node, (nodes.reference, nodes.target)):
            node.replace_self(nodes.inline("", "", *node.children))
        elif isinstance(node, nodes.footnote_reference):
            node.parent.remove(node)
    return list(title.children)


def name_with_formulas(trees: Collection[nodes.section]) -> None:
    """Show the formulas of titles in the links that are named by them."""
    titles = {tree["ids"][0]: tree for tree in trees if title_words(tree)}
    for tree in trees:
        for link in tree.findall(nodes.reference):
            named = titles.get(link.get("refid", ""))
            if named is not None and link.astext() == named["question_title"]:
                words = nodes.inline("", "", *title_words(named))
                link[:] = [words]
