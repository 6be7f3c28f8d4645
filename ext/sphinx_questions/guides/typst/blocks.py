"""Lists, quotations, admonitions, code and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.locale import admonitionlabels

from sphinx_questions.guides.typst import markup
from sphinx_questions.guides.typst.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx import addnodes

_NUMBERINGS: Final = {
    "arabic": "1",
    "loweralpha": "a",
    "upperalpha": "A",
    "lowerroman": "i",
    "upperroman": "I",
}


class Blocks(Writing):
    """What stands in lines of its own, but for code, tables and figures."""

    def _items(self, node: nodes.Element) -> str:
        return ", ".join(
            f"[{self.anchors(item)}{self.inner(item)}]"
            for item in node.children
            if isinstance(item, nodes.Element)
        )

    def visit_bullet_list(self, node: nodes.bullet_list) -> None:
        """Write bullets, or boxes to tick."""
        function = "tick-list" if "guide-ticks" in node["classes"] else "list"
        self.block(f"{self.anchors(node)}#{function}({self._items(node)})")

    def visit_enumerated_list(self, node: nodes.enumerated_list) -> None:
        """Write numbered items, or boxes to tick."""
        if "guide-ticks" in node["classes"]:
            self.block(f"{self.anchors(node)}#tick-list({self._items(node)})")
        kind = _NUMBERINGS.get(node.get("enumtype", "arabic"), "1")
        numbering = f"{node.get('prefix', '')}{kind}{node.get('suffix', '.') or '.'}"
        self.block(
            f"{self.anchors(node)}#enum(numbering: {markup.value(numbering)}, "
            f"start: {node.get('start', 1)}, {self._items(node)})"
        )

    def visit_definition_list(self, node: nodes.definition_list) -> None:
        """Write terms and what they mean."""
        items = []
        run_in = True
        for item in node.children:
            if isinstance(item, nodes.Element):
                *terms, definition = item.children
                term = " ".join(self.inner([child]) for child in terms)
                meaning = self.inner([definition])
                items.append(f"([{self.anchors(item)}{term}], [{meaning}])")
                run_in = run_in and isinstance(
                    definition.next_node(), nodes.paragraph | None
                )
        function = "terms" if run_in else "headed"
        self.block(f"#{function}{markup.array(*items)}")

    def visit_term(self, node: nodes.term) -> None:
        """Write a term, which links may lead to."""
        self.inline(self.anchors(node) + self.inner(node))

    def visit_classifier(self, node: nodes.classifier) -> None:
        """Write what kind of thing a term is."""
        self.inline(f"#emph[{self.inner(node)}]")

    def visit_glossary(self, node: addnodes.glossary) -> None:
        """Write its definition list."""
        self.block(self.inner(node))

    def visit_field_list(self, node: nodes.field_list) -> None:
        """Write names with their values beside them."""
        pairs = [
            f"([{self.inner([field[0]])}], [{self.inner([field[1]])}])"
            for field in node.findall(nodes.field)
        ]
        self.block(f"#fields({', '.join(pairs)})")

    def visit_option_list(self, node: nodes.option_list) -> None:
        """Write options of a command with what they do."""
        items = [
            f"terms.item([#lit[{markup.text(item[0].astext())}]], "
            f"[{self.inner([item[1]])}])"
            for item in node.findall(nodes.option_list_item)
        ]
        self.block(f"#terms({', '.join(items)})")

    def visit_line_block(self, node: nodes.line_block) -> None:
        """Write lines as they were broken."""
        self.block(f"#lines({', '.join(self._lines(node, 0))})")

    def _lines(self, node: nodes.line_block, depth: int) -> list[str]:
        lines = []
        for child in node.children:
            if isinstance(child, nodes.line_block):
                lines += self._lines(child, depth + 1)
            elif isinstance(child, nodes.Element):
                lines.append(f"({depth}, [{self.inner(child)}])")
        return lines

    def visit_block_quote(self, node: nodes.block_quote) -> None:
        """Write a quotation, and who said it."""
        said = [c for c in node.children if isinstance(c, nodes.attribution)]
        rest = [c for c in node.children if not isinstance(c, nodes.attribution)]
        who = f"[{self.inner(said[0])}]" if said else "none"
        self.block(f"{self.anchors(node)}#quotation({who})[{self.inner(rest)}]")

    def visit_transition(self, _node: nodes.transition) -> None:
        """Write a line across the page."""
        self.block("#line(length: 100%, stroke: 0.4pt)")

    def _boxed(self, node: nodes.Element, title: str) -> None:
        content = self.anchors(node)
        children = list(node.children)
        if children and isinstance(children[0], nodes.title):
            title = self.inner([children.pop(0)])
        words = f"[{title}]" if title else "none"
        self.block(f"#admonition({words})[{content}{self.inner(children)}]")

    def visit_Admonition(self, node: nodes.Element) -> None:  # noqa: N802 – a class of docutils
        """Write an admonition of any kind under its title."""
        kind = node.tagname.removesuffix("_node")
        self._boxed(node, markup.text(admonitionlabels.get(kind, "")))

    def visit_topic(self, node: nodes.Element) -> None:
        """Write a box with a title."""
        self._boxed(node, "")

    visit_sidebar = visit_topic

    def visit_system_message(self, _node: nodes.system_message) -> None:
        """Leave out what the parser had to say; it has been shown when it was read."""
        raise nodes.SkipNode

    def visit_citation(self, node: nodes.citation) -> None:
        """Write a source under its label."""
        label, *content = node.children
        self.block(
            f"{self.anchors(node)}#terms(terms.item([\\[{self.inner([label])}\\]], "
            f"[{self.inner(content)}]))"
        )

    def visit_centered(self, node: addnodes.centered) -> None:
        """Write a line in the middle."""
        self.block(f"#align(center)[{self.inner(node)}]")

    def visit_raw(self, node: nodes.raw) -> None:
        """Write what an author wrote for Typst; other formats have their own."""
        if "typst" in node.get("format", "").split():
            self.write(node.astext())
        raise nodes.SkipNode

    def visit_versionmodified(self, node: addnodes.versionmodified) -> None:
        """Write since when something holds."""
        self.block(self.inner(node))

    def visit_productionlist(self, node: addnodes.productionlist) -> None:
        """Write the rules of a grammar, one a line."""
        rows = [f"(0, [{self.inner([rule])}])" for rule in node.children]
        self.block(f"#lines({', '.join(rows)})")

    def visit_production(self, node: addnodes.production) -> None:
        """Write a rule; Sphinx 8.2 leaves its name and the sign to writers."""
        name = node.get("tokenname", "")
        head = f"{name} ::= " if name and not node.astext().startswith(name) else ""
        self.inline(f"#lit[{markup.text(head)}{self.inner(node)}]")

    def visit_hlist(self, node: addnodes.hlist) -> None:
        """Write a list in columns as one list."""
        items = node.findall(nodes.list_item)
        self.block(f"#list({', '.join(f'[{self.inner(item)}]' for item in items)})")


def _passed(_self: Blocks, _node: nodes.Element) -> None:
    """Go on with what a node holds."""


def _skipped(_self: Blocks, _node: nodes.Element) -> None:
    """Leave out what no reader sees."""
    raise nodes.SkipNode


def _define(names: str, visit: Callable[[Blocks, nodes.Element], None]) -> None:
    for name in names.split():
        setattr(Blocks, f"visit_{name}", visit)
        setattr(Blocks, f"depart_{name}", _passed)


_define("compound definition list_item line label attribution title subtitle", _passed)
_define("legend caption decoration header footer acks start_of_file only", _passed)
_define("field_name field_body description option_string hlistcol", _passed)
_define("comment substitution_definition index tabular_col_spec meta", _skipped)
_define("highlightlang pending toctree colspec", _skipped)
