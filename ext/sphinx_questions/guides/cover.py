"""What stands on the cover of a book."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_questions.bank.guide import last_reviewed
from sphinx_questions.guide_titles import FORM_MARK, guide_title, selection_text
from sphinx_questions.labels import _, date_text

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
    #: How many questions, of which levels: "24 questions", "Beginner: 8".
    counts: tuple[str, ...]
    #: "Last reviewed 22 November 2026"; empty if no question has a date.
    reviewed: str
    #: "Version 1.0"; empty if the project has none.
    version: str
    author: str
    #: The day of the newest review.
    date: datetime.date | None

    @property
    def over(self) -> str:
        """The project, to stand over the title; empty where the title names it."""
        named = f"{self.title}{FORM_MARK}".startswith(f"{self.project}{FORM_MARK}")
        return "" if named else self.project


def cover_of(
    guide: Guide,
    questions: Sequence[Question],
    settings: Settings,
    config: Config,
) -> Cover:
    """Return the words of a guide's cover."""
    reviewed = last_reviewed(questions)
    day = date_text(reviewed, config.language) if reviewed else ""
    selection = selection_text(guide.query, settings)
    return Cover(
        project=config.project,
        title=guide_title(guide, settings, config.project),
        selection=selection if guide.title else "",
        counts=tuple(_counts(questions, settings)),
        reviewed=_("Last reviewed %s") % day if day else "",
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
            words = {"level": level.label, "number": by_level[level.key]}
            yield _("%(level)s: %(number)d") % words
