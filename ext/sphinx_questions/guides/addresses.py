"""Links in a book: to what it holds, or else to the hosted pages."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urljoin, urlsplit

from docutils import nodes
from sphinx import addnodes

from sphinx_questions.domain import QuestionsDomain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.builders import Builder
    from sphinx.config import Config

    from sphinx_questions.bank.question import Question


class Addresses:
    """The identifiers of one book.

    Documents have their own: two may use one name for different things. First every
    tree claims its identifiers, then the links can be rewritten.
    """

    def __init__(self, builder: Builder, *, from_root: bool = False) -> None:
        self._builder = builder
        #: Whether links lead into the site, from its root, where it has no address.
        self._from_root = from_root
        self._uris = {
            builder.get_target_uri(docname): docname
            for docname in builder.env.found_docs
        }
        self._taken: set[str] = set()
        #: (document, identifier there) → identifier in the book.
        self._new: dict[tuple[str, str], str] = {}
        #: By question: identifier in its document → identifier in the book. Two
        #: questions of one document may have brought the same footnote along.
        self._own: dict[str, dict[str, str]] = {}
        #: (document, identifier there) → number of an equation there, and in the book.
        self._equations: dict[tuple[str, str], tuple[str, str]] = {}

    def claim(self, tree: nodes.Element, question: Question) -> str:
        """Give every element of a question an identifier that is unique in the book.

        That of the question stays, and so do those made of it; the others get it in
        front. Returns the question's.
        """
        docname = question.place.docname
        own = self._own[question.id] = {}
        for node in tree.findall(nodes.Element):
            if isinstance(node, nodes.math_block) and node.get("number"):
                self._number(node, docname)
            for id_ in node["ids"]:
                own[id_] = self._free(id_, question.anchor)
                self._new.setdefault((docname, id_), own[id_])
            node["ids"] = [own[id_] for id_ in node["ids"]]
            node["names"] = []
        return str(tree["ids"][0])

    def _free(self, id_: str, anchor: str) -> str:
        wanted = id_ if id_.startswith(anchor) else f"{anchor}--{id_}"
        new, number = wanted, 1
        while new in self._taken:
            number += 1
            new = f"{wanted}-{number}"
        self._taken.add(new)
        return new

    def _number(self, equation: nodes.math_block, docname: str) -> None:
        """Count the equations through the book, where documents count their own."""
        number = str(len(self._equations) + 1)
        id_ = nodes.make_id(f"equation-{equation['label']}")
        self._equations[docname, id_] = (str(equation["number"]), number)
        equation["number"] = number

    def rewrite(self, tree: nodes.Element, question: Question) -> None:
        """Let the links of a question's tree lead where they can.

        What the book does not hold is linked on the hosted pages, if ``html_baseurl``
        says where they are, and is plain text otherwise, with the ID of a question.
        """
        docname, own = question.place.docname, self._own[question.id]
        for node in list(tree.findall(nodes.Element)):
            if isinstance(node, addnodes.download_reference):
                _unlink(node)
            elif isinstance(node, nodes.reference):
                target = self._target(node, docname)
                if target is not None:
                    self._lead(node, *target, own if target[0] == docname else {})
                elif not urlsplit(node.get("refuri", "")).scheme:
                    self._lead_to_file(node, docname)
            else:
                # Footnotes refer to each other, and targets to what they mean.
                if "refid" in node:
                    node["refid"] = own.get(node["refid"], node["refid"])
                if backrefs := node.get("backrefs"):
                    node["backrefs"] = [own[id_] for id_ in backrefs if id_ in own]

    def _target(self, link: nodes.reference, docname: str) -> tuple[str, str] | None:
        """Return the document and the identifier of a link, or None if it leads out."""
        if "refid" in link:
            return docname, link["refid"]
        uri, fragment = urldefrag(link.get("refuri", ""))
        if not uri:
            return (docname, fragment) if fragment else None
        here = posixpath.dirname(self._builder.get_target_uri(docname))
        found = self._uris.get(posixpath.normpath(posixpath.join(here, uri)))
        return (found, fragment) if found else None

    def _lead(
        self, link: nodes.reference, docname: str, id_: str, own: Mapping[str, str]
    ) -> None:
        place = (docname, id_ or self._own_anchor(docname))
        link.attributes.pop("refuri", None)
        link.attributes.pop("refid", None)
        if new := own.get(id_) or self._new.get(place):
            link["refid"] = new
            link["internal"] = True
            if place in self._equations:
                _replace_text(link, *self._equations[place])
        else:
            self._lead_out(link, docname, id_)

    def _lead_to_file(self, link: nodes.reference, docname: str) -> None:
        """Let a link to a file beside a document lead to where the web has it."""
        page = self._address(docname)
        if page and link.get("refuri"):
            link["refuri"] = urljoin(page, link["refuri"])
            link["internal"] = False
        else:
            _unlink(link)

    def _lead_out(self, link: nodes.reference, docname: str, id_: str) -> None:
        address = self._address(docname, id_)
        if address:
            link["refuri"] = address
            link["internal"] = False
        else:
            _unlink(link, self._id(docname, id_))

    def _id(self, docname: str, anchor: str) -> str:
        """Return the ID of the question that a link leads to, or nothing."""
        anchor = anchor or self._own_anchor(docname)
        there = QuestionsDomain.of(self._builder.env).catalogue.by_document
        found = (q.id for q in there.get(docname, ()) if q.anchor == anchor)
        return next(found, "")

    def _address(self, docname: str, id_: str = "") -> str | None:
        address = hosted_address(self._builder.config, docname, id_)
        if address or not self._from_root:
            return address
        page = self._builder.get_target_uri(docname)
        return f"{page}#{id_}" if id_ else page

    def settle(self, book: nodes.Element) -> None:
        """Mend the links to what a form has left out of the book."""
        held = {id_ for node in book.findall(nodes.Element) for id_ in node["ids"]}
        places = {new: place for place, new in self._new.items()}
        for note in list(book.findall(nodes.footnote_reference)):
            if note["refid"] not in held:
                _remove(note)
        for link in list(book.findall(nodes.reference)):
            id_ = link.get("refid")
            if id_ is None or id_ in held:
                continue
            del link["refid"]
            self._lead_out(link, *places[id_])

    def _own_anchor(self, docname: str) -> str:
        """Return the anchor of the question that is the whole document, or nothing."""
        domain = QuestionsDomain.of(self._builder.env)
        id_ = domain.question_documents.get(docname, "")
        question = domain.catalogue.get(id_)
        return question.anchor if question else ""


def hosted_address(config: Config, docname: str, id_: str = "") -> str | None:
    """Return the address of a page on the web, or None if nobody knows it."""
    if not config.html_baseurl:
        return None
    values: Any = config
    suffix = values.html_link_suffix or values.html_file_suffix or ".html"
    page = urljoin(f"{config.html_baseurl.rstrip('/')}/", f"{docname}{suffix}")
    return f"{page}#{id_}" if id_ else page


def _remove(note: nodes.footnote_reference) -> None:
    """Take the mark of a note away, and the space in front of it."""
    place = note.parent.index(note)
    before = note.parent[place - 1] if place else None
    if isinstance(before, nodes.Text):
        note.parent[place - 1] = nodes.Text(before.rstrip())
    note.parent.remove(note)


def _unlink(link: nodes.Element, id_: str = "") -> None:
    """Leave the words of a link and take the link away; *id_* is what to look for."""
    words = nodes.inline("", "", *link.children)
    if id_ and id_ not in link.astext():
        words += nodes.Text(f" ({id_})")
    link.replace_self(words)


def _replace_text(link: nodes.Element, old: str, new: str) -> None:
    for text in list(link.findall(nodes.Text)):
        text.parent.replace(text, nodes.Text(text.astext().replace(old, new)))
