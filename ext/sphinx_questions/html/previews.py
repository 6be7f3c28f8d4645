"""Previews: what a script shows at a link to a question.

Pages only mark their links. All texts are in one script that is loaded when the first
preview is wanted. Its name is always the same: with a digest in it, as the explorer's
has, every edit of an answer would have to write every page with a link again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes

from sphinx_questions.bank.prose import excerpt
from sphinx_questions.config import settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.formulas.mathml import to_mathml
from sphinx_questions.html.bank_data import MARKS, script_of

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.bank.prose import Span
    from sphinx_questions.bank.question import Question

#: The class of a link with a preview.
LINK: Final = "question-link"

#: The script with the texts, in ``_static``.
SCRIPT: Final = "sphinx-questions/previews.js"

#: Version of the format, for a script that a browser has kept from earlier.
VERSION: Final = 1

#: Characters of an answer: a preview is read at a glance, and one file has them all.
LENGTH: Final = 420


def mark_links(
    doctree: nodes.document, docname: str, builder: Builder, catalogue: Catalogue
) -> None:
    """Give each link to a question of this project a class for the script."""
    for link in doctree.findall(nodes.reference):
        # The permalink of a card leads to where its reader is.
        if "question-id" not in link["classes"] and _leads_to_question(
            link, docname, builder, catalogue
        ):
            link["classes"].append(LINK)


def _leads_to_question(
    link: nodes.reference, docname: str, builder: Builder, catalogue: Catalogue
) -> bool:
    page, _, anchor = link.get("refuri", f"#{link.get('refid', '')}").partition("#")
    question = catalogue.by_label(anchor)
    if question is None or question.anchor != anchor:
        return False
    target = question.place.docname
    if not page:
        return target == docname
    return bool(page == builder.get_relative_uri(docname, target))


def write(builder: Builder) -> None:
    """Write the script with the texts, or remove it if there are no previews."""
    path = Path(builder.outdir, "_static", SCRIPT)
    catalogue = QuestionsDomain.of(builder.env).catalogue
    if not catalogue or not settings_of(builder.config).previews:
        path.unlink(missing_ok=True)
        return
    script = script_of("previews", preview_data(catalogue, builder))
    # Left alone if it is right, so that a server's answer to "if modified since" holds.
    if not path.is_file() or path.read_bytes() != script:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(script)


def preview_data(catalogue: Catalogue, builder: Builder) -> dict[str, Any]:
    """Return addresses from the root of the site, titles, and beginnings of answers."""
    return {
        "version": VERSION,
        "urls": [
            f"{builder.get_target_uri(q.place.docname)}#{q.anchor}" for q in catalogue
        ],
        "titles": [q.title for q in catalogue],
        "answers": [_answer(q) for q in catalogue],
    }


def _answer(question: Question) -> list[list[str | list[str]]]:
    return [
        [_span(span) for span in paragraph]
        for paragraph in excerpt(question.answer, LENGTH)
    ]


def _span(span: Span) -> str | list[str]:
    if span.kind == "math":
        try:
            return ["m", to_mathml(span.text, block=False)]
        except ValueError:
            # As the pages show it, which warn of it too.
            return ["c", span.text]
    return [MARKS[span.kind], span.text] if span.kind in MARKS else span.text
