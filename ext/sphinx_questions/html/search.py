"""The search index after an edit: as it would be without a history."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def on_html_collect_pages(app: Sphinx) -> list[tuple[str, dict[str, object], str]]:
    """Drop the words that no document has any more.

    Sphinx takes a document out of the entries of its words, and writes the empty
    entries into the index: an incremental build and a clean one would differ.
    Called after the last document was written and before the index is. Adds no page.
    """
    indexer = getattr(app.builder, "indexer", None)
    for name in ("_mapping", "_title_mapping"):
        words = getattr(indexer, name, {})
        present = app.env.all_docs.keys()
        for word in [w for w, docs in words.items() if present.isdisjoint(docs)]:
            del words[word]
    return []
