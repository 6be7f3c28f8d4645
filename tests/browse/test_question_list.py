"""Lists of questions in any document: what is shown, where, and what is refused."""

from __future__ import annotations

import zipfile
from typing import Final

import pytest
from bs4 import BeautifulSoup, Tag

from bank_to_browse import ANSWERS, DOCUMENTS, ids_in, project_at, words
from markups import MYST, REST, Markup, both_markups, complaint
from projects import Build, Project

#: Heading of a list on its page, and the options of the list.
LISTS: Final = {
    "list": {"level": "advanced", "technology": "python"},
    "table": {"show": "table", "technology": "machine-learning"},
    "cards": {"show": "cards", "topics": "typing", "sort": "-difficulty"},
    "answers": {"show": "answers", "requires": "PY-ADV-001, ML-BEG-001"},
    "by-technology": {"show": "answers", "group-by": "technology"},
    "by-level": {"show": "answers", "group-by": "level", "sort": "-id"},
    "by-topic": {"show": "answers", "group-by": "topic"},
    "limited": {"show": "answers", "sort": "title", "limit": "2"},
    "empty": {"level": "intermediate"},
    "own-empty": {"technology": "go", "empty": "Write <one> & be first."},
    "classes": {"class": "wide tall", "group-by": "level"},
}


def lists(markup: Markup) -> str:
    """Return a page with every list, each under its heading."""
    blocks = []
    for name, options in LISTS.items():
        directive = markup.directive("question-list", "", "", options=options)
        blocks += [markup.heading(name.replace("-", " ")), directive]
    return markup.page(*blocks, title="Lists")


def written(project: Project) -> Project:
    """Return the project with the page of lists in both markups."""
    project.write({"myst.md": lists(MYST), "rest.rst": lists(REST)})
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a bank with every list, in both markups. Tests only build it."""
    folder = tmp_path_factory.mktemp("lists")
    return written(project_at(folder, "questions/browse/index", "myst", "rest"))


@pytest.fixture(scope="module")
def build(project: Project) -> Build:
    """Return the bank as HTML."""
    return project.build()


@pytest.fixture(params=["myst", "rest"])
def page(request: pytest.FixtureRequest, build: Build) -> BeautifulSoup:
    """Return the page of lists in each markup."""
    return build.page(str(request.param))


def part(page: BeautifulSoup, name: str) -> Tag:
    """Return the part of a page below a heading."""
    found = page.select_one(f"section#{name}")
    assert found is not None, name
    return found


def targets(tag: Tag) -> list[str]:
    """Return where the links to questions in a part lead, in order."""
    links = tag.select("a.internal[href*='#']")
    return [str(link["href"]) for link in links]


def pages_of(*ids: str) -> list[str]:
    """Return the addresses of questions, seen from the top folder."""
    return [f"{DOCUMENTS[id_]}.html#{id_.lower()}" for id_ in ids]


def test_no_form_is_worth_a_warning(build: Build) -> None:
    """Every form of list builds as HTML without a warning, in both markups."""
    assert build.warnings == ()


def test_list_is_linked_titles_with_ids(page: BeautifulSoup) -> None:
    """The usual form is a bullet list of titles that link, each with its ID."""
    (bullets,) = part(page, "list").select("ul.question-list")
    assert [words(item) for item in bullets.select("li")] == [
        "Why is a generic type invariant? PY-ADV-002",
        "How does a metaclass work? PY-ADV-003",
        "What does a descriptor do? PY-ADV-001",
    ]
    assert targets(bullets) == pages_of("PY-ADV-002", "PY-ADV-003", "PY-ADV-001")


def test_table_has_a_column_a_field(page: BeautifulSoup) -> None:
    """A table has a header, and a row a question; what is unknown stays empty."""
    (table,) = part(page, "table").select("table.question-list")
    assert [words(cell) for cell in table.select("thead th")] == [
        "ID",
        "Question",
        "Technology",
        "Level",
        "Difficulty",
    ]
    rows = [
        [words(cell) for cell in row.select("td")] for row in table.select("tbody tr")
    ]
    assert rows == [
        ["ML-ADV-001", "What is drift?", "Machine Learning", "Advanced", "9"],
        ["ML-BEG-001", "What is a loss?", "Machine Learning", "Beginner", ""],
    ]
    assert targets(table) == pages_of("ML-ADV-001", "ML-BEG-001")


def test_cards_are_tiles_with_facts(page: BeautifulSoup) -> None:
    """A card has a linked title and the facts in a list."""
    tiles = part(page, "cards").select(".question-list > .question-tile")
    assert [words(tile.select_one("a")) for tile in tiles] == [
        "What does a descriptor do?",
        "Why is a generic type invariant?",
    ]
    facts = tiles[1].select(".question-row-facts > li")
    assert [words(fact) for fact in facts] == [
        "PY-ADV-002",
        "Python",
        "Advanced",
        "6/10",
        "typing · data model",
    ]
    assert targets(part(page, "cards")) == pages_of("PY-ADV-001", "PY-ADV-002")


def test_answers_open_in_their_row(page: BeautifulSoup) -> None:
    """A row has title, facts, and the answer in a details element that is closed."""
    rows = part(page, "answers").select(".question-list > .question-row")
    assert [row["data-question-id"] for row in rows] == ["PY-ADV-002", "ML-ADV-001"]
    details = rows[0].select_one("details")
    assert details is not None
    assert not details.has_attr("open")
    assert words(details.select_one("summary")) == "Answer"
    assert words(details.select_one("p")) == ANSWERS["PY-ADV-002"]


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        (
            "by-technology",
            {
                "Python": ["PY-BEG-001", "PY-ADV-002", "PY-ADV-003", "PY-ADV-001"],
                "Machine Learning": ["ML-ADV-001", "ML-BEG-001"],
            },
        ),
        (
            "by-level",
            {
                "Beginner": ["PY-BEG-001", "ML-BEG-001"],
                "Advanced": ["PY-ADV-003", "PY-ADV-002", "PY-ADV-001", "ML-ADV-001"],
            },
        ),
        (
            "by-topic",
            {
                "data model": ["PY-BEG-001", "PY-ADV-002"],
                "typing": ["PY-ADV-002", "PY-ADV-001"],
                "Others": ["PY-ADV-003", "ML-ADV-001", "ML-BEG-001"],
            },
        ),
    ],
)
def test_groups_stand_as_declared(
    page: BeautifulSoup, name: str, groups: dict[str, list[str]]
) -> None:
    """Groups have a heading, the order of conf.py, and their questions in order.

    A question with several topics stands in each; what has no value comes last; a
    group without questions is left out.
    """
    headings = part(page, name).select(".question-group")
    assert [words(heading) for heading in headings] == list(groups)
    found = [ids_in(heading.find_next_sibling("div")) for heading in headings]
    assert found == list(groups.values())


def test_group_headings_stand_below_the_section(page: BeautifulSoup) -> None:
    """The heading of a group is one level below that of its section."""
    section = part(page, "by-level")
    title, group = section.find("h2"), section.select_one(".question-group")
    assert title is not None
    assert group is not None
    assert group.name == "h3"


def test_limit_and_sort(page: BeautifulSoup) -> None:
    """The first questions in the order asked for are shown, and no more."""
    assert ids_in(part(page, "limited")) == ["PY-ADV-003", "PY-ADV-001"]


def test_empty_list_says_so(page: BeautifulSoup) -> None:
    """A list that finds nothing says so, in the author's words if there are any."""
    usual, own = part(page, "empty"), part(page, "own-empty")
    assert words(usual.select_one("p.question-list-empty")) == "No questions yet."
    assert words(own.select_one("p.question-list-empty")) == "Write <one> & be first."
    for section in (usual, own):
        assert section.select("ul, table, .question-group") == []


def test_classes_are_those_of_the_lists(page: BeautifulSoup) -> None:
    """Every list of a directive has the author's classes, and no heading has them."""
    section = part(page, "classes")
    bullets = section.select("ul")
    assert len(bullets) == 2
    assert all({"question-list", "wide", "tall"} <= {*b["class"]} for b in bullets)
    assert section.select(".question-group.wide, .question-group.question-list") == []


def test_list_as_text(project: Project) -> None:
    """As text, a list, a table whose columns can be read, and answers are there."""
    build = project.build("text")
    assert build.warnings == ()
    text = build.text("myst.txt")
    assert text.split("\n", 3)[3] == build.text("rest.txt").split("\n", 3)[3]
    assert "* How does a metaclass work? PY-ADV-003" in text
    assert "| ML-ADV-001 | What is drift?  | Machine Learning | Advanced" in text
    assert "PY-ADV-002 · Python · Advanced · Difficulty 6 of 10 · typing" in text
    assert text.count(ANSWERS["ML-BEG-001"]) == 3
    assert "Write <one> & be first." in text


def test_list_as_latex(project: Project) -> None:
    """As LaTeX, titles are links to the questions, and tables and answers are set."""
    build = project.build("latex")
    assert build.warnings == ()
    text = build.text("bank.tex").replace("\\sphinxhyphen{}", "-")
    _before, lists_, *_after = text.split("\\chapter{Lists}")
    link = "\\hyperref[\\detokenize{python/PY-ADV-003:py-adv-003}]"
    # In six of the lists that find it, and once more in a group of its topic.
    assert lists_.count(link) == 6
    assert "\\begin{tabular" in lists_
    assert ANSWERS["ML-BEG-001"] in lists_


def test_list_as_epub(project: Project) -> None:
    """In an ePub the links lead to its own pages, and answers are not hidden."""
    build = project.build("epub")
    assert build.warnings == ()
    with zipfile.ZipFile(build.outdir / "Bank.epub") as book:
        names = book.namelist()
        page = BeautifulSoup(book.read("myst.xhtml"), "html.parser")
    assert page.select("details") == []
    assert ANSWERS["PY-ADV-002"] in words(part(page, "answers"))
    for target in targets(part(page, "list")):
        assert target.partition("#")[0] in names


WRONG: Final = (
    (
        {"technology": "pyton"},
        (
            ":technology: is 'pyton'; write one of 'python', 'machine-learning'. Did "
            "you mean 'python'?"
        ),
    ),
    (
        {"level": "expert"},
        ":level: is 'expert'; write one of 'beginner', 'intermediate', 'advanced'.",
    ),
    (
        {"difficulty": "hard"},
        (
            ":difficulty: is 'hard'; write a number from 1 to 10, a range such as "
            "7-9, or a bound such as >=7"
        ),
    ),
    (
        {"sort": "titel"},
        (
            ":sort: is 'titel'; write one of 'difficulty', 'id', 'title', 'reviewed'. "
            "Did you mean 'title'?"
        ),
    ),
    ({"limit": "all"}, ":limit: is 'all'; write a whole number above 0"),
    (
        {"show": "grid"},
        ":show: is 'grid'; write one of 'list', 'table', 'cards', 'answers'.",
    ),
    (
        {"group-by": "topics"},
        (
            ":group-by: is 'topics'; write one of 'technology', 'level', 'topic'. Did "
            "you mean 'topic'?"
        ),
    ),
    (
        {"tecnology": "python"},
        (
            "unknown option 'tecnology'; write one of 'technology', 'level', "
            "'topics', 'difficulty', 'ids', 'requires', 'sort', 'limit', 'group-by', "
            "'show', 'empty', 'class', 'bank'. Did you mean 'technology'?"
        ),
    ),
)


@pytest.fixture(scope="module", params=[MYST, REST], ids=["myst", "rest"])
def wrong(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Markup, str, Build]:
    """Return a page of wrong queries, as text and built, in each markup."""
    markup: Markup = request.param
    queries = [
        markup.directive("question-list", "", "", options=options)
        for options, _message in WRONG
    ]
    page = markup.page(markup.question(), "Before.", *queries, "After.")
    project = Project(tmp_path_factory.mktemp("wrong"), pages=True)
    project.write({markup.file: page})
    return markup, page, project.build()


def test_wrong_query_is_reported(wrong: tuple[Markup, str, Build]) -> None:
    """A wrong query is a warning with file, line, and the values it accepts."""
    markup, page, build = wrong
    lines = [
        number
        for number, line in enumerate(page.splitlines(), 1)
        if "question-list" in line
    ]
    assert build.warnings == tuple(
        complaint(f"{markup.file}:{line}", f"question-list: {message}", "query")
        for line, (_options, message) in zip(lines, WRONG, strict=True)
    )


def test_wrong_query_shows_no_list(wrong: tuple[Markup, str, Build]) -> None:
    """Where a wrong query stands there is no list, neither empty nor of everything."""
    _markup, _page, build = wrong
    body = build.page().select_one("[role=main]")
    assert body is not None
    assert body.select("[class*=question-list]") == []
    assert "Before. After." in words(body)


UNKNOWN: Final = (
    (
        {"topics": "typing, typng"},
        ":topics: is 'typng'; write one of 'typing'. Did you mean 'typing'?",
    ),
    (
        {"ids": "PY-001, PY-404"},
        ":ids: names 'PY-404', which is no question's ID. Did you mean 'PY-001'?",
    ),
    ({"requires": "ZZ"}, ":requires: names 'ZZ', which is no question's ID."),
)


@both_markups
def test_what_no_question_has_is_reported(project: Project, markup: Markup) -> None:
    """A topic or ID that no question has is a warning; what is known is shown.

    It is reported by every builder that shows the list.
    """
    queries = [
        markup.directive("question-list", "", "", options=options)
        for options, _message in UNKNOWN
    ]
    page = markup.page(markup.question(topics="typing"), *queries)
    fresh = Project(project.root / f"unknown-{markup.suffix}", pages=True)
    fresh.write({markup.file: page})
    lines = [
        number
        for number, line in enumerate(page.splitlines(), 1)
        if "question-list" in line
    ]
    expected = tuple(
        complaint(f"{markup.file}:{line}", f"question-list: {message}", "query")
        for line, (_options, message) in zip(lines, UNKNOWN, strict=True)
    )
    build = fresh.build()
    assert build.warnings == expected
    assert len(build.page().select("ul.question-list > li")) == 2
    assert fresh.build("text").warnings == expected


@both_markups
def test_query_can_be_silenced(project: Project, markup: Markup) -> None:
    """The warnings have a name by which a project silences them."""
    fresh = Project(project.root / f"silent-{markup.suffix}", pages=True)
    fresh.configure(suppress_warnings=["questions.query"])
    options = {"level": "expert"}
    wrong = markup.directive("question-list", "", "", options=options)
    unknown = markup.directive("question-list", "", "", options={"ids": "ZZ-404"})
    fresh.write({markup.file: markup.page(markup.question(), wrong, unknown)})
    assert fresh.build().warnings == ()


@pytest.mark.parametrize("value", [">=2", ">2"])
def test_options_that_markdown_cannot_read(project: Project, value: str) -> None:
    """A list whose options mean nothing to YAML is no list of everything."""
    asked = MYST.directive("question-list", "", "", options={"difficulty": value})
    project.write({"index.md": MYST.page(MYST.question(), asked)})
    build = project.build()
    (warning,) = [w for w in build.warnings if "questions.query" in w]
    assert warning.endswith(
        "question-list: its options could not be read; put a value that begins with a "
        'sign such as > or | in quotes, as in :difficulty: ">=7" [questions.query]'
    )
    assert build.page().select("[class*=question-list]") == []
