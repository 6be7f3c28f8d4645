"""Every configuration value, declared once."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, Final, Literal

from sphinx_questions.config.guides import read_guides
from sphinx_questions.config.readers import (
    DEFAULT_LEVELS,
    DEFAULT_SECTIONS,
    read_levels,
    read_namespace,
    read_pages,
    read_pattern,
    read_sections,
    read_technologies,
    read_texts,
    read_topics,
)
from sphinx_questions.config.redirects import read_redirects, read_short_addresses

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """The declaration of one configuration value."""

    #: Name in ``conf.py`` and, without ``questions_``, in :class:`Settings`.
    name: str
    default: object
    #: What a change of the value makes Sphinx do again.
    rebuild: Literal["env", ""]
    types: tuple[type, ...]
    #: One sentence for the reference page.
    help: str
    #: From the configured value to the one in :class:`Settings`; raises
    #: ValueError with a message that names what is wrong and what to write.
    read: Callable[[Any], object]

    @property
    def field(self) -> str:
        """The field of :class:`Settings` that holds the value."""
        return self.name.removeprefix("questions_")


#: Every configuration value of the extension.
VALUES: Final = (
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
        name="questions_structured_data",
        default=True,
        rebuild="env",
        types=(bool,),
        help=(
            "Whether the web pages of questions carry data for search engines: a "
            "`Quiz` of schema.org with the questions and their answers."
        ),
        read=bool,
    ),
    Value(
        name="questions_feed",
        default=True,
        rebuild="env",
        types=(bool,),
        help=(
            "Whether the builders `html` and `dirhtml` write the Atom feed "
            "`questions.atom`. It needs `html_baseurl`."
        ),
        read=bool,
    ),
    Value(
        name="questions_llms_txt",
        default=False,
        rebuild="env",
        types=(bool,),
        help=(
            "Whether the builders `html` and `dirhtml` write `llms.txt`, and each "
            "question as Markdown in the folder `_questions`."
        ),
        read=bool,
    ),
    Value(
        name="questions_sitemap",
        default=False,
        rebuild="",
        types=(bool,),
        help=(
            "Whether the builders `html` and `dirhtml` write `sitemap.xml`. It needs "
            "`html_baseurl`."
        ),
        read=bool,
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
    Value(
        name="questions_short_addresses",
        default=None,
        rebuild="",
        types=(str, type(None)),
        help=(
            "The folder for short addresses: with `q`, the page `q/ML-ADV-001.html` "
            "forwards to that question. `None` makes none."
        ),
        read=read_short_addresses,
    ),
    Value(
        name="questions_previews",
        default=True,
        rebuild="env",
        types=(bool,),
        help=(
            "Whether links to questions show title and answer in a small box when a "
            "pointer rests on them or a keyboard reaches them."
        ),
        read=bool,
    ),
    Value(
        name="questions_guides",
        default=None,
        rebuild="",
        types=(list, tuple, type(None)),
        help=(
            "The books that the builders `epub` and `typst` make, and the decks of "
            "`anki`: a list of dictionaries with `name`, and any of `title`, "
            "`technology`, `level`, `difficulty`, `topics` and `form`. `None` makes "
            "one of the whole bank and one a technology."
        ),
        read=read_guides,
    ),
    Value(
        name="questions_json",
        default=True,
        rebuild="",
        types=(bool,),
        help=(
            "Whether a site carries its catalogue: `questions.json` for programs, and "
            "`questions.schema.json`, which describes it."
        ),
        read=bool,
    ),
    Value(
        name="questions_anki_namespace",
        default=None,
        rebuild="",
        types=(str, type(None)),
        help=(
            "The name by which Anki knows the cards of this bank. It must never "
            "change. `None` takes `project`."
        ),
        read=read_namespace,
    ),
    Value(
        name="questions_guide_folders",
        default=[],
        rebuild="",
        types=(list, tuple),
        help=(
            "Folders with guides that were built before the pages, relative to that of "
            "`conf.py`. The pages offer the files that are there, and carry a copy."
        ),
        read=read_texts("questions_guide_folders"),
    ),
    Value(
        name="questions_pdf_paper",
        default="a4",
        rebuild="",
        types=(str,),
        help="The paper of the PDF guides: `a4`, `a5`, `us-letter` or another name.",
        read=str,
    ),
    Value(
        name="questions_pdf_fonts",
        default=[],
        rebuild="",
        types=(list, tuple),
        help=(
            "Fonts for the characters that those which come along do not have, such as "
            "`Noto Sans CJK SC` and `Noto Color Emoji`, by family. With one, the fonts "
            "of the system are searched too."
        ),
        read=read_texts("questions_pdf_fonts"),
    ),
    Value(
        name="questions_pdf_font_folders",
        default=[],
        rebuild="",
        types=(list, tuple),
        help="Folders with font files, relative to that of `conf.py`.",
        read=read_texts("questions_pdf_font_folders"),
    ),
    Value(
        name="questions_pdf_standards",
        default=["ua-1"],
        rebuild="",
        types=(list, tuple),
        help=(
            "The standards that the PDF guides keep to, by Typst's names: `ua-1` for "
            "accessibility, `a-2a` and others for archives. A breach is an error."
        ),
        read=read_texts("questions_pdf_standards"),
    ),
)
