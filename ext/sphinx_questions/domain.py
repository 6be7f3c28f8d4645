"""The store of questions, and how links find them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from sphinx_questions.bank.catalogue import Catalogue
from sphinx_questions.config import settings_of
from sphinx_questions.labels import _
from sphinx_questions.targets import all_targets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_questions.bank.question import Question, Unlisted
    from sphinx_questions.bank.shown import Shown
    from sphinx_questions.remote import Remote
    from sphinx_questions.targets import Target


#: What the store holds by document.
_TABLES: Final = (
    "questions",
    "unlisted",
    "documents",
    "shown",
    "contents",
    "index_pages",
    "explorers",
)

#: Entries of a toctree: the text of a link, or None for the title; the document.
Entries = tuple[tuple[str | None, str], ...]


class QuestionsDomain(Domain):
    """Questions by document, and the catalogue made of them.

    Only the ``note_…`` methods add to the store. What one document holds is one
    entry a table, so clearing is ``pop`` and merging does not depend on an order.
    """

    name = "questions"
    label = "Questions"
    object_types: ClassVar = {
        "question": ObjType(_("question"), "question"),
        "technology": ObjType(_("technology"), "technology"),
        "level": ObjType(_("level"), "level"),
        "topic": ObjType(_("topic"), "topic"),
    }
    initial_data: ClassVar[dict[str, Any]] = {
        "questions": {},  # docname -> list of Question
        "unlisted": {},  # docname -> list of Unlisted
        "documents": {},  # docname -> ID of the question that is the whole document
        "shown": {},  # docname -> list of Shown: what it shows of other documents
        "contents": {},  # docname -> what the extension hung below it
        "index_pages": {},  # docname -> True, for documents of the extension's own
        "explorers": {},  # docname -> True, for documents with an explorer
        "settings_fingerprint": "",  # fingerprint of the settings of the last build
    }
    data_version = 4

    # Made from the store when asked for, and never pickled: Sphinx stores the
    # data of a domain, not the domain.
    _catalogue: Catalogue | None = None
    _targets: Mapping[tuple[str, str], Target] | None = None
    _hidden: AbstractSet[str] | None = None

    #: The banks of other projects, by name.
    remotes: Mapping[str, Remote] = MappingProxyType({})

    #: What to hang below documents when they are read again.
    wanted_contents: Mapping[str, Entries] = MappingProxyType({})

    @classmethod
    def of(cls, env: BuildEnvironment) -> QuestionsDomain:
        """Return the domain of a project."""
        return cast("QuestionsDomain", env.domains[cls.name])

    @property
    def _questions(self) -> dict[str, list[Question]]:
        return cast("dict[str, list[Question]]", self.data["questions"])

    @property
    def targets(self) -> Mapping[tuple[str, str], Target]:
        """Everything that a link can lead to, by type and key."""
        if self._targets is None:
            settings = settings_of(self.env.config)
            self._targets = all_targets(self.catalogue, self.index_pages, settings)
        return self._targets

    @property
    def catalogue(self) -> Catalogue:
        """All questions noted so far."""
        if self._catalogue is None:
            redirects = settings_of(self.env.config).redirects
            self._catalogue = Catalogue(
                (question for noted in self._questions.values() for question in noted),
                {old: redirect.to for old, redirect in redirects.items()},
            )
        return self._catalogue

    @property
    def settings_fingerprint(self) -> str:
        """A fingerprint of the settings that the stored trees were made with."""
        return cast("str", self.data["settings_fingerprint"])

    @property
    def question_documents(self) -> Mapping[str, str]:
        """The ID of the question by document, for those that hold nothing else."""
        return cast("dict[str, str]", self.data["documents"])

    @property
    def contents(self) -> Mapping[str, Entries]:
        """What the extension hung below a document when it was read."""
        return cast("dict[str, Entries]", self.data["contents"])

    @property
    def index_pages(self) -> AbstractSet[str]:
        """The documents that the extension wrote itself."""
        return cast("dict[str, bool]", self.data["index_pages"]).keys()

    @property
    def explorer(self) -> str | None:
        """The first document with an explorer, if there is one."""
        return min(self.data["explorers"], default=None)

    def shown(self, docname: str) -> Sequence[Shown]:
        """Return what a document shows of other documents."""
        return cast("list[Shown]", self.data["shown"].get(docname, []))

    @property
    def unlisted(self) -> list[Unlisted]:
        """The questions without a good ID, by place."""
        tables = cast("dict[str, list[Unlisted]]", self.data["unlisted"]).values()
        return sorted((q for noted in tables for q in noted), key=lambda q: q.place)

    @property
    def refused_ids(self) -> AbstractSet[str]:
        """The IDs that questions were given and cannot have."""
        return {question.id for question in self.unlisted if question.id}

    @property
    def first_questions(self) -> Iterator[Question]:
        """The first question of each document, whether or not its ID is unique."""
        return (min(noted, key=lambda q: q.place) for noted in self._questions.values())

    @property
    def hidden_documents(self) -> AbstractSet[str]:
        """The documents that the sidebar leaves out: its index pages stand for them.

        Those that are one question, and those that hang below an index page.
        """
        if self._hidden is None:
            carried = {
                docname
                for entries in self.contents.values()
                for _text, docname in entries
                if docname in self._questions
            }
            self._hidden = carried | self.question_documents.keys()
        return self._hidden

    def question_of(self, docname: str) -> Question | None:
        """Return the first question of a document that the sidebar leaves out."""
        if docname not in self.hidden_documents:
            return None
        return min(self._questions[docname], key=lambda q: q.place)

    def _forget(self) -> None:
        """Forget what was made from the store, because the store changes."""
        self._catalogue = None
        self._targets = None
        self._hidden = None

    def questions_on(self, docname: str) -> tuple[Question, ...]:
        """Return the questions of a document, whether or not their IDs are unique."""
        return tuple(sorted(self._questions.get(docname, ()), key=lambda q: q.place))

    def note_question(self, question: Question) -> None:
        """Add a question to the store."""
        self._forget()
        self._questions.setdefault(question.place.docname, []).append(question)

    def note_unlisted(self, question: Unlisted) -> None:
        """Note a question without a good ID."""
        self.data["unlisted"].setdefault(question.place.docname, []).append(question)

    def note_document(self, docname: str, id_: str) -> None:
        """Note that a document is one question and nothing else."""
        self._forget()
        self.data["documents"][docname] = id_

    def note_shown(self, docname: str, shown: Shown) -> None:
        """Note that a document shows something of others."""
        self.data["shown"].setdefault(docname, []).append(shown)

    def note_contents(self, docname: str, entries: Entries) -> None:
        """Note what was hung below a document."""
        self._forget()
        self.data["contents"][docname] = entries

    def note_index_page(self, docname: str) -> None:
        """Note that the extension wrote a document itself."""
        self._forget()
        self.data["index_pages"][docname] = True

    def note_explorer(self, docname: str) -> None:
        """Note that a document has an explorer."""
        self.data["explorers"][docname] = True

    def clear_doc(self, docname: str) -> None:
        """Forget what a document holds."""
        self._forget()
        for table in _TABLES:
            self.data[table].pop(docname, None)

    def merge_domaindata(
        self, docnames: AbstractSet[str], otherdata: dict[str, Any]
    ) -> None:
        """Take over the documents that another process has read."""
        self._forget()
        for table in _TABLES:
            for docname, held in otherdata[table].items():
                if docname in docnames:
                    self.data[table][docname] = held

    def resolve_xref(  # noqa: PLR0913, PLR0917 – the signature is Sphinx's
        self,
        env: BuildEnvironment,  # noqa: ARG002
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Return a link to *target*, or None if there is no such thing."""
        found = self.targets.get((typ, target))
        if found is None:
            return None
        if not node["refexplicit"]:
            contnode = nodes.inline("", found.label, classes=contnode["classes"])
        return make_refnode(
            builder, fromdocname, found.docname, found.anchor, contnode, found.label
        )

    def resolve_any_xref(  # noqa: PLR0913, PLR0917 – the signature is Sphinx's
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Return the question that the ``any`` role means, if it means one.

        The standard domain finds a question by its label already; to find it
        here as well would make the role ambiguous.
        """
        question = self.catalogue.find(target)
        if question is None or self._has_label(target, question):
            return []
        found = self.resolve_xref(
            env, fromdocname, builder, "question", target, node, contnode
        )
        return [("questions:question", found)] if found else []

    def _has_label(self, id_: str, question: Question) -> bool:
        labels = self.env.domains.standard_domain.anonlabels
        place = (question.place.docname, question.anchor)
        return labels.get(id_.lower()) == place

    def get_type_name(self, type: ObjType, primary: bool = False) -> str:  # noqa: A002, ARG002, FBT001, FBT002
        """Return how the search calls a hit: without the domain's name, in English."""
        return str(type.lname)

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """Yield questions, and index pages by what they are about."""
        for (typ, key), target in sorted(self.targets.items()):
            # The search finds index pages by their text, and questions by ID as well,
            # but not a second time by one that was given up.
            is_found = typ == "question" and key in self.catalogue
            priority = 1 if is_found else -1
            yield key, target.label, typ, target.docname, target.anchor, priority
