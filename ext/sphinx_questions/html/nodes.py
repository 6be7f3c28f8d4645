"""The parts of a card that plain nodes cannot say, and how HTML writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

# docutils names node classes as the elements of its document type.


class card(nodes.section):  # noqa: N801
    """``<article>``: a whole question. A section, so that its title is a heading."""


class card_section(nodes.General, nodes.Element):  # noqa: N801
    """``<section>``: one named part of a question."""


class badges(nodes.General, nodes.Element):  # noqa: N801
    """``<ul>``: what the line below the title says."""


class difficulty_badge(nodes.General, nodes.Element):  # noqa: N801
    """``<li>``: the difficulty in words behind a meter of small marks."""


class tabs(nodes.General, nodes.Element):  # noqa: N801
    """``<div>``: the sections that the script turns into tabs."""


class facts(nodes.General, nodes.Element):  # noqa: N801
    """``<footer>``: the foot line, a list of names and values."""


class fact(nodes.General, nodes.Element):  # noqa: N801
    """One name and value of the foot line."""


def visit_card(self: HTML5Translator, node: card) -> None:
    """Open the article, one level below what surrounds it."""
    self.section_level += 1
    attributes = {
        f"data-{name.replace('_', '-')}": str(node[name])
        for name in ("question_id", "technology", "level", "difficulty")
        if node[name]
    }
    self.body.append(self.starttag(node, "article", "\n", empty=False, **attributes))


def depart_card(self: HTML5Translator, _node: card) -> None:
    """Close the article."""
    self.section_level -= 1
    self.body.append("</article>\n")


def visit_card_section(self: HTML5Translator, node: card_section) -> None:
    """Open a section."""
    attributes = {"data-section": node["section_key"]}
    self.body.append(self.starttag(node, "section", "\n", **attributes))


def depart_card_section(self: HTML5Translator, _node: card_section) -> None:
    """Close a section."""
    self.body.append("</section>\n")


def visit_badges(self: HTML5Translator, node: badges) -> None:
    """Open the list of badges."""
    self.body.append(self.starttag(node, "ul", "\n", CLASS="question-badges"))


def depart_badges(self: HTML5Translator, _node: badges) -> None:
    """Close the list of badges."""
    self.body.append("</ul>\n")


def visit_difficulty_badge(self: HTML5Translator, node: difficulty_badge) -> None:
    """Write the meter; the words behind it say the same."""
    self.body.append(self.starttag(node, "li", "", CLASS="question-difficulty"))
    marks = '<i class="on"></i>' * node["difficulty"]
    marks += "<i></i>" * (node["highest"] - node["difficulty"])
    self.body.append(f'<span class="question-meter" aria-hidden="true">{marks}</span> ')


def depart_difficulty_badge(self: HTML5Translator, _node: difficulty_badge) -> None:
    """Close the item."""
    self.body.append("</li>\n")


def visit_tabs(self: HTML5Translator, node: tabs) -> None:
    """Open the group of tabs."""
    self.body.append(self.starttag(node, "div", "\n", CLASS="question-tabs"))


def depart_tabs(self: HTML5Translator, _node: tabs) -> None:
    """Close the group of tabs."""
    self.body.append("</div>\n")


def visit_facts(self: HTML5Translator, node: facts) -> None:
    """Open the foot line."""
    self.body.append(
        self.starttag(node, "footer", "", CLASS="question-foot") + "<dl>\n"
    )


def depart_facts(self: HTML5Translator, _node: facts) -> None:
    """Close the foot line."""
    self.body.append("</dl></footer>\n")


def visit_fact(self: HTML5Translator, node: fact) -> None:
    """Write the name and open the value."""
    self.body.append(f"<div><dt>{self.encode(node['name'])}</dt><dd>")
    if "date" in node:
        self.body.append(f'<time datetime="{self.attval(node["date"])}">')


def depart_fact(self: HTML5Translator, node: fact) -> None:
    """Close the value."""
    self.body.append("</time></dd></div>\n" if "date" in node else "</dd></div>\n")


#: Node class, and what opens and closes it in HTML.
VISITORS = (
    (card, visit_card, depart_card),
    (card_section, visit_card_section, depart_card_section),
    (badges, visit_badges, depart_badges),
    (difficulty_badge, visit_difficulty_badge, depart_difficulty_badge),
    (tabs, visit_tabs, depart_tabs),
    (facts, visit_facts, depart_facts),
    (fact, visit_fact, depart_fact),
)
