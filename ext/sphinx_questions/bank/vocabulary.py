"""The words that a project declares: technologies, levels and sections.

And how an author's words are read: taken apart, compared, and proposed.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: A key names a thing in options, addresses and class names.
KEY_PATTERN: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")

#: How letters that have no place in a key are spelt without their marks.
_SPELT: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o"}
)

#: The scale of difficulty, both ends included.
DIFFICULTIES: Final = range(1, 11)


def normalise(text: str) -> str:
    """Return *text* as it is compared: one space between words, case ignored."""
    return " ".join(text.split()).casefold()


def closest(word: str, words: Iterable[str]) -> str | None:
    """Return the one of *words* that *word* was most likely meant to be.

    None if nothing is similar enough to be worth proposing.
    """
    return next(iter(_alike(word, words, 1)), None)


def nearest(word: str, words: Iterable[str], number: int) -> tuple[str, ...]:
    """Return at most so many of *words*: the closest to *word*, then the first."""
    words = tuple(words)
    return tuple(dict.fromkeys((*_alike(word, words, number), *words)))[:number]


def _alike(word: str, words: Iterable[str], number: int) -> list[str]:
    by_normal_form = {normalise(candidate): candidate for candidate in words}
    found = difflib.get_close_matches(
        normalise(word), by_normal_form, n=number, cutoff=0.6
    )
    return [by_normal_form[normal_form] for normal_form in found]


def did_you_mean(word: str | None) -> str:
    """Return the hint to add to a message: empty if there is no *word*."""
    return f" Did you mean {word!r}?" if word else ""


def key_of(text: str) -> str:
    """Return the key that *text* would have: ``hoehenrettung`` of "Höhenrettung".

    Empty if *text* has no letter of the Latin alphabet to begin with.
    """
    spelt = text.lower().translate(_SPELT)
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).lstrip("-0123456789").rstrip("-")


def meant(text: str, labels: Mapping[str, str]) -> str | None:
    """Return the key that *text* was most likely meant to be, of keys with labels."""
    by_label = {normalise(label): key for key, label in labels.items()}
    if (key := key_of(text)) in labels:
        return key
    return by_label.get(normalise(text)) or closest(text, labels)


def words_of(text: str) -> tuple[str, ...]:
    """Return the comma- or line-separated parts of an option's *text*."""
    return tuple(word for part in re.split(r"[,\n]", text) if (word := part.strip()))


def _require_key(key: str, kind: str) -> None:
    if not KEY_PATTERN.fullmatch(key):
        msg = (
            f"{kind} key {key!r} must be lower-case letters and digits joined "
            "by single hyphens, and begin with a letter"
        )
        raise ValueError(msg)


def _require_label(label: str, kind: str, key: str) -> None:
    if not label.strip():
        msg = f"{kind} {key!r} has an empty label"
        raise ValueError(msg)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Technology:
    """What a question is about.

    Raises ValueError for a malformed key or an empty label.
    """

    #: Name in options and addresses: ``machine-learning``.
    key: str
    #: Name for readers: "Machine Learning".
    label: str
    #: The family it belongs to: "AI/ML". May be empty.
    category: str = ""
    #: One or two sentences for its index page. May be empty.
    description: str = ""

    def __post_init__(self) -> None:
        _require_key(self.key, "technology")
        _require_label(self.label, "technology", self.key)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """Who is asked a question.

    Raises ValueError for a malformed key, an empty label or a range of
    difficulties that is empty or leaves the scale.
    """

    #: Name in options and addresses: ``advanced``.
    key: str
    #: Name for readers: "Advanced".
    label: str
    #: The difficulties that its questions may have, both ends included.
    difficulties: tuple[int, int] = (DIFFICULTIES[0], DIFFICULTIES[-1])
    #: One or two sentences for its index page. May be empty.
    description: str = ""

    def __post_init__(self) -> None:
        _require_key(self.key, "level")
        _require_label(self.label, "level", self.key)
        low, high = self.difficulties
        if not DIFFICULTIES[0] <= low <= high <= DIFFICULTIES[-1]:
            msg = (
                f"level {self.key!r} has the difficulties {low} to {high}; "
                f"the first must not exceed the second, and both lie in "
                f"{DIFFICULTIES[0]} to {DIFFICULTIES[-1]}"
            )
            raise ValueError(msg)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A named part of a question, written under a heading.

    Raises ValueError for a malformed key or an empty label.
    """

    #: Name in anchors and classes: ``follow-ups``.
    key: str
    #: The heading that readers see: "Follow-up questions".
    label: str
    #: Other headings by which authors may call it.
    aliases: tuple[str, ...] = ()
    #: Whether the web page shows it as one of the card's tabs.
    tab: bool = False
    #: Whether a question without it is worth a warning.
    required: bool = False

    def __post_init__(self) -> None:
        _require_key(self.key, "section")
        _require_label(self.label, "section", self.key)

    @property
    def names(self) -> tuple[str, ...]:
        """Every heading that means this section: key, label, aliases."""
        return (self.key, self.label, *self.aliases)
