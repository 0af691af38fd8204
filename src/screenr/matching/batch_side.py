"""The bound over the words of a few dozen names at once, of organizations or of persons.

Each name's words become rows of (name, listed word, gain). The rows that a match cannot do without
lead to readings; of those all words are looked up among the rows, and their gains summed.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching.asked import joined
from screenr.matching.batch_pairs import expanded
from screenr.matching.batch_tables import Floats, Ints, Known, Rows
from screenr.matching.batch_words import ListedWords
from screenr.matching.bounds import PersonGain
from screenr.matching.candidates import Compared
from screenr.matching.index import Index
from screenr.matching.listed import COMMON
from screenr.matching.reading import Reading
from screenr.matching.wholes import Whole, places_of, wholes
from screenr.matching.words import Word

NAMES = 192
"""Names that are looked up together: the table of their rows must fit the processor's cache."""
POSTINGS = 400_000
"""Readings that are looked at together; names are parted by them and not by their number."""
Bits = NDArray[np.uint64]
Marks = NDArray[np.bool_]
THEIRS, FULL, JOIN, INITIAL = map(PersonGain._fields.index, ("theirs", "full", "joined", "initial"))


class Asked(NamedTuple):
    """A name with its words as they are compared, and where the answer goes."""

    at: int
    query: Reading
    words: tuple[Word, ...]
    marks: Compared


class Table(NamedTuple):
    """The rows of some names: each of a name and a listed word; `place` of the query's word."""

    name: Ints
    word: Ints
    gain: Floats
    bits: Bits
    place: Ints


class Sums(NamedTuple):
    """Readings that are looked at, each for a name, with what their words come to."""

    name: Ints
    reading: Ints
    gain: list[Floats]
    bits: Bits
    position: Ints
    entry: Ints
    row: NDArray[np.int32]


class Side(ABC):
    """What both kinds of names have in common."""

    person: bool
    fields: int

    def __init__(self, index: Index, listed: ListedWords, threshold: float) -> None:
        self._index, self._listed, self._threshold = index, listed, threshold
        self._posting_starts = _numbers(index, "posting.at.u4")
        self._postings = _numbers(index, "posting.u4")
        self._reading_starts = _numbers(index, "reading.at.u4")
        self._reading_words = _numbers(index, "reading.words.u4")
        self._flags = np.frombuffer(index.file.raw("reading.flags.u1"), np.uint8)
        self._column = np.zeros(len(self._posting_starts) - 1, np.int32)

    @abstractmethod
    def _gain(self, run: Sequence[Word], at: int, similarity: float) -> tuple[float, ...]:
        """What a listed word adds where a run of words meets it."""

    def _joined(self, words: Sequence[Word]) -> Iterator[tuple[int, int, int, float]]:
        return joined(words, self._distinctive)

    def _distinctive(self, raw: str) -> Sequence[int]:
        return self._listed.distinct.get(raw, ())

    @abstractmethod
    def _rows(self, known: Known) -> Sequence[Rows]:
        """What is known of a word for names of this kind."""

    def found(
        self, asked: Sequence[Asked], known: Mapping[tuple[Word, bool], Known]
    ) -> Iterator[tuple[int, int]]:
        """Where the answer goes, and a reading that the name could match."""
        for first in range(0, len(asked), NAMES):
            block = asked[first : first + NAMES]
            yield from self._found(block, self._table(block, known))

    def _found(self, block: Sequence[Asked], table: Table) -> Iterator[tuple[int, int]]:
        names, words, of_common = self._walked(block, table)
        looked = self._looked_at(block, names, words, of_common)
        if not len(looked):
            return
        slots = self._filled(block, table)
        for first in range(0, len(looked), POSTINGS):
            sums = self._sums(table, slots, looked[first : first + POSTINGS])
            kept = self._may_reach(block, table, sums)
            for name, reading in zip(
                sums.name[kept].tolist(), sums.reading[kept].tolist(), strict=True
            ):
                yield block[name].at, reading
        self._column[table.word] = 0

    def _table(self, block: Sequence[Asked], known: Mapping[tuple[Word, bool], Known]) -> Table:
        parts: list[Rows] = []
        places: list[tuple[int, int, int]] = []
        for name, each in enumerate(block):
            for place, word in enumerate(each.words):
                for part in self._rows(known[word, each.query.translated]):
                    if len(part.words):
                        parts.append(part)
                        places.append((name, place, 1 << place))
            for first, end, at, similarity in self._joined(each.words):
                gain = self._gain(each.words[first:end], at, similarity)
                parts.append(Rows(np.array([at]), np.array([gain])))
                places.append((name, -1, (1 << end) - (1 << first)))
        sizes = np.array([len(part.words) for part in parts], np.int64)
        return Table(
            np.repeat(np.array([name for name, _, _ in places], np.int64), sizes),
            np.concatenate([part.words for part in parts] or [np.zeros(0, np.int64)]),
            np.concatenate([part.gains for part in parts] or [np.zeros((0, self.fields))]),
            np.repeat(np.array([bits for _, _, bits in places], np.uint64), sizes),
            np.repeat(np.array([place for _, place, _ in places], np.int64), sizes),
        )

    def _filled(self, block: Sequence[Asked], table: Table) -> NDArray[np.int32]:
        """The row of each name and word, plus one; of several all that any of them could.

        A column a word of the block, since all words of the lists would not fit the cache.
        """
        numbers = np.arange(1, len(table.name) + 1, dtype=np.int32)
        words = unique(table.word)
        self._column[words] = np.arange(1, len(words) + 1)
        column = self._column[table.word]
        slots = np.zeros((len(block), len(words) + 1), np.int32)
        slots[table.name, column] = numbers
        won = slots[table.name, column]
        lost = np.flatnonzero(won != numbers)
        into = won[lost] - 1
        for field in range(table.gain.shape[1]):
            np.maximum.at(table.gain[:, field], into, table.gain[lost, field])
        np.bitwise_or.at(table.bits, into, table.bits[lost])
        return slots

    @abstractmethod
    def _walked(self, block: Sequence[Asked], table: Table) -> tuple[Ints, Ints, Marks]:
        """Names and listed words that lead to readings, some to those without a brand only."""

    def _looked_at(
        self, block: Sequence[Asked], names: Ints, words: Ints, of_common: Marks
    ) -> Ints:
        """The readings that the words lead to: name times all readings, plus the reading."""
        size = len(self._flags)
        found = []
        cost = np.cumsum(self._posting_starts[words + 1] - self._posting_starts[words])
        parts = np.searchsorted(
            cost, np.arange(POSTINGS, int(cost[-1]) if len(cost) else 0, POSTINGS)
        )
        marks = np.array([each.marks for each in block], np.uint8).reshape(-1, 3)
        for part in np.split(np.arange(len(words)), parts):
            at, of = expanded(
                self._posting_starts[words[part]], self._posting_starts[words[part] + 1]
            )
            readings, name = self._postings[at].astype(np.int64), names[part][of]
            flags = self._flags[readings]
            any_of, all_of, none_of = marks[name].T
            kept = (flags & any_of > 0) & (flags & all_of == all_of) & (flags & none_of == 0)
            kept &= (flags & COMMON > 0) | ~of_common[part][of]
            found.append(unique(name[kept] * size + readings[kept]))
        return unique(np.concatenate(found)) if found else np.zeros(0, np.int64)

    def _sums(self, table: Table, slots: NDArray[np.int32], looked: Ints) -> Sums:
        name, reading = np.divmod(looked, len(self._flags))
        at, entry = expanded(self._reading_starts[reading], self._reading_starts[reading + 1])
        row = slots[name[entry], self._column[self._reading_words[at]]] - 1
        hit = row >= 0
        met, of = row[hit], entry[hit]
        gain = [
            np.bincount(of, weights=table.gain[met, field], minlength=len(name)).astype(np.float64)
            for field in range(table.gain.shape[1])
        ]
        bits = np.zeros(len(name), np.uint64)
        np.bitwise_or.at(bits, of, table.bits[met])
        return Sums(name, reading, gain, bits, at, entry, row)

    @abstractmethod
    def _may_reach(self, block: Sequence[Asked], table: Table, sums: Sums) -> Marks:
        """Which of the readings could come to the threshold."""

    def _may_be_cut(self, block: Sequence[Asked], sums: Sums, bits: Bits) -> Marks:
        """Where all that must meet could, of a name of which a part was cut off."""
        found = np.zeros(len(bits), np.bool_)
        ways = [self._wholes(each.words) for each in block]
        for way in range(max(map(len, ways), default=0)):
            there = np.array([len(each) > way for each in ways])
            needed = np.array(
                [each[way].needed if len(each) > way else 0 for each in ways], np.uint64
            )
            met = there[sums.name] & (needed[sums.name] & ~bits == 0) & ~found
            if met.any():
                found |= self._fit(
                    met, [each[way] if len(each) > way else None for each in ways], sums
                )
        return found

    def _fit(self, met: Marks, ways: Sequence[Whole | None], sums: Sums) -> Marks:
        """`Whole.fits` of the readings in `met`."""
        spans = np.array([self._listed.beginning(e.begun) if e else (0, 0) for e in ways])
        of_first = np.array([e.is_first if e else False for e in ways])
        words = np.array([e.words if e else 0 for e in ways])
        first = self._reading_starts[sums.reading]
        entry = np.flatnonzero(met[sums.entry])
        of, position = sums.entry[entry], sums.position[entry]
        name = sums.name[of]
        rank = self._listed.rank[self._reading_words[position]]
        fits = (spans[name, 0] <= rank) & (rank < spans[name, 1])
        fits &= ~of_first[name] | (position == first[of])
        found: Marks = np.bincount(of[fits], minlength=len(met)) > 0
        longer = self._reading_starts[sums.reading + 1] - first > words[sums.name]
        return found & longer & met

    def _wholes(self, words: Sequence[Word]) -> list[Whole]:
        return wholes(words, person=self.person)

    def _cut_off(
        self, block: Sequence[Asked], table: Table, initials: Sequence[int]
    ) -> tuple[Ints, Ints]:
        """Names and listed words that lead to what names must meet of which a part was cut off."""
        names: list[Ints] = []
        words: list[Ints] = []
        cost = self._posting_starts[table.word + 1] - self._posting_starts[table.word]
        costs = np.zeros((len(block), 64))
        np.add.at(costs, (table.name, table.place), cost)
        for name, each in enumerate(block):
            for whole in self._wholes(each.words):
                telling = places_of(whole.needed & ~initials[name])
                if telling:
                    place = min(telling, key=costs[name].__getitem__)
                    rows = table.word[(table.name == name) & (table.place == place)]
                else:
                    begun = self._index.words_beginning(each.words[-1].raw)
                    rows = np.fromiter(begun, np.int64)
                names.append(np.full(len(rows), name))
                words.append(rows)
        empty = [np.zeros(0, np.int64)]
        return np.concatenate(names or empty), np.concatenate(words or empty)


def _numbers(index: Index, name: str) -> NDArray[np.uint32]:
    """A section of numbers, read in place; too narrow to be multiplied."""
    return np.frombuffer(index.file.raw(name), "<u4")


def unique(numbers: Ints) -> Ints:
    """The numbers, each once, in order; numpy's own way hashes, which is slower here."""
    numbers = np.sort(numbers)
    first = np.ones(len(numbers), np.bool_)
    first[1:] = numbers[1:] != numbers[:-1]
    return numbers[first]
