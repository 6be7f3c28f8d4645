"""The files of the index pages.

Technologies and levels are declared, so which pages exist is known before anything
is read. Each gets a file with constant content, so that it is a document like any
other: it has a title and an address, and reaches every builder, the search and the
table of contents. What it shows is decided once everything was read.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx.errors import ExtensionError
from sphinx.util import logging

from sphinx_questions.bank.views import TOPICS_PAGE, View, all_views
from sphinx_questions.config import Settings, settings_of
from sphinx_questions.domain import QuestionsDomain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.config import Config

logger = logging.getLogger(__name__)

#: First line of every file that may be written over and removed.
MARK: Final = ".. Written by sphinx-questions, and written again by every build."

#: In the folder of the index pages; its first line has the mark too.
IGNORE_FILE: Final = ".gitignore"

#: Every page may stay outside an author's toctree without a warning.
_HEAD: Final = f"{MARK}\n\n:orphan:\n\n"


def view_docnames(settings: Settings) -> dict[str, View]:
    """Return every view of a project by the name of its document."""
    if settings.pages is None:
        return {}
    return {
        f"{settings.pages}/{view.page}": view
        for view in all_views(settings.technologies, settings.levels)
    }


def on_builder_inited(app: Sphinx) -> None:
    """Bring the files of the index pages up to date before documents are looked for.

    Raises ExtensionError if a file of somebody else stands where a page belongs,
    or if a page cannot be written.
    """
    settings = settings_of(app.config)
    source = Path(app.srcdir)
    wanted: dict[Path, str] = {}
    if settings.pages is not None:
        stubs = _stubs(settings)
        # All before the first is written: a folder that is refused stays as it was.
        for docname in stubs:
            _refuse_foreign(_files(source, docname, app.config))
        suffix = _suffix(app.config)
        wanted = {source / f"{name}{suffix}": text for name, text in stubs.items()}
        for path, content in wanted.items():
            _write(path, content)
        _write_ignore_file(source / settings.pages, wanted)
    stale = _marked(app, settings) - wanted.keys()
    for path in sorted(stale):
        _remove(path)
    _remove_empty_folders(stale, source, settings.pages or "")


def _stubs(settings: Settings) -> dict[str, str]:
    """Return the content of every page's file, by the name of its document."""
    stubs = {name: _stub(view) for name, view in view_docnames(settings).items()}
    stubs[f"{settings.pages}/{TOPICS_PAGE}"] = f"{_HEAD}.. questions:topics::\n"
    return stubs


def _files(source: Path, docname: str, config: Config) -> list[Path]:
    """Return every file that Sphinx would read as a document."""
    return [source / f"{docname}{suffix}" for suffix in config.source_suffix]


def _suffix(config: Config) -> str:
    """Return the suffix of reStructuredText in this project."""
    for suffix, parser in config.source_suffix.items():
        if parser in {"restructuredtext", None}:
            return str(suffix)
    msg = (
        "no suffix in source_suffix is read as reStructuredText, which the index "
        "pages are written in; add '.rst': 'restructuredtext', or set "
        "questions_pages = None"
    )
    raise ExtensionError(msg)


def _stub(view: View) -> str:
    lines = [f"{_HEAD}.. questions:view::"]
    if view.technology:
        lines.append(f"   :technology: {view.technology}")
    if view.level:
        lines.append(f"   :level: {view.level}")
    return "\n".join(lines) + "\n"


def _is_ours(path: Path) -> bool:
    with path.open(encoding="utf-8", errors="replace") as file:
        return MARK[3:] in file.readline()


def _refuse_foreign(files: Iterable[Path]) -> None:
    """Raise ExtensionError if one of the files of a page is an author's.

    Of two files that differ in suffix only, Sphinx reads one and drops the other.
    """
    for path in files:
        if path.exists() and not _is_ours(path):
            msg = (
                f"{path} stands where an index page belongs, and was not written by "
                "this extension; move it away, or set questions_pages to another folder"
            )
            raise ExtensionError(msg)


def _write(path: Path, content: str) -> None:
    if path.exists() and path.read_bytes() == content.encode():
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())
    except OSError as error:
        msg = (
            f"the index page {path} cannot be written: {error}. Build once where the "
            "sources can be written, or set questions_pages to another folder or None"
        )
        raise ExtensionError(msg) from error


def _write_ignore_file(folder: Path, stubs: Iterable[Path]) -> None:
    """Keep our files out of version control, and no file of an author.

    Each is named, because authors may write in this folder too. An ignore file of
    theirs stays as it is.
    """
    path = folder / IGNORE_FILE
    if path.exists() and not _is_ours(path):
        return
    names = sorted(file.relative_to(folder).as_posix() for file in (*stubs, path))
    # With a slash in front, or git takes a name for that of a file at any depth.
    _write(path, "".join([f"# {MARK[3:]}\n", *(f"/{name}\n" for name in names)]))


def _marked(app: Sphinx, settings: Settings) -> set[Path]:
    """Return our files where the pages are, and where the last build had them.

    The environment of the last build is loaded, and not brought up to date yet.
    """
    source = Path(app.srcdir)
    found = {
        path
        for docname in QuestionsDomain.of(app.env).index_pages
        for path in _files(source, docname, app.config)
    }
    if settings.pages is not None:
        found.update((source / settings.pages).rglob("*"))
    return {
        path
        for path in found
        if path.name != IGNORE_FILE and path.is_file() and _is_ours(path)
    }


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        msg = (
            f"the index page {path} is not needed any more, and cannot be removed: "
            f"{error}. Build once where the sources can be written"
        )
        raise ExtensionError(msg) from error
    logger.info("removed the index page %s", path)


def _remove_empty_folders(removed: Iterable[Path], source: Path, now: str) -> None:
    """Remove the folders that are empty, and our ignore file where all is ours."""
    folders = {
        folder
        for path in removed
        for folder in path.parents
        if folder.is_relative_to(source)
    }
    # The deepest first: it may be all that is left in the one above.
    for folder in sorted(folders - {source, source / now}, reverse=True):
        left = [path for path in folder.rglob("*") if path.is_file()]
        if folder / IGNORE_FILE in left and all(map(_is_ours, left)):
            _remove(folder / IGNORE_FILE)
        if not any(folder.iterdir()):
            folder.rmdir()
