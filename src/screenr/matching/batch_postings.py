"""The readings of one kind of names that listed words lead to, alone or two of them."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from screenr.matching.batch_initials import bits_of
from screenr.matching.batch_names import Ints, Marks, Names
from screenr.matching.batch_pairs import expanded, unique
from screenr.matching.batch_rows import BEGUN, TWICE, Letters, Walked
from screenr.matching.batch_words import ListedWords
from screenr.matching.index import Index

POSTINGS = 400_000
"""Readings that are looked at together."""


class Postings:
    """The readings that have each listed word, of those with one of some marks."""

    def __init__(self, index: Index, listed: ListedWords, any_of: int) -> None:
        self._index, self._listed, self._kinds = index, listed, any_of
        self._flags = np.frombuffer(index.file.raw("reading.flags.u1"), np.uint8)
        # Each word has a posting, so that each of these runs has a beginning of its own.
        starts, readings = numbers_of(index, "posting.at.u4"), numbers_of(index, "posting.u4")
        self._any_of = np.bitwise_or.reduceat(self._flags[readings], starts[:-1].astype(np.intp))
        of_kind = self._flags[readings] & any_of > 0
        self._readings = readings[of_kind]
        self._starts = np.append(np.uint32(0), np.cumsum(of_kind, dtype=np.uint32))[starts]
        costs = np.diff(self._starts)[listed.by_rank]
        self._before = np.append(np.uint32(0), np.cumsum(costs, dtype=np.uint32))

    def cost(self, begins: Ints, ends: Ints) -> Ints:
        """To how many readings the words of some ranks lead."""
        return self._before[ends].astype(np.int64) - self._before[begins]

    def led(self, names: Names, walked: Walked) -> Ints:
        """The readings that the rows lead to: name times all readings, plus the reading."""
        name, word, needs, letters = walked
        cost = self._starts[word + 1] - self._starts[word]
        if int(cost.sum()) <= POSTINGS:
            return self._of(names, walked)
        order = np.argsort(name, kind="stable")
        cost = np.cumsum(cost[order])
        parts = np.searchsorted(cost, np.arange(POSTINGS, int(cost[-1]), POSTINGS))
        parts = np.searchsorted(name[order], name[order[parts]])  # those of a name stay together
        found = [
            self._of(names, Walked(name[part], word[part], needs[part], letters))
            for part in np.split(order, parts)
        ]
        return np.concatenate(found)

    def _of(self, names: Names, walked: Walked) -> Ints:
        narrow = np.min_scalar_type(names.size * len(self._flags))  # sorted in half the time
        first = (walked.name * len(self._flags)).astype(narrow)
        led = np.append(self._by_one(walked, first), self._by_two(walked, first))
        found = unique(led).astype(np.int64)
        if names.translated.any():
            found = found[self.are_compared(names, *np.divmod(found, len(self._flags)))]
        return found

    def _by_one(self, walked: Walked, first: NDArray[np.integer]) -> NDArray[np.integer]:
        """The readings that have all that is needed for one row."""
        marks = walked.needs & (TWICE - BEGUN - 1)
        rows = np.flatnonzero(self._any_of[walked.word] & marks == marks)
        at, of = self._run(walked.word[rows])
        readings, needed = self._readings[at], marks[rows][of]
        enough = np.flatnonzero(self._flags[readings] & needed == needed)
        readings, rows = readings[enough], rows[of[enough]]
        return (first[rows] + readings)[self._are_begun(walked, rows, readings=readings)]

    def _by_two(self, walked: Walked, first: NDArray[np.integer]) -> NDArray[np.integer]:
        """The readings that two rows lead to."""
        rows = np.flatnonzero(walked.needs >= TWICE)
        at, of = self._run(walked.word[rows])
        led = first[rows][of] + self._readings[at]
        led.sort()
        return led[np.flatnonzero(led[1:] == led[:-1])]

    def _run(self, word: Ints) -> tuple[Ints, Ints]:
        """Where the readings of listed words stand, and which of the words each is of."""
        return expanded(self._starts[word], self._starts[word + 1])

    def _are_begun(self, walked: Walked, rows: Ints, *, readings: NDArray[np.uint32]) -> Marks:
        """Which readings, each led to by a row, have a word with a letter that is needed."""
        are_begun = np.ones(len(rows), np.bool_)
        some = np.flatnonzero(walked.needs[rows] & BEGUN)
        letters = walked.letters[walked.name[rows[some]]]
        are_begun[some] = self.begun[readings[some]] & letters > 0
        return are_begun

    @cached_property
    def begun(self) -> Letters:
        """The letters with which the words of each reading begin (`bits_of`)."""
        starts, words = (numbers_of(self._index, f"reading.{each}.u4") for each in ("at", "words"))
        first = bits_of(self._listed.first[words])
        return np.bitwise_or.reduceat(first, starts[:-1].astype(np.intp))

    def are_compared(self, names: Names, name: Ints, reading: Ints) -> Marks:
        """Which readings, each beside a name, are compared with it (`candidates.Compared`)."""
        flags, (_, all_of, none_of) = self._flags[reading], names.marks[name].T
        compared: Marks = (flags & all_of == all_of) & (flags & none_of == 0)
        return compared & (flags & self._kinds > 0)


def numbers_of(index: Index, section: str) -> NDArray[np.uint32]:
    """A section of numbers, read in place; too narrow to be multiplied."""
    return np.frombuffer(index.file.raw(section), "<u4")
