"""Which pages must be written again although nobody edited them.

A page may show titles, numbers and answers of other pages. Whether it still shows
the right ones depends on the folder that is written to, not on the environment: two
builders share an environment, and one build may write a single page of it. So each
output folder holds a fingerprint of what its pages show.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_questions.bank.shown import ShownGuides, ShownLink, ShownList
from sphinx_questions.browse.contents import read_changed_contents
from sphinx_questions.browse.downloads import offered
from sphinx_questions.browse.navigation import breadcrumb_of, without_questions
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.inventories import foreign_question
from sphinx_questions.outputs import writes_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

#: In the output folder: document → fingerprint, and which are index pages.
MANIFEST: Final = ".sphinx-questions.json"

#: Formats of builders that write a page a document, and only those that changed.
_FORMATS: Final = frozenset({"html", "text", "xml", "pseudoxml"})


def _writes_pages(builder: Builder) -> bool:
    if builder.name == "singlehtml" or writes_data(builder):
        return False
    return builder.format in _FORMATS


class Freshness:
    """What the pages of one output folder show, before a build and after it.

    One object serves one application. It is used in the main process only, where
    Sphinx resolves every document that it writes.
    """

    def __init__(self) -> None:
        self._before: dict[str, str] = {}
        self._now: dict[str, str] = {}
        self._written: set[str] = set()

    def on_env_updated(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Return the documents whose pages do not show what they should."""
        changed = read_changed_contents(app, env)
        if not _writes_pages(app.builder):
            return changed
        self._before = _load(app.builder).get("pages", {})
        self._now = fingerprints(env, app.builder)
        self._written = set()
        stale = [
            docname
            for docname, fingerprint in self._now.items()
            if self._before.get(docname) != fingerprint
        ]
        return [*changed, *stale]

    def on_doctree_resolved(
        self, _app: Sphinx, doctree: nodes.document, docname: str
    ) -> None:
        """Note that a page is being written, and not a guide with parts of it."""
        if not doctree.get("for_guide"):
            self._written.add(docname)

    def on_build_finished(self, app: Sphinx, exception: Exception | None) -> None:
        """Store what the pages show, and remove those of removed index pages."""
        if exception is not None or not _writes_pages(app.builder):
            return
        index_pages = sorted(QuestionsDomain.of(app.env).index_pages)
        before = _load(app.builder)
        for docname in before.get("index", []):
            if docname not in index_pages:
                for path in _outputs(app.builder, docname):
                    path.unlink(missing_ok=True)
        pages = {
            docname: now if docname in self._written else self._before[docname]
            for docname, now in self._now.items()
            if docname in self._written or docname in self._before
        }
        after = {"index": index_pages, "pages": pages}
        if after != before:
            _manifest(app.builder).write_text(
                json.dumps(after, indent=0, sort_keys=True), encoding="utf-8"
            )


def _manifest(builder: Builder) -> Path:
    return Path(builder.outdir) / MANIFEST


def _load(builder: Builder) -> dict[str, dict[str, str]]:
    try:
        loaded = json.loads(_manifest(builder).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def _outputs(builder: Builder, docname: str) -> Iterator[Path]:
    """Yield the files that a builder wrote for a document."""
    outdir = Path(builder.outdir)
    if builder.format == "html":
        yield Path(builder.get_output_path(docname))  # type: ignore[attr-defined]
        yield from (outdir / "_sources").glob(f"{docname}.*.txt")
    else:
        yield outdir / f"{docname}{builder.out_suffix}"  # type: ignore[attr-defined]


def fingerprints(env: BuildEnvironment, builder: Builder) -> dict[str, str]:
    """Return a digest of what each page shows of others, by document."""
    domain = QuestionsDomain.of(env)
    catalogue = domain.catalogue
    around = _surroundings(env)
    sidebar = _digest(_sidebar(env))
    guides = [(file.path.name, file.size) for file in offered(builder)]
    return {
        docname: _digest(
            (
                domain.settings_fingerprint,
                sidebar,
                around.get(docname),
                breadcrumb_of(docname, env),
                [(repr(s), s.value(catalogue)) for s in domain.shown(docname)],
                guides if ShownGuides() in domain.shown(docname) else None,
                [
                    (id_, foreign_question(env, id_))
                    for id_ in _foreign_ids(docname, env)
                ],
                [
                    domain.remotes[shown.bank].text
                    for shown in domain.shown(docname)
                    if isinstance(shown, ShownList) and shown.bank in domain.remotes
                ],
            )
        )
        for docname in sorted(env.found_docs)
    }


def _foreign_ids(docname: str, env: BuildEnvironment) -> list[str]:
    """Return the IDs on a page that no question of the project has."""
    domain = QuestionsDomain.of(env)
    ids = {s.id for s in domain.shown(docname) if isinstance(s, ShownLink)}
    for question in domain.catalogue.by_document.get(docname, ()):
        ids.update(question.requires, question.related)
    return sorted(id_ for id_ in ids if domain.catalogue.find(id_) is None)


def _digest(value: object) -> str:
    return hashlib.blake2b(repr(value).encode(), digest_size=8).hexdigest()


def _surroundings(env: BuildEnvironment) -> dict[str, object]:
    """Return what a page says of the pages around it: parents, previous, next."""
    relations = env.collect_relations()
    # The content alone: Sphinx puts a section number on the title itself, later.
    titles = {
        docname: "".join(node.pformat() for node in title.children)
        for docname, title in env.titles.items()
    }
    around: dict[str, object] = {}
    for docname, (_parent, *near) in relations.items():
        above = docname
        while (parent := relations[above][0]) and parent not in near[2:]:
            near.append(parent)
            above = parent
        around[docname] = [(name, titles.get(name or "")) for name in near]
    return around


def _sidebar(env: BuildEnvironment) -> list[object]:
    """Return what the sidebar shows on every page: all but the questions."""
    hidden = QuestionsDomain.of(env).hidden_documents
    shown: list[object] = []
    for docname, toc in sorted(env.tocs.items()):
        if docname not in hidden:
            copy = without_questions(toc, hidden)
            for link in copy.findall(nodes.reference):
                # Sphinx numbers sections later, and tells which pages that changes.
                link.attributes.pop("secnumber", None)
            shown.append((docname, copy.pformat()))
    return shown
