"""The directive of the index pages."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_questions.bank.shown import ShownGuides, ShownList, ShownViews
from sphinx_questions.bank.views import View
from sphinx_questions.browse.contents import hidden_toctree
from sphinx_questions.config import Settings, settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.labels import _
from sphinx_questions.problems import Problem, warn
from sphinx_questions.targets import view_anchor


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
        unknown = _undeclared(view, settings_of(self.config))
        if unknown:
            file = self.env.doc2path(self.env.docname, base=False)
            text = (
                f"questions:view: {unknown} is not declared; remove the file {file}, "
                "or declare it in conf.py"
            )
            warn(Problem.QUERY, text, self.get_location())
            return []
        domain = QuestionsDomain.of(self.env)
        # Nothing, until everything was read and the page is read again.
        entries = domain.wanted_contents.get(self.env.docname, ())
        domain.note_contents(self.env.docname, entries)
        domain.note_index_page(self.env.docname)
        domain.note_shown(self.env.docname, ShownViews())
        domain.note_shown(self.env.docname, ShownGuides())
        if view != View():
            domain.note_shown(self.env.docname, ShownList(view.query))
        title = nodes.title("", page_title(view, settings_of(self.config)))
        section = nodes.section("", title, classes=["question-index"])
        section["ids"].append(view_anchor(view))
        for node in (section, title):
            self.set_source_info(node)
        self.state.document.set_id(section)
        section += view_body(technology=view.technology, level=view.level)
        if entries:
            section += hidden_toctree(entries, self.env.docname)
        return [section]


def _undeclared(view: View, settings: Settings) -> str:
    """Return what of a view is not declared, as words; empty if everything is."""
    if view.technology and view.technology not in settings.technologies:
        return f"the technology {view.technology!r}"
    if view.level and view.level not in settings.levels:
        return f"the level {view.level!r}"
    return ""


def page_title(view: View, settings: Settings) -> str:
    """Return the title of an index page."""
    technology = settings.technologies[view.technology].label if view.technology else ""
    level = settings.levels[view.level].label if view.level else ""
    if technology and level:
        words = {"level": level, "technology": technology}
        return _("%(level)s %(technology)s questions") % words
    if technology:
        return _("%(technology)s questions") % {"technology": technology}
    if level:
        return _("%(level)s questions") % {"level": level}
    return _("Questions")
