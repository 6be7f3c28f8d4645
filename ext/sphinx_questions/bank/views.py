"""Which index pages exist, and what each of them holds."""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING, Final

from sphinx_questions.bank.query import Query

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: The page that lists questions by topic, beside the views.
TOPICS_PAGE: Final = "topics"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The questions of a technology, of a level, of both, or of neither."""

    technology: str | None = None
    level: str | None = None

    @property
    def page(self) -> str:
        """Its page, relative to the folder of the index pages.

        ``index``, ``machine-learning``, ``advanced`` or
        ``machine-learning/advanced``.
        """
        return "/".join(filter(None, (self.technology, self.level))) or "index"

    @property
    def query(self) -> Query:
        """The selection, in the order in which the page shows it."""
        return Query(
            technologies=(self.technology,) if self.technology else (),
            levels=(self.level,) if self.level else (),
        )


def all_views(technologies: Iterable[str], levels: Iterable[str]) -> Iterator[View]:
    """Yield every view: all, by technology, by level, by both."""
    technologies, levels = tuple(technologies), tuple(levels)
    yield View()
    yield from (View(technology=technology) for technology in technologies)
    yield from (View(level=level) for level in levels)
    for technology, level in itertools.product(technologies, levels):
        yield View(technology=technology, level=level)


def check_pages(technologies: Iterable[str], levels: Iterable[str]) -> None:
    """Raise ValueError if two views would have one page."""
    technologies, levels = set(technologies), set(levels)
    for key in sorted(technologies & levels):
        msg = (
            f"{key!r} is the key of a technology and of a level, and both would have "
            f"the page {key!r}; rename one of them"
        )
        raise ValueError(msg)
    for key in sorted({"index", TOPICS_PAGE} & (technologies | levels)):
        msg = f"the key {key!r} is the name of an index page already; rename it"
        raise ValueError(msg)
