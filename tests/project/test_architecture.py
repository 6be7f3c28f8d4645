"""Who may import whom, and how large a module may be."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

NAME: Final = "sphinx_questions"
PACKAGE: Final = Path(__file__).parents[2] / "ext" / NAME


def dotted(path: Path) -> str:
    """Return the name of a module inside the package: ``source.tree``."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


#: Every module by its name inside the package; the package itself is "".
MODULES: Final = {dotted(path): path for path in sorted(PACKAGE.rglob("*.py"))}

#: What every room that knows Sphinx may stand on.
GROUND: Final = frozenset(
    {"bank", "config", "formulas", "guide_titles", "labels", "option_texts"}
    | {"inventories", "outputs", "problems", "remote", "targets"}
)

#: What a module may import of the package besides its own room; of several
#: entries that it falls under, the longest name counts.
MAY_IMPORT: Final = {
    "": frozenset({"extension"}),
    "__main__": frozenset({"cli"}),
    "extension": GROUND
    | {"", "browse", "consistency", "domain", "html", "missing_references", "source"}
    | {"exports", "guides"},
    "bank": frozenset[str](),
    "option_texts": frozenset[str](),
    "outputs": frozenset[str](),
    "inventories": GROUND | {"domain"},
    "missing_references": GROUND | {"domain", "missing_pages"},
    "formulas": frozenset[str](),
    "problems": frozenset({"bank"}),
    "labels": frozenset({"bank"}),
    "config": frozenset({"bank", "labels", "problems"}),
    "targets": frozenset({"bank", "config"}),
    "guide_titles": frozenset({"bank", "config", "labels"}),
    "missing_pages": frozenset({"config"}),
    "remote": GROUND,
    "domain": GROUND,
    "fences": frozenset[str](),
    "consistency": GROUND | {"domain", "fences"},
    "source": GROUND,
    "source.record": GROUND | {"domain"},
    "browse": GROUND | {"domain", "source.tree"},
    "html": GROUND | {"browse", "domain", "source.tree"},
    "guides": GROUND | {"domain", "source.tree"},
    "exports": GROUND
    | {"domain", "source.tree"}
    | {"", "guides.addresses", "guides.cutting", "guides.direction", "guides.flatten"}
    | {"guides.leftovers", "guides.selection"},
    "editorial": GROUND | {"source.tree"},
    "cli": GROUND | {"", "domain", "editorial", "exports"},
}


def within(name: str, room: str) -> bool:
    """Return whether a module is a room or lies in it."""
    return name == room or name.startswith(f"{room}.")


def imported(nodes: Iterator[ast.AST] | list[ast.stmt]) -> Iterator[str]:
    """Yield the full name of every module that import statements name."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                is_module = inner.removeprefix(f"{NAME}.") in MODULES
                yield inner if is_module else str(node.module)


def own_imports(name: str) -> set[str]:
    """Return what a module imports of the package, anywhere in it."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    return {
        found.removeprefix(NAME).removeprefix(".")
        for found in imported(ast.walk(tree))
        if within(found, NAME)
    }


@pytest.mark.parametrize("name", MODULES)
def test_imports_follow_the_arrows(name: str) -> None:
    """A module imports of the package only what its room may stand on."""
    rooms = [room for room in MAY_IMPORT if within(name, room)]
    assert rooms, "a module in a room that has no rule"
    allowed = {*MAY_IMPORT[max(rooms, key=len)], max(rooms, key=len).split(".")[0]}
    wrong = {
        found
        for found in own_imports(name)
        if not any(found == room or (room and within(found, room)) for room in allowed)
    }
    assert wrong == set()


@pytest.mark.parametrize("name", [name for name in MODULES if within(name, "bank")])
def test_bank_needs_the_standard_library_only(name: str) -> None:
    """The bank imports nothing that must be installed, not even for types."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    packages = {found.split(".")[0] for found in imported(ast.walk(tree))}
    assert packages - sys.stdlib_module_names <= {NAME}


def test_package_loads_without_sphinx() -> None:
    """Importing the package imports nothing outside the standard library."""
    tree = ast.parse(MODULES[""].read_text(encoding="utf-8"))
    packages = {found.split(".")[0] for found in imported(tree.body)}
    assert packages <= sys.stdlib_module_names


@pytest.mark.parametrize("name", MODULES)
def test_modules_are_small(name: str) -> None:
    """A module fits in a reader's head: at most 300 lines."""
    assert len(MODULES[name].read_text(encoding="utf-8").splitlines()) <= 300


def test_modules_are_named_for_what_they_hold() -> None:
    """No module has a name that would fit anything."""
    words = {word for name in MODULES for word in name.split(".")}
    assert words & {"utils", "util", "helpers", "common", "misc", "shared"} == set()
