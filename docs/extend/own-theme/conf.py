extensions = ["sphinx_questions", "myst_parser"]
myst_enable_extensions = ["colon_fence"]
questions_technologies = {"git": {"label": "Git"}}

html_theme = "alabaster"
html_static_path = ["_static"]
html_css_files = ["bank.css"]
