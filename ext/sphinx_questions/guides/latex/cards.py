r"""Questions as cards in LaTeX, on top of the plain tree.

.. code-block:: text

   container.question-card
     section.question
       title
       container.question-facts
         paragraph
       box "question-answer"
       container.question-section.question-section-explanation
         heading                    (``\sphinxquestionsheading``)
         …
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_questions.guides.latex.boxes import draw
from sphinx_questions.guides.latex.nodes import anchors, heading
from sphinx_questions.source.tree import is_question, parts_of, questions_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_Kind = TypeVar("_Kind", bound=nodes.Element)

#: Paragraphs that are set in their own way: LaTeX sees the class of containers only.
_LINES: Final = frozenset(
    {
        "question-facts",
        "question-row-facts",
        "question-row-title",
    }
)

#: Widths in a list: ID, question, technology, level, difficulty. Of 100.
_COLUMNS: Final = (18, 33, 20, 16, 13)

#: Ways from one index page to the next, of no use on paper.
_SWITCHES: Final = frozenset({"question-switch", "question-clear-all"})


class CardTransform(SphinxPostTransform):
    """Give LaTeX the blocks, headings and anchors that it needs for cards."""

    formats = ("latex",)
    # After components were made plain (190), before Sphinx's own for LaTeX (400).
    default_priority = 300

    def run(self, **_kwargs: object) -> None:
        """Rework every question and every box."""
        self._keep_first_title()
        _shorten_index_pages(self.document)
        for root in questions_in(self.document):
            _mark_headings(root)
            for part in parts_of(root):
                key = nodes.make_id(part["section_key"])
                part["classes"].append(f"question-section-{key}")
            if isinstance(root, nodes.section):
                card = nodes.container("", classes=["question-card"])
                root.parent.replace(root, card)
                card += root
        for target in _all(self.document, nodes.target):
            if "guide-target" in target["classes"]:
                _take_into_title(target)
        for paragraph in _all(self.document, nodes.paragraph):
            _wrap_line(paragraph)
        for table in _all(self.document, nodes.table):
            _fit_columns(table)
        # Those inside others first.
        for container in reversed(_all(self.document, nodes.container)):
            _write_anchors(container)
            draw(container)

    def _keep_first_title(self) -> None:
        """Give a book that begins with a question a title of its own.

        LaTeX prints the first title of all on the front page, or drops it for the
        one that ``latex_documents`` gives.
        """
        first = next(self.document.findall(nodes.section), None)
        if first is not None and is_question(first):
            title = nodes.title("", self.config.project)
            book = nodes.section("", title, *self.document.children)
            self.document.children = []
            self.document += book


def _all(tree: nodes.Element, kind: type[_Kind]) -> list[_Kind]:
    return list(tree.findall(kind))


def _mark_headings(root: nodes.Element) -> None:
    for rubric in _all(root, nodes.rubric):
        # The title of a question where no section can stand is a rubric too.
        main = rubric.parent is root or "question-heading" in rubric["classes"]
        command = "sphinxquestionsheading" if main else "sphinxquestionssubheading"
        new = heading("", "", *rubric.children, command=command)
        _put_anchors(new, [i for i in rubric["ids"] if i not in _targeted(rubric)])
        rubric.parent.replace(rubric, new)


def _shorten_index_pages(document: nodes.document) -> None:
    """Leave out of index pages their switches, and answers that the book holds in full.

    A list that an author asked for shows what it was asked for.
    """
    for node in _all(document, nodes.Element):
        if _SWITCHES.intersection(node.get("classes", ())):
            node.parent.remove(node)
    held = {root["question_id"] for root in questions_in(document)}
    for answer in _all(document, nodes.container):
        row = answer.parent
        if (
            "question-row-answer" in answer["classes"]
            and isinstance(row, nodes.Element)
            and row.get("question_row") in held
            and not _is_within(row, "question-list")
        ):
            row.remove(answer)


def _is_within(node: nodes.Node, class_: str) -> bool:
    above = node.parent
    while above is not None:
        if class_ in above.get("classes", ()):
            return True
        above = above.parent
    return False


def _fit_columns(table: nodes.table) -> None:
    """Give the columns of a list of questions the room that their words need."""
    columns = _all(table, nodes.colspec)
    in_list = any("question-id" in n["classes"] for n in table.findall(nodes.inline))
    if in_list and len(columns) == len(_COLUMNS):
        table["classes"].append("colwidths-given")
        for column, width in zip(columns, _COLUMNS, strict=True):
            column["colwidth"] = width


def _take_into_title(target: nodes.target) -> None:
    """Move the place of a component to its title, or leave it in front."""
    following = target.next_node(nodes.paragraph, descend=False, siblings=True)
    ids = target["ids"]
    if following is not None and "guide-box-title" in following["classes"]:
        target.parent.remove(target)
        _put_anchors(following, ids)
    else:
        target.parent.replace(target, anchors("", ids=ids))


def _wrap_line(paragraph: nodes.paragraph) -> None:
    if "guide-box-title" in paragraph["classes"]:
        title = heading("", "", *paragraph.children, command="sphinxquestionsboxtitle")
        paragraph.parent.replace(paragraph, title)
    elif names := _LINES.intersection(paragraph["classes"]):
        line = nodes.container("", classes=sorted(names))
        paragraph.parent.replace(paragraph, line)
        line += paragraph


def _write_anchors(container: nodes.container) -> None:
    """Write the ids of our containers, which Sphinx leaves out in LaTeX."""
    if not (
        container.hasattr("section_key")
        or is_question(container)
        or "guide-box" in container["classes"]
    ):
        return
    ids = [id_ for id_ in container["ids"] if id_ not in _targeted(container)]
    container["ids"] = []
    first = next(iter(container.children), None)
    # A label of its own may be left at the end of a page by a title that moves on.
    if isinstance(first, (heading, nodes.paragraph)):
        _put_anchors(first, ids)
    else:
        _put_anchors(container, ids)


def _targeted(node: nodes.Element) -> set[str]:
    """Return the ids for which Sphinx writes a label in front of *node*."""
    found = set()
    before = node.parent.index(node) - 1
    while before >= 0 and isinstance(target := node.parent[before], nodes.target):
        found.add(target.get("refid", ""))
        before -= 1
    return found


def _put_anchors(element: nodes.Element, ids: Sequence[str]) -> None:
    if ids:
        element.insert(0, anchors("", ids=ids))
