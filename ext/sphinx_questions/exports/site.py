"""The files at the root of a web site, and when they are written.

All of them follow from the catalogue, but for the Markdown of a question. That is
made of the tree of its page, and is written whenever the page is.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_questions.config import settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.exports.addresses import is_site
from sphinx_questions.exports.feed import FEED, feed
from sphinx_questions.exports.markdown.files import LLMS_TXT, llms_txt, markdown_name
from sphinx_questions.exports.markdown.translator import (
    catalogued,
    root_of,
    to_markdown,
)
from sphinx_questions.exports.sitemap import SITEMAP, sitemap

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

#: In the output folder: the files that the extension wrote into it, and the document
#: that each was made of, if it was one.
MANIFEST: Final = ".sphinx-questions-files.json"


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the documents whose Markdown is not there, or is of another document."""
    if not _has_markdown(app.builder):
        return []
    outdir, before = Path(app.builder.outdir), _load(app.builder)
    return [
        docname
        for name, docname in _markdown_files(app.builder).items()
        if before.get(name) != docname or not (outdir / name).exists()
        if docname in env.found_docs
    ]


def on_doctree_resolved(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Write the questions of a page as Markdown, before the page becomes HTML."""
    if not _has_markdown(app.builder) or doctree.get("for_guide"):
        return
    for question in catalogued(app.builder, docname):
        root = root_of(question, doctree)
        if root is not None:
            text = to_markdown(app.builder, question, root, doctree)
            path = Path(app.builder.outdir, markdown_name(question.id))
            _write(path, text.encode())


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Write what is of the whole site, and remove what is not wanted any more."""
    builder = app.builder
    if exception is not None or not is_site(builder):
        return
    outdir, before = Path(builder.outdir), _load(builder)
    after = _markdown_files(builder) if _has_markdown(builder) else {}
    after = {
        name: docname for name, docname in after.items() if (outdir / name).exists()
    }
    for name, content in _site_files(builder).items():
        # A file of that name which the project brought itself stays.
        if name in before or not (outdir / name).exists():
            _write(outdir / name, content)
            after[name] = ""
    for name in before.keys() - after.keys():
        (outdir / name).unlink(missing_ok=True)
    if after != before:
        text = json.dumps(after, indent=0, sort_keys=True)
        _write(outdir / MANIFEST, text.encode())


def _has_markdown(builder: Builder) -> bool:
    return is_site(builder) and settings_of(builder.config).llms_txt


def _markdown_files(builder: Builder) -> dict[str, str]:
    catalogue = QuestionsDomain.of(builder.env).catalogue
    return {markdown_name(q.id): q.place.docname for q in catalogue}


def _site_files(builder: Builder) -> dict[str, bytes]:
    settings = settings_of(builder.config)
    catalogue = QuestionsDomain.of(builder.env).catalogue
    is_published = bool(builder.config.html_baseurl)
    files = {}
    if settings.llms_txt:
        files[LLMS_TXT] = llms_txt(builder)
    if settings.feed and is_published:
        files[FEED] = feed(builder, catalogue)
    if settings.sitemap and is_published:
        files[SITEMAP] = sitemap(builder)
    return files


def _load(builder: Builder) -> dict[str, str]:
    """Return what an earlier build noted; names that lead elsewhere are no files."""
    try:
        loaded = json.loads(Path(builder.outdir, MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(loaded, dict):
        return {}
    return {name: doc for name, doc in loaded.items() if ".." not in Path(name).parts}


def _write(path: Path, content: bytes) -> None:
    """Write a file, unless it holds the same already."""
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
