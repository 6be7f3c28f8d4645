"""Where the pages of a PDF guide end."""

from __future__ import annotations

import re

import pytest
from pypdf import PdfReader

from projects import Project

#: A question, {0}, with a filling in front of what must stay together.
QUESTION = """\
:::::{{question}} What is number {0}?
:id: PY-{0}
:technology: python
:level: beginner

{1}

## Key points
- point{0}a
- point{0}b
- point{0}c

## Explanation
Which is:

| head{0} | head |
| --- | --- |
| row{0}a | row |
| row{0}b | row |
| row{0}c | row |

lead{0}:

```text
line{0}a
line{0}b
line{0}c
line{0}d
```

before{0}:

```{{code-block}} python
:caption: caption{0}

code{0}a
code{0}b
```

```output
printed{0}a
printed{0}b
```

## Follow-ups
- {{question}}`PY-{2}`
:::::

"""

#: Each of these stands on one page.
TOGETHER = (
    ("What is number {0}?", "filling{0}"),
    ("point{0}a", "point{0}b", "point{0}c"),
    ("head{0}", "row{0}a", "row{0}b", "row{0}c"),
    ("lead{0}:", "line{0}a", "line{0}b", "line{0}c", "line{0}d"),
    ("before{0}:", "caption{0}", "code{0}a", "code{0}b", "printed{0}a", "printed{0}b"),
)

#: What only one question has, with its number.
OWN = re.compile(r"(?:filling|point|head|row|lead|line|code|printed)(\d{3})")

NUMBERS = range(100, 130)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the words of each page: the cover, the contents, and then questions."""
    questions = []
    for number in NUMBERS:
        filling = f"filling{number} " + "and some more words " * (number * 7 % 90)
        questions.append(QUESTION.format(number, filling, 100 + (number + 1) % 30))
    project = Project(tmp_path_factory.mktemp("pages"))
    project.write({"index.md": "# Home\n\n" + "".join(questions)})
    build = project.build("typst")
    assert build.warnings == ()
    pages = PdfReader(build.outdir / "question-bank.pdf").pages
    return [" ".join(page.extract_text().split()) for page in pages]


@pytest.fixture(scope="module")
def pages(book: list[str]) -> list[str]:
    """Return the words of each page of questions, in which pages end anywhere."""
    return book[2:]


def test_contents_have_the_ids(book: list[str]) -> None:
    """The contents say by which ID the running heads call a question."""
    missing = [n for n in NUMBERS if f"PY-{n} What is number {n}?" not in book[1]]
    assert missing == []


def test_running_heads_name_every_question_of_a_page(pages: list[str]) -> None:
    """A page says of which questions it has a part: the first, and the last."""
    spans = 0
    for page in pages:
        head = re.match(r"Bank PY-(\d+)(?: – PY-(\d+))?", page)
        numbers = {int(number) for number in OWN.findall(page)}
        if not numbers:
            continue
        assert head is not None, page[:60]
        # A page may begin with the links at the end of a question.
        assert min(numbers) - 1 <= int(head[1]) <= min(numbers)
        assert int(head[2] or head[1]) == max(numbers)
        spans += head[2] is not None
    assert spans > 0


@pytest.mark.parametrize("parts", TOGETHER, ids=lambda parts: str(parts[0]))
def test_short_blocks_stand_on_one_page(
    pages: list[str], parts: tuple[str, ...]
) -> None:
    """A title stays with its answer, a table is whole, what leads in does lead in."""
    divided = [
        number
        for number in NUMBERS
        if not any(all(part.format(number) in page for part in parts) for page in pages)
    ]
    assert divided == []


def test_term_stays_with_what_belongs_to_it(pages: list[str]) -> None:
    """No page ends with the name of a group of links."""
    names = ("Connections", "Follow-up of", "Related", "Key points", "Explanation")
    endings = [page.rstrip("0123456789 ") for page in pages]
    assert [end[-40:] for end in endings if end.endswith(names)] == []


def test_tall_blocks_go_on_on_the_next_page(project: Project) -> None:
    """Nothing is cut off that is taller than a page, with a caption or without."""
    rows = "\n".join(f"   * - row{number}" for number in range(200))
    points = "\n".join(f"- point{number}" for number in range(200))
    lines = "\n".join(f"line{number}" for number in range(200))
    code = f"```{{code-block}} text\n:caption: Code\n\n{lines}\n```"
    table = f"```{{list-table}} Caption\n{rows.replace('   *', '*')}\n```"
    answer = f"Text.\n\n## Key points\n{points}\n\n## Example\n{table}\n\n{code}\n"
    page = (
        "# Home\n\n:::::{question} What?\n:id: PY-001\n:technology: python\n"
        f":level: beginner\n\n{answer}:::::\n"
    )
    (project.source / "index.md").write_text(page, encoding="utf-8")
    build = project.build("typst")
    assert build.warnings == ()
    words: set[str] = set()
    for sheet in PdfReader(build.outdir / "question-bank.pdf").pages:
        height = sheet.mediabox.height

        def note(
            text: str,
            place: list[float],
            _offset: list[float],
            _font: object,
            _size: float,
            height: float = height,
        ) -> None:
            if 0 < place[5] < height:
                words.update(text.split())

        sheet.extract_text(visitor_text=note)
    wanted = {f"{kind}{n}" for kind in ("row", "point", "line") for n in range(200)}
    assert wanted - words == set()
