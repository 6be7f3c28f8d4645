extensions = ["sphinx_questions", "myst_parser"]
myst_enable_extensions = ["colon_fence", "dollarmath"]
author = copyright = "The web team"
version = "1"

questions_technologies = {"git": {"label": "Git"}}
