"""Ways from one index page to another: one facet, its values and their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_questions.browse.view_links import view_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_questions.bank.views import View
    from sphinx_questions.config import Settings


def choices(  # noqa: PLR0913, PLR0917 – what a link needs, and what it is made of
    name: str,
    views: Iterable[tuple[str, View]],
    current: View,
    counts: Mapping[View, int],
    settings: Settings,
    docname: str,
) -> nodes.container:
    """Return the values of a facet as links; the current one is no link.

    Nor is one without questions: its page exists, but nobody is sent there.
    """
    items = nodes.bullet_list("", bullet="*", classes=["question-choices"])
    for label, view in views:
        text = f"{label} ({counts.get(view, 0)})"
        link = view_link(view, text, settings, docname) if counts.get(view) else None
        content: nodes.Node = link or nodes.Text(text)
        classes = [] if link else ["empty"]
        if view == current:
            content, classes = nodes.strong("", text), ["current"]
        items += nodes.list_item("", nodes.paragraph("", "", content), classes=classes)
    title = nodes.paragraph("", name, classes=["question-switch-name"])
    return nodes.container("", title, items, classes=["question-switch"], landmark=name)


def clear_choice(
    text: str, view: View, settings: Settings, docname: str
) -> nodes.list_item | None:
    """Return the link that drops what is chosen in a facet."""
    link = view_link(view, text, settings, docname)
    if link is None:
        return None
    return nodes.list_item(
        "", nodes.paragraph("", "", link), classes=["question-clear"]
    )
