"""Tables of the reference pages, made from the declarations in the code."""

from __future__ import annotations

import inspect
import json
import pprint
import re
from pathlib import Path
from typing import TYPE_CHECKING

from click.testing import CliRunner
from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from sphinx_questions.cli.commands import command
from sphinx_questions.config import VALUES, Value
from sphinx_questions.editorial.finding import Severity
from sphinx_questions.editorial.rules import RULES
from sphinx_questions.html.assets import STATIC
from sphinx_questions.problems import Problem

STYLES = STATIC / "sphinx-questions"

#: The builders that give a warning which HTML does not.
WARNING_BUILDERS = {"alternative": "epub", "node": "typst", "raw": "epub"}

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from sphinx_questions.editorial.rule import Rule


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
    """Every kind of warning: what it means, an example, its message, and a mend."""

    def run(self) -> list[nodes.Node]:
        """Return a section for each kind."""
        source = inspect.getsource(Problem)
        meanings = re.findall(r"((?:    #: .*\n)+)    \w+ = \"(\S+)\"", source)
        assert len(meanings) == len(Problem)
        return [
            self._section(subtype, _uncommented(comment))
            for comment, subtype in meanings
        ]

    def _section(self, subtype: str, meaning: str) -> nodes.section:
        anchor = f"questions-{subtype}"
        section = nodes.section("", ids=[anchor], names=[anchor])
        section += nodes.title("", "", nodes.literal("", f"questions.{subtype}"))
        section += nodes.paragraph("", "", *_prose(meaning))
        if builder := WARNING_BUILDERS.get(subtype):
            text = f"Only the builder `{builder}` gives this warning."
            section += nodes.paragraph("", "", *_prose(text))
        if settings := self._shown(subtype, "settings.py"):
            section += [_sentence("With this in `conf.py`:"), *settings]
        section += [_sentence("What gives the warning:")]
        section += [*self._shown(subtype, "page.md"), *self._state(subtype, "wrong")]
        section += [_sentence("What it says:"), self._message(subtype)]
        section += [_sentence("What to write instead:")]
        section += self._state(subtype, "mended")
        return section

    def _message(self, subtype: str) -> nodes.block_quote:
        """Return what the warning says, as a text that wraps."""
        path = Path(self.env.srcdir, "extend", "warnings", subtype, "message.txt")
        self.env.note_dependency(str(path))
        lines = path.read_text(encoding="utf-8").splitlines()
        said = (nodes.paragraph("", "", nodes.literal("", line)) for line in lines)
        return nodes.block_quote("", *said)

    def _state(self, subtype: str, state: str) -> list[nodes.Node]:
        module = self._shown(subtype, f"{state}.py", caption="badge.py")
        catalogue = self._shown(subtype, f"{state}.json", caption="team.json")
        return module or catalogue or self._shown(subtype, f"{state}.md")

    def _shown(self, subtype: str, name: str, *, caption: str = "") -> list[nodes.Node]:
        """Return a file of an example as a block, or nothing if there is none."""
        path = Path(self.env.srcdir, "extend", "warnings", subtype, name)
        if not path.is_file():
            return []
        self.env.note_dependency(str(path))
        text = path.read_text(encoding="utf-8")
        # The title of the page and the noise of the linter say nothing here.
        text = re.sub(
            r"\A# Our questions\n\n|  # noqa: \w+ – .*$", "", text, flags=re.MULTILINE
        )
        language = {".json": "json", ".md": "md", ".py": "python"}[path.suffix]
        block = _code(text.rstrip(), language)
        if not caption:
            return [block]
        label = nodes.paragraph("", "", nodes.literal("", caption))
        return [label, block]


class RulesDirective(SphinxDirective):
    """Every editorial rule: a definition list in the order of declaration."""

    def run(self) -> list[nodes.Node]:
        """Return one term per rule, with its help, its default and an example."""
        return [nodes.definition_list("", *map(self._item, RULES))]

    def _item(self, rule: Rule) -> nodes.definition_list_item:
        kind = "note" if rule.severity is Severity.NOTE else "error"
        default = (
            "Off unless you set it."
            if rule.default is False
            else f"Default: `{json.dumps(rule.default)}`."
        )
        term = nodes.term(
            "", "", nodes.literal("", rule.name), nodes.Text(f" ({kind})")
        )
        term["ids"].append(nodes.make_id(f"rule-{rule.name}"))
        text = f"{rule.help} {default}"
        example = _code(f"{rule.name} = {rule.example}", "toml")
        return nodes.definition_list_item(
            "", term, nodes.definition("", _sentence(text), example)
        )


class CommandsDirective(SphinxDirective):
    """The command line, as it describes itself."""

    def run(self) -> list[nodes.Node]:
        """Return a section for the command, and one for each command in it."""
        return [self._section(name) for name in ("", *sorted(command.commands))]

    def _section(self, name: str) -> nodes.section:
        full = f"sphinx-questions {name}".strip()
        section = nodes.section("", ids=[nodes.make_id(full)])
        section += nodes.title("", "", nodes.literal("", full))
        section += _code(help_text(name), "text")
        return section


class PropertiesDirective(SphinxDirective):
    """Every custom property of the style sheets that is set on the body."""

    def run(self) -> list[nodes.Node]:
        """Return a table: name, default, and what it is for."""
        head = nodes.row("", *map(_cell, ("property", "what it is", "default")))
        rows = [
            nodes.row(
                "",
                nodes.entry("", nodes.paragraph("", "", nodes.literal("", name))),
                nodes.entry("", _sentence(PROPERTIES[name])),
                nodes.entry("", nodes.paragraph("", "", nodes.literal("", value))),
            )
            for name, value in declared_properties().items()
        ]
        group = nodes.tgroup(
            "",
            *(nodes.colspec(colwidth=width) for width in (28, 36, 36)),
            nodes.thead("", head),
            nodes.tbody("", *rows),
            cols=3,
        )
        # On paper the long names need the room.
        widths = addnodes.tabular_col_spec(spec=r"\Y{0.28}\Y{0.30}\Y{0.42}")
        return [widths, nodes.table("", group)]


#: What each custom property is for.
PROPERTIES = {
    "--question-ink": "text",
    "--question-muted": "text that stands back: facts, labels",
    "--question-accent": "links, the chosen tab, the difficulty",
    "--question-line": "lines between parts",
    "--question-edge": "edges of buttons and fields",
    "--question-surface": "grounds of answers and boxes",
    "--question-page": "the ground of the page",
    "--question-target": "the ground of what a link led to",
    "--question-mono": "the font of IDs and code",
    "--question-beginner": "the badge of the level `beginner`",
    "--question-intermediate": "the badge of the level `intermediate`",
    "--question-advanced": "the badge of the level `advanced`",
    "--question-radius": "how round corners are",
    "--question-gap": "the space between the parts of a card",
    "--question-tab-height": "the height of a tab",
    "--question-output-label": "the word above what code prints",
}


def declared_properties() -> dict[str, str]:
    """Return the custom properties that the style sheets set on the body."""
    found: dict[str, str] = {}
    for path in sorted(STYLES.glob("*.css")):
        text = path.read_text(encoding="utf-8")
        for body in re.findall(
            r"^:where\(body\) \{(.*?)^\}", text, re.MULTILINE | re.DOTALL
        ):
            for name, value in re.findall(
                r"^  (--[\w-]+):(.*?);", body, re.MULTILINE | re.DOTALL
            ):
                words = " ".join(value.split())
                found[name] = words.replace("( ", "(").replace(" )", ")")
    return found


def help_text(name: str) -> str:
    """Return what a command prints with ``--help``: "check"; the whole one if empty."""
    arguments = [*name.split(), "--help"]
    # As in a terminal of 80 columns, of which click leaves two free.
    run = CliRunner().invoke(
        command, arguments, prog_name="sphinx-questions", terminal_width=78
    )
    return run.output.rstrip()


def _code(text: str, language: str) -> nodes.literal_block:
    return nodes.literal_block(text, text, language=language)


def _cell(text: str) -> nodes.entry:
    return nodes.entry("", nodes.paragraph("", text))


def _sentence(text: str) -> nodes.paragraph:
    return nodes.paragraph("", "", *_prose(text))


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
    app.add_directive("declared-rules", RulesDirective)
    app.add_directive("declared-commands", CommandsDirective)
    app.add_directive("declared-properties", PropertiesDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
