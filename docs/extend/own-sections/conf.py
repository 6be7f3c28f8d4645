extensions = ["sphinx_questions", "myst_parser"]
myst_enable_extensions = ["colon_fence"]
questions_technologies = {"triage": {"label": "Triage"}}

questions_sections = {
    # Of the default set: what is not given is inherited.
    "key-points": {"required": True},
    "mistakes": {"label": "What goes wrong", "aliases": ["Pitfalls"]},
    # Your own.
    "red-flags": {"label": "Red flags", "tab": True, "required": True},
    "handover": {"label": "Handing over", "aliases": ["Handover"], "tab": True},
    "sources": {},
}
