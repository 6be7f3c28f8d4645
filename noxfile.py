"""What can be done with this project: ``nox -l`` lists it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2025.5.1"
nox.options.sessions = ["docs", "check", "tests", "lint", "types"]
nox.options.reuse_venv = "yes"
# It installs in seconds, where it is there; the README's command brings it along.
nox.options.default_venv_backend = "uv|virtualenv"
# It is told what pip finds by itself: the certificates of the system, another index.
os.environ.setdefault("UV_SYSTEM_CERTS", "true")
if "PIP_INDEX_URL" in os.environ:
    os.environ.setdefault("UV_DEFAULT_INDEX", os.environ["PIP_INDEX_URL"])

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)
#: A file stays in one process: the code blocks of a page share a namespace.
#: Not "auto", which counts cores: of two threads on one core each is worth having.
PARALLEL = ("-n", str(os.cpu_count() or 1), "--dist", "loadfile")
#: What needs more than Python has sessions of its own.
ELSEWHERE = tuple(
    f"--ignore=tests/{name}" for name in ("browser", "epub", "flashcards", "latex")
)
SITE = Path("docs/_build/html")
BOOK = Path("docs/_build/latex")
EPUB = Path("docs/_build/epub")
PDF = Path("docs/_build/typst")
DECKS = Path("docs/_build/anki")
#: The words that readers see, and their translations.
LOCALE = Path("ext/sphinx_questions/locale")
CATALOGUE = "sphinx_questions"
#: Sphinx at both ends of the supported range, on the Python that goes with it.
RANGE = {"lowest": (PYTHONS[0], "sphinx==8.2.*"), "highest": (PYTHONS[-1], "sphinx<10")}


def groups(*names: str) -> list[str]:
    """Return the requirements of dependency groups of ``pyproject.toml``."""
    return list(nox.project.dependency_groups(PROJECT, *names))


def install(session: nox.Session, *names: str, also: tuple[str, ...] = ()) -> None:
    """Install the project with its extras, and dependency groups."""
    session.install("-e", ".[cli,pdf]", *groups(*names), *also)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the guides and the knowledge base; warnings are errors."""
    install(session, "docs")
    # The guides first: the pages offer those that are there. No parallel build: so few
    # pages are read faster than processes start.
    folders = {"epub": EPUB, "typst": PDF, "anki": DECKS, "html": SITE}
    for builder, folder in folders.items():
        session.run(
            "sphinx-build", "-b", builder, "-n", "-W", "--keep-going",
            *("-d", "docs/_build/doctrees"), "docs", str(folder), *session.posargs,
        )  # fmt: skip
    session.log(f"The knowledge base: {(SITE / 'index.html').resolve()}")


@nox.session
def check(session: nox.Session) -> None:
    """Check the questions against the editorial rules in pyproject.toml."""
    install(session, "docs")
    form = "github" if os.environ.get("GITHUB_ACTIONS") else "text"
    session.run("sphinx-questions", "check", "docs", "--format", form, *session.posargs)


@nox.session
def new(session: nox.Session) -> None:
    """Ask what a new question is about, and write its file."""
    install(session, "docs")
    session.run("sphinx-questions", "new", "docs", *session.posargs)


@nox.session
def live(session: nox.Session) -> None:
    """Serve the knowledge base and build it again at every edit."""
    install(session, "live")
    session.run(
        "sphinx-autobuild", "-n", "-d", "docs/_build/doctrees",
        "--watch", "ext", "--re-ignore", r"(/_build/|/__pycache__/|\.pyc$)",
        "docs", "docs/_build/live", *session.posargs,
    )  # fmt: skip


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests on the newest libraries, and the code in the docs."""
    install(session, "tests")
    session.run("pytest", *PARALLEL, *ELSEWHERE, *session.posargs)


@nox.session(python=PYTHONS)
def pythons(session: nox.Session) -> None:
    """Run the tests on every supported Python that is installed."""
    install(session, "tests")
    session.run("pytest", *PARALLEL, *ELSEWHERE, *session.posargs)


@nox.session
@nox.parametrize(("python", "sphinx"), list(RANGE.values()), ids=list(RANGE))
def supported(session: nox.Session, sphinx: str) -> None:
    """Run the tests at both ends of the supported Pythons and Sphinxes."""
    install(session, "tests", also=(sphinx,))
    session.run("python", "-m", "sphinx", "--version")
    session.run("pytest", *PARALLEL, *ELSEWHERE, *session.posargs)


@nox.session
def core(session: nox.Session) -> None:
    """Run the tests of the bank where Sphinx is not installed."""
    session.install("--no-deps", ".")
    session.install("pytest", "pytest-timeout")
    session.run("python", "-c", "import sphinx", success_codes=[1], silent=True)
    session.run("pytest", "tests/bank", *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """Read, click and key through the pages in Chromium."""
    install(session, "browser")
    session.run("pytest", "tests/browser", *session.posargs)


@nox.session
def latex(session: nox.Session) -> None:
    """Make a PDF of the knowledge base with LaTeX; what the log regrets is an error.

    Needs XeLaTeX and latexmk: docs/extend/pdf-with-latex.md names the packages.
    """
    for program in ("xelatex", "latexmk", "make"):
        if shutil.which(program) is None:
            session.error(
                f"{program} is not installed; see docs/extend/pdf-with-latex.md"
            )
    install(session, "docs", "latex")
    # Doctrees of its own: the converter of SVG is one more extension, at which the
    # session "docs" would read everything again.
    session.run(
        "sphinx-build", "-b", "latex", "-n", "-W", "--keep-going",
        *("-d", "docs/_build/doctrees-latex"), "docs", str(BOOK),
    )  # fmt: skip
    session.run(
        "make", "-C", str(BOOK),
        "LATEXMKOPTS=-quiet -interaction=nonstopmode -halt-on-error",
        env={"max_print_line": "1000"}, external=True,
    )  # fmt: skip
    session.run("python", "tests/latex_log.py", str(BOOK / "question-bank.log"))
    session.log(f"The book: {(BOOK / 'question-bank.pdf').resolve()}")
    session.run("pytest", "tests/latex", *session.posargs)


@nox.session
def epubcheck(session: nox.Session) -> None:
    """Check the ePubs of the knowledge base and of a bank of everything. Needs Java."""
    if shutil.which("java") is None:
        session.error("Java is not installed; EPUBCheck needs it")
    install(session, "docs", "epub")
    session.run(
        "sphinx-build", "-b", "epub", "-n", "-W", "--keep-going",
        *("-d", "docs/_build/doctrees"), "docs", str(EPUB),
    )  # fmt: skip
    session.run("pytest", "tests/epub", *session.posargs)


@nox.session
def anki(session: nox.Session) -> None:
    """Import decks into Anki: at first, again, and when they have changed."""
    install(session, "anki")
    session.run("pytest", "tests/flashcards", *session.posargs)


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Time a guide as PDF, by Typst and by LaTeX, on a machine that is at rest.

    Needs XeLaTeX and latexmk: docs/extend/pdf-with-latex.md names the packages.
    """
    install(session, "docs")
    session.run("python", "benchmarks/guide_pdf.py", *session.posargs)


@nox.session
def pictures(session: nox.Session) -> None:
    """Make the pictures of the README and the docs from the real pages."""
    docs(session)
    session.install(*groups("browser", "themes"))
    for theme in ("alabaster", "sphinx_book_theme", "pydata_sphinx_theme"):
        out = f"docs/_build/themes/{theme}"
        session.run(
            "sphinx-build", "-q", "-D", f"html_theme={theme}",
            "-d", f"docs/_build/doctrees-{theme}", "docs", out,
        )  # fmt: skip
    session.run("python", "docs/pictures/make.py", str(SITE))


@nox.session
def figures(session: nox.Session) -> None:
    """Plot the figures of the questions again."""
    session.install(*groups("figures"))
    for script in sorted(Path("docs/figures").glob("*.py")):
        if script.name != "style.py":
            session.run("python", str(script))


@nox.session
def locale(session: nox.Session) -> None:
    """Collect the words that readers see, and compile their translations."""
    session.install(*groups("locale"))
    template = str(LOCALE / f"{CATALOGUE}.pot")
    session.run(
        "pybabel", "extract", "--no-default-keywords", "--keywords=_",
        "--add-location=file", "--sort-by-file", "--project=sphinx-questions",
        "--copyright-holder=The sphinx-questions authors", f"--output={template}",
        "ext/sphinx_questions",
    )  # fmt: skip
    session.run(
        "pybabel", "update", "--no-fuzzy-matching", f"--domain={CATALOGUE}",
        f"--input-file={template}", f"--output-dir={LOCALE}",
    )  # fmt: skip
    session.run(
        "pybabel", "compile", "--statistics", f"--domain={CATALOGUE}",
        f"--directory={LOCALE}",
    )  # fmt: skip


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and form with ruff."""
    session.install(*groups("lint"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of the Python code, and of the JavaScript by its comments.

    Needs npm, which fetches the TypeScript compiler.
    """
    install(session, "types")
    session.run("mypy")
    session.run(
        "npm", "exec", "--yes", "--package=typescript@5.9", "--",
        "tsc", "-p", "jsconfig.json", external=True,
    )  # fmt: skip


@nox.session(venv_backend="none")
def javascript(session: nox.Session) -> None:
    """Run the unit tests of the JavaScript with Node.js 20 or newer."""
    session.run("node", "--test", *map(str, Path("tests/javascript").glob("*.mjs")))
