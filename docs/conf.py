"""Configuration of the knowledge base."""

import sys
from pathlib import Path

import sphinx_questions

sys.path.insert(0, str(Path(__file__).parent / "_extensions"))

project = "Interview Questions & Model Answers"
author = "The sphinx-questions authors"
copyright = author  # noqa: A001 – the name is Sphinx's
version = release = sphinx_questions.__version__

extensions = [
    "sphinx_questions",
    "sphinx_design",
    "myst_parser",
    "sphinx_copybutton",
    "declarations",
]
exclude_patterns = ["_build", "extend/first-bank"]
nitpicky = True

myst_enable_extensions = [
    "attrs_block",
    "attrs_inline",
    "colon_fence",
    "deflist",
    "dollarmath",
    "fieldlist",
]

# MyST would change the configuration on every build, for a script not used here.
myst_update_mathjax = False

html_theme = "furo"
html_title = project
html_math_renderer = "mathml"
html_copy_source = False
# What a code block prints is not for copying, and prompts are not code.
copybutton_selector = "div:not(.highlight-output) > div.highlight > pre"
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

# The ePub of the whole documentation.
epub_identifier = epub_uid = "sphinx-questions-knowledge-base"
epub_description = "Questions that interviewers ask, with answers that hold."
epub_contributor = epub_publisher = author
epub_tocscope = "includehidden"
epub_tocdup = False
epub_tocdepth = 4
epub_show_urls = "no"

questions_technologies = {
    "machine-learning": {
        "label": "Machine Learning",
        "category": "AI/ML",
        "description": (
            "Models that learn from data: how they work, how they fail, "
            "and what it takes to run them."
        ),
    },
}
# Every question of this bank has every section.
questions_sections = {
    key: {"required": True}
    for key in (
        "key-points",
        "explanation",
        "example",
        "mistakes",
        "scenario",
        "follow-ups",
        "sources",
    )
}
