"""The sidebar of a question's page: the entry of its index page is the current one.

The questions themselves are not in the sidebar, so nothing in it would be current.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from sphinx_questions.browse.navigation import breadcrumb_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.html.page import has_pages

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def on_html_page_context(
    app: Sphinx,
    pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Replace the function by which a theme gets the global table of contents."""
    questions = QuestionsDomain.of(app.env).question_documents
    if not has_pages(app.builder) or pagename not in questions:
        return
    steps = breadcrumb_of(pagename, app.env)
    toctree = context.get("toctree")
    if not steps or toctree is None:
        return
    href = app.builder.get_relative_uri(pagename, steps[-1].docname)

    def marked(*, collapse: bool = True, **arguments: Any) -> str:  # noqa: ANN401
        # Every theme calls it with arguments of its own. Sphinx would fold all
        # branches, because the page itself is in none of them.
        whole = toctree(collapse=False, **arguments)
        found = mark_current(whole, href, fold=collapse)
        return found if found != whole else toctree(collapse=collapse, **arguments)

    context["toctree"] = marked


# Every question of a folder and a view has the same sidebar.
@functools.lru_cache(maxsize=64)
def mark_current(fragment: str, href: str, *, fold: bool = False) -> str:
    """Return *fragment*, nested HTML lists, with the link to *href* as the current one.

    The link and everything around it get the class ``current``, as Sphinx gives it
    to the entry of the page itself. With *fold*, nothing is left below entries that
    are not current. A fragment without the link, or one that is no well-formed XML,
    is returned as it is.
    """
    try:
        root = ET.fromstring(f"<div>{fragment}</div>")  # noqa: S314 – Sphinx wrote it
    except ET.ParseError:
        return fragment
    parents = {child: parent for parent in root.iter() for child in parent}
    for link in root.iter("a"):
        if link.get("href") == href:
            node: ET.Element | None = link
            while node is not None and node is not root:
                classes = dict.fromkeys((*node.get("class", "").split(), "current"))
                node.set("class", " ".join(classes))
                node = parents.get(node)
            if fold:
                _fold(root)
            return "".join(
                ET.tostring(child, encoding="unicode", method="html") for child in root
            )
    return fragment


def _fold(root: ET.Element) -> None:
    """Take out the lists below entries that are not current."""
    for entry in root.iter("li"):
        if "current" not in entry.get("class", "").split():
            for below in entry.findall("ul"):
                entry.remove(below)
