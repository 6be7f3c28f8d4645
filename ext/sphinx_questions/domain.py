"""The store of questions, and how links find them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from sphinx_questions.bank.catalogue import Catalogue
from sphinx_questions.bank.views import TOPICS_PAGE, View
from sphinx_questions.bank.vocabulary import closest
from sphinx_questions.config import settings_of
from sphinx_questions.labels import _
from sphinx_questions.problems import Problem, did_you_mean, warn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_questions.bank.question import Question
    from sphinx_questions.bank.shown import Shown


class PageObject(NamedTuple):
    """Something that an index page is about."""

    label: str
    docname: str
    anchor: str


def topic_anchor(topic: str) -> str:
    """Return the anchor of a topic on the page of topics."""
    return nodes.make_id(f"topic-{topic}")


#: What the store holds by document.
_TABLES: Final = ("questions", "documents", "shown", "views", "explorers")


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
        "documents": {},  # docname -> ID of the question that is the whole document
        "shown": {},  # docname -> list of Shown: what it shows of other documents
        "views": {},  # docname of an index page -> what hangs below it
        "explorers": {},  # docname -> True, for documents with an explorer
        "vocabulary": "",  # fingerprint of the settings of the last build
    }
    data_version = 1

    # Made from the store when asked for, and never pickled: Sphinx stores the
    # data of a domain, not the domain.
    _catalogue: Catalogue | None = None

    @classmethod
    def of(cls, env: BuildEnvironment) -> QuestionsDomain:
        """Return the domain of a project."""
        return cast("QuestionsDomain", env.domains[cls.name])

    @property
    def _questions(self) -> dict[str, list[Question]]:
        return cast("dict[str, list[Question]]", self.data["questions"])

    @property
    def catalogue(self) -> Catalogue:
        """All questions noted so far."""
        if self._catalogue is None:
            self._catalogue = Catalogue(
                question for noted in self._questions.values() for question in noted
            )
        return self._catalogue

    @property
    def vocabulary(self) -> str:
        """A fingerprint of the settings that the stored trees were made with."""
        return cast("str", self.data["vocabulary"])

    @property
    def question_documents(self) -> Mapping[str, str]:
        """The ID of the question by document, for those that hold nothing else."""
        return cast("dict[str, str]", self.data["documents"])

    @property
    def views(self) -> Mapping[str, tuple[tuple[str | None, str], ...]]:
        """What hangs below each index page, as it was when the page was read."""
        return cast("dict[str, tuple[tuple[str | None, str], ...]]", self.data["views"])

    @property
    def explorer(self) -> str | None:
        """The first document with an explorer, if there is one."""
        return min(self.data["explorers"], default=None)

    def shown(self, docname: str) -> Sequence[Shown]:
        """Return what a document shows of other documents."""
        return cast("list[Shown]", self.data["shown"].get(docname, []))

    def note_question(self, question: Question) -> None:
        """Add a question to the store."""
        self._catalogue = None
        self._questions.setdefault(question.place.docname, []).append(question)

    def note_document(self, docname: str, id_: str) -> None:
        """Note that a document is one question and nothing else."""
        self.data["documents"][docname] = id_

    def note_shown(self, docname: str, shown: Shown) -> None:
        """Note that a document shows something of others."""
        self.data["shown"].setdefault(docname, []).append(shown)

    def note_view(
        self, docname: str, entries: tuple[tuple[str | None, str], ...]
    ) -> None:
        """Note what hangs below an index page."""
        self.data["views"][docname] = entries

    def note_explorer(self, docname: str) -> None:
        """Note that a document has an explorer."""
        self.data["explorers"][docname] = True

    def clear_doc(self, docname: str) -> None:
        """Forget what a document holds."""
        self._catalogue = None
        for table in _TABLES:
            self.data[table].pop(docname, None)

    def merge_domaindata(
        self, docnames: AbstractSet[str], otherdata: dict[str, Any]
    ) -> None:
        """Take over the documents that another process has read."""
        self._catalogue = None
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
        """Return a link to the question *target*, or None if there is none."""
        if typ != "question":
            return self._resolve_page(fromdocname, builder, typ, target, node, contnode)
        question = self.catalogue.get(target)
        if question is None:
            return None
        if not node["refexplicit"]:
            contnode = nodes.inline("", question.title, classes=contnode["classes"])
        place = question.place.docname
        return make_refnode(
            builder, fromdocname, place, question.anchor, contnode, question.title
        )

    def _resolve_page(  # noqa: PLR0913, PLR0917 – what resolve_xref is given
        self,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Return a link to the page of a technology, a level or a topic."""
        found = self._pages.get((typ, target))
        if found is None:
            return None
        if not node["refexplicit"]:
            contnode = nodes.inline("", found.label, classes=contnode["classes"])
        return make_refnode(
            builder, fromdocname, found.docname, found.anchor, contnode, found.label
        )

    @property
    def _pages(self) -> dict[tuple[str, str], PageObject]:
        """The declared words and used topics that have a page, by type and key."""
        settings = settings_of(self.env.config)
        words = (
            *(
                (("technology", t.key), t.label, View(technology=t.key))
                for t in settings.technologies.values()
            ),
            *(
                (("level", level.key), level.label, View(level=level.key))
                for level in settings.levels.values()
            ),
        )
        pages = {
            name: PageObject(label, docname, nodes.make_id(f"index-{view.page}"))
            for name, label, view in words
            if (docname := f"{settings.pages}/{view.page}") in self.views
        }
        topics = f"{settings.pages}/{TOPICS_PAGE}"
        if topics in self.views:
            for topic in self.catalogue.topics:
                anchor = topic_anchor(topic)
                pages["topic", topic] = PageObject(topic, topics, anchor)
        return pages

    def page_names(self, typ: str) -> list[str]:
        """Return the keys of the technologies, levels or topics that have a page."""
        return [key for kind, key in self._pages if kind == typ]

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
        question = self.catalogue.get(target)
        if question is None or self._has_own_label(question):
            return []
        found = self.resolve_xref(
            env, fromdocname, builder, "question", target, node, contnode
        )
        return [("questions:question", found)] if found else []

    def _has_own_label(self, question: Question) -> bool:
        labels = self.env.domains.standard_domain.anonlabels
        place = (question.place.docname, question.anchor)
        return labels.get(question.id.lower()) == place

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """Yield questions, and index pages by what they are about."""
        for q in self.catalogue:
            yield q.id, q.title, "question", q.place.docname, q.anchor, 1
        for (typ, key), page in sorted(self._pages.items()):
            # Not found by the search as objects: the pages are found by their text.
            yield key, page.label, typ, page.docname, page.anchor, -1


def on_warn_missing_reference(
    app: Sphinx, domain: Domain | None, node: pending_xref
) -> bool | None:
    """Warn of a role that names no question, with the ID that was likely meant."""
    if domain is None or domain.name != QuestionsDomain.name:
        return None
    target = node["reftarget"]
    known = QuestionsDomain.of(app.env)
    if node["reftype"] == "question":
        hint = did_you_mean(known.catalogue.closest(target))
        text = f"no question has the ID {target!r}.{hint}"
    else:
        names = known.page_names(node["reftype"])
        hint = did_you_mean(closest(target, names))
        text = f"no index page for the {node['reftype']} {target!r}.{hint}"
    warn(Problem.REFERENCE, text, node)
    return True
