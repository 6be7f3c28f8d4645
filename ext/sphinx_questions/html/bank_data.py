"""The data of the explorer: one small script, a column a field.

A script and not JSON, because browsers load no JSON from ``file://``. Columns and
indexes and not records, because a name a row would be most of the file.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx_questions.config import Settings, settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.formulas.mathml import to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sphinx.builders import Builder

    from sphinx_questions.bank.prose import Prose, Span
    from sphinx_questions.bank.question import Question

#: Where the script is, in ``_static``. Its name holds a digest of its content:
#: Sphinx adds one to addresses of files, but of what the file was at first.
_FOLDER: Final = "sphinx-questions"
_PATTERN: Final = "bank-*.js"

#: Version of the format, for a script that an old page loads from a cache.
VERSION: Final = 1

#: How a script knows the styles of text.
MARKS: Final = {"emphasis": "e", "strong": "s", "literal": "c"}


class BankScript:
    """The script in the output folder of one application.

    One object serves one application. Processes that write pages are made after the
    script was written, and so know its name.
    """

    def __init__(self) -> None:
        #: The script that was written, relative to ``_static``; empty if none was.
        self.name = ""

    def write(self, builder: Builder) -> None:
        """Write the script, if a page has an explorer.

        The script of an earlier build stays for now: this one may write a single
        page, and leave the page with the explorer as it is.
        """
        self.name = ""
        if QuestionsDomain.of(builder.env).explorer is None:
            return
        script = _script(builder)
        digest = hashlib.blake2b(script, digest_size=6).hexdigest()
        folder = _folder(builder)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / _PATTERN.replace("*", digest)
        path.write_bytes(script)
        self.name = f"{_FOLDER}/{path.name}"

    def remove_others(self, builder: Builder) -> None:
        """Remove the scripts that no page loads, once all pages were written."""
        used = self.name.encode() + b"".join(_explorer_pages(builder))
        for path in _folder(builder).glob(_PATTERN):
            if path.name.encode() not in used:
                path.unlink()


def _folder(builder: Builder) -> Path:
    return Path(builder.outdir) / "_static" / _FOLDER


def _explorer_pages(builder: Builder) -> Iterator[bytes]:
    """Yield the pages with an explorer, of this build or an earlier one."""
    for docname in QuestionsDomain.of(builder.env).data["explorers"]:
        path = Path(builder.get_output_path(docname))  # type: ignore[attr-defined]
        if path.exists():
            yield path.read_bytes()


def _script(builder: Builder) -> bytes:
    domain = QuestionsDomain.of(builder.env)
    data = bank_data(
        domain.catalogue, settings_of(builder.config), builder.get_target_uri
    )
    return script_of("bank", data)


def script_of(name: str, data: object) -> bytes:
    """Return a script that makes *data* known as ``sphinxQuestions.<name>``."""
    # A text in a script must not end it, nor break the line for old parsers.
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028")
    text = text.replace("\u2029", "\\u2029")
    return (
        "globalThis.sphinxQuestions = "
        f"Object.assign(globalThis.sphinxQuestions ?? {{}}, {{{name}: {text}}});\n"
    ).encode()


def bank_data(
    questions: Iterable[Question], settings: Settings, uri_of: Callable[[str], str]
) -> dict[str, Any]:
    """Return the columns. A missing technology or level is -1, a difficulty 0."""
    questions = tuple(questions)
    technologies, levels = list(settings.technologies), list(settings.levels)
    topics = sorted({topic for question in questions for topic in question.topics})
    return {
        "version": VERSION,
        "technologies": [[t.key, t.label] for t in settings.technologies.values()],
        "levels": [[level.key, level.label] for level in settings.levels.values()],
        "topics": topics,
        "ids": [q.id for q in questions],
        "titles": [q.title for q in questions],
        "technology": [_index(technologies, q.technology) for q in questions],
        "level": [_index(levels, q.level) for q in questions],
        "difficulty": [q.difficulty or 0 for q in questions],
        "topic": [[topics.index(topic) for topic in q.topics] for q in questions],
        "urls": [f"{uri_of(q.place.docname)}#{q.anchor}" for q in questions],
        "answers": [_paragraphs(q.answer) for q in questions],
    }


def _index(keys: list[str], key: str | None) -> int:
    return keys.index(key) if key in keys else -1


def _paragraphs(prose: Prose) -> list[list[str | list[str]]]:
    return [[_span(span) for span in paragraph] for paragraph in prose]


def _span(span: Span) -> str | list[str]:
    if span.kind == "math":
        return to_text(span.text)
    return [MARKS[span.kind], span.text] if span.kind in MARKS else span.text
