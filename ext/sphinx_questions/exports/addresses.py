"""Addresses of pages and files on the published site."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, cast
from urllib.parse import quote

from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_questions.outputs import has_pages

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from sphinx_questions.bank.question import Question


def is_site(builder: Builder) -> bool:
    """Return whether *builder* writes a web site, and not pages for a help viewer."""
    return (
        isinstance(builder, StandaloneHTMLBuilder)
        and has_pages(builder)
        and not builder.embedded
        and builder.out_suffix in {".html", builder.config.html_file_suffix}
    )


def site_title(builder: Builder) -> str:
    """Return what the site calls itself, in one line."""
    title = builder.config.html_title or builder.config.project
    return " ".join(title.split())


def address(builder: Builder, path: str) -> str:
    """Return the address of *path* on the site.

    Relative to the root of the site, unless the project says where it is published;
    joined as Sphinx joins it for the canonical address of a page.
    """
    base = cast("str", builder.config.html_baseurl)
    return posixpath.join(base, path) if base else path


def page_address(builder: Builder, docname: str) -> str:
    """Return the address of a page."""
    return address(builder, builder.get_target_uri(docname))


def question_address(builder: Builder, question: Question) -> str:
    """Return the address of a question on its page."""
    return f"{page_address(builder, question.place.docname)}#{quote(question.anchor)}"
