"""Links to index pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_questions.bank.views import View

if TYPE_CHECKING:
    from sphinx_questions.config import Settings


def view_docname(view: View, settings: Settings) -> str | None:
    """Return the document of a view, or None where index pages are switched off."""
    return f"{settings.pages}/{view.page}" if settings.pages is not None else None


def view_of(docname: str, settings: Settings) -> View | None:
    """Return the view whose page a document is, or None if it is no view's."""
    match docname.removeprefix(f"{settings.pages}/").split("/"):
        case ["index"]:
            return View()
        case [key] if key in settings.technologies:
            return View(technology=key)
        case [key] if key in settings.levels:
            return View(level=key)
        case [technology, level]:
            return View(technology=technology, level=level)
    return None


def view_link(
    view: View, text: str, settings: Settings, docname: str
) -> addnodes.pending_xref | None:
    """Return a link to the page of a view, or None if there are no such pages."""
    target = view_docname(view, settings)
    if target is None:
        return None
    return addnodes.pending_xref(
        "",
        nodes.inline("", text),
        refdomain="std",
        reftype="doc",
        reftarget=f"/{target}",
        refexplicit=True,
        refwarn=True,
        refdoc=docname,
    )


def view_title(view: View, settings: Settings) -> str:
    """Return the words for a view: "Advanced · Machine Learning"."""
    labels = []
    if view.level:
        labels.append(settings.levels[view.level].label)
    if view.technology:
        labels.append(settings.technologies[view.technology].label)
    return " · ".join(labels)
