"""A build into a folder that an earlier version of the extension has written."""

from __future__ import annotations

import pytest

from markups import MYST
from projects import Project


@pytest.mark.parametrize("name", ["card.css", "tabs.js"])
def test_old_asset_is_replaced(project: Project, name: str) -> None:
    """A style or script of an earlier version is replaced without a warning."""
    project.write({"index.md": MYST.page(MYST.question())})
    asset = project.build().outdir / "_static" / "sphinx-questions" / name
    new = asset.read_text(encoding="utf-8")
    asset.write_text("/* old */", encoding="utf-8")
    assert project.build().warnings == ()
    assert asset.read_text(encoding="utf-8") == new
