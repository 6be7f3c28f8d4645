"""The sorted, immutable collection of a project's questions."""

from __future__ import annotations

import functools
import graphlib
from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from sphinx_questions.bank.interchange import read_contents
from sphinx_questions.bank.statistics import count_views
from sphinx_questions.bank.vocabulary import closest

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx_questions.bank.question import Question
    from sphinx_questions.bank.views import View


class Links(NamedTuple):
    """The questions connected with one question, each sorted by ID."""

    #: To know first.
    requires: tuple[Question, ...]
    #: Those that list it among their follow-ups.
    follow_up_of: tuple[Question, ...]
    #: Those that require it.
    required_by: tuple[Question, ...]
    #: Close to it, whichever of the two names the other.
    related: tuple[Question, ...]


class Catalogue:
    """All questions of a project, by ID.

    Where several questions have one ID, the first by place stands in the
    catalogue and all of them are in :attr:`duplicates`: which one wins does
    not depend on the order of reading.

    *redirects* says by which ID a question goes that once had another one.
    """

    def __init__(
        self,
        questions: Iterable[Question] = (),
        redirects: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        by_id: defaultdict[str, list[Question]] = defaultdict(list)
        for question in sorted(questions, key=lambda q: (q.id, q.place)):
            by_id[question.id].append(question)
        self._by_id = {id_: same[0] for id_, same in by_id.items()}
        #: Questions that share an ID, by that ID, sorted by place.
        self.duplicates: Mapping[str, tuple[Question, ...]] = MappingProxyType(
            {id_: tuple(same) for id_, same in by_id.items() if len(same) > 1}
        )
        #: IDs that were given up, with the ID of the question that stands for each.
        #: Not those that a question uses again, nor those that lead nowhere.
        self.redirects: Mapping[str, str] = MappingProxyType(
            {
                old: new
                for old, new in sorted(redirects.items())
                if old not in by_id and new in by_id
            }
        )

    @classmethod
    def from_json(cls, text: str) -> Catalogue:
        """Return the catalogue that ``questions.json`` holds.

        Raises InterchangeError for a text that is none, or of another version.
        """
        contents = read_contents(text)
        return cls(contents.questions, contents.redirects)

    def __iter__(self) -> Iterator[Question]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._by_id

    def __getitem__(self, id_: str) -> Question:
        return self._by_id[id_]

    def get(self, id_: str) -> Question | None:
        """Return the question with this ID, or None."""
        return self._by_id.get(id_)

    def find(self, id_: str) -> Question | None:
        """Return the question with this ID, be it one that was given up, or None."""
        return self._by_id.get(self.redirects.get(id_, id_))

    @functools.cached_property
    def counts(self) -> Counter[View]:
        """How many questions each view holds; views without any are 0."""
        return count_views(self)

    @functools.cached_property
    def by_document(self) -> Mapping[str, tuple[Question, ...]]:
        """The questions by the document that holds them."""
        found: defaultdict[str, tuple[Question, ...]] = defaultdict(tuple)
        for question in self:
            found[question.place.docname] += (question,)
        return found

    @functools.cached_property
    def topics(self) -> list[str]:
        """Every topic that a question has, sorted."""
        return sorted({topic for question in self for topic in question.topics})

    def by_label(self, label: str) -> Question | None:
        """Return the question with this label: an ID of it in lower case."""
        return self._by_label.get(label)

    def closest(self, id_: str, *, apart_from: str | None = None) -> str | None:
        """Return the ID that *id_* was most likely meant to be, or None."""
        if id_ in self.redirects:
            return self.redirects[id_]
        return closest(id_, (q.id for q in self if q.id != apart_from))

    def links(self, id_: str) -> Links:
        """Return the questions connected with the question *id_*.

        Unknown IDs are left out: :attr:`dangling` has them. Raises KeyError
        if *id_* itself is unknown.
        """
        question = self[id_]
        return Links(
            requires=self._known(question.requires),
            follow_up_of=self._known(self._follow_up_of[id_]),
            required_by=self._known(self._required_by[id_]),
            related=self._known({*question.related, *self._named_as_related[id_]}),
        )

    def _known(self, ids: Iterable[str]) -> tuple[Question, ...]:
        known = {q.id: q for q in map(self.find, ids) if q is not None}
        return tuple(known[id_] for id_ in sorted(known))

    def _current(self, ids: Iterable[str]) -> set[str]:
        return {self.redirects.get(id_, id_) for id_ in ids}

    @functools.cached_property
    def _by_label(self) -> dict[str, Question]:
        old = {label.lower(): self[new] for label, new in self.redirects.items()}
        return {**old, **{question.id.lower(): question for question in self}}

    @functools.cached_property
    def _follow_up_of(self) -> defaultdict[str, list[str]]:
        return _reversed({q.id: self._current(q.follow_ups) for q in self})

    @functools.cached_property
    def _required_by(self) -> defaultdict[str, list[str]]:
        return _reversed({q.id: self._current(q.requires) for q in self})

    @functools.cached_property
    def _named_as_related(self) -> defaultdict[str, list[str]]:
        return _reversed({q.id: self._current(q.related) for q in self})

    @property
    def dangling(self) -> Iterator[tuple[Question, str, str]]:
        """Yield (question, option, ID) for each required or related ID unknown."""
        for question in self:
            for option in ("requires", "related"):
                for id_ in getattr(question, option):
                    if self.find(id_) is None:
                        yield question, option, id_

    @property
    def cycles(self) -> Iterator[tuple[str, ...]]:
        """Yield the IDs of each cycle of requirements, smallest ID first.

        Each cycle is broken at one place before the next is looked for, so
        every question that cannot be reached is in one of them.
        """
        requirements = {q.id: self._current(q.requires) for q in self}
        while True:
            try:
                graphlib.TopologicalSorter(requirements).prepare()
            except graphlib.CycleError as error:
                # graphlib lists each node before the one that requires it, and
                # the first again at the end.
                cycle = tuple(reversed(error.args[1][1:]))
                start = cycle.index(min(cycle))
                cycle = cycle[start:] + cycle[:start]
                requirements[cycle[0]].discard(cycle[1 % len(cycle)])
                yield cycle
            else:
                return


def _reversed(edges: Mapping[str, Iterable[str]]) -> defaultdict[str, list[str]]:
    backwards: defaultdict[str, list[str]] = defaultdict(list)
    for source, targets in edges.items():
        for target in targets:
            backwards[target].append(source)
    return backwards
