"""What each form of a guide shows of a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_questions.guides.cutting import add_notes
from sphinx_questions.labels import _
from sphinx_questions.source.tree import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_questions.bank.guide import Guide
    from sphinx_questions.config import Settings

#: The key of the section that sheets for interviewers show.
POINTS: Final = "key-points"

#: Lines for the notes of the person who asks.
NOTES: Final = 6


class notes_space(nodes.General, nodes.Element):  # noqa: N801 – docutils names nodes so
    """Empty lines to write on: ``lines`` of them."""


def card(root: nodes.section) -> nodes.section:
    """Return a question in full."""
    return root


def answer(root: nodes.section) -> nodes.section:
    """Return a question in full, with a link back to where it was asked."""
    root += _link(prompt_id(root), _("Back to the question"))
    return root


def prompt(root: nodes.section) -> nodes.section:
    """Return a question as it is asked, with a link to its answer."""
    asked = _head(root, prompt_id(root), "guide-prompt")
    asked += _link(root["ids"][0], _("To the answer"))
    return asked


def sheet(root: nodes.section) -> nodes.section:
    """Return what the person who asks needs: key points to tick, and room to write."""
    asked = _head(root, root["ids"][0], "guide-sheet")
    for part in parts_of(root):
        if part["section_key"] == POINTS:
            for points in part.findall(nodes.Element):
                if isinstance(points, (nodes.bullet_list, nodes.enumerated_list)):
                    points["classes"].append("guide-ticks")
            asked += part
    add_notes(asked, root)
    _forget_places(asked)
    asked += notes_space(lines=NOTES)
    return asked


def what_is_missing(guide: Guide, tree: nodes.Element, settings: Settings) -> str:
    """Return what sheets lack that have nothing to tick, as a message, or nothing."""
    if guide.form != "interviewer" or any(
        part.get("section_key") == POINTS for part in tree.findall(nodes.container)
    ):
        return ""
    text = f"questions_guides: the guide {guide.name!r} is for interviewers, and none "
    if section := settings.sections.get(POINTS):
        return text + (
            f"of its questions has the section {section.label!r}, which it shows; "
            "write it in them"
        )
    return text + (
        f"of its questions can have key points; declare {POINTS!r} in "
        "questions_sections, under a label of your choice: "
        f"{{{POINTS!r}: {{'label': '…'}}}}"
    )


def _forget_places(asked: nodes.section) -> None:
    """Take the ways back from notes to places that are not shown."""
    held = {id_ for node in asked.findall(nodes.Element) for id_ in node["ids"]}
    for node in asked.findall(nodes.Element):
        if backrefs := node.get("backrefs"):
            node["backrefs"] = [id_ for id_ in backrefs if id_ in held]


def prompt_id(root: nodes.section) -> str:
    """Return the identifier of a question as it is asked, apart from its answer."""
    return f"{root['ids'][0]}-prompt"


def _head(root: nodes.section, id_: str, class_: str) -> nodes.section:
    """Return the title and the line of facts of a question."""
    attributes = {**root.attributes, "ids": [id_], "classes": [class_]}
    facts = [
        node
        for node in root.children
        if isinstance(node, nodes.paragraph) and "question-facts" in node["classes"]
    ]
    title = root[0].deepcopy()
    assert isinstance(title, nodes.Element)  # noqa: S101 – narrows for mypy
    for node in title.findall(nodes.Element):
        node["ids"] = []
    return nodes.section("", title, *(f.deepcopy() for f in facts), **attributes)


def _link(id_: str, text: str) -> nodes.paragraph:
    link = nodes.reference("", text, refid=id_, internal=True)
    return nodes.paragraph("", "", link, classes=["guide-way"])


#: A form by its name: the parts of the book, each with its title and what it shows of
#: every question. A book of one part has no titles for parts.
PARTS: Final[
    dict[str, Callable[[], Sequence[tuple[str, Callable[..., nodes.section]]]]]
] = {
    "complete": lambda: [("", card)],
    "questions-first": lambda: [(_("Questions"), prompt), (_("Answers"), answer)],
    "interviewer": lambda: [("", sheet)],
}
