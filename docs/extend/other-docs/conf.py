extensions = ["sphinx.ext.intersphinx", "sphinx_questions", "myst_parser"]

intersphinx_mapping = {
    "bank": ("https://questions.example.org/", None),
}
# No questions of their own: nothing to warn of, and no index pages.
suppress_warnings = ["questions.empty"]
questions_pages = None
