"""What programs read in the head of a page."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from sphinx_questions.config import settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.exports.addresses import address, is_site
from sphinx_questions.exports.feed import FEED
from sphinx_questions.exports.markdown.files import markdown_name
from sphinx_questions.exports.structured_data import quiz, script
from sphinx_questions.exports.texts import description_of
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_questions.bank.question import Question

#: A description that an author gave the page.
_DESCRIBED = re.compile(r"""<meta\b[^>]*\bname=["']description["']""")

#: The extension that writes Open Graph.
_OPEN_GRAPH = "sphinxext.opengraph"


def on_html_page_context(
    app: Sphinx,
    pagename: str,
    _templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add the elements of a page."""
    if doctree is None or not is_site(app.builder):
        return
    domain = QuestionsDomain.of(app.env)
    questions = domain.questions_on(pagename)
    if questions and pagename in domain.question_documents:
        _describe(app, context, questions[0])
    context["metatags"] += "".join(_elements(app, pagename, questions))


def _describe(app: Sphinx, context: dict[str, Any], question: Question) -> None:
    """Say what the page of one question is about, unless its author did."""
    description = description_of(question)
    if not description or _DESCRIBED.search(context["metatags"]):
        return
    content = html.escape(description)
    context["metatags"] += f'<meta name="description" content="{content}">\n'
    if _OPEN_GRAPH in app.extensions:
        # It takes what the fields of a page say over what it finds in the page. Of
        # these it escapes the quotation marks alone. A copy: they are the project's.
        ours = {"og:title": question.title, "og:description": description}
        escaped = {name: html.escape(ours[name], quote=False) for name in ours}
        context["meta"] = {**escaped, **(context.get("meta") or {})}


def _elements(
    app: Sphinx, pagename: str, questions: tuple[Question, ...]
) -> Iterator[str]:
    settings = settings_of(app.config)
    domain = QuestionsDomain.of(app.env)
    up = "../" * app.builder.get_target_uri(pagename).count("/")
    if settings.structured_data:
        name = app.env.titles[pagename].astext()
        if data := quiz(app.builder, pagename, name, questions):
            yield script(data) + "\n"
    if settings.llms_txt and pagename in domain.question_documents:
        href = up + markdown_name(questions[0].id)
        yield f'<link rel="alternate" type="text/markdown" href="{href}">\n'
    is_list = pagename in {
        app.config.root_doc,
        *domain.data["explorers"],
        *domain.index_pages,
    }
    if settings.feed and app.config.html_baseurl and is_list:
        href = html.escape(address(app.builder, FEED))
        title = html.escape(_("New and reviewed questions"))
        yield (
            '<link rel="alternate" type="application/atom+xml" '
            f'title="{title}" href="{href}">\n'
        )
