"""The list of all pages for search engines (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.exports.addresses import page_address

if TYPE_CHECKING:
    from sphinx.builders import Builder

#: The file at the root of the site.
SITEMAP: Final = "sitemap.xml"

_NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(builder: Builder) -> bytes:
    """Return the list, with the newest date of the questions on each page.

    Of all documents and not of those that this build wrote: after an edit these are
    few. Pages that are no documents, such as that of the search, are left out.
    """
    domain = QuestionsDomain.of(builder.env)
    root = ET.Element("urlset", {"xmlns": _NAMESPACE})
    for docname in sorted(builder.env.found_docs):
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = page_address(builder, docname)
        days = [
            day
            for question in domain.questions_on(docname)
            for day in (question.added, question.reviewed)
            if day
        ]
        if days:
            ET.SubElement(url, "lastmod").text = max(days).isoformat()
    ET.indent(root)
    xml: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"
