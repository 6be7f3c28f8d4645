"""The files of a book that are made from templates."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import jinja2

#: The templates, and the style sheet, which goes into the book as it is.
FILES: Final = Path(__file__).parent / "files"

_environment = jinja2.Environment(
    loader=jinja2.FileSystemLoader(FILES),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def rendered(name: str, **values: object) -> str:
    """Return a file made from the template of that name."""
    return _environment.get_template(name).render(values)
