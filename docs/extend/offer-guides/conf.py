project = "Our questions"
author = copyright = "The front desk"
version = "1"
extensions = ["sphinx_questions", "myst_parser"]
myst_enable_extensions = ["colon_fence"]
exclude_patterns = ["_build"]

questions_technologies = {"git": {"label": "Git"}}
questions_guides = [
    {"name": "everything"},
    {"name": "rehearsal", "title": "Rehearsal", "form": "questions-first"},
]
questions_guide_folders = ["_build/typst", "_build/epub/guides", "_build/anki"]
