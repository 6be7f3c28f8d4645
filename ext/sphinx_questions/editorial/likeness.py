"""Rules against saying the same thing twice."""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_questions.editorial.material import ANSWER, sentences, words
from sphinx_questions.editorial.rule import Breach

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx_questions.editorial.material import Material
    from sphinx_questions.editorial.rule import Bank

#: How often a word of the title counts, beside those of the answer.
_TITLE: Final = 3

#: A word that more of a large bank has says nothing about likeness.
_COMMON: Final = 0.1
_LARGE: Final = 1000


class Pair(NamedTuple):
    """Two texts and how alike they are."""

    first: int
    second: int
    #: Cosine of the two vectors of word weights: 0 to 1.
    score: float


def find_similar(bank: Bank, least: float) -> Iterator[Breach]:
    """Yield pairs of questions that ask, and answer, nearly the same."""
    texts = [_weighed(material) for material in bank.materials]
    for pair in similar_pairs(texts, least):
        first, second = bank.materials[pair.first], bank.materials[pair.second]
        text = (
            f"it is much like {first.question.id}, {first.question.title!r} "
            f"(score {pair.score:.2f}); merge the two, or tell them apart"
        )
        yield Breach(second, text)


def _weighed(material: Material) -> Counter[str]:
    answer = material.parts.get(ANSWER)
    counts = Counter(
        words(" ".join(p.text for p in answer.paragraphs) if answer else "")
    )
    for word in words(material.question.title):
        counts[word] += _TITLE
    return counts


def similar_pairs(texts: Sequence[Mapping[str, int]], least: float) -> Iterator[Pair]:
    """Yield the pairs of texts, given as word counts, that are so alike.

    The likeness is the cosine of tf–idf vectors (Salton and Buckley 1988,
    doi:10.1016/0306-4573(88)90021-0) with logarithmic term frequencies. In a large
    bank, words that a tenth of all texts have are left out, so that the time grows
    with the number of pairs that share something.
    """
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(_vectors(texts)):
        scores: defaultdict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            for other, its_weight in postings[word]:
                scores[other] += weight * its_weight
            postings[word].append((index, weight))
        for other, score in sorted(scores.items()):
            if score >= least:
                yield Pair(other, index, min(score, 1.0))


def _vectors(texts: Sequence[Mapping[str, int]]) -> Iterator[dict[str, float]]:
    """Yield a vector of length 1 for each text."""
    number = len(texts)
    spread = Counter(itertools.chain.from_iterable(texts))
    common = number * _COMMON if number > _LARGE else number + 1
    for counts in texts:
        vector = {
            word: (1 + math.log(count)) * math.log((1 + number) / spread[word])
            for word, count in counts.items()
            if spread[word] < common
        }
        length = math.hypot(*vector.values()) or 1.0
        yield {word: weight / length for word, weight in vector.items()}


def find_repeated_sentences(bank: Bank, least: int) -> Iterator[Breach]:
    """Yield sentences of so many words that stand in two questions."""
    seen: dict[tuple[str, ...], Material] = {}
    for material in bank.materials:
        own = set()
        for paragraph in material.prose:
            for sentence in sentences(paragraph.text):
                key = tuple(words(sentence))
                if len(key) < least or key in own:
                    continue
                own.add(key)
                first = seen.setdefault(key, material)
                if first is not material:
                    text = (
                        f"this sentence stands in {first.question.id} too: "
                        f"“{sentence}”. Say it in one place and link there"
                    )
                    yield Breach(material, text, paragraph.line)
