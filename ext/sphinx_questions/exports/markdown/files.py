"""The Markdown files of questions, and the list of them."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_questions.config import Settings, settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.exports.addresses import address, site_title
from sphinx_questions.exports.markdown import markup
from sphinx_questions.exports.texts import description_of
from sphinx_questions.labels import _, difficulty_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.builders import Builder

    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.bank.question import Question

#: The list, at the root of the site (https://llmstxt.org).
LLMS_TXT: Final = "llms.txt"

#: Not beside the pages: an ID stays when a question moves to another page.
FOLDER: Final = "_questions"


def markdown_name(id_: str) -> str:
    """Return the path of a question's file from the root of the site.

    An ID that may be no name of a file everywhere, or that differs from another in
    case alone, gets a digest of it as well.
    """
    if re.fullmatch(r"[A-Z0-9]+(?:-[A-Z0-9]+)+", id_):
        return f"{FOLDER}/{id_}.md"
    digest = hashlib.blake2b(id_.encode(), digest_size=4).hexdigest()
    readable = nodes.make_id(id_)[:60]
    return f"{FOLDER}/{'-'.join(filter(None, (readable, digest)))}.md"


def llms_txt(builder: Builder) -> bytes:
    """Return the list of all questions, by technology and level."""
    catalogue = QuestionsDomain.of(builder.env).catalogue
    settings = settings_of(builder.config)
    blocks = [
        f"# {markup.text(site_title(builder))}",
        f"> {_summary(catalogue)}",
        _explanation(settings),
    ]
    for label, questions in _groups(catalogue, settings):
        lines = [_line(builder, question) for question in questions]
        blocks.append(f"## {markup.text(label)}\n\n" + "\n".join(lines))
    return ("\n\n".join(blocks) + "\n").encode()


def _summary(catalogue: Catalogue) -> str:
    number = len(catalogue)
    text = _("1 question") if number == 1 else _("%d questions") % number
    return _("%s with model answers.") % text


def _explanation(settings: Settings) -> str:
    text = _(
        "Each link leads to one question as Markdown: the answer first, then what "
        "explains it. The line below the title says %(technology)s, level and "
        "difficulty."
    )
    return text % {"technology": settings.technology_label.one}


def _groups(
    catalogue: Catalogue, settings: Settings
) -> Iterator[tuple[str, list[Question]]]:
    levels = list(settings.levels)

    def place(question: Question) -> tuple[int, int, str]:
        known = question.level in levels
        level = levels.index(question.level or "") if known else len(levels)
        return level, question.difficulty or 0, question.id

    for key, technology in settings.technologies.items():
        if found := [q for q in catalogue if q.technology == key]:
            yield technology.label, sorted(found, key=place)
    rest = [q for q in catalogue if q.technology not in settings.technologies]
    if rest:
        yield _("Other questions"), sorted(rest, key=place)


def _line(builder: Builder, question: Question) -> str:
    settings = settings_of(builder.config)
    where = address(builder, markdown_name(question.id))
    level = settings.levels.get(question.level or "")
    facts = [level.label] if level else []
    if question.difficulty:
        facts.append(difficulty_text(question.difficulty))
    notes = [", ".join(facts), description_of(question)]
    note = ". ".join(markup.text(note) for note in notes if note)
    line = f"- {markup.link(markup.text(question.title), where)}"
    return f"{line}: {note}" if note else line
