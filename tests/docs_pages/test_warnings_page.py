"""Every kind of warning has an example that gives it, and a mend that does not."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest
from declarations import WARNING_BUILDERS

from docs_examples import PAGES
from projects import Build, Project
from sphinx_questions.problems import Problem

EXAMPLES = PAGES / "warnings"
SUBTYPES = [problem.value for problem in Problem]


def build(subtype: str, state: str, root: Path) -> Build:
    """Build the wrong or the mended example of a kind of warning."""
    folder = EXAMPLES / subtype
    project = Project(root)
    shutil.copy(EXAMPLES / "conf.py", project.source)
    shutil.copytree(folder, project.source, dirs_exist_ok=True)
    for path in project.source.glob("*.md"):
        if path.stem in {state, "page"}:
            path.rename(project.source / "index.md")
        else:
            path.unlink()
    index = project.source / "index.md"
    index.write_text(index.read_text("utf-8").replace("[U+0008]", "\b"), "utf-8")
    if (module := project.source / f"{state}.py").is_file():
        module.rename(project.source / "badge.py")
        # The other state's module has the same name.
        sys.modules.pop("badge", None)
    if (catalogue := project.source / f"{state}.json").is_file():
        catalogue.rename(project.source / "team.json")
    if (settings := project.source / "settings.py").is_file():
        conf = project.source / "conf.py"
        code = conf.read_text("utf-8") + "\n" + settings.read_text("utf-8")
        conf.write_text(code, "utf-8")
    return project.build(WARNING_BUILDERS.get(subtype, "html"))


def test_every_kind_has_an_example() -> None:
    """No kind of warning lacks an example, and no example a kind."""
    assert {path.name for path in EXAMPLES.iterdir() if path.is_dir()} == set(SUBTYPES)


@pytest.mark.parametrize("subtype", SUBTYPES)
def test_the_example_gives_the_message_shown(subtype: str, tmp_path: Path) -> None:
    """The wrong text gives this kind of warning, no other, with the shown words."""
    warnings = build(subtype, "wrong", tmp_path).warnings
    kinds = set(
        re.findall(r"\[questions\.([a-z]+)\]$", "\n".join(warnings), re.MULTILINE)
    )
    assert kinds == {subtype}
    shown = (EXAMPLES / subtype / "message.txt").read_text("utf-8")
    # Each book that holds the text says it again.
    assert "\n".join(dict.fromkeys(warnings)) + "\n" == shown


@pytest.mark.parametrize("subtype", SUBTYPES)
def test_the_mend_gives_no_warning(subtype: str, tmp_path: Path) -> None:
    """What the page says to write instead gives no warning at all."""
    assert build(subtype, "mended", tmp_path).warnings == ()
