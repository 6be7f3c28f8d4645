"""A question in another file is the same question."""

from __future__ import annotations

from pathlib import Path

from bank_of_three import FILES
from projects import Build, Project


def links(build: Build, page: str = "links") -> list[str]:
    """Return the addresses of the links in the text of a page."""
    found = build.page(page).select("[role=main] p a[href]")
    return [str(link["href"]) for link in found]


def test_moved_to_another_file(tmp_path: Path) -> None:
    """Links by ID and by label, lists and short addresses follow, here and abroad."""
    bank = Project(tmp_path / "bank", pages=True)
    other = Project(tmp_path / "other", pages=True)
    index = FILES["index.md"].replace("python\n", "python\n        links\n")
    text = "# Links\n\n{question}`PY-BEG-001`, {ref}`py-beg-001`, [](#py-beg-001).\n"
    bank.configure(questions_short_addresses="q")
    bank.write({**FILES, "index.md": index, "links.md": text})
    build = bank.build()
    assert links(build) == ["python.html#py-beg-001"] * 3
    other.configure(
        extensions=["myst_parser", "sphinx.ext.intersphinx"],
        intersphinx_mapping={
            "bank": ("https://b.example", str(build.outdir / "objects.inv"))
        },
    )
    other.write(
        {
            "links.md": "# L\n\n{ref}`py-beg-001`\n",
            "index.md": "# Home\n\n```{toctree}\nlinks\n```\n",
        }
    )
    assert links(other.build()) == ["https://b.example/python.html#py-beg-001"]

    (bank.source / "far" / "away").mkdir(parents=True)
    (bank.source / "python.md").rename(bank.source / "far/away/snake.md")
    bank.write({"index.md": index.replace("python", "far/away/snake")})
    build = bank.build()
    assert build.warnings == ()
    assert links(build) == ["far/away/snake.html#py-beg-001"] * 3
    related = build.card("ML-BEG-002", "learning").select_one("a[href*=snake]")
    assert related is not None
    assert "../far/away/snake.html#py-beg-001" in build.text("q/PY-BEG-001.html")
    previews = build.text("_static/sphinx-questions/previews.js")
    assert '"far/away/snake.html#py-beg-001"' in previews
    listed = build.page("questions/browse/python").select("a[href*='#py-beg-001']")
    assert [str(link["href"]) for link in listed] == [
        "../../far/away/snake.html#py-beg-001"
    ]
    build = other.build(fresh=True)
    assert build.warnings == ()
    assert links(build) == ["https://b.example/far/away/snake.html#py-beg-001"]
