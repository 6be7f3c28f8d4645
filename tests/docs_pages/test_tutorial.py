"""The tutorial is followed, step by step, from its text."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from docs_examples import Block, blocks, page_text

PAGE = "write-your-own-bank"


class Reader:
    """Somebody who does what the tutorial says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said = ""

    def follow(self, block: Block) -> None:
        """Write the file, change it, type the command, or compare what it said."""
        if block.caption and block.language == "diff":
            path = self.folder / block.caption
            (old,) = re.findall(r"^-(.*)$", block.text, re.MULTILINE)
            (new,) = re.findall(r"^\+(.*)$", block.text, re.MULTILINE)
            text = path.read_text("utf-8")
            assert text.count(old) == 1
            path.write_text(text.replace(old, new), "utf-8")
        elif block.caption:
            path = self.folder / block.caption
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, "utf-8")
        elif block.language == "text":
            assert self.said == block.text
            self.said = ""
        else:
            self.type(block.text)

    def type(self, console: str) -> None:
        """Run the commands that build and check; what they say is shown next."""
        for line in console.splitlines():
            program, *arguments = shlex.split(line.removeprefix("$ "))
            if arguments[:2] in (["-m", "sphinx"], ["-m", "sphinx_questions"]):
                assert program == "python"
                assert not self.said, f"not shown on the page: {self.said}"
                run = subprocess.run(  # noqa: S603 – commands from our own page
                    [sys.executable, "-W", "ignore", *arguments],
                    cwd=self.folder, capture_output=True, text=True,
                    encoding="utf-8", check=True,
                )  # fmt: skip
                said = re.sub(r"\x1b\[[0-9;]*m", "", run.stdout + run.stderr)
                self.said = said.replace(str(self.folder.resolve()), "…")


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a reader who has come to the end."""
    reader = Reader(tmp_path_factory.mktemp("tutorial"))
    for block in blocks(PAGE):
        reader.follow(block)
    assert not reader.said, f"not shown on the page: {reader.said}"
    return reader.folder


def test_every_step_is_followed() -> None:
    """No code block of the page is missed by the test."""
    assert len(blocks(PAGE)) == len(
        re.findall(r"^```.+$", page_text(PAGE), re.MULTILINE)
    )


def test_the_site_has_three_questions(bank: Path) -> None:
    """In the end there is a site with the questions and their index pages."""
    site = bank / "build/html"
    assert "3 questions" in (site / "index.html").read_text("utf-8")
    assert (site / "questions/browse/http/senior.html").is_file()
    for id_, other in (("HTTP-001", "HTTP-002"), ("HTTP-002", "HTTP-001")):
        page = (site / f"questions/{id_}.html").read_text("utf-8")
        assert f'href="{other}.html#{other.lower()}"' in page


def test_the_guides_are_where_the_page_says(bank: Path) -> None:
    """There is a PDF and an ePub of the bank and of each technology."""
    names = re.findall(r"`([a-z-]+\.(?:pdf|epub))`", page_text(PAGE))
    assert len(names) == 2
    for name in ("question-bank", "git", "http"):
        assert (bank / f"build/pdf/{name}.pdf").is_file()
        assert (bank / f"build/epub/guides/{name}.epub").is_file()
    for name in names:
        assert list((bank / "build").rglob(name))


def test_the_book_beside_the_guides_is_what_the_page_says(bank: Path) -> None:
    """Sphinx's own book has the name shown, and one entry in its contents."""
    (name,) = re.findall(r"`(build/epub/\w+\.epub)`", page_text(PAGE))
    with zipfile.ZipFile(bank / name) as book:
        assert book.read("nav.xhtml").decode().count("<li>") == 1


def test_the_command_at_the_end_asks_nothing(bank: Path, tmp_path: Path) -> None:
    """The command shown for a new question writes it with nobody to answer."""
    shutil.copytree(bank / "docs", tmp_path / "docs")
    (shown,) = re.findall(r"`sphinx-questions (new [^`]+)`", page_text(PAGE))
    run = subprocess.run(  # noqa: S603 – a command from our own page
        [sys.executable, "-m", "sphinx_questions", *shlex.split(shown)],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    assert run.stdout.strip() == "docs/questions/GIT-002.md"
    assert (tmp_path / "docs/questions/GIT-002.md").is_file()
