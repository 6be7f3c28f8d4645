"""Words that readers see, translatable."""

from __future__ import annotations

from typing import Final

from sphinx.locale import get_translation

#: Name of the message catalogue.
CATALOGUE: Final = "sphinx_questions"

_ = get_translation(CATALOGUE)
