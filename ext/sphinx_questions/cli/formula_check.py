"""What builds would say of the formulas of a project, without building anything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from docutils.utils import get_source_line
from sphinx import addnodes
from sphinx.util.logging import is_suppressed_warning
from sphinx.util.tags import Tags

from sphinx_questions.cli.paths import from_here
from sphinx_questions.editorial.finding import Finding, Severity
from sphinx_questions.formulas.faults import (
    BrokenFormulaError,
    FormulaError,
    told_by_pages,
    told_by_pdf,
)
from sphinx_questions.formulas.mathml import RENDERER, to_mathml
from sphinx_questions.formulas.setting import set_formula
from sphinx_questions.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx


class Formula(NamedTuple):
    """A formula, and where it was written."""

    path: str
    line: int
    tex: str
    block: bool


def formulas_in(doctree: nodes.document, tags: Iterable[str]) -> Iterator[Formula]:
    """Yield the formulas of a document that web pages show."""
    shown = Tags([*tags, "html", "format_html", "builder_html"])
    for node in doctree.findall(nodes.Element):
        if isinstance(node, (nodes.math, nodes.math_block)) and _is_shown(node, shown):
            source, line = get_source_line(node)
            path = from_here(Path(source)) if source else ""
            block = isinstance(node, nodes.math_block)
            yield Formula(path, line or 0, node.astext(), block)


def _is_shown(node: nodes.Node, tags: Tags) -> bool:
    outer = node.parent
    while outer is not None:
        if isinstance(outer, addnodes.only) and not tags.eval_condition(outer["expr"]):
            return False
        outer = outer.parent
    return True


def check_formulas(formulas: Iterable[Formula], app: Sphinx) -> Iterator[Finding]:
    """Yield what is wrong with *formulas*, once for each place."""
    kind = Problem.MATH.value
    if is_suppressed_warning("questions", kind, app.config.suppress_warnings):
        return
    on_pages = app.config.html_math_renderer == RENDERER
    for path, line, tex, block in dict.fromkeys(formulas):
        if found := _fault(tex, block=block, on_pages=on_pages):
            message, severity = found
            yield Finding(path, line, f"questions.{kind}", message, severity)


def _fault(tex: str, *, block: bool, on_pages: bool) -> tuple[str, Severity] | None:
    """Return what is wrong with a formula, and whether it is wrong in every output."""
    pdf = _refusal(tex, block=block)
    try:
        to_mathml(tex, block=block)
    except FormulaError as error:
        message = told_by_pages(tex, error, stops_pdf=pdf is not None)
        # Other renderers know other commands, and ePub is not every bank's.
        everywhere = on_pages or isinstance(error, BrokenFormulaError)
        return message, Severity.ERROR if everywhere else Severity.NOTE
    return (told_by_pdf(tex, pdf), Severity.ERROR) if pdf else None


def _refusal(tex: str, *, block: bool) -> FormulaError | None:
    try:
        set_formula(tex, block=block)
    except FormulaError as error:
        return error
    except ImportError:
        # Without ziamath nobody here makes a PDF.
        return None
    return None
