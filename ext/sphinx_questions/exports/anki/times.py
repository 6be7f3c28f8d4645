"""When a question was last changed, in seconds, as Anki compares it.

Anki takes a note over if it is newer than the one it has. That cannot follow from the
content alone: of two texts nothing says which is the later one. So the time is that of
the last change of the files that a question is made of, as the version control knows
it; and that of the file system for what it does not know, or where there is none.
Never the clock's: the same sources give the same deck.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.environment import BuildEnvironment

    from sphinx_questions.bank.question import Question

#: Marks the time of a commit among the names of its files.
_MARK: Final = "\x01"


class ChangeTimes:
    """The times of the files of a project."""

    def __init__(self, env: BuildEnvironment) -> None:
        self._env = env
        paths = {path for name in env.found_docs for path in self._files(name)}
        self._committed = commit_times(paths, Path(env.srcdir))

    def of(self, question: Question) -> int:
        """Return when any file that the question is made of was last changed."""
        return max(map(self._time, self._files(question.place.docname)), default=0)

    def _files(self, docname: str) -> Iterator[Path]:
        """Yield a document, what it includes, and the pictures that it shows."""
        yield Path(self._env.doc2path(docname)).resolve()
        for name in self._env.dependencies.get(docname, ()):
            yield Path(self._env.srcdir, name).resolve()

    def _time(self, path: Path) -> int:
        time = self._committed.get(path)
        if time is None:
            time = int(path.stat().st_mtime) if path.is_file() else 0
        # https://reproducible-builds.org/specs/source-date-epoch/: nothing is later.
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        return min(time, int(epoch)) if epoch else time


def commit_times(paths: Iterable[Path], folder: Path) -> dict[Path, int]:
    """Return when Git saw files change last, of those that are as Git has them.

    Empty if *folder* is in no repository, or there is no Git.
    """
    top, changed = _git(folder, "rev-parse", "--show-toplevel"), None
    if top:
        changed = _git(folder, "diff", "--name-only", "--no-relative", "HEAD")
    if not top or changed is None:
        return {}
    root = Path(top.strip()).resolve()
    known = {p.relative_to(root).as_posix() for p in paths if p.is_relative_to(root)}
    known.difference_update(changed.splitlines())
    return {root / name: time for name, time in _last_commits(root, known)}


def _last_commits(root: Path, names: set[str]) -> Iterator[tuple[str, int]]:
    """Yield each file with the time of its last commit, as long as any is left."""
    # The first parents: what was merged came when it was merged, not when it was
    # written, which may be before a deck that others have imported.
    command = [
        *("git", "-c", "core.quotePath=false", "log", "--first-parent", "-m"),
        *("--no-renames", "--name-only", f"--format={_MARK}%ct"),
    ]
    time, left = 0, set(names)
    with subprocess.Popen(  # noqa: S603 – nothing in it comes from outside
        command, cwd=root, stdout=subprocess.PIPE, encoding="utf-8", errors="replace"
    ) as process:
        for line in process.stdout or ():
            name = line.rstrip("\n")
            if name.startswith(_MARK):
                time = int(name[1:])
            elif name in left:
                left.discard(name)
                yield name, time
            if not left:
                process.terminate()
                break


def _git(folder: Path, *arguments: str) -> str | None:
    """Return what Git says, or None if it cannot."""
    try:
        done = subprocess.run(  # noqa: S603 – nothing in it comes from outside
            ["git", "-c", "core.quotePath=false", *arguments],  # noqa: S607 – the user's own
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
