"""Anchors: derived from the ID, so that a link outlives every edit."""

from __future__ import annotations

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_questions.problems import Problem, warn
from sphinx_questions.source.tree import is_question, parts_of, questions_in


def anchor_of(id_: str) -> str:
    """Return the fragment identifier of the question *id_*: ``ml-adv-001``."""
    return nodes.make_id(id_)


def is_anchored(id_: str) -> bool:
    """Return whether the anchor of *id_* is its own, and no other ID's."""
    return anchor_of(id_) == id_.lower()


def set_anchors(root: nodes.section, document: nodes.document) -> None:
    """Give a question and its sections their anchors.

    An anchor that the page has already is warned of and replaced by one that
    docutils chooses: the text is kept, only the address is not the expected one.
    So is that of a question without an ID, and of one whose ID was used on the
    page before, which the catalogue reports.
    """
    anchor = anchor_of(root["question_id"])
    first = document.ids.get(anchor)
    if first is not None and first.get("question_id") == root["question_id"]:
        anchor = ""
    _claim(root, anchor, document)
    for part in parts_of(root):
        key = part["section_key"]
        _claim(part, f"{anchor}-{key}" if anchor and key else "", document)
    for heading in root.findall(nodes.rubric):
        _keep_targets(heading, document)


def _claim(node: nodes.Element, anchor: str, document: nodes.document) -> None:
    taken = document.ids.get(anchor)
    if taken is not None:
        warn(
            Problem.ANCHOR,
            f"the anchor {anchor!r} of this question is already taken on the page "
            f"by a {taken.tagname}; rename that target or heading, or give the "
            "question another ID",
            node,
        )
    elif anchor:
        node["ids"].append(anchor)
    document.set_id(node)


def _keep_targets(heading: nodes.rubric, document: nodes.document) -> None:
    """Keep the ids by which an author can refer to a heading, and no others.

    Both parsers number the ids of headings whose text the page has already; a
    numbered id shifts with every edit and cannot be referred to.
    """
    heading["ids"] = [
        document.nameids[name]
        for name in heading["names"]
        if document.nameids.get(name)
    ]


class AnchorsTransform(SphinxTransform):
    """See to it that a question's own anchor is the one that links use.

    Explicit targets in front of a question have become anchors of it by now, and
    the headings behind it have theirs.
    """

    # After docutils' PropagateTargets (260), and after MyST's transform (262) that
    # puts those targets first.
    default_priority = 263

    def apply(self, **_kwargs: object) -> None:
        """Put the own anchor first, and report headings that wanted it too."""
        taken: set[str] = set()
        for root in questions_in(self.document):
            own = anchor_of(root["question_id"])
            if own in root["ids"]:
                root["ids"].remove(own)
                root["ids"].insert(0, own)
            taken.update(id_ for node in (root, *parts_of(root)) for id_ in node["ids"])
        for section in self.document.findall(nodes.section):
            wanted = anchor_of(section[0].astext())
            if is_question(section) or wanted in section["ids"]:
                continue
            if wanted in taken:
                warn(
                    Problem.ANCHOR,
                    f"the anchor {wanted!r} of this heading is already taken on the "
                    "page by a question; rename the heading, or give the question "
                    "another ID",
                    section,
                )
