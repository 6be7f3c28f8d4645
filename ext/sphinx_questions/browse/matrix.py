"""The matrix of technologies and levels: how many questions each pair has."""

from __future__ import annotations

from typing import ClassVar, Final

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from sphinx_questions.bank.shown import ShownViews
from sphinx_questions.bank.views import View
from sphinx_questions.browse.forms import table
from sphinx_questions.browse.rows import document_of
from sphinx_questions.browse.view_links import view_link
from sphinx_questions.config import Settings, settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.labels import _

#: The strongest shade of a cell; the weakest is 0, for no question.
SHADES: Final = 4


class question_matrix(nodes.General, nodes.Element):  # noqa: N801 – docutils names nodes so
    """The place of a matrix, filled once every document was read."""


class QuestionMatrixDirective(SphinxDirective):
    """Technologies by levels, with counts, links and a shade per count."""

    option_spec: ClassVar = {}

    def run(self) -> list[nodes.Node]:
        """Return the place of the matrix."""
        QuestionsDomain.of(self.env).note_shown(self.env.docname, ShownViews())
        return [question_matrix()]


class MatrixTransform(SphinxPostTransform):
    """Fill the places of matrices."""

    # Before Sphinx's ReferencesResolver (10), which resolves the links made here.
    default_priority = 5

    def run(self, **_kwargs: object) -> None:
        """Replace each place by a table."""
        places = list(self.document.findall(question_matrix))
        if places:
            counts = QuestionsDomain.of(self.env).catalogue.counts
            settings = settings_of(self.config)
            for place in places:
                docname = document_of(place, self.env.docname)
                place.replace_self(matrix(counts, settings, docname))


def matrix(counts: dict[View, int], settings: Settings, docname: str) -> nodes.table:
    """Return the table: one row a technology, one column a level, and sums."""
    levels = settings.levels.values()
    header: list[nodes.Node] = [nodes.Text(settings.technology_label.label)]
    header += [
        _name(View(level=level.key), level.label, counts, settings, docname)
        for level in levels
    ]
    header.append(nodes.Text(_("All")))
    most = max(
        (n for view, n in counts.items() if view.technology and view.level), default=0
    )
    rows = []
    for technology in settings.technologies.values():
        whole = View(technology=technology.key)
        cells = [_name(whole, technology.label, counts, settings, docname)]
        for level in levels:
            view = View(technology=technology.key, level=level.key)
            cell = _number(view, counts, settings, docname)
            shade = -(-SHADES * counts[view] // most) if most else 0
            cell["cell_classes"] = ["question-shade", f"question-shade-{shade}"]
            cells.append(cell)
        cells.append(_number(whole, counts, settings, docname))
        rows.append(cells)
    result = table(header, rows)
    result["classes"] = ["question-matrix"]
    return result


def _name(
    view: View, label: str, counts: dict[View, int], settings: Settings, docname: str
) -> nodes.inline:
    link = view_link(view, label, settings, docname) if counts[view] else None
    return nodes.inline("", "", link or nodes.Text(label))


def _number(
    view: View, counts: dict[View, int], settings: Settings, docname: str
) -> nodes.inline:
    return _name(view, str(counts[view]), counts, settings, docname)
