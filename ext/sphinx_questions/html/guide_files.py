"""The files of guides that the pages offer."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_questions.browse.downloads import FOLDER, offered
from sphinx_questions.outputs import shows_cards

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder


def on_write_started(_app: Sphinx, builder: Builder) -> None:
    """Copy the files that are offered, and remove those that are not any more."""
    if not shows_cards(builder):
        return
    folder = Path(builder.outdir, FOLDER)
    files = {download.path.name: download.path for download in offered(builder)}
    if folder.is_dir():
        for old in folder.iterdir():
            if old.name not in files:
                old.unlink()
    if files:
        folder.mkdir(parents=True, exist_ok=True)
    for name, path in files.items():
        # With its time, so that a server's answer to "if modified since" holds.
        shutil.copy2(path, folder / name)
