"""Real Sphinx projects in temporary folders."""

from __future__ import annotations

import dataclasses
import io
import pprint
import re
import textwrap
from typing import TYPE_CHECKING, Any

import sphinx.locale
from bs4 import BeautifulSoup, Tag
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_questions.domain import QuestionsDomain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from docutils import nodes

    from sphinx_questions.bank.catalogue import Catalogue

#: What every project declares unless its test says otherwise.
CONF: dict[str, Any] = {
    "extensions": ["sphinx_questions", "myst_parser"],
    "project": "Bank",
    "myst_enable_extensions": ["colon_fence", "dollarmath"],
    "nitpicky": True,
    # What takes time, and few tests are about.
    "html_theme": "basic",
    "html_copy_source": False,
    "questions_json": False,
    "questions_technologies": {
        "python": {"label": "Python", "category": "Languages"},
        "machine-learning": {"label": "Machine Learning", "category": "AI/ML"},
    },
}


@dataclasses.dataclass(frozen=True, kw_only=True)
class Build:
    """What one build left behind."""

    app: Sphinx
    outdir: Path
    #: One warning a line, without colours, with paths relative to the sources.
    warnings: tuple[str, ...]

    @property
    def catalogue(self) -> Catalogue:
        """The questions that the build knows."""
        return QuestionsDomain.of(self.app.env).catalogue

    def doctree(self, docname: str = "index") -> nodes.document:
        """Return the stored tree of a document."""
        return self.app.env.get_doctree(docname)

    def text(self, name: str) -> str:
        """Return an output file."""
        return (self.outdir / name).read_text(encoding="utf-8")

    def page(self, name: str = "index") -> BeautifulSoup:
        """Return an HTML page."""
        return BeautifulSoup(self.text(f"{name}.html"), "html.parser")

    def card(self, id_: str, page: str = "index") -> Tag:
        """Return the card of a question."""
        found = self.page(page).select_one(f'article[data-question-id="{id_}"]')
        assert found is not None, f"no card of {id_} on {page}"
        return found


class Project:
    """A Sphinx project that a test writes, builds, edits and builds again.

    Without *pages* there are no index pages, which take most of the time of a small
    build.
    """

    def __init__(self, root: Path, *, pages: bool = False) -> None:
        self.root = root
        self._defaults = CONF if pages else {**CONF, "questions_pages": None}
        self.source = root / "source"
        self.source.mkdir(parents=True)
        self.configure()

    def configure(self, **conf: object) -> None:
        """Write ``conf.py`` from :data:`CONF` and what the test adds to it."""
        lines = [
            f"{name} = {pprint.pformat(value, sort_dicts=False)}"
            for name, value in {**self._defaults, **conf}.items()
        ]
        self.write({"conf.py": "\n".join(lines)})

    def write(self, files: Mapping[str, str]) -> None:
        """Write files, dedented."""
        for name, text in files.items():
            path = self.source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")

    def build(  # noqa: PLR0913 – what tests vary
        self,
        builder: str = "html",
        *,
        jobs: int = 1,
        fresh: bool = False,
        out: str | None = None,
        doctrees: str = "doctrees",
        only: Path | None = None,
        twice: bool = False,
    ) -> Build:
        """Build the project in this process: one file *only*, or all of it *twice*."""
        outdir = self.root / (out or builder)
        stderr = io.StringIO()
        # Sphinx keeps them for the process, whatever the language of the next project.
        sphinx.locale.translators.clear()
        with patch_docutils(self.source), docutils_namespace():
            app = Sphinx(
                self.source,
                self.source,
                outdir,
                self.root / doctrees,
                builder,
                status=None,
                warning=stderr,
                freshenv=fresh,
                parallel=jobs,
            )
            app.build(filenames=[only] if only else ())
            if twice:
                app.build(force_all=True)
        return Build(app=app, outdir=outdir, warnings=self._lines(stderr.getvalue()))

    def _lines(self, output: str) -> tuple[str, ...]:
        plain = re.sub(r"\x1b\[[0-9;]*m", "", output).replace(f"{self.source}/", "")
        return tuple(line for line in plain.splitlines() if line.strip())
