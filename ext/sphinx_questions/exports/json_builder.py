"""The builder ``questions-json``, and the same file with every site."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from sphinx_questions.config import settings_of
from sphinx_questions.domain import QuestionsDomain
from sphinx_questions.exports.catalogue_json import (
    FILE,
    SCHEMA,
    SCHEMA_FILE,
    catalogue_json,
)
from sphinx_questions.exports.fragment_store import FragmentStore
from sphinx_questions.exports.fragments import FragmentBuilder, Fragments
from sphinx_questions.guides.flatten import FlattenTransform
from sphinx_questions.labels import _
from sphinx_questions.outputs import has_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx


class JsonBuilder(FragmentBuilder):
    """Writes the catalogue as ``questions.json``, with the schema beside it."""

    name = "questions-json"
    epilog = _("The catalogue is in %(outdir)s.")

    def write_documents(self, _docnames: AbstractSet[str]) -> None:
        """Write the catalogue, and the pictures that it shows."""
        catalogue = QuestionsDomain.of(self.env).catalogue
        fragments = FragmentStore(self).all(Fragments(self).of)
        settings = settings_of(self.config)
        text = catalogue_json(catalogue, settings, self, fragments)
        outdir = Path(self.outdir)
        outdir.mkdir(parents=True, exist_ok=True)
        write_whole(outdir / FILE, text)
        write_whole(outdir / SCHEMA_FILE, SCHEMA.read_text(encoding="utf-8"))
        if self.site is None:
            self.copy_image_files()


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Write the catalogue into a site."""
    if exception is not None or not has_pages(app.builder):
        return
    if not settings_of(app.config).json:
        return
    builder = JsonBuilder(app, app.env)
    builder.site = app.builder
    builder.outdir = app.builder.outdir
    # The pages have told what is wrong, and would be repeated.
    with logging.suppress_logging(), _in_place_of_builder(app, builder):
        builder.init()
        builder.prepare_writing(set())
        builder.write_documents(set())


@contextlib.contextmanager
def _in_place_of_builder(app: Sphinx, builder: JsonBuilder) -> Iterator[None]:
    """Let transforms and handlers see another builder for a while.

    They ask the application what they prepare a document for, and would make cards.
    """
    site = app.builder
    transforms = app.registry.post_transforms
    app.builder = builder
    transforms.append(FlattenTransform)
    try:
        yield
    finally:
        transforms.remove(FlattenTransform)
        app.builder = site


def write_whole(path: Path, text: str) -> None:
    """Write a file so that nobody ever sees a part of it, and only if it changed."""
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp makes a file that only its owner may read.
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
