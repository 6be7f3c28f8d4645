"""What an author may write at a list, read and checked."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

from sphinx_questions.bank.query import (
    SELECTORS,
    Query,
    QueryError,
    Vocabulary,
    check_one_of,
    parse_query,
)
from sphinx_questions.bank.vocabulary import closest, did_you_mean
from sphinx_questions.browse.forms import FORMS
from sphinx_questions.problems import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

GROUPS: Final = ("technology", "level", "topic")
NAMES: Final = (
    *SELECTORS,
    "sort",
    "limit",
    "group-by",
    "show",
    "empty",
    "class",
    "bank",
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ListOptions:
    """The checked options of a list."""

    query: Query
    #: One of :data:`.forms.FORMS`.
    form: str
    #: One of :data:`GROUPS`, or empty for one list.
    group_by: str
    #: What to say when nothing is found; empty for the usual words.
    empty: str
    classes: tuple[str, ...]
    #: Name of another bank, or empty for this one.
    bank: str


def read_list_options(given: Mapping[str, str], vocabulary: Vocabulary) -> ListOptions:
    """Read the options of a list.

    Raises QueryError that names the option, its value and what it accepts.
    """
    for name in given:
        if name not in NAMES:
            hint = did_you_mean(closest(name, NAMES))
            msg = f"unknown option {name!r}; write one of {listed(NAMES)}.{hint}"
            raise QueryError(msg)
    form, group_by = given.get("show") or "list", given.get("group-by", "")
    check_one_of("show", form, tuple(FORMS))
    if group_by:
        check_one_of("group-by", group_by, GROUPS)
    return ListOptions(
        query=parse_query(given, vocabulary),
        form=form,
        group_by=group_by,
        empty=given.get("empty", ""),
        classes=tuple(given.get("class", "").split()),
        bank=given.get("bank", ""),
    )
