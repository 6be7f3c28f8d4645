"""What stands inside a line of text."""

from __future__ import annotations

from docutils import nodes

from sphinx_questions.formulas.faults import FormulaError, told_by_pdf
from sphinx_questions.formulas.mathml import to_text
from sphinx_questions.formulas.picture import Picture
from sphinx_questions.formulas.setting import set_formula
from sphinx_questions.guides.places import place_of
from sphinx_questions.guides.typst import markup
from sphinx_questions.guides.typst.writing import Writing
from sphinx_questions.labels import _


class Inlines(Writing):
    """Words, links, footnotes and formulas."""

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802 – docutils' name
        """Write words."""
        self.write(markup.text(node.astext()))

    def depart_Text(self, node: nodes.Text) -> None:  # noqa: N802 – docutils' name
        """Nothing is left to do."""

    def _styled(self, function: str, node: nodes.Element) -> None:
        self.inline(f"{self.anchors(node)}#{function}[{self.inner_text(node)}]")

    def inner_text(self, node: nodes.Element) -> str:
        """Return the markup inside *node* with the space around it, which counts."""
        content = self.inner(node)
        text = node.astext()
        before = " " if text[:1].isspace() else ""
        after = " " if text[-1:].isspace() else ""
        return f"{before}{content}{after}"

    def visit_emphasis(self, node: nodes.Element) -> None:
        """Write stressed words."""
        self._styled("emph", node)

    visit_title_reference = visit_emphasis
    visit_literal_emphasis = visit_emphasis

    def visit_strong(self, node: nodes.Element) -> None:
        """Write strong words."""
        self._styled("strong", node)

    visit_literal_strong = visit_strong

    def visit_superscript(self, node: nodes.superscript) -> None:
        """Write raised words."""
        self._styled("super", node)

    def visit_subscript(self, node: nodes.subscript) -> None:
        """Write lowered words."""
        self._styled("sub", node)

    def visit_literal(self, node: nodes.Element) -> None:
        """Write code inside a line."""
        code = markup.breakable(node.astext())
        self.inline(f"{self.anchors(node)}#lit[{code}]")

    visit_kbd = visit_literal

    def visit_inline(self, node: nodes.Element) -> None:
        """Write words that only a style sheet would set apart."""
        self.inline(self.anchors(node) + self.inner_text(node))

    visit_generated = visit_inline
    visit_abbreviation = visit_inline
    visit_acronym = visit_inline
    visit_manpage = visit_inline
    visit_problematic = visit_inline
    visit_pending_xref = visit_inline

    def visit_reference(self, node: nodes.Element) -> None:
        """Write a link; one inside the book says on which page it ends."""
        content = self.anchors(node) + self.inner_text(node)
        if "refid" in node:
            page = "" if self.plain_links else _("p. %s")
            target = markup.label(node["refid"])
            self.inline(f"#xref({markup.value(page)}, {target})[{content}]")
        if uri := node.get("refuri"):
            self.inline(f"#link({markup.value(uri)})[{content}]")
        self.inline(content)

    visit_number_reference = visit_reference

    def visit_target(self, node: nodes.target) -> None:
        """Write an invisible target, and the words in it if there are any."""
        self.inline(self.anchors(node) + self.inner(node))

    def visit_footnote_reference(self, node: nodes.footnote_reference) -> None:
        """Write the footnote where it is referred to, or refer to it once more."""
        id_ = node["refid"]
        mark = markup.label(f"note-{id_}")
        if note := self._notes.pop(id_, None):
            self.inline(f"#footnote[{self.inner(note.children[1:])}]#{mark}")
        self.inline(f"#footnote({mark})")

    def visit_footnote(self, node: nodes.footnote) -> None:
        """Leave it out here; a note that nothing refers to is written as text."""
        if any(node is note for note in self._notes.values()) and not node["backrefs"]:
            self.block(self.inner(node.children[1:]))
        raise nodes.SkipNode

    def prepare_notes(self, document: nodes.document) -> None:
        """Find the footnotes, which stand behind what refers to them."""
        notes = document.findall(nodes.footnote)
        self._notes = {id_: note for note in notes for id_ in note["ids"]}

    def visit_math(self, node: nodes.math) -> None:
        """Write a formula in a line."""
        self.inline(self._formula(node, block=False))

    def visit_math_block(self, node: nodes.math_block) -> None:
        """Write a displayed formula, with its number if it has one."""
        self.block(self.anchors(node) + self._formula(node, block=True))

    def _formula(self, node: nodes.math | nodes.math_block, *, block: bool) -> str:
        tex = node.astext()
        try:
            set_ = set_formula(tex, block=block)
        except FormulaError as error:
            message = f"{place_of(node)}: {told_by_pdf(tex, error)}"
            # A title is set once more in what leads there.
            if message not in self.errors:
                self.errors.append(message)
            return ""
        if isinstance(set_, Picture):
            return _image(set_, tex, block=block)
        alt = markup.value(to_text(tex, block=block))
        if not block:
            return f"#math.equation(alt: {alt}, ${set_}$)"
        number = node.get("number")
        numbering = f"_ => [\\({number}\\)]" if number else "none"
        return (
            f"#math.equation(block: true, numbering: {numbering}, "
            f"alt: {alt}, $ {set_} $)"
        )


def _image(picture: Picture, tex: str, *, block: bool) -> str:
    """Return a formula as an image, where it can be drawn but not set."""
    image = (
        f"image(bytes({markup.value(picture.svg)}), format: {markup.value('svg')}, "
        f"width: {picture.width:.3f}em, alt: {markup.value(tex)})"
    )
    if block:
        return f"#align(center, {image})"
    return f"#box(baseline: {picture.depth:.3f}em, {image})"
