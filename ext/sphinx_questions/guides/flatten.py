"""The components of sphinx-design as plain nodes, for output that is no web page.

Tabs, dropdowns and cards depend on a style sheet, and tabs on markup that is no valid
XHTML: an e-reader stops at it. A book gets boxes with a title, and nothing is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_questions.outputs import shows_cards

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.application import Sphinx

#: Components that hold together what stands in them. The others only arrange it.
_BOXES: Final = frozenset({"tab-item", "dropdown", "card", "aside"})

#: Decoration without words.
_ICONS: Final = frozenset({"sd_icon", "fontawesome"})


def on_builder_inited(app: Sphinx) -> None:
    """Flatten components wherever the output is anything but web pages.

    Decided here, because a transform cannot ask for the builder in every Sphinx.
    """
    if not shows_cards(app.builder):
        app.add_post_transform(FlattenTransform)


class FlattenTransform(SphinxPostTransform):
    """Make boxes of components.

    .. code-block:: text

       container.guide-box
         paragraph.guide-box-title     (if it has a title)
           strong
         …
    """

    # Before sphinx-design's own transforms (199, 200), which make HTML of components,
    # and after Sphinx's ReferencesResolver (10), which resolves the link of a card.
    default_priority = 190

    def run(self, **_kwargs: object) -> None:
        """Replace every component, those inside others first."""
        for icon in list(self.document.findall(_is_icon)):
            icon.parent.remove(icon)
        for component in reversed(_components(self.document)):
            # Not replace_self, which hands the classes of the style sheet on.
            component.parent.replace(component, _plain(component))
        for wrapper in list(self.document.findall(_is_wrapper)):
            wrapper.parent.replace(wrapper, _paragraph(wrapper.children))


def _is_icon(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Element) and node.tagname in _ICONS


def _components(tree: nodes.Element) -> list[nodes.container]:
    return [
        node for node in tree.findall(nodes.container) if "design_component" in node
    ]


def _is_wrapper(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Element) and node.tagname == "PassthroughTextElement"


def _paragraph(children: Sequence[nodes.Node]) -> list[nodes.Node]:
    return [nodes.paragraph("", "", *children)] if children else []


def _plain(component: nodes.container) -> list[nodes.Node]:
    """Return what stands for a component whose content is plain already."""
    kind = component["design_component"]
    if kind == "card-title":
        return [_title(_inline(component))] if component.astext() else []
    if kind not in _BOXES:
        return [*_targets(component), *component.children]
    box = nodes.container("", ids=component["ids"], classes=["guide-box"])
    box.source, box.line = component.source, component.line
    for child in component.children:
        if isinstance(child, nodes.rubric) and not box.children:
            box += [*_targets(child), _title(child.children)]
        else:
            box += child
    _link_title(box)
    return [box] if box.children else []


def _targets(element: nodes.Element) -> Iterator[nodes.target]:
    if element["ids"]:
        yield nodes.target("", "", ids=element["ids"], classes=["guide-target"])


def _title(children: Sequence[nodes.Node]) -> nodes.paragraph:
    strong = nodes.strong("", "", *children)
    return nodes.paragraph("", "", strong, classes=["guide-box-title"])


def _inline(component: nodes.Element) -> list[nodes.Node]:
    """Return the words of a title, out of the nodes that wrap them."""
    found: list[nodes.Node] = []
    for child in component.children:
        wraps = _is_wrapper(child) or isinstance(child, nodes.paragraph)
        if wraps and isinstance(child, nodes.Element):
            found += child.children
        else:
            found.append(child)
    return found


def _link_title(box: nodes.container) -> None:
    """Let the title of a card be the link that a web page spreads over the card."""
    titles = [
        node
        for node in box.findall(nodes.paragraph)
        if "guide-box-title" in node["classes"]
    ]
    links = [
        node
        for node in box.findall(nodes.reference)
        if "sd-stretched-link" in node["classes"] and _is_wrapper(node.parent)
    ]
    if links and titles:
        link, title = links[0], titles[0]
        link.parent.parent.remove(link.parent)
        link.children = []
        link += title.children
        title.children = []
        title += link
