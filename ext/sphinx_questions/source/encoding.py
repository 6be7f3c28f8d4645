"""Documents that are not saved in the encoding that Sphinx reads, which is UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from sphinx_questions.problems import Problem, warn

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def on_env_before_read_docs(
    app: Sphinx, env: BuildEnvironment, docnames: list[str]
) -> None:
    """Report the documents that cannot be decoded, and go on without them.

    Sphinx 9 ends at the first, and does not say which it is. Raises SphinxError
    if the root document is one of them.
    """
    encoding = app.config.source_encoding
    for docname in list(docnames):
        path = env.doc2path(docname)
        line = _first_undecodable_line(path, encoding)
        if not line:
            continue
        name = "UTF-8" if encoding.lower().startswith("utf-8") else encoding
        text = f"it is not {name}; save it as {name}"
        if docname == app.config.root_doc:
            msg = f"{path}:{line}: {text}"
            raise SphinxError(msg)
        warn(
            Problem.CHARACTER,
            f"{text}. Until then this document is left out",
            f"{path}:{line}",
        )
        docnames.remove(docname)
        env.found_docs.discard(docname)
        app.emit("env-purge-doc", env, docname)
        env.clear_doc(docname)


def _first_undecodable_line(path: Path, encoding: str) -> int:
    """Return the number of the line; 0 if there is none."""
    try:
        data = path.read_bytes()
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    except (OSError, LookupError):
        # Sphinx has words for these.
        return 0
    return 0
