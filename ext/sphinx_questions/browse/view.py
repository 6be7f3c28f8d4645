"""The directive of the index pages, and what hangs below each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from sphinx_questions.bank.shown import ShownList, ShownViews
from sphinx_questions.bank.statistics import count_views
from sphinx_questions.bank.views import TOPICS_PAGE, View
from sphinx_questions.browse.pages import view_docnames
from sphinx_questions.browse.view_links import view_docname
from sphinx_questions.config import Settings, settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.bank.question import Question

#: Entries of a toctree: the text of the link, or None for the title; the document.
Entries = tuple[tuple[str | None, str], ...]


class view_body(nodes.General, nodes.Element):  # noqa: N801 – docutils names nodes so
    """The place of an index page's content, filled once everything was read."""


class ViewDirective(SphinxDirective):
    """An index page. Written by the extension itself, into generated files."""

    option_spec: ClassVar = {
        "technology": directives.unchanged,
        "level": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        """Return the page: its title, the place of its content, its toctree."""
        view = View(
            technology=self.options.get("technology"), level=self.options.get("level")
        )
        domain = QuestionsDomain.of(self.env)
        entries = entries_of(view, self.env, settings_of(self.config))
        domain.note_view(self.env.docname, entries)
        domain.note_shown(self.env.docname, ShownViews())
        if view != View():
            domain.note_shown(self.env.docname, ShownList(view.query))
        title = nodes.title("", page_title(view, settings_of(self.config)))
        section = nodes.section("", title, classes=["question-index"])
        section["ids"].append(nodes.make_id(f"index-{view.page}"))
        for node in (section, title):
            self.set_source_info(node)
        self.state.document.set_id(section)
        section += view_body(technology=view.technology, level=view.level)
        if entries:
            section += self._toctree(entries)
        return [section]

    def _toctree(self, entries: Entries) -> nodes.compound:
        tree = addnodes.toctree(
            parent=self.env.docname,
            entries=list(entries),
            includefiles=[docname for _text, docname in entries],
            maxdepth=-1,
            caption=None,
            glob=False,
            hidden=True,
            includehidden=False,
            numbered=0,
            titlesonly=True,
        )
        self.set_source_info(tree)
        return nodes.compound("", tree, classes=["toctree-wrapper"])


def page_title(view: View, settings: Settings) -> str:
    """Return the title of an index page."""
    technology = settings.technologies[view.technology].label if view.technology else ""
    level = settings.levels[view.level].label if view.level else ""
    if technology and level:
        return _("%s %s questions") % (level, technology)
    if technology or level:
        return _("%s questions") % (technology or level)
    return _("Questions")


def entries_of(view: View, env: BuildEnvironment, settings: Settings) -> Entries:
    """Return what hangs below a view in the table of contents.

    Every question has one place there: where its author's toctree puts it, or else
    below the page of its technology and level.
    """
    catalogue = QuestionsDomain.of(env).catalogue
    counts = count_views(catalogue)
    below: list[tuple[str, View]] = []
    if view == View():
        below += [
            (t.label, View(technology=t.key)) for t in settings.technologies.values()
        ]
        below += [
            (level.label, View(level=level.key)) for level in settings.levels.values()
        ]
    elif view.technology and not view.level:
        below += [
            (level.label, View(technology=view.technology, level=level.key))
            for level in settings.levels.values()
        ]
    elif view.technology and view.level:
        return tuple((None, docname) for docname in _carried(view, env, catalogue))
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
    views = view_docnames(settings_of(env.config))
    by_author = {
        child
        for parent, children in env.toctree_includes.items()
        if parent not in views
        for child in children
    }
    first: dict[str, Question] = {}
    for question in sorted(catalogue, key=lambda q: q.place):
        first.setdefault(question.place.docname, question)
    carried = {
        docname
        for docname, question in first.items()
        if (question.technology, question.level) == (view.technology, view.level)
        and docname not in by_author
        and docname != env.config.root_doc
        and "orphan" not in env.metadata[docname]
    }
    in_order = (question.place.docname for question in view.query.select(catalogue))
    return [docname for docname in dict.fromkeys(in_order) if docname in carried]


def read_changed_views(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Read the index pages again below which something else hangs now.

    While documents are read nobody knows all questions; now everybody does.
    """
    settings = settings_of(app.config)
    noted = QuestionsDomain.of(env).views
    changed = [
        docname
        for docname, view in view_docnames(settings).items()
        if docname in env.found_docs
        and noted.get(docname) != entries_of(view, env, settings)
    ]
    for docname in changed:
        app.events.emit("env-purge-doc", env, docname)
        env.clear_doc(docname)
        app.builder.read_doc(docname)
    return changed
