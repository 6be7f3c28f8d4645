"""What web pages have and plain documents have not, and how HTML writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_questions.bank.vocabulary import DIFFICULTIES
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

# docutils names node classes as the elements of its document type.


class card(nodes.section):  # noqa: N801
    """``<article>``: a whole question. A section, so that its title is a heading."""


class element(nodes.General, nodes.TextElement):  # noqa: N801
    """Any element, by its ``tag`` and its ``html`` attributes.

    Ids and classes are those of the node, as everywhere. A text element, because
    Sphinx writes links in no others.
    """


class meter(nodes.Inline, nodes.Element):  # noqa: N801
    """A difficulty as a row of marks. The words beside it say the same."""


def block(tag: str, *children: nodes.Node, classes: str = "", **html: str) -> element:
    """Return an element; an underscore in a name of *html* stands for a hyphen."""
    attributes = {name.replace("_", "-"): value for name, value in html.items()}
    return element("", "", *children, tag=tag, html=attributes, classes=classes.split())


def visit_card(self: HTML5Translator, node: card) -> None:
    """Open the article, one level below what surrounds it."""
    self.section_level += 1
    attributes = {
        f"data-{name.replace('_', '-')}": str(node[name])
        for name in ("question_id", "technology", "level", "difficulty")
        if node[name]
    }
    # What the script says; it knows the English words.
    if (copied := _("Link copied")) != "Link copied":
        attributes["data-copied"] = copied
    self.body.append(self.starttag(node, "article", "\n", empty=False, **attributes))


def depart_card(self: HTML5Translator, _node: card) -> None:
    """Close the article."""
    self.section_level -= 1
    self.body.append("</article>\n")


def visit_element(self: HTML5Translator, node: element) -> None:
    """Open the element."""
    self.body.append(self.starttag(node, node["tag"], "", empty=False, **node["html"]))


def depart_element(self: HTML5Translator, node: element) -> None:
    """Close the element."""
    self.body.append(f"</{node['tag']}>\n")


def visit_meter(self: HTML5Translator, node: meter) -> None:
    """Write ten marks, as many of them on as the difficulty says."""
    marks = '<i class="on"></i>' * node["difficulty"]
    marks += "<i></i>" * (DIFFICULTIES[-1] - node["difficulty"])
    self.body.append(f'<span class="question-meter" aria-hidden="true">{marks}</span> ')
    raise nodes.SkipNode


#: Node class, and what opens and closes it in HTML.
VISITORS = (
    (card, visit_card, depart_card),
    (element, visit_element, depart_element),
    (meter, visit_meter, None),
)
