"""Lists of questions in any document: ``question-list`` and the count role."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective, SphinxRole

from sphinx_questions.bank.query import (
    SELECTORS,
    Query,
    QueryError,
    Vocabulary,
    check_one_of,
    parse_query,
)
from sphinx_questions.bank.shown import ShownCount, ShownList
from sphinx_questions.bank.vocabulary import words_of
from sphinx_questions.browse.forms import FORMS
from sphinx_questions.browse.groups import grouped
from sphinx_questions.browse.list_options import NAMES, read_list_options
from sphinx_questions.browse.rows import document_of
from sphinx_questions.config import Settings, settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.labels import _
from sphinx_questions.option_texts import QUOTES, AnyOption, lost_options
from sphinx_questions.problems import Problem, warn
from sphinx_questions.remote import NOTHING, lead_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.config import Config

    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.bank.question import Question
    from sphinx_questions.browse.list_options import ListOptions
    from sphinx_questions.remote import Remote


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
            options = self._options()
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
            bank=options.bank,
        )
        self.set_source_info(place)
        shown = ShownList(options.query, options.bank)
        QuestionsDomain.of(self.env).note_shown(self.env.docname, shown)
        return [place]

    def _options(self) -> ListOptions:
        """Read the options with the words of the bank that is asked for."""
        if lost_options(self.block_text, self.name, self.options):
            msg = f"its options could not be read; {QUOTES}"
            raise QueryError(msg)
        words, bank = vocabulary_of(self.config), self.options.get("bank", "")
        if bank:
            remotes = QuestionsDomain.of(self.env).remotes
            check_one_of("bank", bank, tuple(remotes))
            words = _words_of_remote(remotes[bank], self.options)
        return read_list_options(self.options, words)


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
            bank = str(place["bank"])
            remote = QuestionsDomain.of(self.env).remotes.get(bank, NOTHING)
            source = remote.catalogue if bank else catalogue
            found = place["query"].select(source)
            if source or not bank:
                _report_unknown(place, "question-list", place["query"], source)
            docname = document_of(place, self.env.docname)
            rows = list(_list(place, found, settings, docname))
            if bank:
                rows = [_of_remote(row, remote) for row in rows]
            place.replace_self(rows)


def _words_of_remote(remote: Remote, options: Mapping[str, str]) -> Vocabulary:
    """Return the keys that the questions of another bank use.

    Of a bank that could not be read nothing is known, so whatever is asked for will do.
    """
    catalogue = remote.catalogue
    if not catalogue:
        return Vocabulary(
            technologies=words_of(options.get("technology", "")),
            levels=words_of(options.get("level", "")),
        )
    return Vocabulary(
        technologies=tuple(sorted({q.technology for q in catalogue if q.technology})),
        levels=tuple(sorted({q.level for q in catalogue if q.level})),
    )


def _of_remote(row: nodes.Element, remote: Remote) -> nodes.Element:
    """Return rows of another bank, whose pages are elsewhere."""
    lead_out(row, remote)
    for node in row.findall(nodes.Element):
        # Marks by which a page finds a question of its own bank.
        for name in ("question_facts", "question_row"):
            node.attributes.pop(name, None)
    return row


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
        body = FORMS[place["form"]](group, settings, docname)
        body["classes"] += place["list_classes"]
        yield body
