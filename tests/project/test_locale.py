"""The message catalogues: complete, and compiled."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from sphinx_questions.labels import CATALOGUE

PACKAGE: Final = Path(__file__).parents[2] / "ext" / "sphinx_questions"
TEMPLATE: Final = PACKAGE / "locale" / f"{CATALOGUE}.pot"
TRANSLATIONS: Final = sorted(PACKAGE.glob(f"locale/*/LC_MESSAGES/{CATALOGUE}.po"))

each_translation = pytest.mark.parametrize(
    "path", TRANSLATIONS, ids=[path.parts[-3] for path in TRANSLATIONS]
)


def catalogue(path: Path) -> Catalog:
    """Return the messages of a file."""
    with path.open("rb") as file:
        return read_po(file)


def words(path: Path) -> set[str]:
    """Return the words that a file has, without its head."""
    return {str(message.id) for message in catalogue(path) if message.id}


def test_template_has_every_word() -> None:
    """The template holds what the code holds; ``nox -s locale`` collects it."""
    found = extract_from_dir(
        PACKAGE,
        keywords={"_": None},
        method_map=[("**.py", "python")],
    )
    assert {str(text) for _file, _line, text, _comments, _context in found} == words(
        TEMPLATE
    )


@each_translation
def test_translation_is_complete(path: Path) -> None:
    """A translation has every word of the template, none of them in doubt."""
    assert words(path) == words(TEMPLATE)
    messages = [message for message in catalogue(path) if message.id]
    assert [m.id for m in messages if not m.string or m.fuzzy] == []
    assert [m.id for m in messages if list(m.check())] == []


@each_translation
def test_translation_is_compiled(path: Path) -> None:
    """What Sphinx reads is what the translator wrote."""
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(path))
    assert path.with_suffix(".mo").read_bytes() == compiled.getvalue()


@each_translation
def test_braces_stay(path: Path) -> None:
    """What a script fills in is in the translation too."""
    for message in catalogue(path):
        text, translated = str(message.id), str(message.string)
        for name in ("count", "total", "filter", "lowest", "highest", "text"):
            assert (f"{{{name}}}" in text) == (f"{{{name}}}" in translated), text


def test_german_is_there() -> None:
    """One language proves that all words pass through the catalogue."""
    assert "de" in [path.parts[-3] for path in TRANSLATIONS]
