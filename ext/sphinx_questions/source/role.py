"""The roles that link to questions and index pages."""

from __future__ import annotations

from docutils import nodes
from sphinx.roles import XRefRole


class QuestionRole(XRefRole):
    """A cross-reference into the domain, also where its short name is used."""

    def __init__(self, kind: str = "question") -> None:
        # A text of the author's own is prose, not code.
        super().__init__(warn_dangling=True, innernodeclass=nodes.inline)
        self.kind = kind

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link, still to be resolved."""
        self.name = f"questions:{self.kind}"
        return super().run()
