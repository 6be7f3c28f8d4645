"""The content of an index page: the ways to switch, and the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_questions.bank.views import View
from sphinx_questions.browse.downloads import guide_downloads
from sphinx_questions.browse.groups import grouped
from sphinx_questions.browse.matrix import matrix
from sphinx_questions.browse.rows import document_of, row
from sphinx_questions.browse.switches import choices, clear_choice
from sphinx_questions.browse.view import view_body
from sphinx_questions.browse.view_links import view_link, view_title
from sphinx_questions.config import Settings, settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.labels import _, showing_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_questions.bank.question import Question


class ViewTransform(SphinxPostTransform):
    """Fill the index pages."""

    # Before Sphinx's ReferencesResolver (10), which resolves the links made here.
    default_priority = 5

    def run(self, **_kwargs: object) -> None:
        """Replace the place of the content by the content."""
        for place in list(self.document.findall(view_body)):
            view = View(technology=place["technology"], level=place["level"])
            catalogue = QuestionsDomain.of(self.env).catalogue
            docname = document_of(place, self.env.docname)
            page = _Page(view, catalogue.counts, settings_of(self.config), docname)
            found = view.query.select(catalogue)
            place.replace_self(list(page.content(found)))


class _Page:
    """One index page: a view, what is known of all views, and where it stands."""

    def __init__(
        self, view: View, counts: dict[View, int], settings: Settings, docname: str
    ) -> None:
        self.view = view
        self.counts = counts
        self.settings = settings
        self.docname = docname

    def content(self, found: tuple[Question, ...]) -> Iterator[nodes.Element]:
        """Yield the content, from the description to the last row."""
        yield from self._descriptions()
        yield guide_downloads(guides=self._guides())
        if self.view == View():
            yield matrix(self.counts, self.settings, self.docname)
        yield from self._switches()
        showing = showing_text(len(found), view_title(self.view, self.settings))
        yield nodes.paragraph("", showing, classes=["question-showing"])
        if not found:
            yield nodes.paragraph(
                "", _("No questions yet."), classes=["question-list-empty"]
            )
        if self.view != View():
            yield from self._rows(found)

    def _descriptions(self) -> Iterator[nodes.paragraph]:
        declared = (
            self.settings.technologies.get(self.view.technology or ""),
            self.settings.levels.get(self.view.level or ""),
        )
        for words in declared:
            if words and words.description:
                yield nodes.paragraph("", words.description)

    def _guides(self) -> list[str]:
        """Return the names of the guides that hold what the page shows."""
        guides = self.settings.guides
        return [guide.name for guide in guides if guide.query == self.view.query]

    def _rows(self, found: tuple[Question, ...]) -> Iterator[nodes.Element]:
        by = ""
        if not self.view.level:
            by = "level"
        elif not self.view.technology:
            by = "technology"
        for label, group in grouped(found, by, self.settings):
            if label:
                yield nodes.rubric("", label, classes=["question-group"], depth=0)
            rows = (row(question, self.settings, self.docname) for question in group)
            yield nodes.container("", *rows, classes=["question-rows"])

    def _switches(self) -> Iterator[nodes.Element]:
        if self.view == View():
            return
        technologies = [
            (t.label, View(technology=t.key, level=self.view.level))
            for t in self.settings.technologies.values()
        ]
        levels = [
            (level.label, View(technology=self.view.technology, level=level.key))
            for level in self.settings.levels.values()
        ]
        noun = self.settings.technology_label
        clear_technology = _("Clear %(technology)s") % {"technology": noun.one}
        facets = (
            (
                *(noun.label, technologies),
                *(View(level=self.view.level), clear_technology),
            ),
            (
                *(_("Level"), levels),
                *(View(technology=self.view.technology), _("Clear level")),
            ),
        )
        for name, views, without, clear_text in facets:
            switch = choices(
                name, views, self.view, self.counts, self.settings, self.docname
            )
            if without != self.view:
                clear = clear_choice(clear_text, without, self.settings, self.docname)
                items = switch.children[-1]
                assert isinstance(items, nodes.bullet_list)  # noqa: S101 – narrows
                items += clear or []
            yield switch
        if self.view.technology and self.view.level:
            everything = view_link(
                View(), _("Clear all filters"), self.settings, self.docname
            )
            if everything:
                yield nodes.paragraph(
                    "", "", everything, classes=["question-clear-all"]
                )
