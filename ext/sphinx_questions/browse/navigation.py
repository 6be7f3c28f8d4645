"""The way to a question and around it: sidebar and breadcrumb."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx import addnodes

from sphinx_questions.bank.views import View
from sphinx_questions.browse.pages import view_docnames
from sphinx_questions.browse.view_links import view_docname
from sphinx_questions.config import Settings, settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from docutils import nodes
    from sphinx.environment import BuildEnvironment


def without_questions(toc: nodes.Element, questions: Collection[str]) -> nodes.Element:
    """Return a document's table of contents without the questions below it.

    Themes resolve the whole table of contents for the sidebar of every page: with
    one line a question, time and size grow with the square of the bank.
    """
    copy = toc.deepcopy()
    for tree in list(copy.findall(addnodes.toctree)):
        tree["entries"] = [e for e in tree["entries"] if e[1] not in questions]
        tree["includefiles"] = [d for d in tree["includefiles"] if d not in questions]
        if not tree["entries"]:
            tree.parent.remove(tree)
    return copy


def hide_questions_from_sidebar(env: BuildEnvironment) -> None:
    """Take the questions out of the table of contents that sidebars are made of.

    Only in memory, after the environment was stored: the documents keep their
    toctrees, and so do relations, LaTeX and ePub.
    """
    questions = QuestionsDomain.of(env).question_documents
    # Of the root document, themes take the tree itself.
    root = without_questions(env.master_doctree, questions)
    env.master_doctree = root  # type: ignore[assignment]
    for docname in env.toctree_includes:
        if docname in env.tocs:
            stripped = without_questions(env.tocs[docname], questions)
            env.tocs[docname] = stripped  # type: ignore[assignment]


class Step(NamedTuple):
    """One step of a breadcrumb."""

    text: str
    #: The document it leads to.
    docname: str


def breadcrumb_of(docname: str, env: BuildEnvironment) -> list[Step]:
    """Return the way to a question's own page or to an index page, or nothing."""
    settings = settings_of(env.config)
    domain = QuestionsDomain.of(env)
    view = view_docnames(settings).get(docname)
    if docname in domain.question_documents:
        question = domain.catalogue.get(domain.question_documents[docname])
        if question:
            view = View(technology=question.technology, level=question.level)
    if view is not None:
        return [*_start(settings, env), *_steps_to(view, settings)]
    if docname in domain.index_pages:
        return [*_start(settings, env), Step(_("Topics"), docname)]
    return []


def _start(settings: Settings, env: BuildEnvironment) -> Iterator[Step]:
    home = env.config.root_doc
    yield Step(_("Home"), home)
    starts = (QuestionsDomain.of(env).explorer, view_docname(View(), settings))
    for start in starts:
        if start and start != home:
            yield Step(_("Questions"), start)
            return


def _steps_to(view: View, settings: Settings) -> Iterator[Step]:
    way = []
    if technology := settings.technologies.get(view.technology or ""):
        way.append((technology.label, View(technology=technology.key)))
    if level := settings.levels.get(view.level or ""):
        way.append((level.label, view))
    for label, step in way:
        if docname := view_docname(step, settings):
            yield Step(label, docname)
