"""Code, highlighted by Pygments, for Typst."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from pygments.token import Token
from sphinx.highlighting import PygmentsBridge

from sphinx_questions.guides.typst import markup
from sphinx_questions.guides.typst.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pygments.token import _TokenType
    from sphinx.builders import Builder

#: What the template tells apart, by the kinds of Pygments; the nearest ancestor counts.
_KINDS: Final = {
    Token.Keyword: "k",
    Token.Operator.Word: "k",
    Token.Literal.String: "s",
    Token.Comment: "c",
    Token.Comment.Preproc: "b",
    Token.Literal.Number: "m",
    Token.Name.Function: "f",
    Token.Name.Class: "f",
    Token.Name.Tag: "f",
    Token.Name.Builtin: "b",
    Token.Name.Decorator: "b",
    Token.Name.Attribute: "b",
    Token.Generic.Prompt: "p",
    Token.Generic.Output: "o",
    Token.Generic.Error: "e",
    Token.Generic.Traceback: "e",
}

#: Languages whose blocks show what a program printed.
_OUTPUTS: Final = frozenset({"output", "pytb", "text", "none", "default-output"})

#: Lines that stay on one page.
_SHORT: Final = 10

#: Lines at the foot and at the head of a page, at least.
_TOGETHER: Final = 3

#: Characters without a space that are too long for a line of the narrowest box.
_LONG: Final = re.compile(r"\S{60,}")


class Code(Writing):
    """Blocks of code."""

    def __init__(self, document: nodes.document, builder: Builder) -> None:
        super().__init__(document, builder)
        self._bridge = PygmentsBridge("html", "default")

    def visit_literal_block(self, node: nodes.Element) -> None:
        """Write code with its colours, numbers and marks."""
        if node.rawsource != node.astext():
            # A parsed literal: its own markup, and no highlighting.
            self.block(f"{self.anchors(node)}{_code(self._parsed(node), node)}")
        tokens = self._tokens(node)
        lines = [_line(line) for line in _split(tokens)]
        self.block(self.anchors(node) + _code(lines, node))

    def visit_doctest_block(self, node: nodes.doctest_block) -> None:
        """Write a dialogue with the interpreter."""
        node["language"] = "pycon"
        self.visit_literal_block(node)

    def _tokens(self, node: nodes.Element) -> Iterable[tuple[_TokenType, str]]:
        language = node.get("language", "default")
        lexer = self._bridge.get_lexer(
            node.astext(),
            language,
            opts=self.config.highlight_options.get(language, {}),
            force=node.get("force", False),
            location=node,
        )
        found: Iterable[tuple[_TokenType, str]] = lexer.get_tokens(node.astext())
        return found

    def _parsed(self, node: nodes.Element) -> list[str]:
        """Return the lines of a block with markup in it."""
        lines = [""]
        for child in node.children:
            if isinstance(child, nodes.Text):
                first, *rest = child.astext().split("\n")
                lines[-1] += _verbatim(first)
                lines += map(_verbatim, rest)
            else:
                lines[-1] += self.inner([child])
        return lines


def _code(lines: list[str], node: nodes.Element) -> str:
    arguments: dict[str, Any] = node.get("highlight_args", {})
    options = []
    if node.get("linenos"):
        options.append(f"first: {arguments.get('linenostart', 1)}")
    if marked := arguments.get("hl_lines"):
        options.append(f"marked: {markup.array(*map(str, marked))}")
    if _is_output(node):
        options.append("output: true")
    ends = page_ends(node.astext().rstrip("\n").split("\n"))
    options.append(f"ends: {markup.array(*map(str, ends))}")
    if not _is_output(node) and _is_output(_behind(node)):
        options.append("followed: true")
    array = markup.array(*(f"[{line}]" for line in lines))
    return f"#code({', '.join((array, *options))})"


def is_listing(node: nodes.Node | None) -> bool:
    """Return whether *node* is code with its caption."""
    classes = node["classes"] if isinstance(node, nodes.container) else ()
    return "literal-block-wrapper" in classes


def _behind(node: nodes.Element) -> nodes.Node | None:
    """Return what stands behind code, and of code with a caption the code."""
    whole = node.parent if is_listing(node.parent) else node
    behind = whole.next_node(descend=False, siblings=True)
    if isinstance(behind, nodes.container) and is_listing(behind):
        return behind[-1]
    return behind


def _is_output(node: nodes.Node | None) -> bool:
    return isinstance(node, nodes.literal_block) and node.get("language") in _OUTPUTS


def page_ends(lines: Sequence[str]) -> list[int]:
    """Return the lines, counted from 0, behind which a page may end.

    Those are the empty ones. Where many lines have none between them, it is one before
    a line that begins at the margin; and anywhere in a text without either.
    """
    if len(lines) <= _SHORT:
        return []
    ends: list[int] = []
    for index in range(_TOGETHER - 1, len(lines) - _TOGETHER):
        line, following = lines[index], lines[index + 1]
        since = index - ends[-1] if ends else index + 1
        margin = following[:1].strip() and not following.startswith((")", "]", "}"))
        if (
            not line.strip()
            or (since > _SHORT and margin and line.strip())
            or since > 2 * _SHORT
        ):
            ends.append(index)
    return ends


def _split(
    tokens: Iterable[tuple[_TokenType, str]],
) -> Iterator[list[tuple[_TokenType, str]]]:
    """Yield the tokens line by line, without empty lines at the end."""
    lines: list[list[tuple[_TokenType, str]]] = [[]]
    for kind, text in tokens:
        first, *rest = text.split("\n")
        lines[-1].append((kind, first))
        lines += [[(kind, part)] for part in rest]
    while len(lines) > 1 and not any(text.strip() for _kind, text in lines[-1]):
        lines.pop()
    yield from lines


def _line(tokens: Iterable[tuple[_TokenType, str]]) -> str:
    return "".join(_token(kind, text) for kind, text in tokens if text)


def _token(kind: _TokenType, text: str) -> str:
    while kind not in _KINDS and kind.parent is not None:
        kind = kind.parent
    if kind not in _KINDS or text.isspace():
        return _verbatim(text)
    return f'#tk("{_KINDS[kind]}")[{_verbatim(text)}]'


def _verbatim(text: str) -> str:
    """Return *text* with every space of it, and breaks where it is too long."""
    pieces: list[str] = []
    end = 0
    for match in _LONG.finditer(text):
        pieces += [_string(text[end : match.start()]), markup.breakable(match[0])]
        end = match.end()
    return "".join((*pieces, _string(text[end:])))


def _string(text: str) -> str:
    return f"#{markup.value(text)};" if text else ""
