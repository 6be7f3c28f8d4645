"""Files that a command writes, and writes again only while nobody else edits them."""

from __future__ import annotations

import hashlib
import json
import os
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

#: Says who wrote a file, with a digest of its text.
_MARK: Final = re.compile(r"sha256:([0-9a-f]{64})")
_UNKNOWN: Final = "0" * 64

#: What stands in front of the digest.
_NOTE: Final = "Written by sphinx-questions editor, which writes it again unless edited"


def schema_text(schema: Mapping[str, Any]) -> str:
    """Return a JSON Schema as a file that says who wrote it."""
    return _signed({"$comment": f"{_NOTE}; sha256:{_UNKNOWN}", **schema}, "")


def snippets_text(snippets: Mapping[str, Any]) -> str:
    """Return snippets as a file that says who wrote it; VS Code allows comments."""
    return _signed(snippets, f"// {_NOTE}; sha256:{_UNKNOWN}\n")


def _signed(content: Mapping[str, Any], head: str) -> str:
    text = f"{head}{json.dumps(content, indent=2, ensure_ascii=False)}\n"
    return text.replace(_UNKNOWN, _digest(text), 1)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def is_own(text: str) -> bool:
    """Return whether a text is as the command wrote it, for whatever configuration."""
    match = _MARK.search(text)
    return match is not None and match[1] == _digest(
        text.replace(match[1], _UNKNOWN, 1)
    )


def edited(files: Mapping[Path, str]) -> list[Path]:
    """Return the files that stand there with other text than the command wrote."""
    return [
        path
        for path, text in files.items()
        if path.exists() and (found := _text(path)) != text and not is_own(found)
    ]


def _text(path: Path) -> str:
    # What is no text was not written here.
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def write_all(files: Mapping[Path, str]) -> list[Path]:
    """Write the files whose text differs, each whole or not at all."""
    written = []
    for path, text in files.items():
        if _text(path) == text:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            draft.write_text(text, encoding="utf-8", newline="\n")
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
        written.append(path)
    return written
