"""A bank that other docs link to."""

extensions = ["sphinx_questions", "myst_parser"]
myst_enable_extensions = ["colon_fence"]

questions_technologies = {
    "git": {"label": "Git", "category": "Version control"},
}
