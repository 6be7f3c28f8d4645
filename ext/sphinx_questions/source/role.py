"""The roles that link to questions and index pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.roles import XRefRole

if TYPE_CHECKING:
    from docutils import nodes


class QuestionRole(XRefRole):
    """A cross-reference into the domain, also where its short name is used."""

    def __init__(self, kind: str = "question") -> None:
        super().__init__(warn_dangling=True)
        self.kind = kind

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link, still to be resolved."""
        self.name = f"questions:{self.kind}"
        return super().run()
