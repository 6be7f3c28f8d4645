"""IDs that were given up, and short addresses."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any, Final

from sphinx_questions.config.fields import checked_fields

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELDS: Final = {"to": str, "page": str}
_EXAMPLE: Final = "{'to': 'ML-ADV-004', 'page': 'questions/ML-ADV-009'}"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """An ID that was given up, and where its links lead since."""

    #: The ID of the question that stands for it now.
    to: str
    #: The document that was its page, without suffix, or None.
    page: str | None = None


def read_redirects(value: Mapping[str, object]) -> dict[str, Redirect]:
    """Return the redirects by the ID that was given up.

    Raises ValueError for a chain and for a circle: each entry names a question, so
    that none of them breaks when another is taken out.
    """
    redirects = {id_: _redirect(id_, given) for id_, given in value.items()}
    for id_, redirect in redirects.items():
        if redirect.to in redirects:
            raise ValueError(_chain(id_, redirects))
    pages: dict[str, str] = {}
    for id_, redirect in redirects.items():
        if redirect.page and pages.setdefault(redirect.page, id_) != id_:
            msg = (
                f"questions_redirects[{id_!r}] and "
                f"questions_redirects[{pages[redirect.page]!r}] both have the page "
                f"{redirect.page!r}; write it at one of them"
            )
            raise ValueError(msg)
    return redirects


def _redirect(id_: str, given: object) -> Redirect:
    where = f"questions_redirects[{id_!r}]"
    if not id_ or id_ != id_.strip():
        msg = f"{where} has no ID for a key; write one such as 'ML-ADV-009'"
        raise ValueError(msg)
    if isinstance(given, str):
        given = {"to": given}
    fields: dict[str, Any] = checked_fields(
        given, where, _FIELDS, example=f"{_EXAMPLE}, or an ID"
    )
    if not fields.get("to", "").strip():
        msg = f"{where} does not say where to; write the ID of a question"
        raise ValueError(msg)
    if "page" in fields and not is_folder(fields["page"]):
        msg = (
            f"{where}['page'] is {fields['page']!r}; write the document that it was, "
            "with slashes and without a suffix, such as 'questions/ML-ADV-009'"
        )
        raise ValueError(msg)
    return Redirect(**fields)


def _chain(id_: str, redirects: Mapping[str, Redirect]) -> str:
    """Return what is wrong with a redirect to an ID that was given up too."""
    way = [id_]
    while (to := redirects[way[-1]].to) in redirects and to not in way:
        way.append(to)
    way.append(to)
    where = f"questions_redirects[{id_!r}]"
    if to in redirects:
        return (
            f"{where} goes in a circle: {' → '.join(way)}; write the ID of a question "
            "at one of them"
        )
    return f"{where} leads on: {' → '.join(way)}; write {to!r} there"


def is_folder(path: str) -> bool:
    """Return whether *path* names a folder or a document below the sources."""
    return all(re.fullmatch(r"\w[\w.-]*", part) for part in path.split("/")) and not (
        path.endswith((".html", ".md", ".rst"))
    )


def read_short_addresses(value: str | None) -> str | None:
    """Return the folder of the short addresses, or None."""
    if value is None:
        return None
    if not is_folder(value):
        msg = (
            f"questions_short_addresses is {value!r}; write a folder of the built "
            "pages, such as 'q'"
        )
        raise ValueError(msg)
    return value
