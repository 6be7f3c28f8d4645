"""The builder ``anki``: one deck a guide."""

from __future__ import annotations

import hashlib
import html
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.util import logging

from sphinx_questions.config import settings_of
from sphinx_questions.exports.anki import note_type
from sphinx_questions.exports.anki.collection import collection
from sphinx_questions.exports.anki.collection_settings import NoteType
from sphinx_questions.exports.anki.deck import make_decks
from sphinx_questions.exports.anki.flashcard import Flashcards
from sphinx_questions.exports.anki.identity import note_type_id
from sphinx_questions.exports.anki.package import package
from sphinx_questions.exports.anki.text_file import text_file
from sphinx_questions.exports.anki.times import ChangeTimes
from sphinx_questions.exports.anki.translator import AnkiTranslator
from sphinx_questions.exports.fragments import FragmentBuilder
from sphinx_questions.guides.leftovers import remove_leftovers
from sphinx_questions.labels import _

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sphinx_questions.exports.anki.deck import Deck

logger = logging.getLogger(__name__)

#: Folder of the pictures, for whoever takes the text file.
MEDIA: Final = "media"


class AnkiBuilder(FragmentBuilder):
    """Writes the guides that show questions in full as decks for Anki."""

    name = "anki"
    epilog = _("The decks are in %(outdir)s.")
    default_translator_class = AnkiTranslator
    links_from_root = False

    def prepare_writing(self, docnames: set[str]) -> None:  # type: ignore[override]
        """Get ready; pictures stand beside the cards."""
        super().prepare_writing(docnames)
        self.imgpath = ""
        #: Where broken formulas stand, with their words: each is told of once.
        self.told_formulas: set[tuple[str | None, int | None, str]] = set()

    def post_process_images(self, doctree: nodes.Node) -> None:
        """Give every picture a name that no other one has, in any deck.

        It is that of its content, too: Anki keeps a picture that it has.
        """
        super().post_process_images(doctree)
        for source in self.images:
            self.images[source] = _media_name(Path(self.srcdir, source))

    def write_documents(self, _docnames: AbstractSet[str]) -> None:
        """Write the decks."""
        times = ChangeTimes(self.env)
        kind = self._note_type()
        outdir = Path(self.outdir)
        outdir.mkdir(parents=True, exist_ok=True)
        shown: dict[str, bytes] = {}
        written = []
        for deck in make_decks(self, Flashcards(self, times)):
            media = self._media(deck)
            shown |= media
            content = collection(deck, kind, self._description())
            (outdir / f"{deck.name}.apkg").write_bytes(package(content, media))
            text = text_file(deck)
            (outdir / f"{deck.name}.txt").write_text(
                text, encoding="utf-8", newline="\n"
            )
            logger.info("writing %s.apkg, %s.txt", deck.name, deck.name)
            written += [f"{deck.name}.apkg", f"{deck.name}.txt"]
        remove_leftovers(outdir, written)
        _write_media(outdir / MEDIA, shown)

    def _note_type(self) -> NoteType:
        project = self.config.project
        namespace = settings_of(self.config).anki_namespace or project
        front, back = note_type.templates(self.config.language or "en")
        return NoteType(
            id=note_type_id(namespace),
            name=_("Question (%s)") % " ".join(namespace.split()),
            front=front,
            back=back,
            style=note_type.style(),
            changed=note_type.CHANGED,
        )

    def _description(self) -> str:
        """Return what Anki shows where the deck is opened."""
        parts = [html.escape(self.config.project)]
        if self.config.html_baseurl:
            address = html.escape(self.config.html_baseurl)
            parts.append(f'<a href="{address}">{address}</a>')
        return "<br>".join(parts)

    def _media(self, deck: Deck) -> dict[str, bytes]:
        """Return the pictures that the cards of a deck show, by name."""
        text = "\n".join("\n".join(note_type.fields(card)) for card in deck.all_cards)
        return {
            name: Path(self.srcdir, source).read_bytes()
            for source, name in sorted(self.images.items(), key=lambda item: item[1])
            if name in text
        }


def _media_name(path: Path) -> str:
    """Return a name without folders, of letters that every system has."""
    digest = hashlib.blake2b(path.read_bytes(), digest_size=6).hexdigest()
    stem = nodes.make_id(path.stem) or "picture"
    return f"{stem}-{digest}{path.suffix.lower()}"


def _write_media(folder: Path, media: dict[str, bytes]) -> None:
    """Write the pictures of all decks, and remove those that none shows any more."""
    if folder.is_dir():
        for old in folder.iterdir():
            if old.name not in media:
                old.unlink()
    for name, content in media.items():
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
