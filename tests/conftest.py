"""Fixtures for the tests that build projects."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from projects import Project


@pytest.fixture(scope="session", autouse=True)
def templates_compiled_once(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Keep compiled templates of pages, a quarter of the time of a small build."""
    # Imported here: the tests of the bank run where Sphinx is not installed.
    try:
        from jinja2 import FileSystemBytecodeCache  # noqa: PLC0415
        from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415
        from sphinx import jinja2glue  # noqa: PLC0415
    except ModuleNotFoundError:
        yield
        return
    cache = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            jinja2glue,
            "SandboxedEnvironment",
            functools.partial(SandboxedEnvironment, bytecode_cache=cache),
        )
        yield


@pytest.fixture
def index_pages() -> bool:
    """Say whether the project has index pages; tests that need them override it."""
    return False


@pytest.fixture
def project(tmp_path: Path, index_pages: bool) -> Project:  # noqa: FBT001 – a fixture
    """Return an empty project of the test's own."""
    # Imported here: the tests of the bank run where Sphinx is not installed.
    from projects import Project  # noqa: PLC0415

    return Project(tmp_path, pages=index_pages)
