"""Questions as pieces of HTML that stand anywhere: in a file of data, on a flashcard.

A piece has no identifiers that clash, no permalinks and no scripts. Its links lead to
the hosted pages if ``html_baseurl`` says where they are; else to places in the site,
from its root.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.docutils import new_document
from sphinx.writers.html5 import HTML5Translator

from sphinx_questions.formulas.mathml import RENDERER
from sphinx_questions.guides.addresses import Addresses
from sphinx_questions.guides.cutting import Cuttings
from sphinx_questions.source.tree import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx.builders import Builder

    from sphinx_questions.bank.question import Question


class Fragment(NamedTuple):
    """A part of a question."""

    #: Key of the section; ``answer`` for what stands before the first.
    key: str
    #: Heading as readers see it; empty for the answer.
    label: str
    html: str
    #: The same as plain text.
    text: str


class FragmentBuilder(StandaloneHTMLBuilder):
    """A builder that needs HTML of questions and writes no pages.

    A base class: what is written is for :meth:`write_documents` to say.
    """

    search = False
    use_index = False
    add_permalinks = False
    copysource = False
    #: The builder of the site that the fragments belong to, if there is one.
    site: Builder | None = None
    #: Whether links lead into the site, from its root, where it has no address.
    links_from_root = True
    #: Files of pictures that fragments show, from the source folder.
    images: dict[str, str]
    supported_image_types: ClassVar = StandaloneHTMLBuilder.supported_image_types

    @property
    def math_renderer_name(self) -> str:
        """MathML: a fragment cannot ask for a script."""
        return RENDERER

    def get_outdated_docs(self) -> Iterator[str]:
        """Return every document: what is written is made of all of them."""
        yield from self.env.found_docs

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the address of a page from the root of the site."""
        if self.site is not None:
            return self.site.get_target_uri(docname, typ)
        return super().get_target_uri(docname, typ)

    def copy_assets(self) -> None:
        """Copy nothing: there are no pages."""

    def finish(self) -> None:
        """Write the colours of code besides what :meth:`write_documents` wrote."""
        (Path(self.outdir) / "_static").mkdir(exist_ok=True)
        self.create_pygments_style_file()

    def prepare_writing(self, docnames: set[str]) -> None:  # type: ignore[override]
        """Get ready for fragments; pictures stand in ``_images``."""
        super().prepare_writing(docnames)
        self.imgpath = "_images"
        self.secnumbers: dict[str, tuple[int, ...]] = {}
        self.fignumbers: dict[str, dict[str, tuple[int, ...]]] = {}


class Fragments:
    """Makes fragments of questions; a document is resolved once."""

    def __init__(self, builder: FragmentBuilder) -> None:
        self._builder = builder
        self._cuttings = Cuttings(builder)

    def of(self, question: Question) -> list[Fragment]:
        """Return the answer and the sections of a question, in reading order."""
        root = self._cuttings.tree(question)
        addresses = Addresses(self._builder, from_root=self._builder.links_from_root)
        addresses.claim(root, question)
        addresses.rewrite(root, question)
        self._builder.current_docname = question.place.docname
        fragments = [
            Fragment("answer", "", self._html(node.children), _text(node.children))
            for node in root.children
            if isinstance(node, nodes.container)
            and "question-answer" in node["classes"]
        ]
        for part in parts_of(root):
            heading, *content = _without_targets(part)
            fragments.append(
                Fragment(
                    part["section_key"],
                    heading.astext(),
                    self._html(content),
                    _text(content),
                )
            )
        return [*fragments, *self._notes(root)]

    def title(self, question: Question) -> str:
        """Return the title as HTML: it may hold code or a formula."""
        root = self._cuttings.tree(question)
        return self._html([nodes.inline("", "", *root[0].children)])

    def _notes(self, root: nodes.section) -> Iterator[Fragment]:
        """Yield the footnotes and citations that the question refers to."""
        for node in _boxes(root, "guide-notes"):
            yield Fragment("notes", "", self._html(node.children), _text(node.children))

    def _html(self, content: Sequence[nodes.Node]) -> str:
        document = new_document("", self._builder.docsettings)
        document += [node.deepcopy() for node in content]
        translator = self._builder.create_translator(document, self._builder)
        assert isinstance(translator, HTML5Translator)  # noqa: S101 – narrows
        document.walkabout(translator)
        return "".join(translator.body).strip()


def _boxes(root: nodes.section, name: str) -> Iterator[nodes.container]:
    for node in root.children:
        if isinstance(node, nodes.container) and name in node["classes"]:
            yield node


def _without_targets(part: nodes.container) -> list[nodes.Node]:
    return [node for node in part.children if not isinstance(node, nodes.target)]


def _text(content: Iterable[nodes.Node]) -> str:
    return "\n\n".join(filter(None, (node.astext().strip() for node in content)))
