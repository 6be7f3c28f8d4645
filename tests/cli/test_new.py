"""``sphinx-questions new``: what it writes, where, and when it writes nothing."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from commands import call, check, declare
from markups import MYST, REST
from projects import Project
from sphinx_questions.cli import asking, placing

GIVEN = (
    *("--technology", "python", "--level", "beginner"),
    *("--difficulty", "2", "--title", "What is a tuple?"),
)

BANK = {
    "index.md": "# Home\n",
    "py/PY-BEG-001.md": MYST.question("PY-BEG-001"),
    "py/PY-BEG-004.md": MYST.question("PY-BEG-004"),
    "py/more/PY-ADV-001.md": MYST.question("PY-ADV-001", level="advanced"),
    "ml.rst": REST.page(
        REST.question("ML-BEG-001", technology="machine-learning"), title="ML"
    ),
}


@pytest.fixture
def index_pages() -> bool:
    """Say that projects have index pages, in whose toctrees the questions hang."""
    return True


def new(project: Project, *arguments: str, answers: str | None = None) -> Path:
    """Make a new question, and return its file."""
    result = call("new", str(project.source), *arguments, answers=answers)
    assert result.exit_code == 0, result.output
    return Path(result.stdout.strip().splitlines()[-1]).resolve()


def refused(project: Project, *arguments: str) -> str:
    """Return why nothing was written."""
    before = written(project)
    result = call("new", str(project.source), *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert written(project) == before
    return result.stderr


def written(project: Project) -> set[Path]:
    """Return the files of a project, but for the generated ones."""
    pages = project.source / "questions" / "browse"
    return {p for p in project.source.rglob("*") if p.is_file()} - {*pages.rglob("*")}


def test_next_to_the_others(project: Project) -> None:
    """The file lies where most of the technology do, under the next ID."""
    project.write(BANK)
    path = new(project, *GIVEN)
    assert path == project.source / "py" / "PY-BEG-005.md"
    assert path.read_text(encoding="utf-8").startswith(
        ":::::{question} What is a tuple?\n"
        ":id: PY-BEG-005\n:technology: python\n:level: beginner\n:difficulty: 2\n\n"
    )


def test_format_of_the_technology(project: Project) -> None:
    """The markup is that of the technology's other questions."""
    project.write(BANK)
    path = new(project, *GIVEN, "--technology", "machine-learning")
    assert path == project.source / "ML-BEG-002.rst"
    assert path.read_text(encoding="utf-8").startswith(".. question:: What is a tuple?")


@pytest.mark.parametrize("form", ["myst", "rst"])
def test_scaffold_builds(project: Project, form: str) -> None:
    """A new question builds without a warning, in an empty bank too."""
    project.write({"index.md": "# Home\n"})
    path = new(project, *GIVEN, "--format", form, "--topics", "lists, tuples")
    assert path.parent == project.source / "questions" / "python"
    build = project.build()
    assert build.warnings == ()
    question = build.catalogue["PY-BEG-001"]
    assert (question.title, question.level) == ("What is a tuple?", "beginner")
    assert (question.difficulty, question.topics) == (2, ("lists", "tuples"))
    assert question.reviewed is None
    page = path.relative_to(project.source).with_suffix("").as_posix()
    sections = build.card("PY-BEG-001", page).select("section[data-section]")
    assert [str(section["data-section"]) for section in sections] == [
        *("key-points", "explanation", "example", "mistakes"),
        *("scenario", "follow-ups", "sources"),
    ]


@pytest.mark.parametrize("form", ["myst", "rst"])
def test_every_part_is_still_to_be_written(project: Project, form: str) -> None:
    """The check finds each part that says nothing yet, and nothing else."""
    declare(project, "passive = 0.1")
    project.write({"index.md": "# Home\n"})
    new(project, *GIVEN, "--format", form)
    found = check(project)
    assert [f.code for f in found] == ["editorial.placeholder"] * 8


def test_without_colon_fence_and_short_names(project: Project) -> None:
    """The directive is written as the project can read it."""
    project.configure(myst_enable_extensions=[], questions_short_names=False)
    project.write({"index.md": "# Home\n"})
    path = new(project, *GIVEN)
    assert path.read_text(encoding="utf-8").startswith("`````{questions:question} ")
    assert project.build().warnings == ()


@pytest.mark.parametrize("form", ["myst", "rst"])
def test_reminders(project: Project, form: str) -> None:
    """Each part has a comment with its rule; an own section has a neutral one."""
    declare(
        project,
        "words = { answer = [80, 200] }\n"
        "entries = { key-points = [3, 5], sources = 2 }\n"
        "linked-follow-up = true\n"
        'primary-sources = { least = 1, sites = ["python.org"] }\n',
    )
    project.configure(
        questions_sections={
            "key-points": {},
            "checklist": {"label": "Checklist", "required": True},
            "follow-ups": {},
            "sources": {},
        }
    )
    project.write({"index.md": "# Home\n"})
    text = new(project, *GIVEN, "--format", form).read_text(encoding="utf-8")
    mark = "%" if form == "myst" else ".."
    comments = [
        line.strip().removeprefix(f"{mark} ")
        for line in text.splitlines()
        if line.strip().startswith(f"{mark} ") and "::" not in line
    ]
    assert comments[0] == (
        "80 to 200 words: what a candidate says aloud in one to two minutes."
    )
    assert comments[1].startswith(
        "When all of it was checked, add the option :reviewed:"
    )
    assert comments[2:] == [
        "3 to 5 items: what a strong answer must mention.",
        "What belongs under “Checklist”.",
        "What to ask next; at least one links to another question.",
        "At least 2 items: where the facts can be looked up; at least 1 of first hand.",
    ]
    assert project.build().warnings == ()


def test_rest_only(project: Project) -> None:
    """A project without MyST gets reStructuredText, and no Markdown."""
    project.configure(extensions=["sphinx_questions"])
    project.write({"index.rst": "Home\n====\n"})
    assert new(project, *GIVEN).suffix == ".rst"
    assert "does not read Markdown" in refused(project, *GIVEN, "--format", "myst")


def test_only_one_technology_and_level(project: Project) -> None:
    """What can be one thing only need not be said."""
    project.configure(
        questions_technologies={"python": {}},
        questions_levels={"all": {"difficulty": (3, 3)}},
    )
    project.write({"index.md": "# Home\n"})
    path = new(project, "--title", "What is a tuple?")
    assert path.name == "PY-ALL-001.md"
    assert ":difficulty: 3\n" in path.read_text(encoding="utf-8")


def test_output(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """--output says where, and its suffix the markup."""
    project.write(BANK)
    monkeypatch.chdir(project.root)
    path = new(project, *GIVEN, "--output", "source/new/tuple.rst")
    assert path == project.source / "new" / "tuple.rst"
    assert path.read_text(encoding="utf-8").startswith(".. question::")
    message = refused(project, *GIVEN, "--output", "a.md", "--format", "rst")
    assert "--output ends in .md, but --format is rst" in message


def test_never_overwrites(project: Project) -> None:
    """A file that exists stays as it is."""
    project.write({**BANK, "py/PY-BEG-005.md": "# Mine\n"})
    assert "PY-BEG-005.md exists, and is left as it is" in refused(project, *GIVEN)
    text = (project.source / "py" / "PY-BEG-005.md").read_text(encoding="utf-8")
    assert text == "# Mine\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--technology", "pyton"], "--technology: 'pyton' is not declared; write one"),
        (["--technology", "pyton"], "Did you mean 'python'?"),
        (["--level", "expert"], "--level: 'expert' is not declared"),
        (["--difficulty", "9"], "write a number from 1 to 4"),
        (["--difficulty", "hard"], "write a number from 1 to 4"),
        (["--topics", "tupels"], "'tupels' is not declared in questions_topics"),
        (["--title", "  "], "is no title; write the question as it is asked"),
        (["--id", "PY-BEG-001"], "'PY-BEG-001' is another question's ID"),
        (["--id", "py"], "'py' does not match questions_id_pattern"),
    ],
)
def test_wrong_option(project: Project, arguments: list[str], message: str) -> None:
    """A wrong option is named, with what to write."""
    project.configure(questions_topics={"tuples": ""})
    project.write(BANK)
    assert message in " ".join(refused(project, *GIVEN, *arguments).split())


def test_missing_options(project: Project) -> None:
    """Where no terminal asks, all missing options are named at once."""
    project.write(BANK)
    message = refused(project, "--level", "beginner")
    assert "add what is missing: --technology, --difficulty, --title" in message


def test_no_technology(project: Project) -> None:
    """A project without technologies is told how to declare one."""
    project.configure(questions_technologies={})
    project.write({"index.md": "# Home\n"})
    assert "conf.py declares no technology" in refused(project, "--title", "What?")


def test_no_id_fits(project: Project) -> None:
    """Where no ID can be made that matches the pattern, one is asked for."""
    project.configure(questions_id_pattern=r"q\d{4}x")
    project.write({"index.md": "# Home\n"})
    assert "name one with --id" in refused(project, *GIVEN)
    assert new(project, *GIVEN, "--id", "q0001x").name == "q0001x.md"


def test_asks_what_is_missing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A terminal is asked for what no option gives, until the answer will do."""
    monkeypatch.setattr("sphinx_questions.cli.new_command.terminal_asks", lambda: True)
    project.configure(questions_topics={"tuples": "", "lists": ""})
    project.write(BANK)
    answers = "pyton\npython\n9\n3\nlist\nlists\n\nWhat is a list?\n"
    result = call("new", str(project.source), "--level", "beginner", answers=answers)
    assert result.exit_code == 0
    assert "Technology (python, machine-learning)" in result.stderr
    assert "Difficulty (1 to 4) [2]" in result.stderr
    assert "Topics: lists, tuples" in result.stderr
    assert "Level" not in result.stderr
    (path,) = project.source.rglob("PY-BEG-005.md")
    assert path.read_text(encoding="utf-8").startswith(
        ":::::{question} What is a list?\n:id: PY-BEG-005\n:technology: python\n"
        ":level: beginner\n:difficulty: 3\n:topics: lists\n\n"
    )


def code_after_ctrl_c(process: subprocess.Popen[bytes], keys: IO[bytes]) -> int | None:
    """Press Ctrl-C until the program ends, and return its exit code.

    Python may begin to wait for a line right after it was interrupted.
    """
    for _ in range(20):
        keys.write(b"\x03")
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.wait(timeout=3)
    return None


def test_interrupted_while_it_asks(project: Project) -> None:
    """Ctrl-C at a prompt of a real terminal: the exit code 130, nothing written."""
    project.write(BANK)
    # A program of its own opens the terminal: the tests may run in threads, which
    # no fork survives.
    terminal = (
        "import os, pty, sys; "
        "sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
    )
    command = [sys.executable, "-m", "sphinx_questions", "new", str(project.source)]
    with subprocess.Popen(  # noqa: S603 – the interpreter itself, no shell
        [sys.executable, "-c", terminal, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        output = b""
        while b"Technology (" not in output:
            output += process.stdout.read(1024)
        try:
            assert code_after_ctrl_c(process, process.stdin) == 130
        finally:
            process.kill()
    assert len(list(project.source.rglob("PY-*"))) == 3
    assert list(project.source.rglob(".*.tmp")) == []


def test_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interruption before the file has its name leaves nothing."""

    def interrupt(*_paths: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(placing, "_name", interrupt)
    with pytest.raises(KeyboardInterrupt):
        placing.write_new(tmp_path / "new.md", "text")
    assert list(tmp_path.iterdir()) == []


def test_file_system_without_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where files cannot have two names, the file is written, and never over one."""

    def refuse(*_paths: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    placing.write_new(tmp_path / "new.md", "text")
    with pytest.raises(FileExistsError):
        placing.write_new(tmp_path / "new.md", "other")
    assert [p.read_text() for p in tmp_path.iterdir()] == ["text"]


def test_no_terminal_is_not_asked() -> None:
    """The tests have no terminal, and so has no workflow."""
    assert not asking.terminal_asks()
