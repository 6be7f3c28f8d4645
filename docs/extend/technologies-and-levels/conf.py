extensions = ["sphinx_questions", "myst_parser"]
myst_enable_extensions = ["colon_fence"]

questions_technologies = {
    "git": {"label": "Git", "category": "Version control"},
    "http": {
        "label": "HTTP",
        "category": "Networks",
        "description": "What browsers and servers say to each other.",
    },
}
questions_levels = {
    "apprentice": {"label": "Apprentice", "difficulty": (1, 3)},
    "journeyman": {"label": "Journeyman", "difficulty": (2, 7)},
    "master": {
        "label": "Master",
        "description": "Runs it in production.",
        "difficulty": (6, 10),
    },
}
questions_topics = {
    "caching": "Who keeps a copy, and for how long.",
    "history": "",
}
questions_id_pattern = r"(GIT|HTTP)-[0-9]{3}"
