"""A bank with everything that a question can be made of."""

project = "Everything & More"
author = copyright = "Nobody <in particular>"  # noqa: A001 – the name is Sphinx's
version = release = "1.0"
language = "en"
extensions = ["sphinx_questions", "myst_parser"]
nitpicky = True
numfig = True

myst_enable_extensions = [
    "attrs_block",
    "attrs_inline",
    "colon_fence",
    "deflist",
    "dollarmath",
    "fieldlist",
    "tasklist",
]

epub_uid = epub_identifier = "everything"
epub_description = epub_contributor = "A bank with everything."
epub_tocscope = "includehidden"
html_baseurl = "https://example.org/bank/"

questions_technologies = {
    "markup": {
        "label": "Markup & text",
        "category": "Languages",
        "description": "What is <written> & how.",
    },
    "components": {"label": "Components"},
    "left-out": {"label": "Left out"},
}
questions_guides = [
    {
        "name": form,
        "title": f"Everything, {form}",
        "technology": ["markup", "components"],
        "form": form,
    }
    for form in ("complete", "questions-first", "interviewer")
]
