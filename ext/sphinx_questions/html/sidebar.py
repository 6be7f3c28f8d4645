"""The sidebar: index pages, and never the questions.

Themes resolve the whole table of contents for the sidebar of every page: with one
line a question, time and size grow with the square of the bank.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from sphinx_questions.browse.navigation import breadcrumb_of, without_questions
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.outputs import has_pages

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


class Sidebar:
    """The two tables of contents of a build: the whole, and that of sidebars.

    Themes read the environment, in ways of their own. So it holds the short one
    while a page is put together, and the whole while a document is resolved, whose
    own toctrees show what their author asked for.
    """

    def __init__(self) -> None:
        self._whole: tuple[Any, Any] | None = None
        self._short: tuple[Any, Any] | None = None

    def on_write_started(self, _app: Sphinx, builder: Builder) -> None:
        """Make the short table of contents, after the environment was stored."""
        if not has_pages(builder):
            return
        env = builder.env
        hidden = QuestionsDomain.of(env).hidden_documents
        tocs = dict(env.tocs)
        for docname in env.toctree_includes:
            if docname in tocs:
                tocs[docname] = without_questions(tocs[docname], hidden)  # type: ignore[assignment]
        self._whole = env.tocs, env.master_doctree
        # Of the root document, themes take the tree itself.
        self._short = tocs, without_questions(env.master_doctree, hidden)

    def on_doctree_resolved(
        self, app: Sphinx, _doctree: nodes.document, _docname: str
    ) -> None:
        """Show the whole while the toctrees of a document are resolved."""
        _show(app.env, self._whole)

    def on_html_page_context(
        self,
        app: Sphinx,
        pagename: str,
        _templatename: str,
        context: dict[str, Any],
        _doctree: nodes.document | None,
    ) -> None:
        """Show the short one to the theme, with an entry for the page itself."""
        _show(app.env, self._short)
        if self._short is not None and "toctree" in context:
            _mark_index_page(app, pagename, context)

    def on_build_finished(self, app: Sphinx, _exception: Exception | None) -> None:
        """Leave the environment as it was."""
        _show(app.env, self._whole)
        self._whole = self._short = None


def _show(env: BuildEnvironment, contents: tuple[Any, Any] | None) -> None:
    if contents is not None:
        env.tocs, env.master_doctree = contents


def _mark_index_page(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Make the entry of its index page current on the page of a question.

    The question itself is in no entry, so nothing would be.
    """
    if pagename not in QuestionsDomain.of(app.env).hidden_documents:
        return
    steps = breadcrumb_of(pagename, app.env)
    if not steps:
        return
    href = app.builder.get_relative_uri(pagename, steps[-1].docname)
    toctree = context["toctree"]

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
