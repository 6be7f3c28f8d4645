"""Links that lead to no question of the project: to another one, or nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_questions.bank.vocabulary import closest, did_you_mean
from sphinx_questions.config import settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.inventories import in_remotes
from sphinx_questions.missing_pages import remedy
from sphinx_questions.problems import Problem, warn

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.domains import Domain
    from sphinx.environment import BuildEnvironment


def on_missing_reference(
    _app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.TextElement
) -> nodes.Element | None:
    """Return a link to a question of a bank of ``questions_remote``."""
    if (node.get("refdomain"), node["reftype"]) != ("questions", "question"):
        return None
    found = in_remotes(env, node["reftarget"])
    if found is None:
        return None
    words: nodes.TextElement = contnode
    if not node["refexplicit"]:
        words = nodes.inline("", found.title, classes=contnode["classes"])
    if not found.address:
        return words
    return nodes.reference(
        "", "", words, refuri=found.address, internal=False, reftitle=found.title
    )


def on_warn_missing_reference(
    app: Sphinx, domain: Domain | None, node: pending_xref
) -> bool | None:
    """Warn of a role that names no question, with the ID that was likely meant."""
    if domain is None or domain.name != QuestionsDomain.name:
        return None
    target = node["reftarget"]
    kind = node["reftype"]
    found = QuestionsDomain.of(app.env)
    known = [key for typ, key in found.targets if typ == kind and key != target]
    hint = did_you_mean(closest(target, known))
    if kind == "question" and target in found.refused_ids:
        # What is said of the question that has this ID says enough.
        return True
    if kind == "question":
        text = f"no question has the ID {target!r}.{hint}"
    else:
        topics = found.catalogue.topics
        todo = remedy(kind, target, settings_of(app.config), topics)
        text = f"no index page for the {kind} {target!r}.{hint} {todo}"
    warn(Problem.REFERENCE, text, node)
    return True
