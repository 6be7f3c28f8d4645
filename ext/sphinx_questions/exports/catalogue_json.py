"""The catalogue as one JSON document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx_questions.bank.interchange import VERSION, question_to_json
from sphinx_questions.guides.addresses import hosted_address

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx.builders import Builder
    from sphinx.config import Config

    from sphinx_questions.bank.catalogue import Catalogue
    from sphinx_questions.bank.question import Question
    from sphinx_questions.config import Settings
    from sphinx_questions.exports.fragments import Fragment

#: The names of the files.
FILE: Final = "questions.json"
SCHEMA_FILE: Final = "questions.schema.json"

#: What a catalogue looks like, as JSON Schema (draft 2020-12).
SCHEMA: Final = Path(__file__).parent / SCHEMA_FILE


def catalogue_json(
    catalogue: Catalogue,
    settings: Settings,
    builder: Builder,
    fragments: Mapping[str, Sequence[Fragment]],
) -> str:
    """Return the whole catalogue; the same bank gives the same bytes."""
    value = {
        "$schema": SCHEMA_FILE,
        "version": VERSION,
        "project": {
            "name": builder.config.project,
            "release": builder.config.release,
            "language": builder.config.language or "en",
            "url": builder.config.html_baseurl or None,
        },
        "vocabulary": _vocabulary(settings),
        "questions": [
            _question(question, catalogue, builder, fragments[question.id])
            for question in catalogue
        ],
        "redirects": dict(catalogue.redirects),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _vocabulary(settings: Settings) -> dict[str, Any]:
    return {
        "technologies": [
            {
                "key": technology.key,
                "label": technology.label,
                "category": technology.category,
                "description": technology.description,
            }
            for technology in settings.technologies.values()
        ],
        "levels": [
            {
                "key": level.key,
                "label": level.label,
                "description": level.description,
                "difficulty": [*level.difficulties],
            }
            for level in settings.levels.values()
        ],
        "topics": [
            {"name": name, "description": description}
            for name, description in (settings.topics or {}).items()
        ],
        "sections": [
            {"key": section.key, "label": section.label}
            for section in settings.sections.values()
        ],
    }


def _question(
    question: Question,
    catalogue: Catalogue,
    builder: Builder,
    fragments: Sequence[Fragment],
) -> dict[str, Any]:
    links = catalogue.links(question.id)
    answer, *sections = fragments
    value = question_to_json(question)
    value["answer"]["html"] = answer.html
    return {
        **value,
        "url": address_of(question, builder.config, builder),
        "relations": {
            "requires": [q.id for q in links.requires],
            "required_by": [q.id for q in links.required_by],
            "related": [q.id for q in links.related],
            "follow_up_of": [q.id for q in links.follow_up_of],
        },
        "sections": [
            {"key": f.key, "label": f.label, "text": f.text, "html": f.html}
            for f in sections
        ],
    }


def address_of(question: Question, config: Config, builder: Builder) -> str:
    """Return the address of a question: absolute, or from the root of the site."""
    place = question.place.docname, question.anchor
    hosted = hosted_address(config, *place)
    return hosted or f"{builder.get_target_uri(place[0])}#{place[1]}"
