"""The store of questions, and how links find them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from sphinx_questions.bank.catalogue import Catalogue
from sphinx_questions.labels import _
from sphinx_questions.problems import Problem, did_you_mean, warn

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_questions.bank.question import Question


class QuestionsDomain(Domain):
    """Questions by document, and the catalogue made of them.

    Only :meth:`note_question` adds to the store. What one document holds is one
    entry, so clearing is one ``pop`` and merging does not depend on an order.
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

    def note_question(self, question: Question) -> None:
        """Add a question to the store."""
        self._catalogue = None
        self._questions.setdefault(question.place.docname, []).append(question)

    def clear_doc(self, docname: str) -> None:
        """Forget the questions of a document."""
        self._catalogue = None
        self._questions.pop(docname, None)

    def merge_domaindata(
        self, docnames: AbstractSet[str], otherdata: dict[str, Any]
    ) -> None:
        """Take over the documents that another process has read."""
        self._catalogue = None
        for docname, noted in otherdata["questions"].items():
            if docname in docnames:
                self._questions[docname] = noted

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
        question = self.catalogue.get(target) if typ == "question" else None
        if question is None:
            return None
        if not node["refexplicit"]:
            contnode = nodes.inline("", question.title, classes=contnode["classes"])
        place = question.place.docname
        return make_refnode(
            builder, fromdocname, place, question.anchor, contnode, question.title
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
        """Yield every question for the inventory and the search."""
        for q in self.catalogue:
            yield q.id, q.title, "question", q.place.docname, q.anchor, 1


def on_warn_missing_reference(
    app: Sphinx, domain: Domain | None, node: pending_xref
) -> bool | None:
    """Warn of a role that names no question, with the ID that was likely meant."""
    if domain is None or domain.name != QuestionsDomain.name:
        return None
    target = node["reftarget"]
    hint = did_you_mean(QuestionsDomain.of(app.env).catalogue.closest(target))
    warn(Problem.REFERENCE, f"no question has the ID {target!r}.{hint}", node)
    return True
