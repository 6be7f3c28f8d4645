"""Index pages, and what leads to them."""

from __future__ import annotations

import pytest


@pytest.fixture
def index_pages() -> bool:
    """Say that projects have index pages."""
    return True
