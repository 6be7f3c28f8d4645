extensions = ["sphinx_questions", "myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist"]
questions_technologies = {"git": {"label": "Git"}}
questions_levels = {"everyone": {"label": "For everyone"}}
