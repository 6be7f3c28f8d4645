"""What an author wrote without knowing: characters and links that do harm.

Done to the tree, and not in each output: what stands in the tree is in all of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_questions.bank.characters import closed, forbidden_in, writable
from sphinx_questions.problems import Problem, warn
from sphinx_questions.source.tree import questions_in

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: Addresses that run as a program where the page is.
_PROGRAMS: Final = re.compile(r"(javascript|vbscript|data):", re.IGNORECASE)

#: Browsers leave these out of an address before they look at it.
_IGNORED: Final = re.compile(r"[\x00-\x20\x7f-\x9f]+")


def on_doctree_read(_app: Sphinx, doctree: nodes.document) -> None:
    """Mend every question of a document, before anything is read off its tree."""
    for root in questions_in(doctree):
        _replace_forbidden(root)
        _unlink_programs(root)
        _close_title(root)


def _replace_forbidden(root: nodes.Element) -> None:
    found: set[str] = set()
    for node in list(root.findall()):
        if isinstance(node, nodes.Text):
            # Not the node itself, in which docutils marks a backslash by U+0000.
            text = node.astext()
            if forbidden := forbidden_in(text):
                found.update(forbidden)
                node.parent.replace(node, nodes.Text(writable(text)))
        elif isinstance(node, nodes.Element):
            # Some writers compare it with the text.
            node.rawsource = writable(node.rawsource)
            for name, value in node.attributes.items():
                node[name] = _writable(value)
    if found:
        names = ", ".join(f"U+{ord(character):04X}" for character in sorted(found))
        warn(
            Problem.CHARACTER,
            f"this question holds characters that cannot be shown: {names}; each is "
            "replaced by U+FFFD. Take them out, or write their names instead",
            root,
        )


def _writable(value: object) -> object:
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, list):
        return [_writable(item) for item in value]
    return value


def _unlink_programs(root: nodes.Element) -> None:
    for link in list(root.findall(nodes.reference)):
        uri = link.get("refuri", "")
        if _PROGRAMS.match(_IGNORED.sub("", uri)):
            warn(
                Problem.LINK,
                f"the link to {uri!r} would run a program in the browser of whoever "
                "follows it; it is shown as text. Link to a page instead",
                link,
            )
            address = nodes.literal("", uri)
            words = [] if link.astext() == uri else [*link.children, nodes.Text(" ")]
            link.parent.replace(link, nodes.inline("", "", *words, address))


def _close_title(root: nodes.Element) -> None:
    """End every change of direction in a title, which stands amid other text."""
    title = root[0]
    text = title.astext()
    if isinstance(title, nodes.Element) and (ends := closed(text)[len(text) :]):
        title += nodes.Text(ends)
        root["question_title"] += ends
