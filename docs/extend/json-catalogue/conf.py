extensions = ["sphinx_questions", "myst_parser"]
myst_enable_extensions = ["colon_fence"]

questions_technologies = {"docker": {"label": "Docker"}}
questions_remote = {"git": "questions.json"}
