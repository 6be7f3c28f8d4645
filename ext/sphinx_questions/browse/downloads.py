"""The guides that were built, offered for download: ``question-guides``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri

from sphinx_questions.bank.shown import ShownGuides
from sphinx_questions.bank.vocabulary import closest, did_you_mean
from sphinx_questions.config import settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.guide_titles import guide_title
from sphinx_questions.labels import size_text
from sphinx_questions.outputs import shows_cards
from sphinx_questions.problems import Problem, warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from sphinx_questions.bank.guide import Guide

#: Suffixes of the files of a guide, and how readers call them.
KINDS: Final = {".pdf": "PDF", ".epub": "ePub", ".apkg": "Anki"}

#: Where pages find the files, from the root of the site.
FOLDER: Final = "_downloads/guides"


class Download(NamedTuple):
    """A file of a guide."""

    guide: Guide
    path: Path
    #: In bytes.
    size: int


class guide_downloads(nodes.General, nodes.Element):  # noqa: N801 – docutils names nodes so
    """The place of links to guides, filled when it is known which were built."""


class QuestionGuidesDirective(SphinxDirective):
    """Links to the guides that were built, with their sizes.

    The content stands above the links, and goes where there are none.
    """

    has_content = True
    option_spec: ClassVar = {"names": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the place of the links."""
        known = [guide.name for guide in settings_of(self.config).guides]
        names = [name.strip() for name in self.options.get("names", "").split(",")]
        for name in filter(None, names):
            if name not in known:
                text = (
                    f"question-guides: there is no guide {name!r}; write one of "
                    f"{', '.join(known)}.{did_you_mean(closest(name, known))}"
                )
                warn(Problem.QUERY, text, self.get_location())
        shown = [name for name in names if name in known] if any(names) else known
        QuestionsDomain.of(self.env).note_shown(self.env.docname, ShownGuides())
        place = guide_downloads("", *self.parse_content_to_nodes(), guides=shown)
        return [place]


def on_doctree_resolved(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Replace each place by links, or by nothing where there are no files."""
    for place in list(doctree.findall(guide_downloads)):
        lines = _Links(app.builder, docname).lines(place["guides"])
        if lines is not None:
            box = nodes.container("", *place.children, lines)
            box["classes"].append("question-guides")
            place.replace_self(box)
        else:
            place.parent.remove(place)


class _Links:
    """Links from one page to the files of guides."""

    def __init__(self, builder: Builder, docname: str) -> None:
        self.builder = builder
        self.settings = settings_of(builder.config)
        self.project = builder.config.project
        self.page = builder.get_target_uri(docname)

    def lines(self, names: list[str]) -> nodes.bullet_list | None:
        """Return the links to the guides of these names, a line a guide."""
        lines: dict[str, nodes.paragraph] = {}
        for download in offered(self.builder):
            if download.guide.name in names:
                title = guide_title(download.guide, self.settings, self.project)
                line = lines.setdefault(download.guide.name, _line(title))
                line += [nodes.Text(" · "), self._link(download, title)]
        for line in lines.values():
            line.pop(1)  # the dot before the first link
        items = [nodes.list_item("", line) for line in lines.values()]
        return nodes.bullet_list("", *items, bullet="*") if items else None

    def _link(self, download: Download, title: str) -> nodes.reference:
        kind = KINDS[download.path.suffix]
        return nodes.reference(
            "",
            f"{kind} ({size_text(download.size)})",
            refuri=relative_uri(self.page, f"{FOLDER}/{download.path.name}"),
            reftitle=f"{title}, {kind}",
            internal=True,
        )


def _line(title: str) -> nodes.paragraph:
    name = nodes.inline("", title, classes=["question-guide-title"])
    return nodes.paragraph("", "", name)


def offered(builder: Builder) -> list[Download]:
    """Return the files that are there, in the order of the guides and of the kinds.

    Only pages of a browser can offer them. The first folder that has a file counts.
    """
    settings = settings_of(builder.config)
    folders = [Path(builder.confdir, name) for name in settings.guide_folders]
    if not shows_cards(builder):
        return []
    found = []
    for guide in settings.guides:
        for suffix in KINDS:
            paths = [folder / f"{guide.name}{suffix}" for folder in folders]
            if path := next((path for path in paths if path.is_file()), None):
                found.append(Download(guide, path, path.stat().st_size))
    return found
