project = "Fragen zur Ersten Hilfe"
author = copyright = "Die Ausbilderinnen"
version = "1"

language = "de"
html_title = "Fragen zur Ersten Hilfe"

extensions = ["sphinx_questions", "myst_parser"]
myst_enable_extensions = ["colon_fence"]

questions_technology_label = ("Fachgebiet", "Fachgebiete")
questions_technologies = {
    "atmung": {"label": "Atmung", "category": "Notfälle"},
    "wunden": {"label": "Wunden", "category": "Verletzungen"},
}
questions_levels = {
    "kurs": {"label": "Kursteilnehmer", "difficulty": (1, 5)},
    "ausbildung": {"label": "Ausbilderinnen", "difficulty": (4, 10)},
}
