"""Lists of questions in any document: ``question-list`` and the count role."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, ClassVar, Final

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective, SphinxRole

from sphinx_questions.bank.query import (
    SELECTORS,
    Query,
    QueryError,
    Vocabulary,
    parse_query,
)
from sphinx_questions.bank.shown import ShownCount, ShownList
from sphinx_questions.browse.list_options import NAMES, read_list_options
from sphinx_questions.browse.rows import facts_line, link, row
from sphinx_questions.config import Settings, settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.labels import _
from sphinx_questions.option_texts import AnyOption
from sphinx_questions.problems import Problem, warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.config import Config

    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.bank.question import Question


#: Characters in a column of a table in text output; longer texts are broken.
_WIDEST: Final = 48


class question_list(nodes.General, nodes.Element):  # noqa: N801 – docutils names nodes so
    """The place of a list, filled once every document was read."""


class question_count(nodes.inline):  # noqa: N801
    """The place of a number of questions.

    A kind of inline text, so that it can stand in a title, of which Sphinx makes
    the table of contents long before the number is known.
    """


def vocabulary_of(config: Config) -> Vocabulary:
    """Return the keys that a query may use in this project."""
    settings = settings_of(config)
    return Vocabulary(
        technologies=tuple(settings.technologies), levels=tuple(settings.levels)
    )


class QuestionListDirective(SphinxDirective):
    """The questions that a query selects, as a list, a table, tiles or answers."""

    # A list that shows something else than was asked for is worse than none.
    option_spec: ClassVar = AnyOption(NAMES)

    def run(self) -> list[nodes.Node]:
        """Return the place of the list, or nothing for a query without meaning."""
        try:
            options = read_list_options(self.options, vocabulary_of(self.config))
        except QueryError as error:
            warn(Problem.QUERY, f"question-list: {error}", self.get_location())
            return []
        place = question_list(
            query=options.query,
            form=options.form,
            group_by=options.group_by,
            empty=options.empty or _("No questions yet."),
            # Not "classes": docutils hands those on to what comes first in the
            # place, which may be the heading of a group.
            list_classes=["question-list", *options.classes],
        )
        self.set_source_info(place)
        shown = ShownList(options.query)
        QuestionsDomain.of(self.env).note_shown(self.env.docname, shown)
        return [place]


class CountRole(SphinxRole):
    """A live number of questions: of the bank, or of a query written as text.

    ``{questions:count}`technology=python level=advanced``` counts a selection;
    ``all`` counts the bank.
    """

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the place of the number."""
        try:
            query = parse_query(self._options(), vocabulary_of(self.config))
        except QueryError as error:
            warn(Problem.QUERY, f"questions:count: {error}", self.get_location())
            return [nodes.Text(self.text)], []
        QuestionsDomain.of(self.env).note_shown(self.env.docname, ShownCount(query))
        place = question_count("", "…", query=query)
        self.set_source_info(place)
        return [place], []

    def _options(self) -> dict[str, str]:
        options = {}
        for word in self.text.split():
            name, equals, value = word.partition("=")
            if equals and name in SELECTORS:
                options[name] = value
            elif word != "all":
                known = ", ".join(f"{name}=…" for name in SELECTORS)
                msg = f"{word!r} is no selection; write 'all' or some of {known}"
                raise QueryError(msg)
        return options


class ListTransform(SphinxPostTransform):
    """Fill the places of lists and numbers."""

    # Before Sphinx's ReferencesResolver (10), which resolves the links made here.
    default_priority = 5

    def run(self, **_kwargs: object) -> None:
        """Replace each place by what its query selects."""
        catalogue = QuestionsDomain.of(self.env).catalogue
        settings = settings_of(self.config)
        for number in list(self.document.findall(question_count)):
            count = len(number["query"].select(catalogue))
            _report_unknown(number, "questions:count", number["query"], catalogue)
            if isinstance(number.parent, nodes.title):
                text = (
                    "questions:count: a heading is listed elsewhere before the number "
                    "is known; write the number into the text below"
                )
                warn(Problem.QUERY, text, number)
            number.replace_self(nodes.Text(str(count)))
        for place in list(self.document.findall(question_list)):
            found = place["query"].select(catalogue)
            _report_unknown(place, "question-list", place["query"], catalogue)
            place.replace_self(list(_list(place, found, settings, self.env.docname)))


def _report_unknown(
    place: nodes.Element, name: str, query: Query, catalogue: Catalogue
) -> None:
    for text in query.unknown(catalogue):
        warn(Problem.QUERY, f"{name}: {text}", place)


def _list(
    place: question_list,
    found: tuple[Question, ...],
    settings: Settings,
    docname: str,
) -> Iterator[nodes.Element]:
    if not found:
        classes = ["question-list-empty", *place["list_classes"]]
        yield nodes.paragraph("", place["empty"], classes=classes)
        return
    for label, group in grouped(found, place["group_by"], settings):
        if label:
            yield nodes.rubric("", label, classes=["question-group"], depth=0)
        body = _FORMS[place["form"]](group, settings, docname)
        body["classes"] += place["list_classes"]
        yield body


def grouped(
    found: tuple[Question, ...], by: str, settings: Settings
) -> Iterator[tuple[str, tuple[Question, ...]]]:
    """Yield label and questions of each group that has any, as declared.

    A question with several topics stands in the group of each. Questions without
    the value come last.
    """
    if not by:
        if found:
            yield "", found
        return
    labels: dict[str, str] = {
        "technology": {t.key: t.label for t in settings.technologies.values()},
        "level": {level.key: level.label for level in settings.levels.values()},
        "topic": {t: t for t in sorted({*itertools.chain(*(q.topics for q in found))})},
    }[by]
    for key, label in labels.items():
        if group := tuple(q for q in found if key in _keys(q, by)):
            yield label, group
    if rest := tuple(q for q in found if not labels.keys() & set(_keys(q, by))):
        yield _("Others"), rest


def _keys(question: Question, by: str) -> tuple[str | None, ...]:
    if by == "topic":
        return question.topics
    return (question.technology if by == "technology" else question.level,)


def _bullets(
    found: Iterable[Question], _settings: Settings, docname: str
) -> nodes.Element:
    return nodes.bullet_list(
        "",
        *(
            nodes.list_item(
                "",
                nodes.paragraph(
                    "",
                    "",
                    link(question, docname),
                    nodes.Text(" "),
                    nodes.inline("", question.id, classes=["question-id"]),
                ),
            )
            for question in found
        ),
        bullet="*",
    )


def _tiles(
    found: Iterable[Question], settings: Settings, docname: str
) -> nodes.Element:
    return nodes.container(
        "",
        *(
            nodes.container(
                "",
                nodes.paragraph("", "", link(question, docname)),
                facts_line(question, settings),
                classes=["question-tile"],
            )
            for question in found
        ),
        classes=["question-tiles"],
    )


def _answers(
    found: Iterable[Question], settings: Settings, docname: str
) -> nodes.Element:
    rows = (row(question, settings, docname) for question in found)
    return nodes.container("", *rows, classes=["question-rows"])


def _table(
    found: Iterable[Question], settings: Settings, docname: str
) -> nodes.Element:
    header = [_("ID"), _("Question"), _("Technology"), _("Level"), _("Difficulty")]
    rows = []
    for question in found:
        technology = settings.technologies.get(question.technology or "")
        level = settings.levels.get(question.level or "")
        cells: list[nodes.Node] = [
            nodes.inline("", question.id, classes=["question-id"]),
            link(question, docname),
            nodes.Text(technology.label if technology else ""),
            nodes.Text(level.label if level else ""),
            nodes.Text(str(question.difficulty or "")),
        ]
        rows.append(cells)
    return table([nodes.Text(text) for text in header], rows)


def table(
    header: Iterable[nodes.Node], rows: Iterable[Iterable[nodes.Node]]
) -> nodes.table:
    """Return a table of inline nodes with one header row."""
    head = _table_row(header)
    body = [*map(_table_row, rows)]
    group = nodes.tgroup(cols=len(head))
    # Text output makes columns as wide as these; a browser decides for itself.
    group += [
        nodes.colspec(colwidth=min(_WIDEST, max(len(cell.astext()) for cell in column)))
        for column in zip(head.children, *(row.children for row in body), strict=True)
    ]
    group += nodes.thead("", head)
    group += nodes.tbody("", *body)
    return nodes.table("", group)


def _table_row(cells: Iterable[nodes.Node]) -> nodes.row:
    entries = []
    for cell in cells:
        entry = nodes.entry("", nodes.paragraph("", "", cell))
        if isinstance(cell, nodes.Element):
            entry["classes"] = cell.get("cell_classes", [])
        entries.append(entry)
    return nodes.row("", *entries)


_FORMS: Final = {
    "list": _bullets,
    "table": _table,
    "cards": _tiles,
    "answers": _answers,
}
