"""What hangs below what in the table of contents.

The first index page hangs below the author's toctree, or else below the root
document; the others hang below it, and the questions below the page of their
technology and level. So every question reaches every builder that follows the table
of contents, without an entry of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging

from sphinx_questions.bank.statistics import count_views
from sphinx_questions.bank.views import TOPICS_PAGE, View
from sphinx_questions.browse.pages import view_docnames
from sphinx_questions.browse.view_links import view_docname
from sphinx_questions.config import Settings, settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.bank.question import Question
    from sphinx_questions.domain import Entries


def hidden_toctree(entries: Entries, docname: str) -> nodes.compound:
    """Return a toctree that nobody sees where it stands."""
    tree = addnodes.toctree(
        parent=docname,
        entries=list(entries),
        includefiles=[target for _text, target in entries],
        maxdepth=-1,
        caption=None,
        glob=False,
        hidden=True,
        includehidden=False,
        numbered=0,
        titlesonly=True,
    )
    return nodes.compound("", tree, classes=["toctree-wrapper"])


def entries_of(view: View, env: BuildEnvironment, settings: Settings) -> Entries:
    """Return what hangs below a view: views with questions, or questions."""
    catalogue = QuestionsDomain.of(env).catalogue
    if view.technology and view.level:
        return tuple((None, docname) for docname in _carried(view, env, catalogue))
    technologies = settings.technologies.values()
    levels = settings.levels.values()
    below: list[tuple[str, View]] = []
    if view.technology:
        below += [
            (level.label, View(technology=view.technology, level=level.key))
            for level in levels
        ]
    elif not view.level:
        below += [(t.label, View(technology=t.key)) for t in technologies]
        below += [(level.label, View(level=level.key)) for level in levels]
    counts = count_views(catalogue)
    entries = [
        (label, docname)
        for label, other in below
        if counts[other] and (docname := view_docname(other, settings))
    ]
    if view == View() and catalogue.topics:
        entries.append((_("Topics"), f"{settings.pages}/{TOPICS_PAGE}"))
    return tuple(entries)


def _carried(view: View, env: BuildEnvironment, catalogue: Catalogue) -> list[str]:
    """Return the documents that only this view can carry, in its order.

    A document with questions of several views hangs below that of its first one.
    """
    placed = _placed_by_authors(env)
    first: dict[str, Question] = {}
    for question in sorted(catalogue, key=lambda q: q.place):
        first.setdefault(question.place.docname, question)
    carried = {
        docname
        for docname, question in first.items()
        if (question.technology, question.level) == (view.technology, view.level)
        and docname not in placed
        and docname != env.config.root_doc
        and "orphan" not in env.metadata[docname]
    }
    in_order = (question.place.docname for question in view.query.select(catalogue))
    return [docname for docname in dict.fromkeys(in_order) if docname in carried]


def _placed_by_authors(env: BuildEnvironment) -> AbstractSet[str]:
    """Return the documents that toctrees name which the extension did not make."""
    made = QuestionsDomain.of(env).contents
    return {
        child
        for parent, children in env.toctree_includes.items()
        for child in children
        if child not in {docname for _text, docname in made.get(parent, ())}
    }


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Hang the first index page below the root document, where it has no place.

    Called before Sphinx collects the toctrees of the document.
    """
    domain = QuestionsDomain.of(app.env)
    entries = domain.root_entries
    if app.env.docname != app.config.root_doc or not entries:
        return
    domain.note_contents(app.config.root_doc, entries)
    sections = [node for node in doctree.children if isinstance(node, nodes.section)]
    where = sections[0] if sections else doctree
    where.append(hidden_toctree(entries, app.config.root_doc))


def read_changed_contents(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Read the documents again below which something else hangs now.

    While documents are read nobody knows all questions; now everybody does.
    Returns their names.
    """
    settings = settings_of(app.config)
    domain = QuestionsDomain.of(env)
    domain.root_entries = _root_entries(env, settings)
    wanted = {
        docname: entries_of(view, env, settings)
        for docname, view in view_docnames(settings).items()
    }
    wanted[env.config.root_doc] = domain.root_entries
    changed = [
        docname
        for docname, entries in wanted.items()
        if docname in env.found_docs and domain.contents.get(docname, ()) != entries
    ]
    for docname in changed:
        app.events.emit("env-purge-doc", env, docname)
        env.clear_doc(docname)
        # Its warnings have been shown when it was read first.
        with logging.suppress_logging():
            app.builder.read_doc(docname)
    return changed


def _root_entries(env: BuildEnvironment, settings: Settings) -> Entries:
    first = view_docname(View(), settings)
    if not first or not QuestionsDomain.of(env).catalogue:
        return ()
    return () if first in _placed_by_authors(env) else ((None, first),)
