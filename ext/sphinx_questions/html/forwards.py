"""Pages that do nothing but forward: short addresses, and pages that are gone.

They are files and no documents: neither the search nor the sidebar nor a site map
knows them. They forward without a script, and show a link where that is not wanted.
"""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from sphinx_questions.config import settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.problems import Problem, warn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from sphinx_questions.bank.question import Question

#: In the output folder: the files that an earlier build wrote.
MANIFEST: Final = ".sphinx-questions-forwards.json"

#: Of all builders whose format is html, those that write a web site.
_BUILDERS: Final = frozenset({"html", "dirhtml"})

#: IDs that are file names and parts of addresses as they are.
_PLAIN: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")

_PAGE: Final = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={address}">
<link rel="canonical" href="{canonical}">
</head>
<body>
<p>{id}: <a href="{address}">{title}</a></p>
</body>
</html>
"""


def on_write_started(app: Sphinx, builder: Builder) -> None:
    """Write the pages, and remove those that are not wanted any more."""
    if builder.name not in _BUILDERS:
        return
    before = _load(builder)
    written = []
    for name, question in forwards(app, builder).items():
        path = _path(builder, name)
        written.append(path.relative_to(builder.outdir).as_posix())
        content = _page(builder, name, question)
        if not path.is_file() or path.read_text(encoding="utf-8") != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
    if stale := before - {*written}:
        _remove(builder, stale)
    if before != {*written}:
        _store(builder, sorted(written))


def forwards(app: Sphinx, builder: Builder) -> Mapping[str, Question]:
    """Return the question by each page that forwards to it, named as a document.

    A page that a document has is left to the document.
    """
    found: dict[str, Question] = {}
    # Ignoring case, as some file systems do.
    taken = {docname.casefold(): docname for docname in builder.env.found_docs}
    for name, id_, question in _short(builder):
        other = taken.setdefault(name.casefold(), name)
        if name in found or other != name or name in builder.env.found_docs:
            reason = f"its page {name!r} would be that of {other!r}"
        elif not _PLAIN.fullmatch(id_):
            reason = "its characters cannot stand in an address as they are"
        else:
            found[name] = question
            continue
        warn(
            Problem.ID,
            f"the ID {id_!r} has no short address: {reason}; write an ID of letters, "
            "digits and hyphens, or name another folder in questions_short_addresses",
            f"{app.srcdir / question.place.file}:{question.place.line}",
        )
    for name, question in _gone(builder):
        if taken.setdefault(name.casefold(), name) == name:
            found.setdefault(name, question)
    return found


def _short(builder: Builder) -> Iterator[tuple[str, str, Question]]:
    folder = settings_of(builder.config).short_addresses
    catalogue = QuestionsDomain.of(builder.env).catalogue
    if folder is not None:
        for question in catalogue:
            yield f"{folder}/{question.id}", question.id, question
        for old, new in catalogue.redirects.items():
            yield f"{folder}/{old}", old, catalogue[new]


def _gone(builder: Builder) -> Iterator[tuple[str, Question]]:
    """Yield the pages of questions that were given up, if they are no documents."""
    catalogue = QuestionsDomain.of(builder.env).catalogue
    for redirect in settings_of(builder.config).redirects.values():
        page, question = redirect.page, catalogue.get(redirect.to)
        if page and question and page not in builder.env.found_docs:
            yield page, question


def _page(builder: Builder, name: str, question: Question) -> str:
    docname, anchor = question.place.docname, question.anchor
    address = f"{builder.get_relative_uri(name, docname)}#{anchor}"
    target = builder.get_target_uri(docname)
    base = builder.config.html_baseurl
    # A search engine is given the page, of which the question may be a part.
    canonical = (
        urljoin(f"{base.rstrip('/')}/", target)
        if base
        else builder.get_relative_uri(name, docname)
    )
    return _PAGE.format(
        language=escape((builder.config.language or "en").replace("_", "-")),
        title=escape(question.title),
        address=escape(address),
        canonical=escape(canonical),
        id=escape(question.id),
    )


def _path(builder: Builder, name: str) -> Path:
    return Path(builder.get_output_path(name))  # type: ignore[attr-defined]


def _load(builder: Builder) -> set[str]:
    try:
        loaded = json.loads((builder.outdir / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    return {*loaded} if isinstance(loaded, list) else set()


def _store(builder: Builder, written: list[str]) -> None:
    path = builder.outdir / MANIFEST
    if written:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(written, indent=0), encoding="utf-8")
    else:
        path.unlink(missing_ok=True)


def _remove(builder: Builder, stale: set[str]) -> None:
    """Remove files of earlier builds, before documents may take their places."""
    for name in sorted(stale):
        path = builder.outdir / name
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == Path(builder.outdir) or not folder.is_dir():
                break
            if any(folder.iterdir()):
                break
            folder.rmdir()
