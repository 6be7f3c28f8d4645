"""Questions, cut out of the documents that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.source.tree import questions_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.builders import Builder

    from sphinx_questions.bank.question import Question


class Cuttings:
    """The trees of questions as one builder resolves their documents.

    A document is resolved once, however many of its questions are asked for and
    however many guides hold them.
    """

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._documents: dict[str, nodes.document] = {}

    def tree(self, question: Question) -> nodes.section:
        """Return a tree of the question's own, with the notes that it refers to.

        Footnotes and citations stand at the end of a document, outside the question.
        """
        document = self._document(question.place.docname)
        root = next(
            node
            for node in questions_in(document)
            if node["question_id"] == question.id and node["ids"][0] == question.anchor
        )
        copy = _section(root)
        for other in questions_in(copy)[1:]:
            # Written inside this one. It has a place of its own in the book, unless
            # the catalogue does not know it.
            if self._is_known(other):
                other.parent.replace(other, _mention(other))
        add_notes(copy, document)
        return copy

    def _is_known(self, root: nodes.Element) -> bool:
        question = QuestionsDomain.of(self._builder.env).catalogue.get(
            root["question_id"]
        )
        return question is not None and question.anchor in root["ids"]

    def _document(self, docname: str) -> nodes.document:
        if docname not in self._documents:
            env = self._builder.env
            document = env.get_doctree(docname)
            document["for_guide"] = True
            env.resolve_references(document, docname, self._builder)
            self._builder.post_process_images(document)
            self._documents[docname] = document
        return self._documents[docname]


def _section(root: nodes.Element) -> nodes.section:
    """Return a copy of a question as a section.

    One that stands where no section can has become a container, and its title a
    rubric. In a book it is out of there.
    """
    copy = root.deepcopy()
    if isinstance(copy, nodes.section):
        return copy
    heading, *rest = copy.children
    title = nodes.title("", "", *heading.children)
    section = nodes.section("", title, *rest, **copy.attributes)
    section.source, section.line = root.source, root.line
    return section


def _mention(other: nodes.Element) -> nodes.paragraph:
    """Return a link to a question that was written inside another."""
    link = nodes.reference(
        "", other["question_title"], refid=other["ids"][0], internal=True
    )
    return nodes.paragraph("", "", link)


def add_notes(tree: nodes.Element, source: nodes.Element) -> None:
    """Put the notes that *tree* refers to, of those in *source*, at its end."""
    notes = [note.deepcopy() for note in _notes(tree, source)]
    if notes:
        tree += nodes.container("", *notes, classes=["guide-notes"])


def _notes(root: nodes.Element, document: nodes.Element) -> Iterator[nodes.Element]:
    """Yield what *root* refers to and does not hold, in the order of the document.

    A note may refer to another one.
    """
    elsewhere: dict[str, nodes.Element] = {
        id_: note
        for note in document.findall(nodes.Element)
        if isinstance(note, (nodes.footnote, nodes.citation))
        for id_ in note["ids"]
    }
    held = {id_ for node in root.findall(nodes.Element) for id_ in node["ids"]}
    wanted: dict[int, nodes.Element] = {}
    waiting: list[nodes.Element] = [root]
    while waiting:
        for node in waiting.pop().findall(nodes.Element):
            id_ = node.get("refid")
            note = elsewhere.get(id_) if id_ not in held else None
            if note is not None and id(note) not in wanted:
                wanted[id(note)] = note
                waiting.append(note)
    yield from (note for note in elsewhere.values() if id(note) in wanted)
