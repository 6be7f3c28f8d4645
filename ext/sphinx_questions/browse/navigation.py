"""The way to a question and around it: sidebar and breadcrumb."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx import addnodes

from sphinx_questions.bank.views import View
from sphinx_questions.browse.view_links import view_docname, view_of
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


class Step(NamedTuple):
    """One step of a breadcrumb."""

    text: str
    #: The document it leads to.
    docname: str


def breadcrumb_of(docname: str, env: BuildEnvironment) -> list[Step]:
    """Return the way to a question's own page or to an index page, or nothing."""
    settings = settings_of(env.config)
    domain = QuestionsDomain.of(env)
    if docname in domain.index_pages:
        view = view_of(docname, settings)
        last = (
            [Step(_("Topics"), docname)] if view is None else _steps_to(view, settings)
        )
        return [*_start(settings, env), *last]
    if question := domain.question_of(docname):
        view = View(technology=question.technology, level=question.level)
        return [*_start(settings, env), *_steps_to(view, settings)]
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
