"""Configuration of the knowledge base."""

project = "Interview Questions & Model Answers"
author = "The sphinx-questions authors"
copyright = "The sphinx-questions authors"  # noqa: A001

extensions = [
    "sphinx_questions",
    "sphinx_design",
    "myst_parser",
    "sphinx_copybutton",
]
exclude_patterns = ["_build"]
nitpicky = True

myst_enable_extensions = [
    "attrs_block",
    "attrs_inline",
    "colon_fence",
    "deflist",
    "dollarmath",
    "fieldlist",
]

html_theme = "furo"
html_title = project
html_math_renderer = "mathml"

questions_technologies = {
    "machine-learning": {
        "label": "Machine Learning",
        "category": "AI/ML",
        "description": "Models that learn from data: how they work, how they fail, and what it takes to run them.",
    },
}
questions_sections = {
    "key-points": {"required": True},
    "explanation": {"required": True},
    "example": {"required": True},
    "mistakes": {"required": True},
    "scenario": {"required": True},
    "follow-ups": {"required": True},
    "sources": {"required": True},
}
