"""The LaTeX package that sets the cards, brought along to where TeX runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx.util.fileutil import copy_asset_file

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STYLE: Final = Path(__file__).with_name("sphinxquestions.sty")


def on_builder_inited(app: Sphinx) -> None:
    """Put the package into the output folder and have it loaded.

    A file of the same name in ``latex_additional_files`` is copied later, and wins.
    """
    if app.builder.format == "latex":
        copy_asset_file(STYLE, app.builder.outdir, force=True)
        app.add_latex_package(STYLE.stem)
