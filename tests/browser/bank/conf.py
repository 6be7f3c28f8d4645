"""A small bank in furo, for the tests that look at it with a browser."""

project = "Browser bank"
extensions = ["sphinx_questions", "myst_parser", "sphinx_design", "sphinx_copybutton"]
html_theme = "furo"
html_math_renderer = "mathml"
myst_enable_extensions = ["colon_fence", "dollarmath"]
questions_technologies = {
    "machine-learning": {
        "label": "Machine Learning",
        "category": "AI/ML",
        "description": "Models that learn from data.",
    },
    "python": {
        "label": "Python",
        "category": "Languages",
        "description": "The language and its standard library.",
    },
}
