"""What stands on the cover of a book."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_questions.guide_titles import guide_title, selection_text
from sphinx_questions.labels import _

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from sphinx.config import Config

    from sphinx_questions.bank.guide import Guide
    from sphinx_questions.bank.question import Question
    from sphinx_questions.config import Settings

#: What Sphinx calls an author whom nobody has named.
_NO_AUTHOR: Final = frozenset({"unknown", "Author name not set"})


class Cover(NamedTuple):
    """The words of a cover."""

    #: Whose book it is: the project.
    project: str
    title: str
    #: What was selected, in words; empty where the title says it.
    selection: str
    #: How many questions, of which levels: "24 questions", "8 Beginner".
    counts: tuple[str, ...]
    #: "Last reviewed 2026-11-22"; empty if no question has a date.
    reviewed: str
    #: "Version 1.0"; empty if the project has none.
    version: str
    author: str
    #: The day of the newest review.
    date: datetime.date | None


def cover_of(
    guide: Guide,
    questions: Sequence[Question],
    settings: Settings,
    config: Config,
    reviewed: datetime.date | None,
) -> Cover:
    """Return the words of a guide's cover."""
    selection = selection_text(guide.query, settings)
    return Cover(
        project=config.project,
        title=guide_title(guide, settings, config.project),
        selection=selection if guide.title else "",
        counts=tuple(_counts(questions, settings)),
        reviewed=_("Last reviewed %s") % reviewed.isoformat() if reviewed else "",
        version=_("Version %s") % config.release if config.release else "",
        author=config.author if config.author not in _NO_AUTHOR else "",
        date=reviewed,
    )


def _counts(questions: Sequence[Question], settings: Settings) -> Iterator[str]:
    number = len(questions)
    yield _("1 question") if number == 1 else _("%d questions") % number
    by_level = Counter(question.level for question in questions)
    for level in settings.levels.values():
        if 0 < by_level[level.key] < number:
            yield f"{by_level[level.key]} {level.label}"
