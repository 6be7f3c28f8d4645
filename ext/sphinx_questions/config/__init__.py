"""The configuration: every value declared once, read into one record."""

from __future__ import annotations

from sphinx_questions.config.settings import Settings, on_config_inited, settings_of
from sphinx_questions.config.value import Value
from sphinx_questions.config.values import VALUES

__all__ = ["VALUES", "Settings", "Value", "on_config_inited", "settings_of"]
