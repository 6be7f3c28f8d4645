"""Sections, lists, quotations, code and tables."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.locale import admonitionlabels

from sphinx_questions.exports.markdown import markup
from sphinx_questions.exports.markdown.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx import addnodes


class Blocks(Writing):
    """What stands in lines of its own."""

    def visit_section(self, node: nodes.section) -> None:
        """Write a title and what stands below it."""
        title, *content = node.children
        self.block(f"# {self.line(title)}\n\n{self.inner(content)}")  # type: ignore[arg-type]

    def visit_rubric(self, node: nodes.rubric) -> None:
        """Write a heading of a section, one inside it, or a line that stands out."""
        words = self.line(node)
        if "question-heading" in node["classes"]:
            self.block(f"## {words}")
        if "depth" in node:
            self.block(f"{'#' * min(6, 2 + node['depth'])} {words}")
        self.block(f"**{words}**" if words else "")

    def visit_paragraph(self, node: nodes.Element) -> None:
        """Write a paragraph."""
        self.block(markup.paragraph(self.line(node)))

    def visit_title(self, node: nodes.Element) -> None:
        """Write the title of a box or a table."""
        words = self.line(node)
        self.block(f"**{words}**" if words else "")

    visit_caption = visit_paragraph
    visit_centered = visit_paragraph

    def visit_bullet_list(self, node: nodes.Element) -> None:
        """Write bullets."""
        self.block(self._list(node, lambda _number: "-"))

    def visit_enumerated_list(self, node: nodes.enumerated_list) -> None:
        """Write numbered items; Markdown knows Arabic numbers only."""
        start = node.get("start", 1)
        self.block(self._list(node, lambda number: f"{start + number}."))

    def _list(self, node: nodes.Element, marker: Callable[[int], str]) -> str:
        items = [child for child in node.children if isinstance(child, nodes.Element)]
        blocks = [
            markup.item(marker(number), self.inner(item))
            for number, item in enumerate(items)
        ]
        loose = any("\n\n" in block for block in blocks)
        return ("\n\n" if loose else "\n").join(blocks)

    def visit_hlist(self, node: addnodes.hlist) -> None:
        """Write a list in columns as one list."""
        items = list(node.findall(nodes.list_item))
        self.block("\n".join(markup.item("-", self.inner(item)) for item in items))

    def visit_definition_list(self, node: nodes.definition_list) -> None:
        """Write terms and what they mean: Markdown has bullets for it."""
        self.block("\n\n".join(self._definitions(node)))

    def _definitions(self, node: nodes.Element) -> Iterator[str]:
        for item in node.children:
            if isinstance(item, nodes.Element):
                *terms, meaning = item.children
                term = " – ".join(self.line([child]) for child in terms)
                yield markup.item("-", f"**{term}**\n\n{self.inner([meaning])}")

    def visit_field_list(self, node: nodes.field_list) -> None:
        """Write names with their values."""
        self.block("\n\n".join(self._definitions(node)))

    def visit_option_list(self, node: nodes.option_list) -> None:
        """Write options of a command with what they do."""
        self.block("\n\n".join(self._definitions(node)))

    def visit_option_group(self, node: nodes.option_group) -> None:
        """Write the names of an option."""
        self.inline(markup.code(node.astext()))

    def visit_line_block(self, node: nodes.line_block) -> None:
        """Write lines as they were broken."""
        self.block("\\\n".join(self._lines(node, 0)))

    def _lines(self, node: nodes.line_block, depth: int) -> Iterator[str]:
        for child in node.children:
            if isinstance(child, nodes.line_block):
                yield from self._lines(child, depth + 1)
            elif isinstance(child, nodes.Element):
                # No-break spaces: others at the beginning of a line do not count.
                yield "\u00a0\u00a0" * depth + markup.paragraph(self.line(child))

    def visit_block_quote(self, node: nodes.Element) -> None:
        """Write a quotation."""
        self.block(markup.quoted(self.inner(node)))

    def visit_attribution(self, node: nodes.attribution) -> None:
        """Write who said it."""
        self.block(f"— {self.line(node)}")

    def visit_transition(self, _node: nodes.transition) -> None:
        """Write a line across the page."""
        self.block("---")

    def visit_Admonition(self, node: nodes.Element) -> None:  # noqa: N802 – a class of docutils
        """Write an admonition of any kind, as a quotation under its title."""
        kind = node.tagname.removesuffix("_node")
        words = markup.text(str(admonitionlabels.get(kind, "")))
        title = f"**{words}**\n\n" if words else ""
        self.block(markup.quoted(title + self.inner(node)))

    visit_topic = visit_block_quote
    visit_sidebar = visit_block_quote

    def visit_literal_block(self, node: nodes.Element) -> None:
        """Write code as it is; markup inside it is left out."""
        if self.in_cell:
            lines = node.astext().split("\n")
            self.block("\n".join(markup.code(line) for line in lines if line.strip()))
        language = node.get("language", "")
        plain = {"default", "none", "text"}
        self.block(
            markup.code_block(node.astext(), "" if language in plain else language)
        )

    def visit_doctest_block(self, node: nodes.doctest_block) -> None:
        """Write a dialogue with the interpreter."""
        self.block(markup.code_block(node.astext(), "pycon"))

    def visit_production(self, node: addnodes.production) -> None:
        """Write a rule of a grammar; Sphinx 8.2 leaves its name to writers."""
        name = node.get("tokenname", "")
        head = f"{name} ::= " if name and not node.astext().startswith(name) else ""
        self.block(markup.code_block(head + node.astext(), ""))

    def visit_table(self, node: nodes.table) -> None:
        """Write a table, with its title above it.

        A cell that stretches is written once, with empty ones behind it or below.
        """
        titles = [child for child in node.children if isinstance(child, nodes.title)]
        self.in_cell = True
        rows = [self._row(row) for row in node.findall(nodes.row)]
        self.in_cell = False
        if not any(node.findall(nodes.thead)):
            rows.insert(0, [""] * max(map(len, rows), default=1))
        _fill(rows)
        rows.insert(1, ["---"] * len(rows[0]))
        lines = [f"| {' | '.join(row)} |" for row in rows]
        caption = self.inner(titles)
        self.block(f"{caption}\n\n" * bool(caption) + "\n".join(lines))

    def _row(self, row: nodes.row) -> list[str]:
        cells: list[str] = []
        for entry in row.children:
            if isinstance(entry, nodes.entry):
                content = self.inner(entry).replace("|", r"\|")
                cells.append(re.sub(r"\n+", "<br>", content))
                cells += [""] * entry.get("morecols", 0)
        return cells

    def visit_raw(self, node: nodes.raw) -> None:
        """Keep the words of HTML, and what an author wrote for Markdown."""
        formats = node.get("format", "").split()
        if "markdown" in formats:
            self.write(node.astext())
        elif "html" in formats:
            words = html.unescape(_MARKUP.sub(" ", node.astext()))
            self.write(markup.text(" ".join(words.split())))
        raise nodes.SkipNode


def _fill(rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    for row in rows:
        row.extend([""] * (width - len(row)))


#: What is no word of HTML.
_MARKUP: Final = re.compile(
    r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE
)

#: What no reader sees.
_SKIPPED: Final = (
    "comment substitution_definition index tabular_col_spec meta highlightlang pending "
    "toctree colspec system_message"
)


def _skip(_self: Blocks, _node: nodes.Element) -> None:
    raise nodes.SkipNode


for _name in _SKIPPED.split():
    setattr(Blocks, f"visit_{_name}", _skip)
