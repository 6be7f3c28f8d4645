"""The declared words: technologies, levels, sections."""

from __future__ import annotations

import pytest

from sphinx_questions.bank.vocabulary import (
    Level,
    Section,
    Technology,
    closest,
    did_you_mean,
    nearest,
    normalise,
    words_of,
)


@pytest.mark.parametrize("kind", [Technology, Level, Section])
@pytest.mark.parametrize("key", ["python", "machine-learning", "c11", "a-1-b"])
def test_good_keys(kind: type[Technology | Level | Section], key: str) -> None:
    """A key is lower-case letters and digits joined by single hyphens."""
    assert kind(key=key, label="Label").key == key


@pytest.mark.parametrize("kind", [Technology, Level, Section])
@pytest.mark.parametrize(
    "key", ["", "Python", "c++", "a--b", "-a", "a-", "1a", "a b", "a_b", "ä", "a\n"]
)
def test_bad_keys(kind: type[Technology | Level | Section], key: str) -> None:
    """A key that cannot stand in an address is refused by name, with the rule."""
    with pytest.raises(ValueError, match="must be lower-case letters and digits") as no:
        kind(key=key, label="Label")
    assert repr(key) in str(no.value)


@pytest.mark.parametrize("kind", [Technology, Level, Section])
@pytest.mark.parametrize("label", ["", " ", "\n"])
def test_empty_labels(kind: type[Technology | Level | Section], label: str) -> None:
    """A label that readers could not see is refused."""
    with pytest.raises(ValueError, match="'python' has an empty label"):
        kind(key="python", label=label)


@pytest.mark.parametrize("range_", [(1, 10), (1, 1), (10, 10), (3, 7)])
def test_good_difficulties(range_: tuple[int, int]) -> None:
    """A level may have any part of the scale."""
    assert Level(key="some", label="Some", difficulties=range_).difficulties == range_


@pytest.mark.parametrize("range_", [(0, 4), (6, 11), (7, 3), (-1, 2)])
def test_bad_difficulties(range_: tuple[int, int]) -> None:
    """A level whose range is empty or leaves the scale is refused with the rule."""
    with pytest.raises(ValueError, match="both lie in 1 to 10"):
        Level(key="some", label="Some", difficulties=range_)


def test_whole_scale_by_default() -> None:
    """A level that declares no range has the whole scale."""
    assert Level(key="some", label="Some").difficulties == (1, 10)


def test_names_of_a_section() -> None:
    """A section goes by its key, its label and its aliases."""
    section = Section(key="mistakes", label="Pitfalls", aliases=("Traps", "Errors"))
    assert section.names == ("mistakes", "Pitfalls", "Traps", "Errors")


@pytest.mark.parametrize("kind", [Technology, Level, Section])
def test_frozen(kind: type[Technology | Level | Section]) -> None:
    """A declared word cannot be changed."""
    word = kind(key="python", label="Python")
    with pytest.raises(AttributeError):
        word.label = "Other"  # type: ignore[misc]


def test_normalise() -> None:
    """Words are compared without regard to case and to the width of spaces."""
    assert normalise("  Key\n POINTS ") == normalise("key points") == "key points"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("pyton", "Python"),
        ("PYTHON", "Python"),
        ("machine learning", "machine-learning"),
        ("zzz", None),
        ("", None),
    ],
)
def test_closest(word: str, meant: str | None) -> None:
    """The nearest word is proposed as it was declared, a distant one never."""
    assert closest(word, ["Python", "machine-learning"]) == meant


def test_closest_of_nothing() -> None:
    """Where nothing is declared nothing is proposed."""
    assert closest("python", ()) is None


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("typng", ("typing", "typed", "a")),
        ("zzz", ("a", "b", "typed")),
    ],
)
def test_nearest(word: str, found: tuple[str, ...]) -> None:
    """The closest words come before the first ones, each once, as many as wanted."""
    assert nearest(word, iter(["a", "b", "typed", "typing"]), 3) == found


def test_nearest_of_few() -> None:
    """Where there are fewer words than wanted, all of them are found."""
    assert nearest("typng", ["a", "typing"], 8) == ("typing", "a")
    assert nearest("typng", [], 8) == ()


def test_hint() -> None:
    """The hint stands behind a message, and where nothing was meant there is none."""
    assert did_you_mean("typing") == " Did you mean 'typing'?"
    assert did_you_mean(None) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        (" , ", ()),
        ("data model,typing", ("data model", "typing")),
        ("a,\n b\nc , a", ("a", "b", "c", "a")),
    ],
)
def test_words_of(text: str, words: tuple[str, ...]) -> None:
    """Words stand with commas or on lines; spaces inside a word are kept."""
    assert words_of(text) == words
