"""The card as HTML, before any script."""

from __future__ import annotations

import pytest
from bs4 import Tag

from bank_of_three import FILES
from projects import Build, Project


@pytest.fixture
def bank(project: Project) -> Build:
    """Return the small bank, built."""
    project.configure(html_math_renderer="mathml")
    project.write(FILES)
    build = project.build()
    assert build.warnings == ()
    return build


def words(tag: Tag | None) -> str:
    """Return the text of a tag with single spaces."""
    assert tag is not None
    return " ".join(tag.get_text(" ").split())


def test_card_carries_its_data(bank: Build) -> None:
    """The article names the question, its technology, its level and its difficulty."""
    card = bank.card("PY-BEG-001", "python")
    assert card["id"] == "py-beg-001"
    assert card["data-technology"] == "python"
    assert card["data-level"] == "beginner"
    assert card["data-difficulty"] == "2"


def test_head_says_the_facts(bank: Build) -> None:
    """ID, title, badges, difficulty and topics stand above the answer, in order."""
    card = bank.card("PY-BEG-001", "python")
    parts = [child for child in card.children if isinstance(child, Tag)]
    assert words(parts[0]) == "PY-BEG-001"
    assert parts[1].name == "h1"
    assert words(parts[1]) == "When is a tuple better than a list? ¶"
    assert [words(item) for item in parts[2].find_all("li")] == [
        "Python",
        "Languages",
        "Beginner",
        "Difficulty 2 of 10",
        "data-model",
    ]
    assert "A list can change" in words(parts[3])


def test_permalink_leads_to_the_card(bank: Build) -> None:
    """The ID is a link to the question's own anchor."""
    link = bank.card("PY-BEG-001", "python").select_one("a.question-id")
    assert link is not None
    assert link["href"] == "#py-beg-001"


def test_meter_is_hidden_and_the_words_are_not(bank: Build) -> None:
    """The meter shows two of ten marks; a screen reader hears the words alone."""
    meter = bank.card("PY-BEG-001", "python").select_one(".question-meter")
    assert meter is not None
    assert meter["aria-hidden"] == "true"
    assert len(meter.select("i")) == 10
    assert len(meter.select("i.on")) == 2


def test_sections_have_anchors_and_headings(bank: Build) -> None:
    """Each section has an anchor made of ID and key, and a heading of its level."""
    card = bank.card("PY-BEG-001", "python")
    sections = {
        section["data-section"]: section for section in card.select("section[id]")
    }
    assert list(sections) == [
        "key-points",
        "explanation",
        "example",
        "mistakes",
        "scenario",
        "follow-ups",
        "sources",
        "connections",
    ]
    for key, section in sections.items():
        assert section["id"] == f"py-beg-001-{key}"
        heading = section.select_one(".question-heading")
        assert heading is not None
        assert heading.name == "h2"


def test_tab_sections_stand_together(bank: Build) -> None:
    """The sections declared as tabs, and no others, are in one group."""
    groups = bank.card("PY-BEG-001", "python").select(".question-tabs")
    assert len(groups) == 1
    keys = [section["data-section"] for section in groups[0].select("section")]
    assert keys == ["explanation", "example", "mistakes", "scenario"]


def test_foot_line_sums_up(bank: Build) -> None:
    """The foot line repeats ID, difficulty and level, and dates the review."""
    foot = bank.card("PY-BEG-001", "python").select_one("footer")
    assert words(foot) == (
        "ID PY-BEG-001 Difficulty 2/10 Level Beginner Reviewed 23 November 2026"
    )
    assert foot
    assert foot.select_one('time[datetime="2026-11-23"]')


def test_links_back(bank: Build) -> None:
    """A card names the questions that list it as follow-up, requirement, relation."""

    def connections(id_: str, page: str) -> dict[str, str]:
        names = bank.card(id_, page).select('[data-section="connections"] dt')
        return {words(name): words(name.find_next_sibling("dd")) for name in names}

    assert connections("ML-BEG-001", "learning") == {
        "Know first": "What is a loss?",
        "Follow-up of": "When is a tuple better than a list?",
    }
    assert connections("ML-BEG-002", "learning") == {
        "Needed for": "What is overfitting?",
        "Related": "When is a tuple better than a list?",
    }
    assert connections("PY-BEG-001", "python") == {"Related": "What is a loss?"}


def test_several_cards_below_a_heading(bank: Build) -> None:
    """Questions under a heading are one level deeper, each a card of its own."""
    page = bank.page("learning")
    assert [words(h)[:-2] for h in page.select("article h2:not(.rubric)")] == [
        "What is overfitting?",
        "What is a loss?",
    ]
    heading = page.select_one("#ml-beg-001-explanation .question-heading")
    assert heading is not None
    assert heading.name == "h3"


def test_assets_on_pages_with_a_card_only(bank: Build) -> None:
    """Style and script are loaded where there is a card, and nowhere else."""
    assert "sphinx-questions/tabs.js" in bank.text("python.html")
    assert "sphinx-questions/card.css" in bank.text("python.html")
    assert "sphinx-questions/" not in bank.text("index.html")
    assert (bank.outdir / "_static/sphinx-questions/tabs.js").exists()


@pytest.mark.parametrize("theme", ["basic", "alabaster", "furo"])
def test_the_early_script_is_in_the_head(project: Project, theme: str) -> None:
    """It runs before any part of a card can be painted, whatever the theme."""
    project.configure(html_theme=theme)
    project.write(FILES)
    head = project.build().page("python").head
    assert head is not None
    scripts = [script.get_text() for script in head.find_all("script")]
    assert sum("question-tabs-pending" in script for script in scripts) == 1


def test_a_lone_tab_is_a_section(project: Project) -> None:
    """One section has nothing to change with, so it stands without tabs."""
    project.write(
        {
            "index.md": """
                :::::{question} Why?
                :id: PY-BEG-001
                :technology: python
                :level: beginner

                Because.

                ## Explanation
                It is so.
                :::::
                """
        }
    )
    card = project.build().card("PY-BEG-001")
    assert card.select(".question-tabs") == []
    assert card.select_one("#py-beg-001-explanation") is not None


def test_assets_carry_a_checksum(bank: Build) -> None:
    """A changed script or style gets a new address, so no browser keeps the old."""
    assert "sphinx-questions/tabs.js?v=" in bank.text("python.html")


def test_own_classes_reach_the_card(project: Project) -> None:
    """The class option adds to the classes of the article."""
    project.write(
        {
            "index.md": """
                :::::{question} Why?
                :id: PY-BEG-001
                :technology: python
                :level: beginner
                :class: mine also

                Because.
                :::::
                """
        }
    )
    assert project.build().card("PY-BEG-001")["class"] == ["question", "mine", "also"]


def test_hostile_words_are_text(project: Project) -> None:
    """Markup in titles, topics and labels is written as text."""
    hostile = "<script>alert('x')</script>\"&"
    project.configure(
        questions_technologies={"python": {"label": hostile, "category": hostile}}
    )
    project.write(
        {
            "index.rst": f"""
                .. question:: Is {hostile} safe?
                   :id: PY-BEG-001
                   :level: beginner
                   :topics: {hostile}

                   No.
                """
        }
    )
    card = project.build().card("PY-BEG-001")
    assert card.find("script") is None
    assert words(card.select_one(".question-badge-technology")) == hostile
    assert words(card.select_one(".question-topics")) == hostile
