"""Configuration of the knowledge base."""

import importlib.util
import os
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
# LaTeX cannot place SVG. The group "latex" of pyproject.toml brings a converter.
if importlib.util.find_spec("sphinxcontrib.cairosvgconverter"):
    extensions.append("sphinxcontrib.cairosvgconverter")
# Where the pages will be. Without it they have no canonical address, and there is no
# feed and no sitemap.
html_baseurl = os.environ.get("QUESTIONS_BASEURL") or os.environ.get(
    "READTHEDOCS_CANONICAL_URL", ""
)
if html_baseurl:
    extensions.append("sphinxext.opengraph")
    ogp_site_url = html_baseurl
    # No pictures of titles, for which it would need Matplotlib.
    ogp_social_cards = {"enable": False}
# Examples, which the pages show and the tests build.
exclude_patterns = ["_build", "extend/*/*"]
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

latex_engine = "xelatex"
latex_documents = [
    ("index", "question-bank.tex", project.replace("&", r"\&"), author, "manual")
]
# Paper has no links to click, so a page number stands behind each.
latex_show_pagerefs = True
latex_elements = {
    "papersize": "a4paper",
    # No blank pages.
    "extraclassoptions": "openany,oneside",
    # Chapter titles as they are written, not in capitals.
    "fncychap": "",
    # Questions are three levels below the chapters.
    "tocdepth": r"\setcounter{tocdepth}{3}",
    # A line of code that is too long goes on in the next, broken wherever it must be.
    "sphinxsetup": "verbatimforcewraps",
    # What stands before the first chapter is not the contents any more.
    "tableofcontents": r"\sphinxtableofcontents\markboth{}{}",
    "preamble": r"""
\titleformat{\chapter}[hang]
  {\huge\sffamily\bfseries\color{TitleColor}}{\thechapter}{0.6em}{}
\titlespacing*{\chapter}{0pt}{0pt}{1.5\baselineskip}
% A name in a narrow column may break behind a hyphen.
\protected\def\breakablehyphen#1{-\penalty0\relax}
\renewcommand*{\sphinxhyphenininlineliteral}{\breakablehyphen}
% The indices hold titles of questions, which Sphinx sets as code.
\renewcommand{\sphinxstyleindexentry}[1]{\raggedright#1}
""",
}
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
    "python": {
        "label": "Python",
        "category": "Programming",
        "description": (
            "What the language does and why: names, types, iteration, concurrency, "
            "and the traps that stand in between."
        ),
    },
    "sql": {
        "label": "SQL and Databases",
        "category": "Data",
        "description": (
            "Questions put to data, and what a database does with them: queries, "
            "models, indexes, transactions, and many machines."
        ),
    },
}
questions_topics = {
    "aggregation": "Many rows into few: groups, sums, windows.",
    "classes": "Classes, inheritance, and what happens when a class is made.",
    "concurrency": "Threads, processes, event loops, and what they share.",
    "data model": "What names, objects and their special methods do.",
    "deep learning": "Networks of many layers, and how they are trained.",
    "distributed systems": "Data on more than one machine.",
    "errors": "What goes wrong, how it is reported, and who cleans up.",
    "evaluation": "How to know how good a model is.",
    "feature engineering": "What a model gets to see.",
    "functions": "Calls, scopes, closures, decorators.",
    "generalisation": "Why a model that fits its data may fail on new data.",
    "indexing": "Structures by which a database finds rows.",
    "iteration": "Loops, iterators, generators.",
    "language models": "Models of text: tokens, decoding, adaptation, retrieval.",
    "linear models": "Sums of weighted features, and what the weights mean.",
    "mlops": "Models in production.",
    "modelling": "Tables, keys, and what they promise.",
    "operations": "Changing and running a database that is in use.",
    "optimisation": "How parameters are found.",
    "performance": "What takes the time, and how to see it.",
    "queries": "Asking a database for rows.",
    "security": "What an attacker can do, and what stops it.",
    "sequence models": "Models of things that come one after another.",
    "statistics": "Chance, estimates, tests.",
    "text and numbers": "Characters, bytes, floats, decimals.",
    "tooling": "Profilers, imports, packages.",
    "transactions": "Changes that happen together, beside those of others.",
    "trees": "Decision trees and what is built of them.",
    "typing": "Annotations, and what a type checker proves.",
    "unsupervised learning": "Structure in data without labels.",
}
questions_llms_txt = True
questions_sitemap = True
# An address such as q/ML-ADV-001.html for chats, slides and paper.
questions_short_addresses = "q"
# Built before the pages; those that are there are offered for download.
questions_guide_folders = ["_build/typst", "_build/epub/guides", "_build/anki"]
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
