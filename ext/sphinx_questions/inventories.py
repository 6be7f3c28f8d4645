"""Questions of other projects, as Sphinx's own intersphinx knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


class ForeignQuestion(NamedTuple):
    """A question of another project."""

    title: str
    address: str


def foreign_question(env: BuildEnvironment, id_: str) -> ForeignQuestion | None:
    """Return the question *id_* of another project, or None.

    As in a role, the name of the project may stand in front: ``bank:ML-ADV-001``.
    """
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
