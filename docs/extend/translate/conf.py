extensions = ["sphinx_questions", "myst_parser"]
myst_enable_extensions = ["colon_fence"]

language = "en"
locale_dirs = ["locale"]
gettext_compact = False  # a catalogue for each document

# The labels are configuration: say them in the language of the build.
GERMAN = tags.has("de")  # noqa: F821 – Sphinx provides it
questions_technologies = {"git": {"label": "Git"}}
questions_levels = {
    "beginner": {"label": "Einstieg" if GERMAN else "Beginner", "difficulty": (1, 4)},
    "advanced": {"label": "Profi" if GERMAN else "Advanced", "difficulty": (5, 10)},
}
questions_sections = {
    "key-points": {"label": "Kernpunkte" if GERMAN else "Key points"},
    "mistakes": {
        "label": "Typische Fehler" if GERMAN else "Mistakes",
        "aliases": ["Mistakes"],
    },
}
