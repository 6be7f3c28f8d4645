"""Questions as records, for the tests that need no project."""

from __future__ import annotations

from typing import Any

from sphinx_questions.bank.question import Place, Question


def question(id_: str, **fields: Any) -> Question:  # noqa: ANN401 – of many types
    """Return a question in a document of its own, with the given fields."""
    docname = id_.lower()
    values = {
        "title": f"What is {id_}?",
        "answer": (),
        "anchor": docname,
        "place": Place(docname, f"{docname}.md", 1),
        **fields,
    }
    return Question(id=id_, **values)
