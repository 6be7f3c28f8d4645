"""Tables of the reference pages, made from the declarations in the code."""

from __future__ import annotations

import inspect
import pprint
import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinx_questions.config import VALUES, Value
from sphinx_questions.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


class ConfigurationDirective(SphinxDirective):
    """Every configuration value: a definition list in the order of declaration."""

    def run(self) -> list[nodes.Node]:
        """Return one term per value, with its type, its help and its default."""
        return [nodes.definition_list("", *map(self._item, VALUES))]

    def _item(self, value: Value) -> nodes.definition_list_item:
        kinds = " or ".join(kind.__name__ for kind in value.types)
        rebuild = {"env": "A change reads every document again.", "": ""}[value.rebuild]
        default = nodes.literal_block(
            "", pprint.pformat(value.default, sort_dicts=False, width=72)
        )
        default["language"] = "python"
        target = nodes.make_id(value.name)
        term = nodes.term(
            "", "", nodes.literal("", value.name), nodes.Text(f" ({kinds})")
        )
        term["ids"].append(target)
        return nodes.definition_list_item(
            "",
            term,
            nodes.definition(
                "",
                nodes.paragraph(
                    "", "", *_prose(value.help), nodes.Text(f" {rebuild} Default:")
                ),
                default,
            ),
        )


class WarningsDirective(SphinxDirective):
    """Every kind of warning with what it means."""

    def run(self) -> list[nodes.Node]:
        """Return one term per kind."""
        source = inspect.getsource(Problem)
        meanings = re.findall(r"((?:    #: .*\n)+)    \w+ = \"(\S+)\"", source)
        items = [
            nodes.definition_list_item(
                "",
                nodes.term("", "", nodes.literal("", f"questions.{subtype}")),
                nodes.definition(
                    "", nodes.paragraph("", "", *_prose(_uncommented(comment)))
                ),
            )
            for comment, subtype in meanings
        ]
        assert len(items) == len(Problem)
        return [nodes.definition_list("", *items)]


def _uncommented(comment: str) -> str:
    return " ".join(line.strip().removeprefix("#: ") for line in comment.splitlines())


def _prose(text: str) -> Iterable[nodes.Node]:
    """Return *text* with what stands in backquotes as literals."""
    for index, part in enumerate(text.split("`")):
        yield nodes.literal("", part) if index % 2 else nodes.Text(part)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("declared-configuration", ConfigurationDirective)
    app.add_directive("declared-warnings", WarningsDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
