"""What hangs below what in the table of contents.

The first index page hangs below the author's toctree, or else below the root
document; the others hang below it, and the questions below the page of their
technology and level. So every question reaches every builder that follows the table
of contents, without an entry of its own.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import ConfigError
from sphinx.util import logging

from sphinx_questions.bank.views import TOPICS_PAGE, View
from sphinx_questions.browse.pages import view_docnames
from sphinx_questions.browse.view_links import view_docname
from sphinx_questions.config import settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

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


class _Contents:
    """What is known of a project when everything was read."""

    def __init__(self, env: BuildEnvironment) -> None:
        self.settings = settings_of(env.config)
        domain = QuestionsDomain.of(env)
        self.catalogue = domain.catalogue
        self.placed = _placed_by_authors(env, domain.contents)
        #: Documents by the technology and level of their first question.
        self.carried: defaultdict[View, list[str]] = defaultdict(list)
        for question in sorted(domain.first_questions, key=_reading_order):
            docname = question.place.docname
            free = docname not in self.placed and docname != env.config.root_doc
            if free and "orphan" not in env.metadata[docname]:
                view = View(technology=question.technology, level=question.level)
                self.carried[view].append(docname)

    def below(self, view: View) -> Entries:
        """Return what hangs below a view: views with questions, or questions."""
        if view.technology and view.level:
            return tuple((None, docname) for docname in self.carried[view])
        entries = [
            (label, docname)
            for label, other in self._narrower(view)
            if self.catalogue.counts[other]
            and (docname := view_docname(other, self.settings))
        ]
        if view == View() and self.catalogue.topics:
            entries.append((_("Topics"), f"{self.settings.pages}/{TOPICS_PAGE}"))
        return tuple(entries)

    def _narrower(self, view: View) -> Iterator[tuple[str, View]]:
        if view.level:
            return
        if not view.technology:
            for technology in self.settings.technologies.values():
                yield technology.label, View(technology=technology.key)
        for level in self.settings.levels.values():
            yield level.label, View(technology=view.technology, level=level.key)

    def below_root(self) -> Entries:
        """Return the first index page, if no author's toctree names it."""
        first = view_docname(View(), self.settings)
        if not first or not self.catalogue or first in self.placed:
            return ()
        return ((None, first),)


def _reading_order(question: Question) -> tuple[object, ...]:
    difficulty = question.difficulty
    return difficulty is None, difficulty or 0, question.id, question.place


def _placed_by_authors(
    env: BuildEnvironment, made: Mapping[str, Entries]
) -> AbstractSet[str]:
    """Return the documents that toctrees name which the extension did not make."""
    placed: set[str] = set()
    for parent, children in env.toctree_includes.items():
        own = {docname for _text, docname in made.get(parent, ())}
        placed.update(child for child in children if child not in own)
    return placed


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Hang the first index page below the root document, where it has no place.

    Called before Sphinx collects the toctrees of the document.
    """
    domain = QuestionsDomain.of(app.env)
    entries = domain.wanted_contents.get(app.config.root_doc, ())
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
    views = view_docnames(settings_of(app.config))
    _check_found(views, env)
    domain = QuestionsDomain.of(env)
    contents = _Contents(env)
    wanted = {docname: contents.below(view) for docname, view in views.items()}
    wanted[env.config.root_doc] = contents.below_root()
    domain.wanted_contents = wanted
    changed = [
        docname
        for docname, entries in wanted.items()
        if domain.contents.get(docname, ()) != entries
    ]
    for docname in changed:
        app.events.emit("env-purge-doc", env, docname)
        env.clear_doc(docname)
        # Its warnings have been shown when it was read first.
        with logging.suppress_logging():
            app.builder.read_doc(docname)
    return changed


def _check_found(views: Mapping[str, View], env: BuildEnvironment) -> None:
    """Raise ConfigError if the project does not read the index pages."""
    for docname in views:
        if docname not in env.found_docs:
            msg = (
                f"the index page {docname!r} is not read: exclude_patterns or "
                "include_patterns leaves it out. Let them have it, or set "
                "questions_pages to another folder, or to None for no such pages"
            )
            raise ConfigError(msg)
