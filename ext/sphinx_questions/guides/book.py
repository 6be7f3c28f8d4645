"""A guide as one tree, which every kind of book is made of.

.. code-block:: text

   document
     section.guide-part           (where the form has several parts)
       section.guide-chapter      a technology
         paragraph                its description
         section.guide-level      a level
           section.question       a card, or what the form shows of it
     section.guide-topics         topics, with links to their questions
"""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import new_document

from sphinx_questions.config import settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.guides.addresses import Addresses
from sphinx_questions.guides.cover import Cover, cover_of
from sphinx_questions.guides.figures import number_captions
from sphinx_questions.guides.forms import PARTS
from sphinx_questions.guides.selection import selections
from sphinx_questions.guides.titles import name_with_formulas, title_words
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx.builders import Builder

    from sphinx_questions.bank.guide import Group, Guide
    from sphinx_questions.bank.question import Question
    from sphinx_questions.config import Settings
    from sphinx_questions.guides.cutting import Cuttings


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A guide, ready to be set."""

    guide: Guide
    cover: Cover
    tree: nodes.document


def make_books(builder: Builder, cuttings: Cuttings) -> Iterator[Book]:
    """Yield the book of every guide that a project declares.

    Raises ConfigError if a guide that was declared selects no question.
    """
    settings = settings_of(builder.config)
    catalogue = QuestionsDomain.of(builder.env).catalogue
    for guide, groups in selections(builder.config, catalogue):
        yield _Binder(builder, cuttings, settings, guide).book(groups)


class _Binder:
    """Makes one book."""

    def __init__(
        self, builder: Builder, cuttings: Cuttings, settings: Settings, guide: Guide
    ) -> None:
        self._env = builder.env
        self._cuttings = cuttings
        self._settings = settings
        self._guide = guide
        self._addresses = Addresses(builder)
        self._parts = PARTS[guide.form]()

    def book(self, groups: Sequence[Group]) -> Book:
        questions = [question for group in groups for question in group.questions]
        trees = {question.id: self._cuttings.tree(question) for question in questions}
        for question in questions:
            tree = trees[question.id]
            number_captions(tree, question.place.docname, self._env)
            self._addresses.claim(tree, question)
        for question in questions:
            self._addresses.rewrite(trees[question.id], question)
        name_with_formulas(trees.values())
        # Before the forms, which take the trees apart.
        topics = self._topics(questions, trees)
        document = new_document(self._guide.name)
        for title, show in self._parts:
            shown = {id_: show(root) for id_, root in trees.items()}
            chapters = list(self._chapters(groups, shown))
            document += [_section(title, "guide-part", chapters)] if title else chapters
        document += topics
        self._addresses.settle(document)
        return Book(
            guide=self._guide,
            cover=cover_of(self._guide, questions, self._settings, self._env.config),
            tree=document,
        )

    def _chapters(
        self, groups: Iterable[Group], shown: dict[str, nodes.section]
    ) -> Iterator[nodes.section]:
        for key, same in itertools.groupby(groups, key=lambda group: group.technology):
            technology = self._settings.technologies.get(key or "")
            content: list[nodes.Node] = []
            if technology and technology.description:
                content.append(nodes.paragraph("", technology.description))
            for group in same:
                level = self._settings.levels.get(group.level or "")
                label = level.label if level else _("Other levels")
                cards = [shown[question.id] for question in group.questions]
                content.append(_section(label, "guide-level", cards))
            label = technology.label if technology else _("Other questions")
            yield _section(label, "guide-chapter", content)

    def _topics(
        self, questions: Sequence[Question], trees: dict[str, nodes.section]
    ) -> list[nodes.section]:
        """Return the index of topics, or nothing if there are none."""
        topics = sorted({topic for question in questions for topic in question.topics})
        items = [
            nodes.definition_list_item(
                "",
                nodes.term("", topic),
                nodes.definition(
                    "",
                    nodes.bullet_list(
                        "",
                        *(
                            _entry(question, trees[question.id])
                            for question in questions
                            if topic in question.topics
                        ),
                        bullet="*",
                    ),
                ),
            )
            for topic in topics
        ]
        if not items:
            return []
        list_ = nodes.definition_list("", *items)
        return [_section(_("Topics"), "guide-topics", [list_])]


def _entry(question: Question, tree: nodes.section) -> nodes.list_item:
    words = title_words(tree) or [nodes.Text(question.title)]
    link = nodes.reference("", "", *words, refid=tree["ids"][0], internal=True)
    return nodes.list_item("", nodes.paragraph("", "", link))


def _section(title: str, class_: str, content: Sequence[nodes.Node]) -> nodes.section:
    return nodes.section("", nodes.title("", title), *content, classes=[class_])
