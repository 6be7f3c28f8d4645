"""The structure of a guide, and the parts of a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_questions.guides.typst import markup
from sphinx_questions.guides.typst.code import is_listing
from sphinx_questions.guides.typst.writing import Writing
from sphinx_questions.labels import _, difficulty_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_questions.guides.forms import notes_space

#: The function of the template for a section's title, by the section's class.
_TITLES: Final = {
    "guide-part": "part",
    "guide-chapter": "chapter",
    "guide-topics": "chapter",
    "guide-level": "level-title",
}

#: The function of the template for a container, by its class.
_CONTAINERS: Final = {
    "question-answer": "answer",
    "guide-box": "box-of",
    "guide-notes": "small",
}

#: The same for a section of a card, by its key; others are like each other.
_SECTIONS: Final = {
    "key-points": "points",
    "sources": "ragged",
    "connections": "ragged",
}

#: What a paragraph may introduce, so that no page ends between them.
_INTRODUCED: Final = (
    nodes.literal_block,
    nodes.math_block,
    nodes.table,
    nodes.figure,
    nodes.bullet_list,
    nodes.enumerated_list,
)

#: Letters of the longest paragraph that moves to the next page with what it introduces.
_SHORT: Final = 400

#: A title of two lines and some lines of the answer.
_ROOM: Final = "5.4cm"

#: The same for a paragraph.
_PARAGRAPHS: Final = {"guide-box-title": "box-title", "guide-way": "way"}


class Structure(Writing):
    """Sections, questions, and the boxes in them."""

    def visit_document(self, node: nodes.document) -> None:
        """Go on with what it holds."""

    def depart_document(self, node: nodes.document) -> None:
        """Nothing is left to do."""

    def visit_section(self, node: nodes.section) -> None:
        """Write a title in the manner of its kind, and what stands below it."""
        title, *content = node.children
        assert isinstance(title, nodes.Element)  # noqa: S101 – narrows for mypy
        if "question_title" in node:
            self.block(self._question(node, title, content))
        function = next(
            (_TITLES[class_] for class_ in node["classes"] if class_ in _TITLES),
            "deep-title",
        )
        level = self.heading_level(self.depth + 1)
        head = f"#{function}({level}, {self.anchor(node)})[{self.title(title)}]"
        if "guide-topics" in node["classes"]:
            self.block(f"{head}\n\n{self._topics(content)}")
        self.block(f"{head}\n\n{self.below(content)}")

    def title(self, node: nodes.Element) -> str:
        """Return the words of a title, which also stand in the outline."""
        self.plain_links = True
        try:
            words = self.inner(node)
        finally:
            self.plain_links = False
        turn = self.turn(node)
        return f"#text(dir: {turn})[{words}]" if turn else words

    def _question(
        self, node: nodes.section, title: nodes.Element, content: list[nodes.Node]
    ) -> str:
        difficulty = node["difficulty"]
        facts = markup.array(*map(markup.value, self._facts(node)))
        words = markup.value(difficulty_text(difficulty) if difficulty else "")
        level = self.heading_level(self.depth + 1)
        head = (
            f"#question({level}, {self.anchor(node)}, "
            f"id: {markup.value(node['question_id'])}, facts: {facts}, "
            f"difficulty: {difficulty or 'none'}, difficulty-text: {words}, "
            f"room: {_ROOM if any(map(_is_answer, content)) else '0pt'})"
            f"[{self.title(title)}]"
        )
        end = f"#metadata({markup.value(node['question_id'])})<question-end>"
        return f"{head}\n\n{self.below(content)}\n\n{end}"

    def _facts(self, node: nodes.section) -> Iterator[str]:
        """Yield what the chapter does not say of its questions already."""
        if level := self.declared.levels.get(node["level"]):
            yield level.label
        yield from node["topics"]
        if node["reviewed_words"]:
            yield _("Reviewed %s") % node["reviewed_words"]

    def _topics(self, content: list[nodes.Node]) -> str:
        entries = []
        for list_ in content:
            for item in list_.findall(nodes.definition_list_item):
                term, definition = item.children
                assert isinstance(definition, nodes.Element)  # noqa: S101 – narrows
                entries.append(f"([{self.inner([term])}], [{self.inner(definition)}])")
        return f"#topics({markup.array(*entries)[1:-1]})"

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        """Write a paragraph; the facts of a question stand above its title already."""
        if "question-facts" in node["classes"]:
            raise nodes.SkipNode
        content = self.anchors(node) + self.inner(node)
        if turn := self.turn(node):
            # In a list, beside the bullet.
            side = f", {self.start}" if isinstance(node.parent, nodes.list_item) else ""
            content = f"#turned({turn}{side})[{content}]"
        for class_ in node["classes"]:
            if class_ in _PARAGRAPHS:
                self.block(f"#{_PARAGRAPHS[class_]}[{content}]")
        if _introduces(node):
            place = node.parent.index(node)
            close = isinstance(node.parent[max(place - 1, 0)], nodes.rubric)
            above = "above: 0.7em" if close else ""
            self.block(f"#lead-in({above})[{content}]")
        self.block(content)

    def visit_container(self, node: nodes.container) -> None:
        """Write a part of a card, a box, a listing with its caption, or its content."""
        content = self.anchors(node)
        if is_listing(node):
            caption, *listing = node.children
            title = f"#listing-title[{content}{self.inner([caption])}]"
            self.block(f"{title}\n\n{self.inner(listing)}")
        if "section_key" in node:
            function = _SECTIONS.get(node["section_key"], "section")
            self.block(f"#{function}[{content}{self.inner(node)}]")
        for class_ in node["classes"]:
            if class_ in _CONTAINERS:
                self.block(f"#{_CONTAINERS[class_]}[{content}{self.inner(node)}]")
        self.block(content + self.inner(node))

    def visit_rubric(self, node: nodes.rubric) -> None:
        """Write a heading of a section, one inside it, or a line that stands out."""
        words = self.title(node)
        if "question-heading" in node["classes"]:
            level = self.heading_level(self.depth + 1)
            self.block(f"#section-title({level}, {self.anchor(node)})[{words}]")
        if "depth" in node:
            level = self.heading_level(self.depth + 1 + node["depth"])
            self.block(f"#deep-title({level}, {self.anchor(node)})[{words}]")
        self.block(f"{self.anchors(node)}#strong[{words}]")

    def visit_notes_space(self, node: notes_space) -> None:
        """Write empty lines to write on."""
        # Not inside the other string: there Babel finds no words before Python 3.12.
        title = markup.value(_("Notes"))
        self.block(f"#notes-space({title}, {node['lines']})")


def _is_answer(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Element) and "question-answer" in node["classes"]


def _introduces(node: nodes.paragraph) -> bool:
    """Return whether a paragraph is nothing without the block behind it."""
    behind = node.next_node(descend=False, siblings=True)
    words = node.astext()
    return (
        (isinstance(behind, _INTRODUCED) or is_listing(behind))
        and len(words) <= _SHORT
        and (words.endswith((":", "?")) or isinstance(behind, nodes.math_block))
    )
