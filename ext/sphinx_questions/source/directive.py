"""The ``question`` directive."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst.states import RSTState
from sphinx.util.docutils import SphinxDirective

from sphinx_questions.config import Settings, settings_of
from sphinx_questions.labels import _
from sphinx_questions.option_texts import (
    QUOTES,
    AnyOption,
    lost_options,
    written_options,
)
from sphinx_questions.problems import Problem, listed, warn
from sphinx_questions.source.anchors import set_anchors
from sphinx_questions.source.fence import short_fence
from sphinx_questions.source.options import NAMES, read_options
from sphinx_questions.source.record import note_unlisted
from sphinx_questions.source.sections import (
    NamedPart,
    has_content,
    name_parts,
    split_body,
)
from sphinx_questions.source.tree import build_tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_questions.bank.vocabulary import Section


class QuestionDirective(SphinxDirective):
    """One question of the bank: options, an answer, and sections by heading."""

    # Not "required": the parsers drop the body of a directive without its
    # required argument.
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar = AnyOption(NAMES)

    def run(self) -> list[nodes.Node]:
        """Return the question's section, and what the parser had to say."""
        settings = settings_of(self.config)
        title, messages = self._title()
        options = read_options(self._given(), settings, self._report)
        lead, found = split_body(self._parse_body())
        parts = name_parts(found, settings.sections)
        self._check(lead, parts, settings)
        root = build_tree(title, options, lead, parts, self.config.language)
        for node in (root, root[0]):
            self.set_source_info(node)
        set_anchors(root, self.state.document)
        if not options.id:
            note_unlisted(root, options.given_id, self.env)
        return [root, *messages]

    def _report(self, problem: Problem, text: str, option: str = "") -> None:
        """Warn at the line of an option, or at that of the directive."""
        # By a node, of which Sphinx makes the path absolute: that of a file which
        # reStructuredText included is relative to where Sphinx was called.
        here = nodes.Element()
        written = written_options(self.block_text, self.name).get(option)
        line = self.lineno + (written.line if written else 0)
        here.source, here.line = self.state_machine.get_source_and_line(line)
        warn(problem, text, here)

    def _given(self) -> dict[str, str]:
        lost = lost_options(self.block_text, self.name, self.options)
        if lost:
            names = listed(lost)
            self._report(
                Problem.OPTION, f"these options could not be read: {names}; {QUOTES}"
            )
        return {**self.options, **lost}

    def _title(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        text = " ".join(self.arguments[0].split()) if self.arguments else ""
        if text:
            return self.parse_inline(text)
        self._report(
            Problem.TITLE,
            "this question has no title; write the question itself behind the "
            "directive's name, on the same line",
        )
        return [nodes.Text(self.options.get("id") or _("Untitled question"))], []

    def _parse_body(self) -> list[nodes.Node]:
        """Parse the body with its headings.

        docutils allows headings in a directive only where asked to, and then
        makes sections of them, which :mod:`.sections` takes apart. MyST makes
        rubrics of them, unless asked for sections, which would then escape the
        directive (MyST-Parser issue 1050).
        """
        return self.parse_content_to_nodes(
            allow_section_headings=isinstance(self.state, RSTState)
        )

    def _check(
        self,
        lead: Iterable[nodes.Node],
        parts: Iterable[NamedPart],
        settings: Settings,
    ) -> None:
        if fence := short_fence(self.block_text):
            self._report(
                Problem.SECTION,
                f"this question ends too early: a block in it is fenced with {fence} "
                "as well, and its end is taken for that of the question; fence the "
                "question with more",
            )
        if not has_content(lead):
            self._report(
                Problem.ANSWER,
                "this question has no answer; write it between the options and the "
                "first heading",
            )
        present = {part.section for part in parts}
        for section in settings.sections.values():
            if section.required and section not in present:
                self._report_absent(section)

    def _report_absent(self, section: Section) -> None:
        self._report(
            Problem.SECTION,
            f"the section {section.label!r} is required and absent; write it under "
            "a heading of that name, or make it optional in conf.py under "
            "questions_sections",
        )
