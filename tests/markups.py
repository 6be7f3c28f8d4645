"""The two markups, for tests that hold in both."""

from __future__ import annotations

import dataclasses
import textwrap
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from projects import Build


@dataclasses.dataclass(frozen=True, slots=True)
class Markup:
    """Writes documents in one markup: title, then blocks a blank line apart."""

    suffix: str
    #: Line of the first block of a document.
    first: int

    @property
    def file(self) -> str:
        """The document that a test writes unless it needs several."""
        return f"index.{self.suffix}"

    def page(self, *blocks: str, title: str = "Home") -> str:
        """Return a document; :attr:`first` is the line of its first block."""
        head = f"# {title}" if self.suffix == "md" else f"{title}\n{'=' * len(title)}"
        return "\n\n".join((head, *blocks)) + "\n"

    def heading(self, text: str, level: int = 2) -> str:
        """Return a heading; in reStructuredText its style says the level."""
        if self.suffix == "md":
            return f"{'#' * level} {text}"
        return f"{text}\n{'=-~^'[level - 1] * len(text)}"

    def target(self, name: str) -> str:
        """Return an explicit target for what follows it."""
        return f"({name})=" if self.suffix == "md" else f".. _{name}:"

    def comment(self, text: str) -> str:
        """Return a comment, which no reader sees."""
        return f"% {text}" if self.suffix == "md" else f".. {text}"

    def role(self, text: str, name: str = "question") -> str:
        """Return text in a role."""
        role = f"{{{name}}}" if self.suffix == "md" else f":{name}:"
        return f"{role}`{text}`"

    def directive(
        self,
        name: str,
        argument: str,
        *body: str,
        options: dict[str, str] | None = None,
    ) -> str:
        """Return a directive that holds the blocks of *body*."""
        lines = [f":{key}: {value}".rstrip() for key, value in (options or {}).items()]
        content = "\n".join([*lines, "", "\n\n".join(body)]) if body else ""
        if self.suffix == "md":
            fence = ":" * (3 + max(text.count(":::") for text in ("", *body)))
            return f"{fence}{{{name}}} {argument}\n{content}\n{fence}"
        return f".. {name}:: {argument}\n{textwrap.indent(content, '   ')}"

    def question(
        self,
        id_: str | None = "PY-001",
        *body: str,
        title: str = "What is it?",
        **options: str | None,
    ) -> str:
        """Return a question without a fault, but for what the test gives."""
        given = {"id": id_, "technology": "python", "level": "beginner", **options}
        return self.directive(
            "question",
            title,
            *(body or ("The answer.",)),
            options={key: value for key, value in given.items() if value is not None},
        )


MYST = Markup("md", first=3)
REST = Markup("rst", first=4)

#: Runs a test once in each markup.
both_markups = pytest.mark.parametrize(
    "markup", [pytest.param(MYST, id="myst"), pytest.param(REST, id="rest")]
)

#: MyST's own include directive uses what Sphinx has deprecated.
ignores_myst_include = pytest.mark.filterwarnings("ignore:.*BuildEnvironment.app")


def line_of(text: str, part: str) -> int:
    """Return the number of the first line that holds *part*."""
    return next(n for n, line in enumerate(text.splitlines(), 1) if part in line)


def shown(build: Build, page: str = "index") -> str:
    """Return the words of a page, one space apart."""
    return " ".join(build.page(page).get_text().split())


def complaint(place: str, text: str, kind: str) -> str:
    """Return a warning of the extension, as a line of output."""
    return f"{place}: WARNING: {text} [questions.{kind}]"
