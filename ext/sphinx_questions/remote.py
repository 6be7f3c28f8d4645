"""Banks of other projects, read from their ``questions.json``."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urljoin, urlsplit

from docutils import nodes
from sphinx import addnodes

from sphinx_questions.bank.catalogue import Catalogue
from sphinx_questions.bank.interchange import InterchangeError, read_contents
from sphinx_questions.config import settings_of
from sphinx_questions.problems import Problem, conf_py, warn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

#: In the folder of the doctrees: the last copy that could be read.
_COPY: Final = "sphinx-questions-remote-{name}.json"

#: Seconds until a server that says nothing is given up.
_PATIENCE: Final = 10


class Remote(NamedTuple):
    """The bank of another project."""

    catalogue: Catalogue
    #: Where each question is, by ID; empty where nobody knows.
    addresses: Mapping[str, str]
    #: The text that it was read from.
    text: str


#: A bank of which nothing could be read.
NOTHING: Final = Remote(Catalogue(), MappingProxyType({}), "")


def load_remotes(app: Sphinx) -> dict[str, Remote]:
    """Return the banks that ``questions_remote`` names, by that name.

    Nothing is fetched where it names none. A bank that cannot be read is a warning,
    and the last copy that could be is used.
    """
    return {
        name: _load(name, location, app)
        for name, location in settings_of(app.config).remote.items()
    }


def _load(name: str, location: str, app: Sphinx) -> Remote:
    copy = Path(app.doctreedir, _COPY.format(name=name))
    try:
        text = _fetch(location, Path(app.confdir))
        remote = read_remote(text, location)
    except (OSError, InterchangeError) as error:
        remote = _last_copy(copy, location)
        remedy = "the last copy is used" if remote.text else "its lists are empty"
        warn(
            Problem.REMOTE,
            f"questions_remote[{name!r}] is {location!r}, which cannot be read: "
            f"{error}; {remedy}. Write the path or the address of a questions.json",
            conf_py(app.confdir),
        )
        return remote
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(text, encoding="utf-8")
    return remote


def _fetch(location: str, folder: Path) -> str:
    if urlsplit(location).scheme not in {"http", "https"}:
        return (folder / location).read_text(encoding="utf-8")
    # Imported late: few projects ask the web for anything.
    import requests  # noqa: PLC0415 – a dependency of Sphinx

    response = requests.get(location, timeout=_PATIENCE)
    response.raise_for_status()
    response.encoding = "utf-8"
    return response.text


def _last_copy(copy: Path, location: str) -> Remote:
    try:
        return read_remote(copy.read_text(encoding="utf-8"), location)
    except (OSError, InterchangeError):
        return NOTHING


def read_remote(text: str, location: str) -> Remote:
    """Return the bank that a ``questions.json`` from *location* holds.

    Raises InterchangeError.
    """
    questions, addresses, redirects = read_contents(text)
    return Remote(
        Catalogue(questions, redirects),
        {id_: _absolute(address, location) for id_, address in addresses.items()},
        text,
    )


def _absolute(address: str, location: str) -> str:
    """Return an absolute address, or nothing: of a file nobody knows where it is."""
    full = urljoin(location, address)
    return full if urlsplit(full).scheme in {"http", "https"} else ""


def lead_out(tree: nodes.Element, remote: Remote) -> None:
    """Let links to questions in a list of a remote bank lead to their home."""
    for link in list(tree.findall(addnodes.pending_xref)):
        address = remote.addresses.get(link["reftarget"], "")
        link.replace_self(
            nodes.reference("", "", *link.children, refuri=address, internal=False)
            if address
            else link.children
        )
