"""From plain trees to web pages: what is done to each document before writing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_questions.browse.navigation import (
    breadcrumb_of,
)
from sphinx_questions.config import settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.html.card import card_of
from sphinx_questions.html.explorer_labels import set_labels
from sphinx_questions.html.lists import set_landmarks, set_rows, set_scrolling
from sphinx_questions.html.nodes import block, card
from sphinx_questions.html.previews import mark_links
from sphinx_questions.labels import _
from sphinx_questions.outputs import has_pages, shows_cards
from sphinx_questions.source.tree import headings_of, is_question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from sphinx_questions.bank.catalogue import Catalogue


def on_doctree_resolved(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Make headings real ones, questions cards, and lists rows."""
    if app.builder.format != "html":
        return
    settings = settings_of(app.config)
    for heading, level in headings_of(doctree):
        heading["heading-level"] = min(level, 6)
    if not shows_cards(app.builder):
        return
    for parent, root in list(_questions(doctree)):
        parent.replace(root, card_of(root, settings))
    catalogue = QuestionsDomain.of(app.env).catalogue
    _keep_old_anchors(doctree, catalogue)
    set_rows(doctree, catalogue, settings)
    set_scrolling(doctree)
    set_landmarks(doctree)
    set_labels(doctree, settings)
    if not has_pages(app.builder):
        return
    if settings.previews:
        mark_links(doctree, docname, app.builder, catalogue)
    if settings.breadcrumb:
        doctree[:0] = list(_breadcrumb(app, docname))


def _questions(
    parent: nodes.Element,
) -> Iterator[tuple[nodes.Element, nodes.Element]]:
    """Yield each question with its parent.

    The tree is walked from above, because ``singlehtml`` nests documents in each
    other without telling the nodes of their new parents.
    """
    for node in parent.children:
        if isinstance(node, nodes.Element):
            if is_question(node):
                yield parent, node
            else:
                yield from _questions(node)


def _keep_old_anchors(doctree: nodes.document, catalogue: Catalogue) -> None:
    """Let addresses by an ID that was given up lead to the question on its page."""
    if not catalogue.redirects:
        return
    old_ids: defaultdict[str, list[str]] = defaultdict(list)
    for old, new in catalogue.redirects.items():
        old_ids[new].append(old)
    taken = {id_ for node in doctree.findall(nodes.Element) for id_ in node["ids"]}
    for article in doctree.findall(card):
        question = catalogue.get(article["question_id"])
        if question is None or question.anchor not in article["ids"]:
            continue
        for anchor in map(nodes.make_id, old_ids[question.id]):
            if anchor and anchor not in taken:
                taken.add(anchor)
                article["ids"].append(anchor)


def _breadcrumb(app: Sphinx, docname: str) -> Iterator[nodes.Node]:
    steps = breadcrumb_of(docname, app.env)
    if not steps:
        return
    items = []
    for step in steps:
        if step.docname == docname:
            items.append(block("li", nodes.Text(step.text), aria_current="page"))
        else:
            uri = app.builder.get_relative_uri(docname, step.docname)
            link = nodes.reference("", step.text, refuri=uri, internal=True)
            items.append(block("li", link))
    yield block(
        "nav",
        block("ol", *items),
        classes="question-breadcrumb",
        aria_label=_("Breadcrumb"),
    )
