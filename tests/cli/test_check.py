"""``sphinx-questions check``: what it reports, how, and how it ends."""

from __future__ import annotations

import json
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sphinx.locale

from commands import call, check, declare, start
from markups import MYST
from projects import Project

GOOD = MYST.page(MYST.question("PY-001", "The answer."))
BAD = MYST.page(MYST.question("PY-001", "To be written."))
UNKNOWN = MYST.page(MYST.question("PY-001", "See {question}`PY-009`, 100% sure."))


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write(project: Project, text: str, rules: str = "") -> str:
    """Write a project of one page, and return its folder as an argument."""
    declare(project, rules)
    project.write({"index.md": text})
    return str(project.source)


def test_nothing_to_mend(project: Project) -> None:
    """A good bank is a summary and the exit code 0."""
    result = call("check", write(project, GOOD))
    assert (result.exit_code, result.stdout) == (0, "1 question: 0 errors, 0 notes\n")


def test_text(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A finding is a line that editors understand; errors make the exit code 1."""
    write(project, BAD)
    monkeypatch.chdir(project.root)
    result = call("check", "source")
    assert result.exit_code == 1
    assert result.stdout == (
        "source/index.md:8: editorial.placeholder answer says 'To be written.'; write "
        "it, or take it out\n1 question: 1 error, 0 notes\n"
    )


def test_build_warnings(project: Project) -> None:
    """What the build warns of is found, with Sphinx's own code, and first."""
    write(project, UNKNOWN, "words = { answer = 80 }")
    warning, rule = check(project)
    assert (warning.path, warning.line) == ("index.md", 8)
    assert warning.code == "questions.reference"
    assert warning.message == (
        "no question has the ID 'PY-009'. Did you mean 'PY-001'?"
    )
    assert rule.code == "editorial.words"


FORMULAS = MYST.page(
    MYST.question(
        "PY-001",
        "Good: $21{,}4$, $\\boxed{x}$.\n\nA $\\frac{30}{f$ breaks.\n\n$$ \\nonsense $$",
    ),
    "```{only} latex\n$\\onlyinlatex$\n```",
)


def test_formulas(project: Project) -> None:
    """Formulas that pages or a PDF cannot show are found where they stand."""
    write(project, FORMULAS)
    project.configure(html_math_renderer="mathml")
    broken, unknown = check(project)
    assert (broken.path, broken.line, broken.code) == ("index.md", 10, "questions.math")
    assert broken.message == (
        "the formula '\\frac{30}{f' cannot be converted to MathML: its braces do not "
        "balance: a { is never closed; it is shown as it was written, and no PDF can "
        "be made. Write the } that is missing, or \\{ for a brace that is seen"
    )
    assert (unknown.line, unknown.severity) == (12, "error")
    assert project.build().warnings == tuple(
        f"{at.path}:{at.line}: WARNING: {at.message} [{at.code}]".replace(
            ", and no PDF can be made", ""
        )
        for at in (broken, unknown)
    )


def test_formulas_of_another_renderer(project: Project) -> None:
    """A command that MathJax may know is a note; a broken formula is an error."""
    write(project, FORMULAS)
    assert [found.severity for found in check(project)] == ["error", "note"]
    project.configure(suppress_warnings=["questions.math"])
    assert check(project) == []


def test_json(project: Project) -> None:
    """The JSON says everything, and nothing else is on standard output."""
    report = json.loads(call("check", write(project, BAD), "--format", "json").stdout)
    (finding,) = report.pop("findings")
    assert report == {"version": 1, "questions": 1, "errors": 1, "notes": 0}
    assert finding["path"].endswith("source/index.md")
    assert {k: v for k, v in finding.items() if k != "path"} == {
        "line": 8,
        "code": "editorial.placeholder",
        "severity": "error",
        "id": "PY-001",
        "message": "answer says 'To be written.'; write it, or take it out",
    }


def test_github(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Annotations escape what GitHub would read as its own."""
    sentence = "It is 100% sure, and one, two: three words long."
    text = MYST.page(MYST.question("PY-001", sentence))
    write(project, text, "long-sentence = 5\nwords = { answer = 80 }")
    folder = project.root / "a,b"
    folder.mkdir()
    project.source.rename(folder / "source")
    monkeypatch.chdir(project.root)
    (project.root / "pyproject.toml").rename(folder / "pyproject.toml")
    result = call("check", "a,b/source", "--format", "github")
    place = "file=a%2Cb/source/index.md"
    error, note, summary = result.stdout.splitlines()
    assert error == (
        f"::error {place},line=3,title=editorial.words::answer has 10 words; write at "
        "least 80"
    )
    assert note == (
        f"::notice {place},line=8,title=editorial.long-sentence::a sentence has 10 "
        f"words; cut it: “{sentence.replace('%', '%25')}”"
    )
    assert summary == "1 question: 1 error, 1 note"


def test_notes_do_not_fail(project: Project) -> None:
    """A note is shown and fails the check only with --strict; --quiet leaves it out."""
    source = write(project, BAD, 'notes = ["placeholder"]')
    shown = call("check", source)
    assert (shown.exit_code, "note: editorial.placeholder" in shown.stdout) == (0, True)
    assert call("check", source, "--strict").exit_code == 1
    assert call("check", source, "--quiet").stdout == "1 question: 0 errors, 0 notes\n"


def test_exemption(project: Project) -> None:
    """A question that has a reason is exempt from a rule, and no other one is."""
    pair = MYST.page(
        MYST.question("PY-001", "To be written."),
        MYST.question("PY-002", "To be written.", title="Why?"),
    )
    write(project, pair, 'exempt.PY-001 = { placeholder = "It is a test." }')
    assert [f.id for f in check(project)] == ["PY-002"]


def test_unused_exemption(project: Project) -> None:
    """An exemption that nothing needs is a note."""
    exempt = '{ placeholder = "It is a test." }'
    write(project, GOOD, f"exempt.PY-001 = {exempt}\nexempt.PY-009 = {exempt}")
    found = check(project)
    assert [(f.path, f.line, f.code, f.severity) for f in found] == [
        ("pyproject.toml", 0, "editorial.exempt", "note")
    ] * 2
    assert found[0].message == (
        "[tool.sphinx-questions.check.exempt.PY-001] placeholder: the question keeps "
        "the rule, or there is no such question; take the exemption out"
    )


@pytest.mark.parametrize(
    ("rules", "name"), [("spelling = true", "spelling"), ("passive = 0.4", "passive")]
)
def test_rules_of_english_are_refused_elsewhere(
    project: Project, monkeypatch: pytest.MonkeyPatch, rules: str, name: str
) -> None:
    """A rule that knows English alone is no rule of a bank in another language."""
    monkeypatch.setattr(sphinx.locale, "translators", {})
    project.configure(language="de")
    result = call("check", write(project, GOOD, rules))
    assert result.exit_code == 2
    assert result.stderr == (
        f"[tool.sphinx-questions.check] {name} knows English alone, and the language "
        "in conf.py is 'de'; take the rule out, or set it to false\n"
    )
    project.configure(language="en_GB")
    assert call("check", write(project, GOOD, rules)).exit_code == 0
    project.configure(language="de")
    assert call("check", write(project, GOOD, f"{name} = false")).exit_code == 0


def test_spelling(project: Project) -> None:
    """A real typo is found by codespell at its line; a name may be let pass."""
    text = MYST.page(
        MYST.question("PY-001", "It is good.\n\nIt is teh answer, recieved by mail.")
    )
    write(project, text, "spelling = true")
    found = check(project)
    assert [(f.line, f.id, f.message) for f in found] == [
        (10, "PY-001", "recieved ==> received"),
        (10, "PY-001", "teh ==> the"),
    ]
    declare(project, 'spelling = true\nnotes = ["spelling"]')
    with (project.root / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('\n[tool.codespell]\nignore-words-list = "teh"\n')
    assert [(f.message, f.severity) for f in check(project)] == [
        ("recieved ==> received", "note")
    ]


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ("similar = 2", "[tool.sphinx-questions.check] similar is 2; write 0.4"),
        ("similar = ", "pyproject.toml cannot be read: "),
    ],
)
def test_wrong_rules(project: Project, rules: str, message: str) -> None:
    """Rules that mean nothing are the exit code 2, and nothing is read."""
    result = call("check", write(project, GOOD, rules))
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


UNKNOWN_SECTIONS = [
    (
        "entries = { mistaks = 3 }",
        "entries names 'mistaks'",
        "Did you mean 'mistakes'?",
    ),
    ("entries = { Fehler = 3 }", "entries names 'Fehler'", "Did you mean 'mistakes'?"),
    ("entries = { answer = 3 }", "entries names 'answer'", "write one of 'key-points'"),
    ("words = { Antwort = 20 }", "words names 'Antwort'", "write one of 'answer', "),
]


@pytest.mark.parametrize(("rules", "name", "hint"), UNKNOWN_SECTIONS)
def test_unknown_section(project: Project, rules: str, name: str, hint: str) -> None:
    """A rule on a section that is not declared is the exit code 2, with a hint."""
    source = write(project, GOOD, rules)
    project.configure(
        questions_sections={
            "key-points": {"label": "Kernpunkte"},
            "mistakes": {"label": "Häufige Fehler", "aliases": ["Fehler"]},
        }
    )
    result = call("check", source)
    assert (result.exit_code, result.stdout) == (2, "")
    start = f"[tool.sphinx-questions.check] {name}, which is no section; "
    assert result.stderr.startswith(start)
    assert hint in result.stderr


def test_no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a conf.py the command says where it looked."""
    result = call("check", str(tmp_path))
    assert result.exit_code == 2
    assert result.stderr == (
        f"there is no conf.py in {tmp_path}; name the folder that has it\n"
    )
    monkeypatch.chdir(tmp_path)
    result = call("check")
    assert (result.exit_code, "here or in docs" in result.stderr) == (2, True)


def test_configuration_that_is_wrong(project: Project) -> None:
    """A project that Sphinx refuses is the exit code 2, with its reason."""
    source = write(project, GOOD)
    project.configure(questions_levels={})
    result = call("check", source)
    assert result.exit_code == 2
    assert "questions_levels is empty" in result.stderr


def test_finds_the_docs(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an argument the project is looked for here and in the usual folders."""
    write(project, GOOD)
    monkeypatch.chdir(project.root)
    assert call("check").exit_code == 0
    monkeypatch.chdir(project.source)
    assert call("check").exit_code == 0


@pytest.mark.parametrize("index_pages", [True])
def test_writes_nothing_but_stubs(project: Project) -> None:
    """The sources are as they were, but for the folder of the index pages."""
    source = write(project, BAD)
    before = files_in(project.root)
    call("check", source)
    after = files_in(project.root)
    stubs = {name for name in after if name.startswith("source/questions/browse/")}
    assert stubs
    assert {k: v for k, v in after.items() if k not in stubs} == before


def test_interrupted(project: Project) -> None:
    """Ctrl-C while it reads: the exit code 130, and nothing is left behind."""
    source = write(project, GOOD)
    project.write({"slow.md": "# Slow\n"})
    conf = (project.source / "conf.py").read_text(encoding="utf-8")
    project.write(
        {
            "conf.py": conf
            + "\n\ndef setup(app):\n"
            + "    import pathlib, time\n"
            + f"    seen = pathlib.Path({str(project.root / 'reading')!r})\n"
            + "    def wait(*_):\n"
            + "        seen.touch()\n"
            + "        time.sleep(60)\n"
            + "    app.connect('source-read', wait)\n"
        }
    )
    process = start("check", source, folder=project.root)
    deadline = time.monotonic() + 60
    while not (project.root / "reading").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert any((project.root / "temporary").iterdir())
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=30)
    assert (process.returncode, output) == (130, "")
    assert "Traceback" not in errors
    assert list((project.root / "temporary").iterdir()) == []


def test_watch(project: Project) -> None:
    """With --watch every edit is checked, a broken one too, until Ctrl-C."""
    source = write(project, BAD)
    process = start("check", source, "--watch", folder=project.root)
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        assert "placeholder" in process.stdout.readline()
        assert process.stdout.readline() == "1 question: 1 error, 0 notes\n"
        assert process.stderr.readline() == "Watching; press Ctrl-C to stop.\n"
        # The watcher says nothing of when it is ready.
        for _ in range(20):
            project.write({"index.md": GOOD})
            if select.select([process.stdout], [], [], 3)[0]:
                break
        assert "1 question: 0 errors, 0 notes\n" in process.stdout
        project.configure(questions_levels={})
        assert any("questions_levels is empty" in line for line in process.stderr)
        project.configure()
        assert "1 question: 0 errors, 0 notes\n" in process.stdout
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
    finally:
        process.kill()
        process.communicate()
    assert list((project.root / "temporary").iterdir()) == []


def test_extra_is_missing(project: Project) -> None:
    """Without the extra the command names the package and what to install."""
    code = (
        "import sys; sys.modules['click'] = None; "
        "from sphinx_questions.__main__ import main; main()"
    )
    done = subprocess.run(  # noqa: S603 – the interpreter itself, no shell
        [sys.executable, "-c", code],
        cwd=project.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (
        "the command needs the package 'click'; install 'sphinx-questions[cli]'\n"
    )


def test_unforeseen_error(project: Project) -> None:
    """What nobody foresaw is shown in full, and is no finding: the exit code 2."""
    source = write(project, MYST.page(MYST.directive("broken", "", "Text.")))
    conf = (project.source / "conf.py").read_text(encoding="utf-8")
    directive = """
from docutils.parsers.rst import Directive

class Broken(Directive):
    has_content = True
    def run(self):
        raise RuntimeError("it broke")

def setup(app):
    app.add_directive("broken", Broken)
"""
    (project.source / "conf.py").write_text(conf + directive, encoding="utf-8")
    process = start("check", source, folder=project.root)
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output) == (2, "")
    assert "RuntimeError: it broke" in errors
