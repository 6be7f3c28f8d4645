"""Every configuration value, in the order of the reference page."""

from __future__ import annotations

from typing import Final

from sphinx_questions.config.bank_values import BANK_VALUES
from sphinx_questions.config.book_values import BOOK_VALUES
from sphinx_questions.config.site_values import SITE_VALUES

#: Every configuration value of the extension.
VALUES: Final = (*BANK_VALUES, *SITE_VALUES, *BOOK_VALUES)
