extensions = ["sphinx_questions"]
questions_technologies = {"git": {"label": "Git"}}
questions_levels = {"everyone": {"label": "For everyone"}}
