"""Which listed names many counterparties' names could match: the array form of `candidates`.

The same bound over the same words, hundreds of names at once. Words are numbered and looked up when
they are first seen (`batch_book`); each name's words become rows of (name, listed word, gain), of
which those that a match cannot do without lead to readings (`batch_side`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

import numpy as np

from screenr.matching import east_asian
from screenr.matching.batch_acronyms import Acronyms
from screenr.matching.batch_book import Book
from screenr.matching.batch_firms import FirmSide
from screenr.matching.batch_joins import Joins
from screenr.matching.batch_keys import Hashed
from screenr.matching.batch_names import Marks, Names
from screenr.matching.batch_persons import PersonSide
from screenr.matching.batch_queries import Queries
from screenr.matching.batch_reader import Reader
from screenr.matching.batch_rows import Found
from screenr.matching.batch_side import Side
from screenr.matching.batch_texts import Texts
from screenr.matching.batch_words import ListedWords
from screenr.matching.candidates import (
    COMPARED_AS,
    Candidates,
    Reached,
    asked_words,
    compared_with,
    same_name,
)
from screenr.matching.index import Index

LONGEST = 60
"""Words of a name that fit the bits of one number; longer ones are asked one by one."""


@dataclass(slots=True)
class _Gathered:
    """What was found for a name so far."""

    readings: set[int] = field(default_factory=set)
    near: dict[str, set[str]] = field(default_factory=dict)
    unbounded: set[int] = field(default_factory=set)

    def reached(self) -> Reached:
        return Reached(self.readings, self.near, self.unbounded)


class BatchCandidates:
    """Finds the readings of an index that names could match at one threshold."""

    def __init__(self, index: Index, threshold: float) -> None:
        self._index, self._threshold = index, threshold
        self._plain = Candidates(index)
        listed = ListedWords(index)
        self._book = Book(index, listed, threshold)
        self._reader = Reader(index, self._book.numbers)
        self._bare = Hashed(index, "bare", "reading")
        self._acronyms = Acronyms(index)
        self._joins = Joins(index, listed, threshold)
        self._sides = tuple(
            side(index, listed, self._book, threshold) for side in (FirmSide, PersonSide)
        )

    def read(self, names: Iterable[str]) -> Queries:
        """All readings of names, to be asked before others are read."""
        self._reader.forget(self._book.forget())
        return self._reader.read(names)

    def of(self, queries: Queries) -> dict[int, Reached]:
        """The listed readings that each could match, of those that could match any."""
        found: dict[int, _Gathered] = {}
        firms = self._as_firms(queries)
        self._book.learn(firms.words)
        firms = replace(firms, known=self._book.facts, joins=[])
        firms.is_firm[:] = firms.total("of_firm") > 0
        names = (firms, self._as_persons(firms, queries))
        for side, each in zip(self._sides, names, strict=True):
            each.joins.extend(self._joins.of(each, self._book.words, person=side.person))
            _gather(found, side.found(each), self._unbounded(side, each, queries))
        for at, person in _singly(queries, firms):
            plain = self._plain.of(queries.reading(at), person=person, threshold=self._threshold)
            gathered = found.setdefault(at, _Gathered())
            gathered.readings.update(plain)
            gathered.unbounded.update(plain)
        return {at: each.reached() for at, each in found.items() if each.readings}

    def _as_firms(self, queries: Queries) -> Names:
        """The names as organizations', with the numbers of their words; what these are is open."""
        count = len(queries)
        names = Names(
            np.arange(count),
            np.array(queries.starts),
            np.array(queries.numbers, np.int64),
            {},
            np.zeros((count, 3), np.uint8),
            queries.translated,
            np.zeros(count, np.bool_),
            queries.mended,
            [],
        )
        short = np.diff(names.starts) <= LONGEST
        if not short.all():
            names = names.only(np.flatnonzero(short))
        self._mark(names, queries, person=False)
        return names

    def _as_persons(self, firms: Names, queries: Queries) -> Names:
        """The names as persons', without titles; mended ones are compared with firms alone.

        East Asian ones of several words are met by their characters alone (`lone_names`).
        """
        names = firms.without(firms.facts["title"])
        by_sound = names.translated & _east_asian(queries)[names.at]
        kept = ~names.mended & ~(by_sound & (np.diff(names.starts) > 1))
        names = names.only(np.flatnonzero(kept))
        self._mark(names, queries, person=True)
        return names

    def _mark(self, names: Names, queries: Queries, *, person: bool) -> None:
        names.marks[:] = COMPARED_AS[person], 0, 0
        are_east_asian = _east_asian(queries)[names.at]
        for is_east_asian in (False, True):
            those = np.flatnonzero(names.translated & (are_east_asian == is_east_asian))
            if those.size:
                query = queries.reading(int(names.at[those[0]]))
                names.marks[those] = compared_with(query, person=person)

    def _unbounded(self, side: Side, names: Names, queries: Queries) -> Iterator[tuple[int, int]]:
        """What needs no bound (`candidates.unbounded`)."""
        yield from self._apart(side, names)
        if side.person:
            yield from self._same_persons(names, queries)
        else:
            bare = names.without(~names.facts["bare"])
            yield from self._same_firms(bare, "raw")
            has_others = bare.sums(bare.facts["raw_hash"] != bare.facts["text_hash"]) > 0
            yield from self._same_firms(bare.only(np.flatnonzero(has_others)), "text")
            yield from self._acronyms.of(names, queries)

    def _apart(self, side: Side, names: Names) -> Iterator[tuple[int, int]]:
        """The readings that write one of their words apart."""
        words = np.flatnonzero(names.facts["apart"])
        apart = [self._book.apart[at] for at in names.words[words].tolist()]
        word = np.repeat(words, [*map(len, apart)])
        reading = np.array([*chain.from_iterable(apart)], np.int64)
        kept = side.may_be_apart(names, word, reading)
        at = names.at[names.name[word[kept]]]
        yield from zip(at.tolist(), reading[kept].tolist(), strict=True)

    def _same_persons(self, names: Names, queries: Queries) -> Iterator[tuple[int, int]]:
        may_be = names.total("family") > 0
        may_be |= _east_asian(queries)[names.at]
        for name in np.flatnonzero(may_be).tolist():
            at = int(names.at[name])
            words = asked_words(self._index, queries.reading(at), person=True)
            same = same_name(self._index, queries.reading(at), words, person=True)
            yield from ((at, reading) for reading in same)

    def _same_firms(self, names: Names, what: str) -> Iterator[tuple[int, int]]:
        if not names.size:
            return
        written = Texts(names.facts[f"{what}_hash"], names.facts[f"{what}_size"])
        under = self._bare.under(names.at, written.joined(names.starts))
        yield from zip(*(each.tolist() for each in under), strict=True)


def _singly(queries: Queries, names: Names) -> Iterator[tuple[int, bool]]:
    """The names that are asked one by one, as firms' and as persons'."""
    is_long = np.ones(len(queries), np.bool_)
    is_long[names.at] = False
    for at in np.flatnonzero(is_long).tolist():
        yield from ((at, person) for person in (False, True))


def _east_asian(queries: Queries) -> Marks:
    return queries.of_scripts(east_asian.SCRIPTS)


def _gather(
    found: dict[int, _Gathered], bounded: Iterable[Found], unbounded: Iterable[tuple[int, int]]
) -> None:
    """Put together what was found for names of one kind."""
    known = set[tuple[int, int]]()
    for readings, near in bounded:
        known.update(readings)
        for at, raw, listed in near:
            found.setdefault(at, _Gathered()).near.setdefault(raw, set()).add(listed)
    for at, reading in known:
        found.setdefault(at, _Gathered()).readings.add(reading)
    for at, reading in unbounded:
        if (at, reading) not in known:
            each = found.setdefault(at, _Gathered())
            each.readings.add(reading)
            each.unbounded.add(reading)
