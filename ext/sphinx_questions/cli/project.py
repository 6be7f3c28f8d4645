"""A Sphinx project, read as a build would read it, and nothing written."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_questions.cli.build_log import findings_of
from sphinx_questions.cli.formula_check import check_formulas, formulas_in
from sphinx_questions.cli.paths import from_here
from sphinx_questions.config import settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.editorial.reading import materials_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docutils import nodes

    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.cli.formula_check import Formula
    from sphinx_questions.config import Settings
    from sphinx_questions.editorial.finding import Finding
    from sphinx_questions.editorial.material import Material


class ProjectError(Exception):
    """There is no project, or Sphinx cannot read it."""


class Markup(NamedTuple):
    """In which markup a project's documents can be written."""

    #: Whether Markdown is read.
    myst: bool
    #: Whether three colons open a directive in Markdown, as three backticks do.
    colon_fence: bool


class Reading(NamedTuple):
    """What a project holds."""

    settings: Settings
    catalogue: Catalogue
    materials: tuple[Material, ...]
    #: What the build would warn of.
    warnings: tuple[Finding, ...]
    markup: Markup
    #: As conf.py names it: ``de``.
    language: str


def find_source(given: Path | None) -> Path:
    """Return the folder of ``conf.py``: the given one, else here or in ``docs``.

    Raises ProjectError.
    """
    if given is not None:
        if (given / "conf.py").is_file():
            return given
        msg = f"there is no conf.py in {given}; name the folder that has it"
        raise ProjectError(msg)
    for name in ("", "docs", "doc", "source", "docs/source"):
        if Path(name, "conf.py").is_file():
            return Path(name)
    msg = "there is no conf.py here or in docs; name the folder that has it"
    raise ProjectError(msg)


def find_pyproject(source: Path) -> Path | None:
    """Return the nearest ``pyproject.toml`` at or above a folder."""
    for folder in (source.resolve(), *source.resolve().parents):
        if (folder / "pyproject.toml").is_file():
            return folder / "pyproject.toml"
    return None


class Reader:
    """Reads a project, again and again if wanted: then only what changed.

    What Sphinx keeps between two readings lies in a temporary folder. Close the reader
    to remove it, or use it as a context.
    """

    def __init__(self, source: Path) -> None:
        self.source = source
        self._folder = tempfile.TemporaryDirectory(prefix="sphinx-questions-")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Remove what Sphinx kept."""
        self._folder.cleanup()

    def read(self, progress: Callable[[int, int], None] | None = None) -> Reading:
        """Read the project as a build does, resolve its links, and write nothing.

        Raises ProjectError with what Sphinx says if it cannot go on.
        """
        log = io.StringIO()
        try:
            with patch_docutils(self.source), docutils_namespace():
                app = self._app(log)
                formulas = _collect_formulas(app)
                if progress is not None:
                    _report(app, progress)
                # This builder "writes" every document: it resolves the links, and
                # then drops the page.
                app.build()
                materials = tuple(self._materials(app))
        except SphinxError as error:
            raise ProjectError(str(error)) from error
        return Reading(
            settings=settings_of(app.config),
            catalogue=QuestionsDomain.of(app.env).catalogue,
            materials=materials,
            warnings=(*findings_of(log.getvalue()), *check_formulas(formulas, app)),
            markup=_markup_of(app),
            language=app.config.language or "en",
        )

    def _app(self, log: io.StringIO) -> Sphinx:
        folder = Path(self._folder.name)
        return Sphinx(
            self.source.resolve(),
            self.source.resolve(),
            folder / "out",
            folder / "doctrees",
            "dummy",
            status=None,
            warning=log,
            freshenv=True,
        )

    def _materials(self, app: Sphinx) -> Iterator[Material]:
        catalogue = QuestionsDomain.of(app.env).catalogue
        for docname, questions in sorted(catalogue.by_document.items()):
            tree = app.env.get_doctree(docname)
            path = from_here(Path(app.srcdir) / questions[0].place.file)
            yield from materials_of(tree, {q.id: q for q in questions}, path)


def _markup_of(app: Sphinx) -> Markup:
    extensions = getattr(app.config, "myst_enable_extensions", ())
    return Markup(
        myst=not {"myst_parser", "myst_nb"}.isdisjoint(app.extensions),
        colon_fence="colon_fence" in extensions,
    )


def _collect_formulas(app: Sphinx) -> list[Formula]:
    """Return what will hold the formulas of every document, when it was read."""
    formulas: list[Formula] = []

    def on_doctree_read(app_: Sphinx, doctree: nodes.document) -> None:
        formulas.extend(formulas_in(doctree, app_.tags))

    app.connect("doctree-read", on_doctree_read)
    return formulas


def _report(app: Sphinx, progress: Callable[[int, int], None]) -> None:
    """Tell how many documents were read."""
    done = 0

    def on_doctree_read(app_: Sphinx, _doctree: object) -> None:
        nonlocal done
        done += 1
        progress(done, max(done, len(app_.env.found_docs)))

    app.connect("doctree-read", on_doctree_read)
