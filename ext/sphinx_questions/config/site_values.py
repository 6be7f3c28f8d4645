"""Configuration values: what a site carries for readers and programs."""

from __future__ import annotations

from typing import Final

from sphinx_questions.config.redirects import read_short_addresses
from sphinx_questions.config.value import Value

#: What only the web pages have.
SITE_VALUES: Final = (
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
)
