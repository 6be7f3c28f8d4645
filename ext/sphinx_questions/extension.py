"""The one list of everything that the extension registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_questions import (
    __version__,
    config,
    consistency,
    domain,
    inventories,
    missing_references,
)
from sphinx_questions.browse import (
    connections,
    contents,
    downloads,
    explorer,
    indices,
    listing,
    matrix,
    pages,
    redirected,
    topics,
    view,
    view_body,
)
from sphinx_questions.browse.freshness import Freshness
from sphinx_questions.exports import head, json_builder, site
from sphinx_questions.exports.anki.builder import AnkiBuilder
from sphinx_questions.formulas.mathml import RENDERER
from sphinx_questions.guides import flatten, forms
from sphinx_questions.guides.epub.builder import EpubBuilder
from sphinx_questions.guides.epub.transform import EpubTransform
from sphinx_questions.guides.epub.translator import visit_notes_space
from sphinx_questions.guides.latex import cards, style
from sphinx_questions.guides.latex.nodes import VISITORS as LATEX_VISITORS
from sphinx_questions.guides.typst.builder import TypstBuilder
from sphinx_questions.html import (
    assets,
    forwards,
    guide_files,
    mathml,
    nodes,
    page,
    search,
)
from sphinx_questions.html.sidebar import Sidebar
from sphinx_questions.labels import load_catalogues
from sphinx_questions.source import dollars, encoding, harmless, record
from sphinx_questions.source.anchors import AnchorsTransform
from sphinx_questions.source.directive import QuestionDirective
from sphinx_questions.source.placement import PlacementTransform
from sphinx_questions.source.role import QuestionRole

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

#: Directives that are called by their short name too.
DIRECTIVES = {
    "question": QuestionDirective,
    "question-list": listing.QuestionListDirective,
    "question-matrix": matrix.QuestionMatrixDirective,
    "question-explorer": explorer.QuestionExplorerDirective,
    "question-guides": downloads.QuestionGuidesDirective,
}


def register(app: Sphinx) -> ExtensionMetadata:
    """Register everything, in the order in which a question travels."""
    app.setup_extension("sphinx_design")
    for value in config.VALUES:
        app.add_config_value(value.name, value.default, value.rebuild, value.types)
    app.connect("config-inited", config.on_config_inited)
    load_catalogues(app)
    freshness = Freshness()
    _register_sources(app)
    _register_store(app, freshness)
    _register_transforms(app, freshness)
    _register_pages(app, freshness)
    _register_books_and_data(app)
    return {
        "version": __version__,
        "env_version": 4,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _register_sources(app: Sphinx) -> None:
    """Register what reads a document."""
    app.connect("builder-inited", pages.on_builder_inited)
    app.add_domain(domain.QuestionsDomain)
    app.connect("builder-inited", inventories.on_builder_inited)
    app.connect("env-before-read-docs", encoding.on_env_before_read_docs)
    for name, directive in DIRECTIVES.items():
        app.add_directive_to_domain("questions", name, directive)
    app.add_directive_to_domain("questions", "view", view.ViewDirective)
    app.add_directive_to_domain("questions", "topics", topics.TopicsDirective)
    for kind in ("question", "technology", "level", "topic"):
        app.add_role_to_domain("questions", kind, QuestionRole(kind))
    app.connect("config-inited", indices.on_config_inited)
    app.add_role_to_domain("questions", "count", listing.CountRole())
    app.connect("config-inited", register_short_names)
    app.add_transform(PlacementTransform)
    app.add_transform(AnchorsTransform)


def _register_store(app: Sphinx, freshness: Freshness) -> None:
    """Register what notes questions, and what looks at all of them."""
    # Before everything that reads the tree.
    app.connect("doctree-read", harmless.on_doctree_read, priority=300)
    # Before Sphinx's collectors (500), which note the toctrees.
    app.connect("doctree-read", contents.on_doctree_read, priority=400)
    app.connect("doctree-read", record.on_doctree_read)
    app.connect("doctree-read", dollars.on_doctree_read)
    app.connect("env-get-outdated", consistency.on_env_get_outdated)
    app.connect("env-updated", freshness.on_env_updated)
    app.connect("env-updated", consistency.on_env_updated)


def _register_transforms(app: Sphinx, freshness: Freshness) -> None:
    """Register what fills documents when every one of them was read."""
    app.connect("builder-inited", flatten.on_builder_inited)
    app.connect("builder-inited", style.on_builder_inited)
    for transform in (
        redirected.RedirectedTransform,
        connections.ConnectionsTransform,
        listing.ListTransform,
        matrix.MatrixTransform,
        view_body.ViewTransform,
        topics.TopicsTransform,
        explorer.ExplorerTransform,
        cards.CardTransform,
        EpubTransform,
    ):
        app.add_post_transform(transform)
    # After intersphinx (500), which may know more.
    app.connect(
        "missing-reference", missing_references.on_missing_reference, priority=600
    )
    app.connect("warn-missing-reference", missing_references.on_warn_missing_reference)
    app.connect("doctree-resolved", freshness.on_doctree_resolved)
    app.connect("doctree-resolved", downloads.on_doctree_resolved)
    app.connect("doctree-resolved", page.on_doctree_resolved)


def _register_pages(app: Sphinx, freshness: Freshness) -> None:
    """Register what makes pages for a browser."""
    # Known to docutils by its name: it may stand in a title, which is copied.
    app.add_node(listing.question_count)
    for node, visit, depart in nodes.VISITORS:
        app.add_node(node, html=(visit, depart))
    formulas = mathml.Formulas()
    app.connect("write-started", formulas.on_write_started)
    app.add_html_math_renderer(
        RENDERER,
        inline_renderers=(formulas.visit_math, None),
        block_renderers=(formulas.visit_math_block, None),
    )
    sidebar = Sidebar()
    app.connect("write-started", sidebar.on_write_started)
    app.connect("doctree-resolved", sidebar.on_doctree_resolved)
    loaded = assets.Assets()
    app.connect("write-started", loaded.on_write_started)
    app.connect("html-page-context", loaded.on_html_page_context)
    app.connect("build-finished", loaded.on_build_finished)
    app.connect("write-started", guide_files.on_write_started)
    app.connect("write-started", forwards.on_write_started)
    # Before furo's handler (500), which reads the sidebar.
    app.connect("html-page-context", sidebar.on_html_page_context, priority=400)
    app.connect("html-collect-pages", search.on_html_collect_pages)
    app.connect("build-finished", sidebar.on_build_finished)
    app.connect("build-finished", freshness.on_build_finished)


def _register_books_and_data(app: Sphinx) -> None:
    """Register the builders."""
    for latex_node, visitors in LATEX_VISITORS:
        app.add_node(latex_node, latex=visitors)
    app.add_builder(TypstBuilder)
    # In the place of Sphinx's own, which is registered before all extensions.
    app.add_builder(EpubBuilder, override=True)
    app.add_node(forms.notes_space, html=(visit_notes_space, None))
    app.add_builder(AnkiBuilder)
    app.add_builder(json_builder.JsonBuilder)
    # After furo's handler (500), which expects a builder of pages.
    app.connect("build-finished", json_builder.on_build_finished, priority=600)
    _register_site_files(app)


def _register_site_files(app: Sphinx) -> None:
    """Register what a site carries for search engines and other programs."""
    app.connect("env-updated", site.on_env_updated)
    # Before the tree of a page becomes one of cards (500).
    app.connect("doctree-resolved", site.on_doctree_resolved, priority=400)
    # Before an extension that writes Open Graph (500) looks for a description.
    app.connect("html-page-context", head.on_html_page_context, priority=450)
    app.connect("build-finished", site.on_build_finished)


def register_short_names(app: Sphinx, config_: Config) -> None:
    """Register directives and the role without the domain's name, if wanted."""
    if config.settings_of(config_).short_names:
        for name, directive in DIRECTIVES.items():
            app.add_directive(name, directive)
        app.add_role("question", QuestionRole())
