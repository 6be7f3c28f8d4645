"""What programs read in the head of a page."""

from __future__ import annotations

import json
from typing import Any

import pytest

from markups import MYST, Markup, both_markups
from projects import Build, Project

BASE = "https://bank.example.org/docs/"


def quiz(build: Build, page: str = "index") -> dict[str, Any]:
    """Return the structured data of a page."""
    (element,) = build.page(page).select('script[type="application/ld+json"]')
    data: dict[str, Any] = json.loads(element.get_text())
    return data


def description(build: Build, page: str = "index") -> list[str]:
    """Return every description of a page."""
    found = build.page(page).select('meta[name="description"]')
    return [str(meta["content"]) for meta in found]


@both_markups
def test_page_of_a_question_is_a_quiz(project: Project, markup: Markup) -> None:
    """The quiz has one flashcard with one answer, and says what it is about."""
    project.configure(html_baseurl=BASE, language="en")
    question = markup.question(
        "PY-001",
        "A *short* answer.",
        "A second paragraph.",
        title="What is it?",
        topics="names, types",
        difficulty="2",
        added="2026-01-02",
        reviewed="2026-03-04",
    )
    project.write(
        {
            markup.file: markup.page(question),
            f"alone.{markup.suffix}": question.replace("PY-001", "PY-002"),
        }
    )
    assert quiz(project.build(), "alone") == {
        "@context": "https://schema.org",
        "@type": "Quiz",
        "name": "What is it?",
        "url": f"{BASE}alone.html",
        "inLanguage": "en",
        "about": [
            {"@type": "Thing", "name": "Python"},
            {"@type": "Thing", "name": "names"},
            {"@type": "Thing", "name": "types"},
        ],
        "educationalLevel": "Beginner",
        "educationalAlignment": [
            {
                "@type": "AlignmentObject",
                "alignmentType": "educationalSubject",
                "targetName": "Python",
            },
            {
                "@type": "AlignmentObject",
                "alignmentType": "educationalLevel",
                "targetName": "Beginner",
            },
        ],
        "dateCreated": "2026-01-02",
        "dateModified": "2026-03-04",
        "hasPart": [
            {
                "@type": "Question",
                "eduQuestionType": "Flashcard",
                "identifier": "PY-002",
                "url": f"{BASE}alone.html#py-002",
                "text": "What is it?",
                "acceptedAnswer": {
                    "@type": "Answer",
                    "text": "A short answer.\n\nA second paragraph.",
                },
            }
        ],
    }


def test_several_questions_are_one_quiz(project: Project) -> None:
    """A page of several questions is one quiz with all of them, and no addresses."""
    project.write(
        {
            "index.md": MYST.page(
                MYST.question("PY-002", level="advanced", reviewed="2026-01-05"),
                MYST.question("PY-001", reviewed="2026-01-02"),
            )
        }
    )
    build = project.build()
    data = quiz(build)
    assert [part["identifier"] for part in data["hasPart"]] == ["PY-002", "PY-001"]
    assert data["educationalLevel"] == ["Advanced", "Beginner"]
    assert data["dateModified"] == "2026-01-05"
    assert "url" not in data
    assert description(build) == []


@pytest.mark.parametrize("index_pages", [True])
def test_other_pages_have_no_quiz(project: Project) -> None:
    """A page that only lists questions has no structured data."""
    project.write({"index.md": MYST.question()})
    build = project.build()
    assert "ld+json" not in build.text("questions/browse/python.html")


def test_structured_data_can_be_switched_off(project: Project) -> None:
    """Without the setting no page has any."""
    project.configure(questions_structured_data=False)
    project.write({"index.md": MYST.question()})
    build = project.build()
    assert "ld+json" not in build.text("index.html")
    assert description(build) == ["The answer."]


def test_description_is_the_beginning_of_the_answer(project: Project) -> None:
    """A page of one question is described by what fits of its answer, escaped."""
    answer = 'It is `"><b>` & more. ' + "And a second sentence that goes on. " * 5
    project.write({"index.md": MYST.question("PY-001", answer)})
    (found,) = description(project.build())
    assert found.startswith('It is "><b> & more. And a second sentence that goes on.')
    assert project.build().page().select("head b") == []
    assert len(found) <= 160


@pytest.mark.parametrize(
    "front", ["---\nmyst:\n  html_meta:\n    description: By hand.\n---\n"]
)
def test_description_of_an_author_wins(project: Project, front: str) -> None:
    """What an author says of a page is not said again."""
    project.write({"index.md": front + MYST.question()})
    assert description(project.build()) == ["By hand."]


def test_page_has_a_canonical_address(project: Project) -> None:
    """A page says where it is published, if the project knows it."""
    project.write({"index.md": MYST.question()})
    assert project.build().page().select('link[rel="canonical"]') == []
    project.configure(html_baseurl=BASE)
    (link,) = project.build().page().select('link[rel="canonical"]')
    assert link["href"] == f"{BASE}index.html"


def test_open_graph_says_the_same(project: Project) -> None:
    """With the extension for Open Graph a question is described there as here."""
    project.configure(
        extensions=["sphinx_questions", "myst_parser", "sphinxext.opengraph"],
        html_baseurl=BASE,
        ogp_site_url=BASE,
        ogp_social_cards={"enable": False},
    )
    title = 'Is `"><b>` &amp; more?'
    project.write({"index.md": MYST.question("PY-001", 'It `"><b>`.', title=title)})
    build = project.build()
    assert build.warnings == ()
    assert description(build) == ['It "><b>.']
    properties = {
        str(meta["property"]): meta["content"]
        for meta in build.page().select("meta[property]")
    }
    assert properties["og:title"] == 'Is "><b> & more?'
    assert properties["og:description"] == 'It "><b>.'
    assert properties["og:url"] == f"{BASE}index.html"
    assert build.page().select("head b") == []
