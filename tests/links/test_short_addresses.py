"""Short addresses: a tiny page for each ID."""

from __future__ import annotations

import re
from typing import Final

import pytest
from sphinx.errors import ConfigError

from bank_of_three import FILES
from projects import Project

SHORT: Final = {"questions_short_addresses": "q"}
IDS: Final = ("ML-BEG-001", "ML-BEG-002", "PY-BEG-001", "PY-BEG-009")


@pytest.mark.parametrize(
    ("builder", "file", "address"),
    [
        ("html", "q/{}.html", "../python.html#py-beg-001"),
        ("dirhtml", "q/{}/index.html", "../../python/#py-beg-001"),
    ],
)
def test_a_page_for_each_id(
    project: Project, builder: str, file: str, address: str
) -> None:
    """Every ID, also one given up, has a page that forwards to the question."""
    project.configure(**SHORT, questions_redirects={"PY-BEG-009": "PY-BEG-001"})
    project.write(FILES)
    build = project.build(builder)
    assert build.warnings == ()
    found = [path for path in (build.outdir / "q").rglob("*") if path.is_file()]
    assert sorted(found) == [build.outdir / file.format(id_) for id_ in IDS]
    for id_ in ("PY-BEG-001", "PY-BEG-009"):
        page = build.page(file.format(id_).removesuffix(".html"))
        refresh = page.select_one("meta[http-equiv=refresh]")
        assert refresh is not None
        assert refresh["content"] == f"0; url={address}"
    assert '"q/' not in build.text("searchindex.js")


def test_none_unless_asked_for(project: Project) -> None:
    """Without the setting, and for other builders, there are no such pages."""
    project.write(FILES)
    assert not (project.build().outdir / "q").exists()
    project.configure(**SHORT)
    for builder in ("text", "singlehtml"):
        assert not list(project.build(builder).outdir.rglob("q/*"))


def test_stale_ones_are_removed(project: Project) -> None:
    """Pages of IDs that are gone are removed, and with the last their folder."""
    project.configure(**SHORT)
    project.write(FILES)
    build = project.build()
    own = build.outdir / "q" / "mine.html"
    own.write_text("not ours", encoding="utf-8")
    project.write(
        {
            "python.md": "# Nothing\n",
            "learning.rst": FILES["learning.rst"].replace(":related: PY-BEG-001", ""),
        }
    )
    build = project.build()
    assert build.warnings == ()
    assert sorted(path.name for path in (build.outdir / "q").iterdir()) == [
        "ML-BEG-001.html",
        "ML-BEG-002.html",
        "mine.html",
    ]
    own.unlink()
    project.configure()
    assert not (project.build().outdir / "q").exists()


def test_unchanged_pages_are_left_alone(project: Project) -> None:
    """A build that changes nothing writes none of them again."""
    project.configure(**SHORT)
    project.write(FILES)
    build = project.build()
    times = {p: p.stat().st_mtime_ns for p in (build.outdir / "q").iterdir()}
    project.build()
    assert {p: p.stat().st_mtime_ns for p in times} == times


def test_address_that_a_document_has(project: Project) -> None:
    """A document in that folder keeps its page, and the author is told."""
    project.configure(**SHORT)
    project.write({**FILES, "q/PY-BEG-001.md": "---\norphan: true\n---\n\n# Mine\n"})
    build = project.build()
    (warning,) = build.warnings
    assert warning.startswith("python.md:1: WARNING: the ID 'PY-BEG-001' has no short")
    assert warning.endswith("[questions.id]")
    assert "Mine" in build.text("q/PY-BEG-001.html")


def test_id_that_is_no_file_name(project: Project) -> None:
    """An ID with characters of paths writes no file anywhere."""
    project.configure(
        **SHORT,
        questions_id_pattern=".*",
        suppress_warnings=["questions.id", "questions.anchor"],
    )
    question = ":::{{question}} What?\n:id: {}\n:technology: python\n"
    question += ":level: beginner\n\nSo.\n:::\n"
    ids = ("../../X-1", "A/B", 'A"B', ".hidden", "C-1")
    project.write({"index.md": "# Bank\n\n" + "\n".join(map(question.format, ids))})
    build = project.build()
    assert build.warnings == ()
    assert [p.name for p in (build.outdir / "q").rglob("*")] == ["C-1.html"]
    assert not (project.root / "X-1.html").exists()


@pytest.mark.parametrize("folder", ["", "/q", "../q", "a//b", "q/", "q?"])
def test_wrong_folder(project: Project, folder: str) -> None:
    """What is no folder of the built pages is a configuration error."""
    project.configure(questions_short_addresses=folder)
    project.write({"index.md": "# Home\n"})
    message = re.escape(f"questions_short_addresses is {folder!r}; write a folder")
    with pytest.raises(ConfigError, match=message):
        project.build()
