"""From the tree of a book to its pages, and the table of contents.

Every question has a page. Headings that follow each other share one: a technology is
no page of one line in front of its first level.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Literal

from docutils import nodes

from sphinx_questions.formulas.mathml import to_text
from sphinx_questions.source.tree import is_question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: What stands between the names of headings that share a page.
_DASH = " – "


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One file of the book."""

    #: Name of the file.
    name: str
    #: What it is called, in plain words.
    title: str
    kind: Literal["heading", "question", "topics"]
    #: What it shows: one section.
    tree: nodes.section


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the table of contents, and what stands below it."""

    text: str
    #: Where it leads, relative to the folder of the pages.
    address: str
    below: list[Entry] = dataclasses.field(default_factory=list)


def pages_of(tree: nodes.document) -> tuple[list[Page], list[Entry]]:
    """Return the pages of a book in reading order, and its table of contents."""
    paginator = _Paginator()
    for section in _sections(tree):
        paginator.add(section, paginator.contents, ())
    _link(paginator.pages)
    return paginator.pages, paginator.contents


class _Paginator:
    """Turns the sections of a book into pages, one after the other."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.contents: list[Entry] = []
        #: The innermost heading of the last page, if it can take more of them.
        self._open: nodes.section | None = None
        self._headings = 0

    def add(
        self, section: nodes.section, contents: list[Entry], above: tuple[str, ...]
    ) -> None:
        """Add a section, with its entry to *contents*."""
        if is_question(section):
            self._question(section, contents)
        elif "guide-topics" in section["classes"]:
            section["ids"] = ["topics"]
            page = Page(
                name="topics.xhtml",
                title=plain_title(section),
                kind="topics",
                tree=section,
            )
            self.pages.append(page)
            contents.append(Entry(text=page.title, address=page.name))
        else:
            self._heading(section, contents, above)

    def _question(self, section: nodes.section, contents: list[Entry]) -> None:
        self._open = None
        page = Page(
            name=f"question-{section['ids'][0]}.xhtml",
            title=plain_title(section),
            kind="question",
            tree=section,
        )
        self.pages.append(page)
        contents.append(Entry(text=page.title, address=page.name))

    def _heading(
        self, section: nodes.section, contents: list[Entry], above: tuple[str, ...]
    ) -> None:
        self._headings += 1
        id_ = f"heading-{self._headings}"
        title = plain_title(section)
        path = (*above, title)
        below = list(_sections(section))
        own = [child for child in section.children if child not in below]
        shell = nodes.section("", *own, ids=[id_], classes=section["classes"])
        if any(map(is_question, below)):
            shell += _list_of(below)
        if self._open is None:
            if above:
                over = nodes.paragraph("", _DASH.join(above), classes=["guide-over"])
                shell.insert(0, over)
            name = f"{id_}.xhtml"
            self.pages.append(
                Page(name=name, title=_DASH.join(path), kind="heading", tree=shell)
            )
            entry = Entry(text=title, address=name)
        else:
            self._open += shell
            shared = self.pages.pop()
            self.pages.append(
                dataclasses.replace(shared, title=f"{shared.title}{_DASH}{title}")
            )
            entry = Entry(text=title, address=f"{shared.name}#{id_}")
        self._open = shell
        contents.append(entry)
        for child in below:
            self.add(child, entry.below, path)


def _sections(parent: nodes.Element) -> Iterator[nodes.section]:
    yield from (node for node in parent.children if isinstance(node, nodes.section))


def _list_of(questions: Sequence[nodes.section]) -> nodes.bullet_list:
    """Return links to the questions of a level, which stand on pages of their own."""
    items = []
    for question in questions:
        link = nodes.reference("", plain_title(question), refid=question["ids"][0])
        items.append(nodes.list_item("", nodes.paragraph("", "", link)))
    return nodes.bullet_list("", *items, classes=["guide-list"])


def plain_title(section: nodes.section) -> str:
    """Return a title in plain words, with its formulas readable."""
    title = section[section.first_child_matching_class(nodes.title) or 0].deepcopy()
    assert isinstance(title, nodes.Element)  # noqa: S101 – narrows for mypy
    for formula in list(title.findall(nodes.math)):
        formula.parent.replace(formula, nodes.Text(to_text(formula.astext())))
    return " ".join(title.astext().split())


def _link(pages: Sequence[Page]) -> None:
    """Let the links of every page lead to others; take away those that cannot."""
    places = {
        id_: page
        for page in pages
        for node in page.tree.findall(nodes.Element)
        for id_ in node["ids"]
    }
    for page in pages:
        for link in list(page.tree.findall(nodes.reference)):
            if "refid" not in link:
                continue
            id_ = link["refid"]
            target = places.get(id_)
            if target is None:
                link.replace_self(nodes.inline("", "", *link.children))
            elif target is not page:
                del link["refid"]
                top = id_ in target.tree["ids"]
                link["refuri"] = target.name if top else f"{target.name}#{id_}"
                link["internal"] = True
