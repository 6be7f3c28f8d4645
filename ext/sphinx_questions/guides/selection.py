"""The guides of a project with the questions that they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.errors import ConfigError

from sphinx_questions.bank.guide import reading_order
from sphinx_questions.config import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.config import Config

    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.bank.guide import Group, Guide


def selections(
    config: Config, catalogue: Catalogue
) -> Iterator[tuple[Guide, Sequence[Group]]]:
    """Yield every guide that a project declares, with its questions in reading order.

    Raises ConfigError if a guide that was declared selects no question.
    """
    settings = settings_of(config)
    declared = config.questions_guides is not None
    for guide in settings.guides:
        groups = reading_order(
            guide, catalogue, tuple(settings.technologies), tuple(settings.levels)
        )
        if groups:
            yield guide, groups
        elif declared:
            msg = (
                f"questions_guides: no question belongs to the guide {guide.name!r}; "
                "write its selection wider, or take it out"
            )
            raise ConfigError(msg)
