"""Links by an ID that was given up: they work, and their authors get to know."""

from __future__ import annotations

from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.problems import inform

#: Roles that find a standard label; ``myst`` is what MyST makes of a link.
_LABEL_ROLES = frozenset({"ref", "any", "myst"})


class RedirectedTransform(SphinxPostTransform):
    """Name the new ID for each link by an old one."""

    # Before Sphinx resolves the links (10), and MyST its own (9).
    default_priority = 4

    def run(self, **_kwargs: object) -> None:
        """Log a message for each link, which is resolved later."""
        redirects = QuestionsDomain.of(self.env).catalogue.redirects
        # A guide says nothing that the pages do not say.
        if not redirects or self.document.get("for_guide"):
            return
        by_label = {old.lower(): old for old in redirects}
        for node in self.document.findall(addnodes.pending_xref):
            target, domain = node["reftarget"], node.get("refdomain") or ""
            old = None
            if node.get("intersphinx"):
                continue
            if (domain, node.get("reftype")) == ("questions", "question"):
                old = target if target in redirects else None
            elif domain in {"std", ""} and node.get("reftype") in _LABEL_ROLES:
                old = by_label.get(target.lower())
            if old:
                inform(
                    f"this link goes by the ID {old!r}, which is {redirects[old]!r} "
                    "now; write that ID",
                    node,
                )
