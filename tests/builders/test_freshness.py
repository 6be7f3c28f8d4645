"""After any edit an incremental build writes what a clean build writes."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from projects import CONF, Project

if TYPE_CHECKING:
    from projects import Build

LEVELS: Final = ("beginner", "intermediate", "advanced")
TECHNOLOGIES: Final = ("python", "machine-learning")
NUMBERS: Final = st.integers(1, 5)

PAGES: Final = {
    "index.md": """
        # Bank

        There are {questions:count}`all` questions, {questions:count}`level=advanced`
        of them advanced.

        ```{question-explorer}
        ```

        ```{question-matrix}
        ```

        ```{toctree}
        questions/browse/index
        links
        lists
        ```
        """,
    "links.md": """
        # Links

        See {question}`PY-ADV-001` or {ref}`py-adv-002`.
        """,
    "lists.md": """
        # Lists

        ```{question-list}
        :show: table
        :sort: -difficulty, title
        ```

        ```{question-list}
        :level: advanced
        :show: answers
        :group-by: technology
        ```

        ```{question-list}
        :topics: odd
        :show: cards
        ```
        """,
}


def shown(build: Build) -> dict[str, bytes]:
    """Return every file that a build left, except what is Sphinx's own cache."""
    return {
        path.relative_to(build.outdir).as_posix(): path.read_bytes()
        for path in sorted(build.outdir.rglob("*"))
        if path.is_file() and path.name != ".buildinfo"
    }


class EditedBank(RuleBasedStateMachine):
    """A bank that is edited and built, and compared with a clean build of it."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.project = Project(self.root, pages=True)
        self.conf: dict[str, Any] = {}
        self.questions: dict[int, dict[str, Any]] = {}
        self.folders: dict[int, str] = {}
        self.deleted: set[str] = set()

    def teardown(self) -> None:
        """Remove the project."""
        shutil.rmtree(self.root)

    @initialize()
    def start(self) -> None:
        """Begin with two questions."""
        self.project.write(PAGES)
        self.configure()
        for number in (1, 2):
            self.add(number)
        self.project.build("html")
        self.project.build("text")

    def configure(self) -> None:
        """Write the configuration; two warnings are part of the game."""
        self.project.configure(
            suppress_warnings=["questions.reference", "questions.empty", "ref.ref"],
            html_baseurl="https://bank.example.org/",
            questions_llms_txt=True,
            questions_sitemap=True,
            **self.conf,
        )

    def write(self, number: int) -> None:
        """Write the file of a question."""
        question = self.questions[number]
        options = "".join(
            f":{name}: {question[name]}\n"
            for name in (
                *("technology", "level", "difficulty", "topics", "related"),
                *("added", "reviewed"),
            )
            if question[name]
        )
        name = f"{self.folders[number]}/q{number}.md"
        (self.project.source / name).parent.mkdir(exist_ok=True)
        (self.project.source / name).write_text(
            f":::::{{question}} {question['title']}\n"
            f":id: PY-ADV-00{number}\n{options}\n"
            f"{question['answer']}\n\n## Follow-ups\n"
            f"- {{question}}`PY-ADV-00{question['next']}`\n:::::\n",
            encoding="utf-8",
        )

    @rule(number=NUMBERS)
    def add(self, number: int) -> None:
        """Add a question, if it is not there."""
        if number not in self.questions:
            self.questions[number] = {
                "title": f"What is number {number}?",
                "technology": TECHNOLOGIES[number % 2],
                "level": "advanced",
                "difficulty": 7,
                "topics": "odd" if number % 2 else "even",
                "related": "",
                "added": f"2026-01-0{number}",
                "reviewed": "",
                "answer": f"It is *number* {number}.",
                "next": number % 5 + 1,
            }
            self.folders[number] = "a"
            self.write(number)

    @rule(
        number=NUMBERS,
        change=st.one_of(
            st.tuples(
                st.just("title"), st.sampled_from(["Why?", "What?", "How & <b>?"])
            ),
            st.tuples(st.just("level"), st.sampled_from(LEVELS)),
            st.tuples(st.just("technology"), st.sampled_from(TECHNOLOGIES)),
            st.tuples(st.just("difficulty"), st.sampled_from([6, 7])),
            st.tuples(st.just("topics"), st.sampled_from(["", "odd", "odd, new"])),
            st.tuples(st.just("reviewed"), st.sampled_from(["", "2026-02-01"])),
            st.tuples(st.just("related"), st.sampled_from(["", "PY-ADV-009"])),
            st.tuples(st.just("answer"), st.sampled_from(["So.", "`Code` and $x$."])),
            st.tuples(st.just("next"), NUMBERS),
        ),
    )
    def edit(self, number: int, change: tuple[str, Any]) -> None:
        """Change one thing of a question."""
        if number in self.questions:
            self.questions[number][change[0]] = change[1]
            self.write(number)

    @rule(number=NUMBERS)
    def move(self, number: int) -> None:
        """Move the file of a question to another folder."""
        if number in self.questions:
            self.unlink(number)
            self.folders[number] = "b" if self.folders[number] == "a" else "a"
            self.write(number)

    @rule(number=NUMBERS)
    def delete(self, number: int) -> None:
        """Delete the file of a question."""
        if self.questions.pop(number, None):
            self.unlink(number)

    def unlink(self, number: int) -> None:
        """Remove a file; Sphinx leaves its page where it was."""
        name = f"{self.folders[number]}/q{number}"
        (self.project.source / f"{name}.md").unlink()
        self.deleted |= {f"{name}.html", f"{name}.txt", f"_sources/{name}.md.txt"}

    @rule(named=st.booleans())
    def name_index_pages(self, *, named: bool) -> None:
        """Put the index pages into an author's toctree, or take them out."""
        index = PAGES["index.md"]
        if not named:
            index = index.replace("questions/browse/index\n", "")
        self.project.write({"index.md": index})

    @rule(label=st.sampled_from(["Snake", "Python"]), reverse=st.booleans())
    def declare(self, label: str, *, reverse: bool) -> None:
        """Change a label, or the order of technologies."""
        declared = dict(CONF["questions_technologies"])
        declared["python"] = {"label": label}
        if reverse:
            declared = dict(reversed(declared.items()))
        self.conf["questions_technologies"] = declared
        self.configure()

    @rule(jobs=st.sampled_from([1, 4]), text_first=st.booleans())
    def build(self, jobs: int, *, text_first: bool) -> None:
        """Build both outputs, which share what was read, and compare them."""
        order = ("text", "html") if text_first else ("html", "text")
        for builder in order:
            old = shown(self.project.build(builder, jobs=jobs))
            fresh = Project(Path(tempfile.mkdtemp(dir=self.root)), pages=True)
            shutil.copytree(self.project.source, fresh.source, dirs_exist_ok=True)
            new = shown(fresh.build(builder))
            assert set(old) - set(new) - self.deleted == set()
            assert [name for name in new if old.get(name) != new[name]] == []

    @rule(number=NUMBERS)
    def build_one_page(self, number: int) -> None:
        """Write one page only, as an editor's preview does."""
        if number in self.questions:
            path = self.project.source / f"{self.folders[number]}/q{number}.md"
            self.project.build("html", only=path)


TestEditedBank = pytest.mark.filterwarnings("error")(EditedBank.TestCase)
TestEditedBank.settings = settings(
    max_examples=10,
    stateful_step_count=12,
    # A counter-example is a list of edits, short enough to read as it is.
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
