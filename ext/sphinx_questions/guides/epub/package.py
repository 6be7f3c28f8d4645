"""The files of one guide's ePub."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from markupsafe import Markup

from sphinx_questions.guides.direction import direction_of_language
from sphinx_questions.guides.epub.cover_image import image_of
from sphinx_questions.guides.epub.images import Picture, media_type, take_pictures
from sphinx_questions.guides.epub.markup import body_of, is_well_formed, plain_body
from sphinx_questions.guides.epub.metadata import Content, language_of, metadata_of
from sphinx_questions.guides.epub.pages import Entry, Page, pages_of
from sphinx_questions.guides.epub.raw_html import mend_raw_html
from sphinx_questions.guides.epub.stock import properties_of
from sphinx_questions.guides.epub.templates import FILES, rendered
from sphinx_questions.labels import _
from sphinx_questions.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from docutils import nodes
    from sphinx.builders.epub3 import Epub3Builder

    from sphinx_questions.guides.book import Book
    from sphinx_questions.guides.cover import Cover

#: Folder of everything but the first file, which says where the rest is.
_FOLDER: Final = "EPUB"


class Written(NamedTuple):
    """A page as it goes into the book."""

    name: str
    text: str
    properties: list[str]


def package_of(
    book: Book,
    builder: Epub3Builder,
    complain: Callable[[Problem, str, nodes.Node], None],
) -> dict[str, bytes]:
    """Return the files of a guide's ePub by name, in their order.

    *complain* is told what of the authors' text a book cannot show as it is.
    """
    return _Package(book, builder, complain).files()


class _Package:
    """Makes the files of one book."""

    def __init__(
        self,
        book: Book,
        builder: Epub3Builder,
        complain: Callable[[Problem, str, nodes.Node], None],
    ) -> None:
        self._book = book
        self._builder = builder
        self._complain = complain
        self._language = language_of(builder.config)
        self._pictures: dict[str, Picture] = {}

    def files(self) -> dict[str, bytes]:
        pages, contents = pages_of(self._book.tree)
        start = pages[0].name
        index = next((page.name for page in pages if page.kind == "topics"), "")
        labels = {
            "cover": _("Cover"),
            "title": _("Title page"),
            "contents": _("Contents"),
            "landmarks": _("Landmarks"),
            "start": _("Start of the text"),
            "index": _("Topics"),
        }
        image = image_of(self._book.cover)
        nav = rendered(
            "nav.html", labels=labels, contents=contents, start=start, index=index
        )
        written = [
            self._cover(image.name, labels["cover"]),
            self._title(labels["title"]),
            self._page("nav.xhtml", labels["contents"], Markup(nav), "frontmatter"),  # noqa: S704 – escaped in the template
            *map(self._content, pages),
        ]
        written[2].properties.append("nav")
        pictures = sorted(self._pictures.values())
        metadata = metadata_of(
            self._book,
            self._builder.config,
            Content(
                pictures=bool(pictures),
                described=all(picture.described for picture in pictures),
                formulas=any("mathml" in page.properties for page in written),
                index=bool(index),
                animated=any(p.address.endswith((".gif", ".webp")) for p in pictures),
            ),
        )
        package = rendered(
            "package.opf",
            book=dataclasses.asdict(metadata),
            direction=direction_of_language(self._language),
            labels=labels,
            cover={"name": image.name, "type": media_type(image.name)},
            pages=written,
            images=[
                {"name": p.address, "type": media_type(p.address)} for p in pictures
            ],
            start=start,
        )
        ncx = rendered(
            "toc.ncx", book=metadata, contents=contents, depth=_depth(contents)
        )
        texts = {
            "package.opf": package,
            **{page.name: page.text for page in written},
            "toc.ncx": ncx,
        }
        files = {"META-INF/container.xml": rendered("container.xml").encode()}
        for name, text in texts.items():
            files[f"{_FOLDER}/{name}"] = text.encode()
        files[f"{_FOLDER}/style.css"] = (FILES / "style.css").read_bytes()
        files[f"{_FOLDER}/{image.name}"] = image.content
        for picture in pictures:
            source = self._builder.srcdir / picture.source
            files[f"{_FOLDER}/{picture.address}"] = source.read_bytes()
        return files

    def _page(
        self,
        name: str,
        title: str,
        body: Markup,
        type_: Literal["cover", "frontmatter", "bodymatter", "backmatter"],
    ) -> Written:
        text = rendered(
            "page.xhtml",
            title=title,
            language=self._language,
            direction=direction_of_language(self._language),
            body=body,
            type=type_,
        )
        return Written(name, text, properties_of(text))

    def _cover(self, image: str, title: str) -> Written:
        words = " · ".join(_words(self._book.cover))
        body = Markup(rendered("cover.html", image=image, words=words))  # noqa: S704 – escaped in the template
        return self._page("cover.xhtml", title, body, "cover")

    def _title(self, title: str) -> Written:
        cover = self._book.cover
        address = self._builder.config.html_baseurl
        body = rendered("title.html", cover=cover, address=address)
        return self._page("title.xhtml", title, Markup(body), "frontmatter")  # noqa: S704 – escaped in the template

    def _content(self, page: Page) -> Written:
        mend_raw_html(page.tree, self._raw_html, strict=True)
        for picture in take_pictures(
            page.tree, self._builder.images, self._no_description
        ):
            self._pictures[picture.address] = picture
        type_: Literal["bodymatter", "backmatter"] = (
            "backmatter" if page.kind == "topics" else "bodymatter"
        )
        body = body_of(page.tree, page.name, self._builder)
        written = self._page(page.name, page.title, body, type_)
        if is_well_formed(written.text):
            return written
        self._complain(
            Problem.RAW,
            f"the page of {page.title!r} is no well-formed XML, so that e-readers "
            "would refuse it; the guide has its words only. Look for an extension "
            "that writes HTML into it",
            page.tree,
        )
        return self._page(page.name, page.title, plain_body(page.tree), type_)

    def _raw_html(self, node: nodes.raw, reason: str) -> None:
        self._complain(
            Problem.RAW,
            f"this HTML cannot stand in a guide: {reason}. Its words are kept; "
            "write it without that, or as markup",
            node,
        )

    def _no_description(self, node: nodes.image) -> None:
        self._complain(
            Problem.ALTERNATIVE,
            f"the picture {node['uri']!r} has no description, so that who cannot see "
            "it learns nothing; say in :alt: what it shows",
            node,
        )


def _words(cover: Cover) -> Iterator[str]:
    yield from filter(None, (cover.over, cover.title))
    yield from filter(None, (cover.selection, *cover.counts))
    yield from filter(None, (cover.reviewed, cover.version, cover.author))


def _depth(contents: Iterable[Entry]) -> int:
    return max((1 + _depth(entry.below) for entry in contents), default=0)
