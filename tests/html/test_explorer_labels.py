"""The words of the explorer, on the page and in the script."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from bank_of_three import FILES
from sphinx_questions.config import settings_of
from sphinx_questions.html.assets import STATIC
from sphinx_questions.html.explorer_labels import labels

if TYPE_CHECKING:
    from projects import Project


def test_page_gives_the_labels_to_the_script(project: Project) -> None:
    """The explorer's element carries every label, to be read as JSON."""
    project.write({**FILES, "index.md": "# Bank\n\n```{question-explorer}\n```\n"})
    build = project.build()
    explorer = build.page().select_one(".question-explorer")
    assert explorer is not None
    given = json.loads(str(explorer["data-labels"]))
    words = labels(settings_of(build.app.config))
    assert given == {key: str(word) for key, word in words.items()}


def test_script_knows_the_same_labels(project: Project) -> None:
    """The script's own words, for a page without labels, are the same."""
    script = (STATIC / "sphinx-questions/explorer.js").read_text(encoding="utf-8")
    (block,) = re.findall(r"const LABELS = \{(.*?)\};", script, re.DOTALL)
    own = dict(re.findall(r'(\w+): "(.*?)",', block))
    project.write(FILES)
    words = labels(settings_of(project.build().app.config))
    assert own == {key: str(word) for key, word in words.items()}
