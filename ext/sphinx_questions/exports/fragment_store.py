"""Fragments of an earlier build, for questions that did not change since.

A site carries the catalogue with every build. Making all fragments again would take as
long as writing all pages, for one edit.
"""

from __future__ import annotations

import hashlib
import pickle
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_questions import __version__
from sphinx_questions.domain import QuestionsDomain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_questions.bank.question import Question
    from sphinx_questions.exports.fragments import Fragment, FragmentBuilder

#: In the folder of the doctrees, one for each kind of address.
_FILE: Final = "sphinx-questions-fragments-{kind}.pickle"


class Stored(NamedTuple):
    """What is kept of a document."""

    #: What the fragments depend on.
    key: str
    #: By ID.
    fragments: Mapping[str, Sequence[Fragment]]
    #: Pictures that they show: path in the source folder → name.
    images: Mapping[str, str]


class FragmentStore:
    """The fragments of a project, those that changed made anew."""

    def __init__(self, builder: FragmentBuilder) -> None:
        self._builder = builder
        kind = (builder.site or builder).name
        self._path = Path(builder.doctreedir) / _FILE.format(kind=kind)

    def all(
        self, make: Callable[[Question], Sequence[Fragment]]
    ) -> dict[str, Sequence[Fragment]]:
        """Return the fragments by ID; *make* makes those that are not known."""
        before = self._load()
        now: dict[str, Stored] = {}
        catalogue = QuestionsDomain.of(self._builder.env).catalogue
        for docname, questions in catalogue.by_document.items():
            key = self._key(docname)
            stored = before.get(docname)
            if stored is None or stored.key != key:
                others = dict(self._builder.images)
                self._builder.images.clear()
                fragments = {question.id: make(question) for question in questions}
                stored = Stored(key, fragments, dict(self._builder.images))
                self._builder.images.update(others)
            self._builder.images.update(stored.images)
            now[docname] = stored
        if now != before:
            self._path.write_bytes(pickle.dumps(now))
        return {
            id_: f for stored in now.values() for id_, f in stored.fragments.items()
        }

    def _key(self, docname: str) -> str:
        """Return a digest of what the fragments of a document depend on."""
        domain = QuestionsDomain.of(self._builder.env)
        tree = Path(self._builder.doctreedir, f"{docname}.doctree").stat()
        value = (
            __version__,
            self._builder.config.html_baseurl,
            tree.st_mtime_ns,
            tree.st_size,
            [(repr(s), s.value(domain.catalogue)) for s in domain.shown(docname)],
        )
        return hashlib.blake2b(repr(value).encode(), digest_size=16).hexdigest()

    def _load(self) -> dict[str, Stored]:
        try:
            loaded = pickle.loads(self._path.read_bytes())  # noqa: S301 – our own, beside Sphinx's
        except Exception:  # noqa: BLE001 – whatever is wrong with it, it can be made again
            return {}
        return loaded if isinstance(loaded, dict) else {}
