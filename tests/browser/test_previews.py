"""What a reader can rely on at a link to a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from contrast import ratio

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

TITLE = "What is the difference between a list and a tuple?"


def follow_up(page: Page, server: str) -> Locator:
    """Open a card, and return the link among its follow-ups."""
    page.goto(f"{server}/gradients.html")
    return page.locator('[data-section="follow-ups"] a.question-link')


def box(page: Page) -> Locator:
    """Return the preview."""
    return page.get_by_role("tooltip")
