"""The Atom feed of new and reviewed questions (RFC 4287).

Its dates are those that authors wrote, never that of the build.
"""

from __future__ import annotations

import datetime
import uuid
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from sphinx_questions.bank.characters import writable
from sphinx_questions.config import settings_of
from sphinx_questions.exports.addresses import (
    address,
    page_address,
    question_address,
    site_title,
)
from sphinx_questions.exports.texts import answer_text
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.builders import Builder

    from sphinx_questions.bank.question import Question

#: The file at the root of the site.
FEED: Final = "questions.atom"

_NAMESPACE: Final = "http://www.w3.org/2005/Atom"
_ENTRIES: Final = 50

#: The date of a feed without entries, which must have one.
_NEVER: Final = datetime.date(1970, 1, 1)


def feed(builder: Builder, questions: Iterable[Question]) -> bytes:
    """Return the feed, the newest question first."""
    dated = [
        (max(_dates(question)), question) for question in questions if _dates(question)
    ]
    dated.sort(key=lambda pair: pair[1].id)
    dated.sort(key=lambda pair: pair[0], reverse=True)
    root = ET.Element("feed", {"xmlns": _NAMESPACE})
    if language := builder.config.language:
        root.set("xml:lang", language.replace("_", "-"))
    _text(root, "title", site_title(builder))
    _text(root, "id", _identifier(builder, ""))
    _text(root, "updated", _time(dated[0][0] if dated else _NEVER))
    author = ET.SubElement(root, "author")
    _text(author, "name", _author(builder))
    home = page_address(builder, builder.config.root_doc)
    ET.SubElement(root, "link", {"rel": "self", "href": address(builder, FEED)})
    ET.SubElement(root, "link", {"rel": "alternate", "href": home})
    for day, question in dated[:_ENTRIES]:
        root.append(_entry(builder, question, day))
    ET.indent(root)
    xml: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _dates(question: Question) -> list[datetime.date]:
    return [day for day in (question.added, question.reviewed) if day]


def _entry(builder: Builder, question: Question, day: datetime.date) -> ET.Element:
    entry = ET.Element("entry")
    _text(entry, "title", question.title)
    ET.SubElement(entry, "link", {"href": question_address(builder, question)})
    _text(entry, "id", _identifier(builder, question.id))
    if question.added:
        _text(entry, "published", _time(question.added))
    _text(entry, "updated", _time(day))
    for term, label in _categories(builder, question):
        ET.SubElement(entry, "category", {"term": term, "label": writable(label)})
    _text(entry, "summary", answer_text(question))
    return entry


def _categories(builder: Builder, question: Question) -> Iterator[tuple[str, str]]:
    settings = settings_of(builder.config)
    if technology := settings.technologies.get(question.technology or ""):
        yield technology.key, technology.label
    if level := settings.levels.get(question.level or ""):
        yield level.key, level.label
    for topic in question.topics:
        yield topic, topic


def _identifier(builder: Builder, id_: str) -> str:
    """Return a name that stays: for a question, also when it moves to another page."""
    name = f"{builder.config.html_baseurl.rstrip('/')}/{id_}"
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _author(builder: Builder) -> str:
    author = builder.config.author
    unknown = author in {"", "Author name not set"}
    return builder.config.project or _("Unknown") if unknown else author


def _time(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = writable(text)
