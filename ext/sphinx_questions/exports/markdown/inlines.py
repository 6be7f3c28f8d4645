"""What stands inside a line of text."""

from __future__ import annotations

from urllib.parse import quote

from docutils import nodes

from sphinx_questions.exports.markdown import markup
from sphinx_questions.exports.markdown.writing import Writing


class Inlines(Writing):
    """Words, links, footnotes and formulas."""

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802 – docutils' name
        """Write words."""
        self.write(markup.text(node.astext()))

    def depart_Text(self, node: nodes.Text) -> None:  # noqa: N802 – docutils' name
        """Nothing is left to do."""

    def _styled(self, mark: str, node: nodes.Element) -> None:
        content = self.inner(node)
        words = content.strip()
        if not words:
            self.inline(content)
        start = content.index(words)
        before, after = content[:start], content[start + len(words) :]
        self.inline(f"{before}{mark}{words}{mark}{after}")

    def visit_emphasis(self, node: nodes.Element) -> None:
        """Write stressed words."""
        self._styled("*", node)

    visit_title_reference = visit_emphasis
    visit_literal_emphasis = visit_emphasis

    def visit_strong(self, node: nodes.Element) -> None:
        """Write strong words."""
        self._styled("**", node)

    visit_literal_strong = visit_strong

    def visit_superscript(self, node: nodes.superscript) -> None:
        """Write raised words."""
        self.inline(f"<sup>{self.inner(node)}</sup>")

    def visit_subscript(self, node: nodes.subscript) -> None:
        """Write lowered words."""
        self.inline(f"<sub>{self.inner(node)}</sub>")

    def visit_literal(self, node: nodes.Element) -> None:
        """Write code inside a line."""
        self.inline(markup.code(node.astext()))

    def visit_kbd(self, node: nodes.Element) -> None:
        """Write a key."""
        self.visit_literal(node)

    def visit_abbreviation(self, node: nodes.abbreviation) -> None:
        """Write an abbreviation and what it stands for."""
        meaning = node.get("explanation", "")
        self.inline(
            self.inner(node) + (f" ({markup.text(meaning)})" if meaning else "")
        )

    def visit_reference(self, node: nodes.Element) -> None:
        """Write a link."""
        content = self.inner(node)
        if name := node.get("filename"):
            uri = self.absolute(f"/_downloads/{quote(name)}")
            self.inline(markup.link(content, uri))
        if "refid" in node:
            self.inline(markup.link(content, self.absolute(f"#{node['refid']}")))
        if uri := node.get("refuri"):
            self.inline(markup.link(content, self.absolute(uri)))
        self.inline(content)

    def visit_footnote_reference(self, node: nodes.footnote_reference) -> None:
        """Refer to a footnote."""
        self.inline(f"[^{node.astext()}]")

    def visit_footnote(self, node: nodes.footnote) -> None:
        """Write a footnote under its number."""
        label, *content = node.children
        self.block(markup.item(f"[^{label.astext()}]:", self.inner(content)))

    def visit_citation(self, node: nodes.citation) -> None:
        """Write a source under its label."""
        label, *content = node.children
        self.block(f"\\[{self.inner([label])}\\] {self.inner(content)}")

    def visit_math(self, node: nodes.math) -> None:
        """Write a formula in a line."""
        self.inline(markup.formula(node.astext()))

    def visit_math_block(self, node: nodes.math_block) -> None:
        """Write a displayed formula, with its number if it has one."""
        tex = "\n".join(line for line in node.astext().split("\n") if line.strip())
        number = node.get("number")
        tag = f" \\tag{{{number}}}" if number else ""
        self.block(f"$$\n{tex}{tag}\n$$")

    def visit_image(self, node: nodes.image) -> None:
        """Write an image with its alternative."""
        # Not node["uri"] alone: that is decided when the page is written, later.
        candidates: dict[str, str] = node.get("candidates", {})
        kinds = ("*", *self.builder.supported_image_types)
        uri = next((candidates[k] for k in kinds if k in candidates), node["uri"])
        if uri in self.builder.env.images:
            name = self.builder.env.images[uri][1]
            uri = self.absolute(f"/{self.builder.imagedir}/{quote(name)}")
        image = markup.image(node.get("alt", ""), uri)
        if isinstance(node.parent, nodes.TextElement):
            self.inline(image)
        self.block(image)
