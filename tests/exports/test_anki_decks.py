"""The builder ``anki``: what decks hold, and that they stay what they are."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from docutils import nodes
from sphinx.errors import ConfigError

import bank_of_everything
from decks import Package, question, rendered, touch
from projects import Project
from sphinx_questions.exports.anki import note_type
from sphinx_questions.exports.anki.identity import deck_id, guid, note_type_id
from sphinx_questions.exports.anki.note_type import FIELDS, STYLE, templates
from sphinx_questions.source.tree import questions_in

INDEX = """
    # Bank

    ```{toctree}
    :glob:

    q/*
    ```
    """


def bank(project: Project, *ids: str, **conf: object) -> Project:
    """Write a question a file, as long ago as all tests do."""
    project.configure(**conf)
    project.write({"index.md": INDEX, **{f"q/{id_}.md": question(id_) for id_ in ids}})
    touch(project)
    return project


def built(project: Project, name: str = "question-bank", **options: Any) -> Package:  # noqa: ANN401
    """Build and return a deck."""
    build = project.build("anki", **options)
    assert build.warnings == ()
    return Package(build.outdir / f"{name}.apkg")


@pytest.fixture
def everything(project: Project) -> Project:
    """Return the bank that uses everything."""
    project.configure(**bank_of_everything.CONF)
    project.write(bank_of_everything.FILES)
    touch(project)
    return project


def test_every_sentence_is_on_the_back(everything: Project) -> None:
    """All that an author wrote in a question stands on the back of its card."""
    build = everything.build("anki")
    package = Package(build.outdir / "question-bank.apkg")
    for docname, id_ in (("myst", "PY-001"), ("rest", "PY-002")):
        (root,) = questions_in(build.doctree(docname))
        page = BeautifulSoup(package.notes[id_].back, "html.parser")
        for number in page.select(".linenos"):
            number.decompose()
        back = "".join(page.get_text().split())
        for text in root.findall(nodes.Text):
            if _is_shown(text):
                assert "".join(text.astext().split()) in back
    words = "".join(note.text for note in package.notes.values())
    assert [word for word in bank_of_everything.WORDS if word not in words] == []


def _is_shown(text: nodes.Text) -> bool:
    """Return whether a text is neither on the front nor written in another way."""
    elsewhere = (nodes.title, nodes.math, nodes.math_block, nodes.Invisible)
    node: nodes.Node | None = text
    while node is not None:
        if isinstance(node, nodes.reference) and node.get("refuri") == text.astext():
            return False  # the link of a card, which its title becomes
        if isinstance(node, elsewhere) or "pending_xref" in type(node).__name__:
            return isinstance(node.parent, nodes.topic)
        if isinstance(node, nodes.Element) and {
            "question-facts",
            "only",
            "glossary",
        } & {*node["classes"], node.tagname}:
            return False
        node = node.parent
    return True


def test_front_asks_and_says_what_is_asked(everything: Project) -> None:
    """The front has the question with its markup, and the badges; nothing more."""
    package = built(everything)
    page = BeautifulSoup(rendered(package, "PY-001"), "html.parser")
    front = page.select_one(".sq-front")
    assert front is not None
    assert front.select_one("code") is not None
    assert front.select_one("strong") is not None
    badges = [badge.get_text() for badge in front.select(".sq-badge")]
    assert badges == ["PY-001", "Python", "Beginner", "Difficulty 2 of 10"]
    assert "alphaanswer" not in front.get_text()


def test_key_points_are_open_and_the_rest_is_folded(everything: Project) -> None:
    """Behind the answer stand the key points; other sections open at a touch."""
    page = BeautifulSoup(rendered(built(everything), "PY-001"), "html.parser")
    back = page.select_one(".sq-back")
    assert back is not None
    assert [h.get_text() for h in back.select("h2")] == ["Key points"]
    folded = [summary.get_text() for summary in back.select("details > summary")]
    assert folded == [
        "Explanation",
        "Example",
        "Mistakes",
        "Scenario",
        "Follow-up questions",
        "Sources",
    ]
    notes = back.select_one(".sq-notes")
    assert notes is not None
    assert "indiafootnote" in notes.get_text()


def test_subdecks_tags_and_order(project: Project) -> None:
    """Cards lie by technology and level, come in reading order, and have tags."""
    project.configure(
        questions_technologies={"b": {"label": "B::side & <so>"}, "a": {"label": "A"}},
    )
    project.write(
        {
            "index.md": """
        # Bank

        :::::{question} One?
        :id: A-001
        :technology: a
        :level: advanced
        :difficulty: 8
        :topics: big data, mlops

        One.
        :::::

        :::::{question} Two?
        :id: A-002
        :technology: a
        :level: beginner

        Two.
        :::::

        :::::{question} Three?
        :id: B-001
        :technology: b
        :level: beginner
        :difficulty: 1

        Three.
        :::::
        """
        }
    )
    package = built(project)
    assert {id_: note.deck for id_, note in package.notes.items()} == {
        "B-001": "Bank::B:side & <so>::Beginner",
        "A-002": "Bank::A::Beginner",
        "A-001": "Bank::A::Advanced",
    }
    assert [(note.place) for note in package.notes.values()] == [1, 2, 3]
    assert package.notes["A-001"].tags == (
        "topic::big-data",
        "topic::mlops",
        "difficulty::8",
    )
    assert package.notes["A-002"].tags == ()


def test_a_deck_a_guide(project: Project) -> None:
    """Each guide in full is a deck; cards have one place in all of them."""
    guides = [
        {"name": "all"},
        {"name": "easy", "level": "beginner"},
        {"name": "own", "title": "My words"},
        {"name": "to-ask", "form": "interviewer"},
    ]
    bank(project, "PY-001", questions_guides=guides)
    build = project.build("anki")
    names = sorted(path.name for path in build.outdir.glob("*.apkg"))
    assert names == ["all.apkg", "easy.apkg", "own.apkg"]
    places = {
        name: Package(build.outdir / f"{name}.apkg").notes["PY-001"].deck
        for name in ("all", "easy", "own")
    }
    assert places == {
        "all": "Bank::Python::Beginner",
        "easy": "Bank::Python::Beginner",
        "own": "My words::Python::Beginner",
    }


def test_deck_of_a_guide_that_is_gone(project: Project) -> None:
    """A deck whose guide is declared no more is removed, with its text file."""
    guides = [{"name": "all"}, {"name": "easy", "level": "beginner"}]
    bank(project, "PY-001", questions_guides=guides)
    build = project.build("anki")
    project.configure(questions_guides=guides[:1])
    project.build("anki")
    names = {path.name for path in build.outdir.iterdir()}
    assert names == {".guides", "_static", "all.apkg", "all.txt"}


def test_guide_without_questions(project: Project) -> None:
    """A declared guide that selects nothing is an error that names it."""
    guides = [{"name": "hard", "level": "advanced"}]
    bank(project, "PY-001", questions_guides=guides)
    with pytest.raises(ConfigError, match="guide 'hard'"):
        project.build("anki")


def test_formulas_are_for_mathjax(everything: Project) -> None:
    """Formulas stand as their LaTeX between the marks that Anki knows."""
    note = built(everything).notes["PY-001"]
    assert r"\(a_i^2\)" in note.fields["Answer"]
    assert r"\[\sum_{i=1}^{n} x_i = \frac{a}{b}\]" in note.fields["More"]
    assert r"\[\begin{align}" in note.fields["More"]
    assert "a &amp;= b" in note.fields["More"]
    assert "<math" not in note.back


def test_lines_of_a_formula_get_an_environment(project: Project) -> None:
    """Lines and columns of a formula are set as such, where LaTeX needs more for it."""
    more = "\n$$\na &= b \\\\\nc &< d\n$$\n"
    bank(project, "PY-001")
    project.write({"q/PY-001.md": question("PY-001", more)})
    answer = built(project).notes["PY-001"].fields["Answer"]
    assert "\\[\\begin{split}a &amp;= b \\\\\nc &amp;&lt; d\\end{split}\\]" in answer


def test_broken_formula_is_told_of_once(project: Project) -> None:
    """A broken formula is a warning; a command that MathJax may know is none."""
    text = question("PY-001", "A $\\frac{30}{f$ and $\\ce{H2O}$.")
    bank(project, "PY-001")
    project.write({"q/PY-001.md": text})
    (warning,) = project.build("anki").warnings
    assert warning.startswith("q/PY-001.md:")
    assert r"WARNING: the formula '\frac{30}{f' " in warning
    assert "is broken: its braces do not balance" in warning
    assert warning.endswith("[questions.math]")


def test_words_of_anki_are_words(project: Project) -> None:
    """What Anki would take for a formula, a sound or a picture is shown as it is."""
    words = (
        r"Text \\(x\\) and \\[y\\], [sound:a.mp3], [latex]z[/latex], [\$]w[/\$], "
        "{{c1::hidden}}, {{Answer}} and \\<script>alert(1)\\</script>; "
        "`[sound:b.mp3]`."
    )
    bank(project, "PY-001")
    project.write({"q/PY-001.md": question("PY-001", "\n" + words)})
    note = built(project).notes["PY-001"]
    for tag in (r"\(", r"\[", "[sound", "[latex]", "[/latex]", "[$]", "<script"):
        assert tag not in note.back
    assert (
        r"Text \(x\) and \[y\], [sound:a.mp3], [latex]z[/latex], [$]w[/$], "
        r"{{c1::hidden}}, {{Answer}} and <script>alert(1)</script>; [sound:b.mp3]."
    ) in note.text


def test_links_lead_to_the_web_or_nowhere(project: Project) -> None:
    """A card has links to the hosted pages; no link into a folder that is not there."""
    more = "\n## Follow-ups\n- {question}`PY-002`\n"
    bank(project, "PY-001", "PY-002")
    project.write({"q/PY-001.md": question("PY-001", more)})
    note = built(project).notes["PY-001"]
    assert "<a " not in note.back
    assert "What is PY-002?" in note.text
    project.configure(html_baseurl="https://example.org/b/")
    note = built(project).notes["PY-001"]
    assert 'href="https://example.org/b/q/PY-002.html#py-002"' in note.back
    assert note.fields["Page"] == "https://example.org/b/q/PY-001.html#py-001"


def test_neighbours_are_not_on_the_card(project: Project) -> None:
    """A new question that requires another does not change the card of that one."""
    bank(project, "PY-001")
    before = built(project).notes["PY-001"]
    needs = question("PY-002").replace(":level:", ":requires: PY-001\n:level:")
    project.write({"q/PY-002.md": needs})
    assert built(project).notes["PY-001"].fields == before.fields


def test_pictures_have_names_of_their_own(project: Project) -> None:
    """Pictures of one name in two folders arrive both, in the decks that show them."""
    guides = [{"name": "all"}, {"name": "one", "topics": "x"}]
    bank(project, "PY-001", "PY-002", questions_guides=guides)
    for folder in ("a", "b"):
        svg = bank_of_everything.SVG.replace("#8ab", f"#{folder * 3}")
        project.write({f"{folder}/picture.svg": svg})
    for id_, folder in (("PY-001", "a"), ("PY-002", "b")):
        more = f"\n![A box](</{folder}/picture.svg>)"
        text = question(id_, more)
        if folder == "a":
            text = text.replace(":level:", ":topics: x\n:level:")
        project.write({f"q/{id_}.md": text})
    package = built(project, "all")
    assert len(package.media) == 2
    for id_, note in package.notes.items():
        image = BeautifulSoup(note.back, "html.parser").img
        assert image is not None
        colour = b"#aaa" if id_ == "PY-001" else b"#bbb"
        assert colour in package.media[str(image["src"])]
        assert "/" not in str(image["src"])
    one = Package(project.root / "anki/one.apkg")
    assert [*one.media] == [name for name in package.media if name in one.media]
    assert len(one.media) == 1
    folder_of_all = project.root / "anki/media"
    assert sorted(p.name for p in folder_of_all.iterdir()) == sorted(package.media)


def test_code_has_colours_by_day_and_by_night(everything: Project) -> None:
    """Code has classes, and the note type colours for them in both modes."""
    package = built(everything)
    css = package.note_type["css"]
    assert '<span class="k">def</span>' in package.notes["PY-001"].back
    assert "\n.highlight .k " in css
    assert "\n.nightMode .highlight .k, .night_mode .highlight .k " in css
    assert "url(" not in css
    assert "@import" not in css


def test_same_bank_same_bytes(everything: Project, tmp_path: Path) -> None:
    """Another build, serial or not, in another folder, writes the same bytes."""
    first = everything.build("anki").outdir
    again = everything.build("anki", fresh=True, jobs=2, out="again").outdir
    other = Project(tmp_path / "elsewhere")
    shutil.rmtree(other.source)
    shutil.copytree(everything.source, other.source)
    third = other.build("anki").outdir
    for name in ("question-bank.apkg", "question-bank.txt", "python.apkg"):
        if (first / name).exists():
            assert (again / name).read_bytes() == (first / name).read_bytes()
            assert (third / name).read_bytes() == (first / name).read_bytes()
    assert (first / "question-bank.apkg").exists()


def test_bytes_do_not_name_the_library(project: Project) -> None:
    """The version of SQLite that wrote the deck is not in it."""
    build = bank(project, "PY-001").build("anki")
    with zipfile.ZipFile(build.outdir / "question-bank.apkg") as archive:
        header = archive.read("collection.anki2")[:100]
    assert int.from_bytes(header[96:]) == 3_040_000


def test_shares_the_environment_of_a_site(everything: Project) -> None:
    """Built behind a site with its doctrees, a deck is what it is alone."""
    everything.configure(**bank_of_everything.CONF, questions_json=False)
    everything.build("html")
    behind = everything.build("anki", out="behind")
    alone = everything.build("anki", doctrees="own", out="alone")
    assert behind.warnings == alone.warnings == ()
    assert len(behind.text("question-bank.txt").splitlines()) == 9
    name = "question-bank.apkg"
    assert (behind.outdir / name).read_bytes() == (alone.outdir / name).read_bytes()


def test_identity_never_changes() -> None:
    """The numbers that readers' collections hold stay what they are."""
    assert guid("Bank", "PY-001") == "014460ae47f342030c1d"
    assert note_type_id("Bank") == 1_545_349_624
    assert deck_id("Bank::Python") == 1_335_586_858
    assert FIELDS == (
        "ID",
        "Question",
        "Badges",
        "Answer",
        "Key points",
        "More",
        "Page",
    )


def test_identity_is_the_id_and_the_bank(project: Project) -> None:
    """Neither title, file nor deck make a note another one; the namespace does."""
    bank(project, "PY-001")
    before = built(project).notes["PY-001"].guid
    (project.source / "q/PY-001.md").unlink()
    moved = question("PY-001").replace("What is", "Why")
    project.write({"q/moved.md": moved.replace("beginner", "advanced")})
    assert built(project).notes["PY-001"].guid == before
    project.configure(project="Renamed", questions_anki_namespace="Bank")
    package = built(project)
    assert package.notes["PY-001"].guid == before
    assert package.notes["PY-001"].deck.startswith("Renamed::")
    project.configure(project="Renamed")
    assert built(project).notes["PY-001"].guid != before


def test_empty_namespace(project: Project) -> None:
    """A namespace of no letters is an error that says what to write."""
    bank(project, "PY-001", questions_anki_namespace=" ")
    with pytest.raises(ConfigError, match="questions_anki_namespace is ' '; write"):
        project.build("anki")


def test_a_new_style_is_newer() -> None:
    """Whoever changes what a note type holds says when, or nobody gets it.

    If this fails, set CHANGED in note_type.py to today and the digest here anew.
    """
    parts = (*FIELDS, *templates("en"), STYLE.read_text(encoding="utf-8"))
    digest = hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()
    assert (note_type.CHANGED, digest) == (1_795_564_800, "e6b7b3a548c4daac")
