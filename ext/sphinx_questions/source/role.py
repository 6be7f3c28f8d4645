"""The ``question`` role: a link to a question by its ID."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.roles import XRefRole

if TYPE_CHECKING:
    from docutils import nodes


class QuestionRole(XRefRole):
    """A cross-reference into the domain, also where its short name is used."""

    def __init__(self) -> None:
        super().__init__(warn_dangling=True)

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link, still to be resolved."""
        self.name = "questions:question"
        return super().run()
