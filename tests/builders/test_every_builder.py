"""A bank in every builder that Sphinx ships."""

from __future__ import annotations

import zipfile
from html import unescape
from pathlib import Path

import pytest

from bank_of_three import FILES, SENTENCES
from projects import Build, Project

CONF = {
    "extensions": [
        "sphinx_questions",
        "myst_parser",
        "sphinx.ext.doctest",
        "sphinx.ext.mathjax",
    ],
    "version": "1",
    "copyright": "nobody",
    "root_doc": "index",
    "epub_uid": "bank",
    "linkcheck_ignore": [".*"],
    "man_pages": [("index", "bank", "A bank", "", "7")],
    "html_math_renderer": "mathml",
}

#: Builder, and where it writes the text of the bank; None if it writes none.
OUTPUTS = {
    "html": "*.html",
    "dirhtml": "**/*.html",
    "singlehtml": "index.html",
    "epub": "*.epub",
    "latex": "*.tex",
    "text": "*.txt",
    "man": "*.7",
    "texinfo": "*.texi",
    "xml": "*.xml",
    "pseudoxml": "*.pseudoxml",
    "gettext": "*.pot",
    "linkcheck": None,
    "doctest": None,
    "dummy": None,
}


def written(build: Build, pattern: str) -> str:
    """Return the words of all output files, without markup between them."""
    texts = []
    for path in sorted(build.outdir.glob(pattern)):
        if path.suffix == ".epub":
            with zipfile.ZipFile(path) as book:
                texts += [
                    book.read(name).decode()
                    for name in book.namelist()
                    if name.endswith(".xhtml")
                ]
        else:
            texts.append(path.read_text(encoding="utf-8"))
    return " ".join(unescape(" ".join(texts)).replace("\\&", "&").split())


@pytest.mark.parametrize(("builder", "pattern"), OUTPUTS.items())
def test_builder_keeps_every_sentence(
    project: Project, builder: str, pattern: str | None
) -> None:
    """Each builder writes every sentence of every question, without a warning."""
    project.configure(**CONF)
    project.write(FILES)
    build = project.build(builder)
    assert build.warnings == ()
    if pattern:
        text = written(build, pattern)
        assert [s for s in SENTENCES if s not in text] == []


@pytest.mark.parametrize("builder", ["epub", "latex", "text", "man", "texinfo"])
def test_static_output_says_the_facts(project: Project, builder: str) -> None:
    """Where there is no card, a line of text says what its badges would."""
    project.configure(**CONF)
    project.write(FILES)
    pattern = OUTPUTS[builder]
    assert pattern
    text = written(project.build(builder), pattern).replace("\\sphinxhyphen{}", "-")
    text = text.replace("\\-", "-")
    for word in ("PY-BEG-001", "Languages", "Beginner", "Difficulty 2 of 10"):
        assert word in text


def test_singlehtml_nests_headings(project: Project) -> None:
    """On one page, a question's headings stand below those that hold it."""
    project.configure(**CONF)
    project.write(FILES)
    build = project.build("singlehtml")
    card = build.card("PY-BEG-001")
    title = card.find(["h1", "h2", "h3"])
    assert title is not None
    assert title.name == "h2"
    headings = {h.get_text(): h.name for h in card.select(".rubric")}
    assert headings["Explanation"] == "h3"
    assert headings["Hashing"] == "h4"


def test_epub_has_real_headings_and_no_card(project: Project) -> None:
    """An ePub has headings for its readers' navigation, and neither card nor script."""
    project.configure(**CONF)
    project.write(FILES)
    build = project.build("epub")
    page = build.outdir / "python.xhtml"
    text = page.read_text(encoding="utf-8")
    assert "<article" not in text
    assert "tabs.js" not in text
    assert '<h2 class="question-heading rubric"' in text
    assert not list(Path(build.outdir).rglob("tabs.js"))
