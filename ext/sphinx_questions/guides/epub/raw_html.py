"""HTML that authors wrote themselves, made fit for a book.

A book is XML, in which one tag that is not closed makes an e-reader refuse the page,
and has neither scripts nor forms.
"""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Callable

_VOID: Final = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})

#: What is valid wherever text is, and needs no other file.
_ELEMENTS: Final = re.compile(
    "a|abbr|b|bdi|bdo|blockquote|br|caption|cite|code|col|colgroup|dd|del|details|dfn|"
    "div|dl|dt|em|figcaption|figure|h[2-6]|hr|i|ins|kbd|li|mark|ol|p|pre|q|rp|rt|ruby|"
    "s|samp|section|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|"
    "time|tr|u|ul|var|wbr"
)

_ATTRIBUTES: Final = re.compile(
    "checked|class|colspan|datetime|dir|disabled|href|lang|open|reversed|role|rowspan|"
    "scope|span|start|style|title|type|value|(aria|data)-.*"
)

#: Where a link may lead: what else it names is no part of the book.
_OUTSIDE: Final = ("http:", "https:", "mailto:")

#: Languages within XML, whose own elements are allowed.
_INNER: Final = {
    "svg": "http://www.w3.org/2000/svg",
    "math": "http://www.w3.org/1998/Math/MathML",
}


def mend_raw_html(
    tree: nodes.Element,
    complain: Callable[[nodes.raw, str], None],
    *,
    strict: bool,
) -> None:
    """Make XML of the raw HTML in *tree*; where that fails, leave its words.

    *strict* is for a page that is taken out of its surroundings: it has neither their
    files nor their anchors. A tag that opens in one piece may be closed in another:
    Markdown knows every tag within a line, and every block, as a piece of its own.
    """
    fault_of = unfit if strict else ill_formed
    waiting: dict[int, list[tuple[nodes.raw, str]]] = {}
    for raw in list(tree.findall(nodes.raw)):
        if "html" not in raw.get("format", "").split():
            continue
        text = as_xml(raw.astext(), anchors=not strict)
        if fault_of(text):
            waiting.setdefault(id(raw.parent), []).append((raw, text))
        else:
            _set(raw, text)
    for pieces in waiting.values():
        fault = fault_of("".join(text for _raw, text in pieces))
        for raw, text in pieces:
            if fault:
                complain(raw, fault_of(text))
                _leave_words(raw)
            else:
                _set(raw, text)


def as_xml(text: str, *, anchors: bool) -> str:
    """Return HTML as XML writes it; whether its tags match is another matter.

    Without *anchors* it loses the identifiers, which may clash with others.
    """
    if re.search(r"<(svg|math)\b", text):
        # Whose names have capitals, which HTML does not tell apart.
        return re.sub(r"<(svg|math)\b(?![^>]*\bxmlns=)", _with_namespace, text)
    writer = _XmlWriter(anchors=anchors)
    writer.feed(text)
    writer.close()
    return "".join(writer.parts)


def ill_formed(text: str) -> str:
    """Return why *text* would make an e-reader refuse a page; empty if it would not."""
    try:
        _parsed(text)
    except ET.ParseError as error:
        return f"its tags do not match ({error})"
    return ""


def unfit(text: str) -> str:
    """Return why *text* cannot stand in a book of other files; empty if it can."""
    if fault := ill_formed(text):
        return fault
    for element in _parsed(text).iter():
        namespace, _, name = element.tag.rpartition("}")
        if namespace:
            known = namespace.removeprefix("{") in _INNER.values()
            if not known or name in {"script", "foreignObject", "annotation-xml"}:
                return f"it has the element {name!r}"
        elif not _ELEMENTS.fullmatch(name) and element.get("type") != "checkbox":
            return f"it has the element {name!r}"
        for attribute, value in element.attrib.items():
            if attribute.startswith("on") or (
                not namespace and not _ATTRIBUTES.fullmatch(attribute)
            ):
                return f"it has the attribute {attribute!r}"
            inside = "#" if namespace else _OUTSIDE
            if attribute.endswith("href") and not value.startswith(inside):
                return f"it links to {value!r}, which is no part of a book"
    return ""


def _parsed(text: str) -> ET.Element:
    return ET.fromstring(f"<div>{text}</div>")  # noqa: S314 – of the project's author


def words_of(text: str) -> str:
    """Return the words of HTML, without tags."""
    reader = _WordReader()
    reader.feed(text)
    reader.close()
    return " ".join("".join(reader.parts).split())


def _with_namespace(match: re.Match[str]) -> str:
    return f'{match[0]} xmlns="{_INNER[match[1]]}"'


def _set(raw: nodes.raw, text: str) -> None:
    raw.children = []
    raw += nodes.Text(text)


def _leave_words(raw: nodes.raw) -> None:
    words = words_of(raw.astext())
    inline = isinstance(raw.parent, nodes.TextElement)
    if not words:
        raw.parent.remove(raw)
    elif inline:
        raw.parent.replace(raw, nodes.Text(words))
    else:
        raw.parent.replace(raw, nodes.paragraph("", words))


class _XmlWriter(HTMLParser):
    """Writes every tag as XML wants it."""

    def __init__(self, *, anchors: bool) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._anchors = anchors

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = "".join(
            f' {name}="{html.escape(name if value is None else value)}"'
            for name, value in attrs
            if name not in {"id", "name"} or self._anchors
        )
        self.parts.append(f"<{tag}{written}{'/' if tag in _VOID else ''}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.parts.append(f"</{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(html.escape(data, quote=False))


class _WordReader(HTMLParser):
    """Collects text, but for that of scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 – the signature is the parser's
        self._silent += tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)
