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
    from collections.abc import Iterable, Iterator

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
_OUTPUTS: Final = frozenset({"output", "text", "none", "default-output"})

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
    if node.get("language") in _OUTPUTS:
        options.append("output: true")
    array = markup.array(*(f"[{line}]" for line in lines))
    return f"#code({', '.join((array, *options))})"


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
