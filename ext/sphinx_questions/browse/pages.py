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

if TYPE_CHECKING:
    from collections.abc import Container

    from sphinx.application import Sphinx
    from sphinx.config import Config

logger = logging.getLogger(__name__)

#: First line of every file that may be written over and removed.
MARK: Final = ".. Written by sphinx-questions, and written again by every build."

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
    """Bring the folder of the index pages up to date before documents are looked for.

    Raises ExtensionError if a file of somebody else stands where a page belongs,
    or if a page cannot be written.
    """
    settings = settings_of(app.config)
    if settings.pages is None:
        return
    folder = Path(app.srcdir) / settings.pages
    suffix = _suffix(app.config)
    wanted = {
        folder / f"{view.page}{suffix}": _stub(view)
        for view in view_docnames(settings).values()
    }
    wanted[folder / f"{TOPICS_PAGE}{suffix}"] = f"{_HEAD}.. questions:topics::\n"
    for path, content in wanted.items():
        _write(path, content)
    _write(folder / ".gitignore", f"# {MARK[3:]}\n*\n")
    _remove_stale(folder, keep=wanted)


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


def _write(path: Path, content: str) -> None:
    if path.exists():
        if path.read_bytes() == content.encode():
            return
        if not _is_ours(path):
            msg = (
                f"{path} stands where an index page belongs, and was not written by "
                "this extension; move it away, or set questions_pages to another folder"
            )
            raise ExtensionError(msg)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())
    except OSError as error:
        msg = (
            f"the index page {path} cannot be written: {error}. Build once where the "
            "sources can be written, or set questions_pages to another folder or None"
        )
        raise ExtensionError(msg) from error


def _remove_stale(folder: Path, keep: Container[Path]) -> None:
    for path in sorted(folder.rglob("*")):
        wanted = path.name == ".gitignore" or path in keep
        if path.is_file() and not wanted and _is_ours(path):
            try:
                path.unlink()
            except OSError as error:
                msg = (
                    f"the index page {path} is of nothing that is declared, and "
                    f"cannot be removed: {error}. Build once where the sources can "
                    "be written"
                )
                raise ExtensionError(msg) from error
            logger.info("removed the index page %s", path)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
