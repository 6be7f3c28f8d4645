"""The example of the docs: a bank, and other docs that link to it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from bs4 import BeautifulSoup
from sphinx.cmd.build import build_main

EXTEND: Final = Path(__file__).parents[2] / "docs" / "extend"
#: The bank that the docs of the example link to.
BANK: Final = Path(__file__).parent / "git_bank"
HOME: Final = "https://questions.example.org/"


def test_other_docs(tmp_path: Path) -> None:
    """What the docs show builds without a warning, and its links lead to the bank."""
    shutil.copytree(BANK, tmp_path / "git-bank")
    shutil.copytree(EXTEND / "other-docs", tmp_path / "other-docs")
    bank, docs = tmp_path / "git-bank", tmp_path / "other-docs"
    assert build_main(["-q", "-W", "-n", str(bank), str(tmp_path / "bank")]) == 0
    # The bank is not on the web: its inventory is taken from the disk.
    conf = docs / "conf.py"
    inventory = str(tmp_path / "bank" / "objects.inv")
    text = conf.read_text(encoding="utf-8")
    assert text.count(f'"{HOME}", None') == 1
    conf.write_text(text.replace("None)", f"{inventory!r})"), encoding="utf-8")
    assert build_main(["-q", "-W", "-n", str(docs), str(tmp_path / "docs")]) == 0
    page = BeautifulSoup((tmp_path / "docs/index.html").read_text(), "html.parser")
    links = [
        (str(link["href"]).removeprefix(HOME), link.get_text())
        for link in page.select(f'[role=main] a[href^="{HOME}"]')
    ]
    question = "questions/GIT-001.html#git-001"
    title = "What is the difference between git merge and git rebase?"
    assert links == [
        (question, title),
        ("questions/browse/git.html#index-git", "all of it"),
        ("questions/browse/topics.html#topic-history", "history"),
        (question, title),
        (question, "merge and rebase"),
    ]
