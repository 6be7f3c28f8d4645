"""Questions of other projects: those of intersphinx and of ``questions_remote``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.remote import load_remotes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class ForeignQuestion(NamedTuple):
    """A question of another project."""

    title: str
    address: str


def foreign_question(env: BuildEnvironment, id_: str) -> ForeignQuestion | None:
    """Return the question *id_* of another project, or None.

    As in a role, the name of the project may stand in front: ``bank:ML-ADV-001``.
    Projects are those of intersphinx, and those of ``questions_remote``.
    """
    return _in_inventories(env, id_) or in_remotes(env, id_)


def on_builder_inited(app: Sphinx) -> None:
    """Read the banks that ``questions_remote`` names."""
    QuestionsDomain.of(app.env).remotes = load_remotes(app)


def in_remotes(env: BuildEnvironment, id_: str) -> ForeignQuestion | None:
    """Return the question ``bank:ML-ADV-001`` of a bank of ``questions_remote``."""
    name, _, id_ = id_.partition(":")
    remote = QuestionsDomain.of(env).remotes.get(name)
    question = remote.catalogue.find(id_) if remote else None
    if remote is None or question is None:
        return None
    return ForeignQuestion(question.title, remote.addresses[question.id])


def _in_inventories(env: BuildEnvironment, id_: str) -> ForeignQuestion | None:
    # The adapter would give the environment inventories of its own.
    if not hasattr(env, "intersphinx_inventory"):
        return None
    # Imported late: it brings a client for the web, which few projects need.
    from sphinx.ext.intersphinx import InventoryAdapter  # noqa: PLC0415

    adapter = InventoryAdapter(env)
    item = adapter.main_inventory.get("questions:question", {}).get(id_)
    if item is None and ":" in id_:
        name, _, id_ = id_.partition(":")
        named = adapter.named_inventory.get(name, {})
        item = named.get("questions:question", {}).get(id_)
    if item is None:
        return None
    return ForeignQuestion(item.display_name, item.uri)
