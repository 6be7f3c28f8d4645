"""From the plain tree of a question to the card of a web page.

Only HTML for a browser becomes a card; an ePub keeps the plain tree, because its
readers have neither the script nor the style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_questions.bank.vocabulary import DIFFICULTIES
from sphinx_questions.config import Settings, settings_of
from sphinx_questions.html.nodes import (
    badges,
    card,
    card_section,
    difficulty_badge,
    fact,
    facts,
    tabs,
)
from sphinx_questions.labels import _
from sphinx_questions.source.tree import difficulty_text, is_question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder


def shows_cards(builder: Builder) -> bool:
    """Return whether *builder* writes pages for a browser."""
    return builder.format == "html" and not builder.name.startswith("epub")


def on_doctree_resolved(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Make the headings of questions real ones, and questions cards."""
    if app.builder.format != "html":
        return
    for parent, root, level in list(_questions(doctree)):
        _set_heading_levels(root, level)
        if shows_cards(app.builder):
            parent.replace(root, _card(root, settings_of(app.config)))


def _questions(
    parent: nodes.Element, level: int = 1
) -> Iterator[tuple[nodes.Element, nodes.Element, int]]:
    """Yield each question with its parent and the heading level of its title.

    The tree is walked from above, because ``singlehtml`` nests documents in each
    other without telling the nodes of their new parents.
    """
    for node in parent.children:
        if isinstance(node, nodes.Element):
            if is_question(node):
                yield parent, node, level
            else:
                below = level + isinstance(node, nodes.section)
                yield from _questions(node, below)


def _set_heading_levels(root: nodes.Element, level: int) -> None:
    for heading in root.findall(nodes.rubric):
        if heading.parent is root:
            heading["heading-level"] = min(level, 6)
        elif "question-heading" in heading["classes"]:
            heading["heading-level"] = min(level + 1, 6)
        elif "depth" in heading:
            heading["heading-level"] = min(level + 1 + heading["depth"], 6)


def _card(root: nodes.Element, settings: Settings) -> card:
    article = card("", **root.attributes)
    title, *rest = root.children
    if root["question_id"]:
        article += _permalink(root)
    article += title
    article += badges("", *_badges(root, settings))
    sections: list[nodes.container] = []
    for node in rest:
        if isinstance(node, nodes.container) and node.hasattr("section_key"):
            sections.append(node)
        elif not isinstance(node, nodes.Element) or (
            "question-facts" not in node["classes"]
        ):
            article += node
    article += list(_grouped(sections))
    article += facts("", *_facts(root, settings))
    return article


def _permalink(root: nodes.Element) -> nodes.paragraph:
    link = nodes.reference(
        "",
        root["question_id"],
        refid=root["ids"][0],
        internal=True,
        classes=["question-id"],
        reftitle=_("Link to this question"),
    )
    return nodes.paragraph("", "", link, classes=["question-permalink"])


def _badges(root: nodes.Element, settings: Settings) -> Iterator[nodes.Element]:
    if technology := settings.technologies.get(root["technology"]):
        yield _badge("technology", technology.label, "secondary")
        if technology.category:
            yield _badge("category", technology.category, "secondary")
    if level := settings.levels.get(root["level"]):
        yield _badge("level", level.label, "primary")
    if root["difficulty"]:
        yield difficulty_badge(
            "",
            nodes.Text(difficulty_text(root["difficulty"])),
            difficulty=root["difficulty"],
            highest=DIFFICULTIES[-1],
        )
    if root["topics"]:
        yield nodes.list_item(
            "",
            nodes.Text(" · ".join(root["topics"])),
            classes=["question-topics"],
        )


def _badge(kind: str, label: str, colour: str) -> nodes.list_item:
    classes = ["sd-badge", f"sd-outline-{colour}", f"question-badge-{kind}"]
    return nodes.list_item("", nodes.Text(label), classes=classes)


def _grouped(sections: list[nodes.container]) -> Iterator[nodes.Element]:
    """Yield the sections, those shown as tabs together at the place of the first."""
    in_tabs = [node for node in sections if node["tab"]]
    for node in sections:
        if not node["tab"]:
            yield _section(node)
        elif node is in_tabs[0]:
            yield tabs("", *map(_section, in_tabs))


def _section(node: nodes.container) -> card_section:
    return card_section("", *node.children, **node.attributes)


def _facts(root: nodes.Element, settings: Settings) -> Iterator[fact]:
    if root["question_id"]:
        yield fact("", nodes.Text(root["question_id"]), name=_("ID"))
    if root["difficulty"]:
        text = f"{root['difficulty']}/{DIFFICULTIES[-1]}"
        yield fact("", nodes.Text(text), name=_("Difficulty"))
    if level := settings.levels.get(root["level"]):
        yield fact("", nodes.Text(level.label), name=_("Level"))
    if root["reviewed"]:
        date = root["reviewed"]
        yield fact("", nodes.Text(date), name=_("Reviewed"), date=date)
