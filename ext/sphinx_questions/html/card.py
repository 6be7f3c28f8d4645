"""From the plain tree of a question to the card of a web page.

Only HTML for a browser becomes a card; an ePub keeps the plain tree, because its
readers have neither the script nor the style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_questions.bank.vocabulary import DIFFICULTIES
from sphinx_questions.html.nodes import block, card, element, meter
from sphinx_questions.labels import _, difficulty_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_questions.config import Settings


def card_of(root: nodes.Element, settings: Settings) -> card:
    """Return the card of a question's plain tree, whose nodes it takes over."""
    article = card("", **root.attributes)
    title, *rest = root.children
    if root["question_id"]:
        article += _permalink(root)
    article += title
    article += block("ul", *_badges(root, settings), classes="question-badges")
    sections: list[nodes.container] = []
    for node in rest:
        if isinstance(node, nodes.container) and node.hasattr("section_key"):
            sections.append(node)
        elif not isinstance(node, nodes.Element) or (
            "question-facts" not in node["classes"]
        ):
            article += node
    article += list(_grouped(sections))
    facts = block("dl", *_facts(root, settings))
    article += block("footer", facts, classes="question-foot")
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
    if difficulty := root["difficulty"]:
        words = nodes.Text(difficulty_text(difficulty))
        yield block(
            "li", meter(difficulty=difficulty), words, classes="question-difficulty"
        )
    if root["topics"]:
        topics = nodes.Text(" · ".join(root["topics"]))
        yield block("li", topics, classes="question-topics")


def _badge(kind: str, label: str, colour: str) -> element:
    classes = f"sd-badge sd-outline-{colour} question-badge-{kind}"
    return block("li", nodes.Text(label), classes=classes)


def _grouped(sections: list[nodes.container]) -> Iterator[nodes.Element]:
    """Yield the sections, those shown as tabs together at the place of the first."""
    in_tabs = [node for node in sections if node["tab"]]
    for node in sections:
        # The style of ".question-tabs" must be right before the second is parsed.
        if not node["tab"] or len(in_tabs) == 1:
            yield _section(node)
        elif node is in_tabs[0]:
            yield block("div", *map(_section, in_tabs), classes="question-tabs")


def _section(node: nodes.container) -> element:
    section = block("section", *node.children, data_section=node["section_key"])
    section["ids"], section["classes"] = node["ids"], node["classes"]
    return section


def _facts(root: nodes.Element, settings: Settings) -> Iterator[element]:
    if root["question_id"]:
        yield _fact(_("ID"), nodes.Text(root["question_id"]))
    if root["difficulty"]:
        text = f"{root['difficulty']}/{DIFFICULTIES[-1]}"
        yield _fact(_("Difficulty"), nodes.Text(text))
    if level := settings.levels.get(root["level"]):
        yield _fact(_("Level"), nodes.Text(level.label))
    if date := root["reviewed"]:
        words = nodes.Text(root["reviewed_words"])
        yield _fact(_("Reviewed"), block("time", words, datetime=date))


def _fact(name: str, value: nodes.Node) -> element:
    return block("div", block("dt", nodes.Text(name)), block("dd", value))
