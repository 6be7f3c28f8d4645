"""Tables and figures for Typst."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_questions.guides.pictures import is_decoration
from sphinx_questions.guides.typst import markup
from sphinx_questions.guides.typst.columns import extent, shares
from sphinx_questions.guides.typst.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ALIGNMENTS: Final = {
    "text-left": "left",
    "text-center": "center",
    "text-right": "right",
}

#: Lengths that docutils knows, in points; a pixel is 1/96 of an inch.
_UNITS: Final = {"px": 0.75, "": 0.75, "pt": 1, "cm": 28.346, "mm": 2.835, "in": 72}


class Tables(Writing):
    """Tables, and figures, which stand in frames of the same kind."""

    def visit_table(self, node: nodes.table) -> None:
        """Write a table, with its title as a caption."""
        group = next(iter(node.findall(nodes.tgroup)))
        table = self._table(node, group)
        titles = [child for child in node.children if isinstance(child, nodes.title)]
        if titles:
            table = _figure(f"#{table}", self.inner(titles[0]), "table")
            self.block(f"{self.anchors(node)}#{table}")
        self.block(f"{self.anchors(node)}#{table}")

    def _table(self, node: nodes.table, group: nodes.tgroup) -> str:
        specs = list(group.findall(nodes.colspec))
        widths = [str(spec["colwidth"]) for spec in specs]
        given = "colwidths-given" in node["classes"]
        head = [row for part in group.findall(nodes.thead) for row in part.children]
        body = [row for part in group.findall(nodes.tbody) for row in part.children]
        if not given:
            widths = _widths([*head, *body], len(specs))
        columns = [f"{width}fr" if width else "auto" for width in widths]
        header = "()"
        if head:
            cells = ", ".join(c for row in head for c in self._row(row, strong=True))
            header = f"(table.header({cells}), table.hline(stroke: 0.4pt))"
        cells = ", ".join(cell for row in body for cell in self._row(row))
        alignment = markup.array(*([self.start] * len(columns)))
        return f"rules({markup.array(*columns)}, {alignment}, {header}, {cells})"

    def _row(self, row: nodes.Node, *, strong: bool = False) -> Iterator[str]:
        for entry in row.children:
            assert isinstance(entry, nodes.entry)  # noqa: S101 – narrows for mypy
            places = (_ALIGNMENTS.get(class_) for class_ in entry["classes"])
            options = [
                f"colspan: {entry.get('morecols', 0) + 1}",
                f"rowspan: {entry.get('morerows', 0) + 1}",
                *(f"align: {place}" for place in places if place),
            ]
            content = self.inner(entry)
            if strong:
                content = f"#strong[{content}]"
            yield f"table.cell({', '.join(options)})[{content}]"

    def visit_figure(self, node: nodes.figure) -> None:
        """Write a picture with its caption and what explains it."""
        words = (nodes.caption, nodes.legend)
        caption = [child for child in node.children if isinstance(child, words)]
        rest = [child for child in node.children if not isinstance(child, words)]
        text = "\n\n".join(self.inner([child]) for child in caption)
        figure = _figure(f"[{self.inner(rest)}]", text, "image")
        self.block(f"{self.anchors(node)}#{figure}")

    def visit_image(self, node: nodes.image) -> None:
        """Write a picture: in a line, or in a place of its own."""
        uri = node["uri"]
        name = self.builder.images.get(uri)
        if name is None:
            # Sphinx has warned of it when it was read.
            self.block(markup.text(node.get("alt", "")))
        options = [markup.value(f"images/{name}")]
        options += _size(node)
        alt = node.get("alt") or ("" if is_decoration(node) else _caption_of(node))
        if alt:
            options.append(f"alt: {markup.value(alt)}")
        image = f"image({', '.join(options)})"
        if not alt:
            # Nobody has said what it shows, or somebody that it shows nothing.
            image = f"pdf.artifact({image})"
        if isinstance(node.parent, nodes.TextElement):
            self.inline(f"{self.anchors(node)}#box(baseline: 20%, {image})")
        align = node.get("align", "")
        place = align if align in {"center", "right"} else "start"
        self.block(f"{self.anchors(node)}#align({place}, {image})")


def _widths(rows: Iterable[nodes.Node], columns: int) -> list[str]:
    """Return how wide columns are beside each other; empty if all is one line each.

    A cell that spans others asks for nothing.
    """
    texts: list[list[str]] = [[] for _ in range(columns)]
    for row in rows:
        entries = list(row.findall(nodes.entry))
        if len(entries) == columns:
            for column, entry in zip(texts, entries, strict=True):
                column.append(entry.astext())
    found = shares([extent(column) for column in texts])
    return [str(share) for share in found] if found else [""] * columns


def _figure(content: str, caption: str, kind: str) -> str:
    words = f"[{caption}]" if caption else "none"
    content = content.removeprefix("#")
    return (
        f"figure({content}, caption: {words}, kind: {kind}, "
        "supplement: none, numbering: none)"
    )


def _caption_of(image: nodes.image) -> str:
    if isinstance(image.parent, nodes.figure):
        for node in image.parent.findall(nodes.caption):
            return node.astext()
    return ""


def _size(image: nodes.image) -> Iterator[str]:
    """Yield the size that an author asked for; nothing is wider than its place."""
    for name in ("width", "height"):
        match = re.fullmatch(r"([\d.]+)\s*(\S*)", str(image.get(name, "")))
        if not match:
            continue
        number, unit = float(match[1]), match[2]
        if unit in {"%", "em"}:
            yield f"{name}: {number:g}{unit}"
        elif unit in _UNITS:
            yield f"{name}: {number * _UNITS[unit]:g}pt"
