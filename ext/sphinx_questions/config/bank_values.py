"""Configuration values: what a bank is, and how it is read."""

from __future__ import annotations

from typing import Final

from sphinx_questions.config.readers import (
    DEFAULT_LEVELS,
    DEFAULT_SECTIONS,
    read_levels,
    read_pages,
    read_pattern,
    read_remote,
    read_sections,
    read_technologies,
    read_technology_label,
    read_topics,
)
from sphinx_questions.config.redirects import read_redirects
from sphinx_questions.config.value import Value

#: What belongs to the bank, whatever is made of it.
BANK_VALUES: Final = (
    Value(
        name="questions_technologies",
        default={},
        rebuild="env",
        types=(dict,),
        help=(
            "What questions are about, by key: `label`, `category`, `description`. "
            "The order is that of every list."
        ),
        read=read_technologies,
    ),
    Value(
        name="questions_technology_label",
        default=None,
        rebuild="env",
        types=(tuple, list, type(None)),
        help=(
            "What readers call a technology, for one and for several, such as "
            '`("Subject", "Subjects")`. `None` takes “Technology” in the language of '
            "the project."
        ),
        read=read_technology_label,
    ),
    Value(
        name="questions_levels",
        default=DEFAULT_LEVELS,
        rebuild="env",
        types=(dict,),
        help=(
            "Who is asked, by key, the easiest first: `label`, `description`, and "
            "`difficulty`, the lowest and the highest that its questions may have."
        ),
        read=read_levels,
    ),
    Value(
        name="questions_topics",
        default=None,
        rebuild="env",
        types=(dict, type(None)),
        help=(
            "The topics that questions may have, by name, each with a sentence for the "
            "page of topics; the sentence may be empty. `None` allows any topic."
        ),
        read=read_topics,
    ),
    Value(
        name="questions_sections",
        default={key: {} for key in DEFAULT_SECTIONS},
        rebuild="env",
        types=(dict,),
        help=(
            "The sections of a card, by key, in the order shown: `label`, `aliases`, "
            "`tab` and `required`. A key of the default set inherits what is not "
            "given; a key left out is dropped."
        ),
        read=read_sections,
    ),
    Value(
        name="questions_id_pattern",
        default=r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*-[0-9]+",
        rebuild="env",
        types=(str,),
        help="The regular expression that a whole ID must match.",
        read=read_pattern,
    ),
    Value(
        name="questions_pages",
        default="questions/browse",
        rebuild="env",
        types=(str, type(None)),
        help=(
            "The folder for the index pages of technologies and levels, relative to "
            "the sources; the extension writes and removes files there. `None` makes "
            "no such pages."
        ),
        read=read_pages,
    ),
    Value(
        name="questions_breadcrumb",
        default=True,
        rebuild="env",
        types=(bool,),
        help=(
            "Whether the web pages of questions and index pages begin with a "
            "breadcrumb. Some themes have one of their own."
        ),
        read=bool,
    ),
    Value(
        name="questions_short_names",
        default=True,
        rebuild="env",
        types=(bool,),
        help=(
            "Whether the directives and the role are also called `question`, "
            "`question-list`, `question-matrix` and `question-explorer`. With `False` "
            "only the names that begin with `questions:` are there, such as "
            "`questions:question`, which leaves the short names to another extension."
        ),
        read=bool,
    ),
    Value(
        name="questions_remote",
        default={},
        rebuild="env",
        types=(dict,),
        help=(
            "Banks of other projects, by a name of yours: the path, relative to the "
            "folder of `conf.py`, or the address of each one's `questions.json`."
        ),
        read=read_remote,
    ),
    Value(
        name="questions_redirects",
        default={},
        rebuild="env",
        types=(dict,),
        help=(
            "IDs that were given up, each with the ID of the question that stands for "
            "it now, or with a dictionary of `to`, that ID, and `page`, the document "
            "that the old question was."
        ),
        read=read_redirects,
    ),
)
