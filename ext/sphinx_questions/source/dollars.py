"""Formulas between dollar signs in a project that does not read them as such."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.util import get_filetype

from sphinx_questions.formulas.faults import quoted
from sphinx_questions.formulas.mathml import is_command
from sphinx_questions.problems import Problem, warn
from sphinx_questions.source.tree import questions_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

#: A paragraph that is a displayed formula, and not a range of prices.
_DISPLAYED: Final = re.compile(r"\s*\$\$[^$]*[=<>^_+/\\][^$]*\$\$\s*")

#: What stands between two dollar signs that touch it and no word beside it: neither
#: "$5 and $6" nor "$HOME and $PATH".
_INLINE: Final = re.compile(r"(?<![\\$\w])\$(?!\s)([^$]+)(?<!\s)\$(?![$\w])")

_COMMAND: Final = re.compile(r"\\[A-Za-z]+")

#: Text in which a dollar sign means what it is.
_LITERAL: Final = (nodes.literal, nodes.math, nodes.raw, nodes.reference)


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Say once of a document that its formulas are not read as such."""
    extensions = getattr(app.config, "myst_enable_extensions", None)
    if extensions is None or "dollarmath" in extensions:
        return
    path = app.env.doc2path(app.env.docname)
    if get_filetype(app.config.source_suffix, path) == "restructuredtext":
        return
    for root in questions_in(doctree):
        for block, formula in _unread_formulas(root):
            warn(
                Problem.MATH,
                f"{quoted(formula)} is shown as it was written: formulas between "
                'dollar signs are not switched on. Add "dollarmath" to '
                "myst_enable_extensions in conf.py; if it is none, put it in backticks",
                block,
            )
            return


def _unread_formulas(root: nodes.Element) -> Iterator[tuple[nodes.Element, str]]:
    for block in root.findall(nodes.TextElement):
        if isinstance(block, (nodes.Inline, nodes.FixedTextElement)):
            continue
        text = "".join(_words(block))
        if _DISPLAYED.fullmatch(text):
            yield block, text
        for found in _INLINE.finditer(text):
            if any(map(is_command, _COMMAND.findall(found[1]))):
                yield block, found[0]


def _words(node: nodes.Node) -> Iterator[str]:
    """Yield the words of a paragraph, with a gap where something is literal."""
    if isinstance(node, nodes.Text):
        yield node.astext()
    elif isinstance(node, _LITERAL):
        yield "\0"
    else:
        for child in node.children:
            yield from _words(child)
