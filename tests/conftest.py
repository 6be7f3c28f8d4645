"""Fixtures for the tests that build projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from projects import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return an empty project of the test's own."""
    # Imported here: the tests of the bank run where Sphinx is not installed.
    from projects import Project  # noqa: PLC0415

    return Project(tmp_path)
