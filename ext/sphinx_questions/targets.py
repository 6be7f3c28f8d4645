"""What links can lead to: questions, and the index pages of words."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinx_questions.bank.views import TOPICS_PAGE, View

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.config import Settings


class Target(NamedTuple):
    """A place with a name."""

    #: What a link to it says.
    label: str
    docname: str
    anchor: str


def topic_anchor(topic: str) -> str:
    """Return the anchor of a topic on the page of topics.

    A topic that an anchor cannot spell gets a digest of it as well: "C", "C++" and
    "C#" would all be ``topic-c``, and a topic in Cyrillic no more than ``topic``.
    """
    anchor = nodes.make_id(f"topic-{topic}")
    if nodes.make_id(topic) == topic:
        return anchor
    return f"{anchor}-{hashlib.blake2b(topic.encode(), digest_size=3).hexdigest()}"


def view_anchor(view: View) -> str:
    """Return the anchor of an index page."""
    return nodes.make_id(f"index-{view.page}")


def all_targets(
    catalogue: Catalogue, index_pages: Container[str], settings: Settings
) -> dict[tuple[str, str], Target]:
    """Return every target by type and key: ``("question", "ML-ADV-001")``.

    Technologies, levels and topics have one if there is a page for them.
    """
    found: dict[tuple[str, str], Target] = {
        ("question", q.id): Target(q.title, q.place.docname, q.anchor)
        for q in catalogue
    }
    for old, new in catalogue.redirects.items():
        found["question", old] = found["question", new]
    for name, label, view in _words(settings):
        docname = f"{settings.pages}/{view.page}"
        if docname in index_pages:
            found[name] = Target(label, docname, view_anchor(view))
    topics = f"{settings.pages}/{TOPICS_PAGE}"
    if topics in index_pages:
        for topic in catalogue.topics:
            found["topic", topic] = Target(topic, topics, topic_anchor(topic))
    return found


def _words(settings: Settings) -> Iterator[tuple[tuple[str, str], str, View]]:
    for technology in settings.technologies.values():
        key = technology.key
        yield ("technology", key), technology.label, View(technology=key)
    for level in settings.levels.values():
        yield ("level", level.key), level.label, View(level=level.key)
