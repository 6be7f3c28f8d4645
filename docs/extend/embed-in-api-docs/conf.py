import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

extensions = ["sphinx.ext.autodoc", "sphinx_questions", "myst_parser"]
myst_enable_extensions = ["colon_fence"]
exclude_patterns = ["_build"]

questions_technologies = {"api": {"label": "Our API"}}
questions_pages = None  # no index pages: the API pages are where readers look
