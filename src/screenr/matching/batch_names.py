"""Names of a batch as the numbers of their words, side by side in arrays."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching.batch_facts import Columns
from screenr.matching.batch_pairs import expanded

Ints = NDArray[np.int64]
Bits = NDArray[np.uint64]
Marks = NDArray[np.bool_]


class Facts:
    """What the book says of some words: a column a fact, taken from it when asked for.

    Rows of all facts take a hundred times as long to take as one column.
    """

    def __init__(self, of_book: Columns, numbers: Ints) -> None:
        self._of_book, self._numbers = of_book, numbers
        self._taken: Columns = {}

    def __getitem__(self, fact: str) -> NDArray[Any]:
        found = self._taken.get(fact)
        if found is None:
            found = self._taken[fact] = self._of_book[fact][self._numbers]
        return found

    def at(self, places: Ints | Marks) -> "Facts":
        """Those of some of the words."""
        return Facts(self._of_book, self._numbers[places])


class Join(NamedTuple):
    """Neighbours that the lists write as one word: whose, which of its words, what they add."""

    name: int
    bits: int
    listed: int
    gain: tuple[float, ...]


@dataclass(frozen=True)
class Names:
    """Some names: the words of the name `n` are from ``starts[n]`` to ``starts[n + 1]``.

    `at` says where the answer goes, `words` are numbers in the book, which says what is `known`;
    `marks` those of the readings that a name can be compared with (`candidates.Compared`);
    `mended` are those whose common words were read through slips; `joins` come in last, when all
    else is known.
    """

    at: Ints
    starts: Ints
    words: Ints
    known: Columns
    marks: NDArray[np.uint8]
    translated: Marks
    is_firm: Marks
    mended: Marks
    joins: list[Join]

    @property
    def size(self) -> int:
        """How many names there are."""
        return len(self.at)

    @cached_property
    def facts(self) -> Facts:
        """What the book says of each word."""
        return Facts(self.known, self.words)

    @cached_property
    def name(self) -> Ints:
        """The name of each word."""
        return np.repeat(np.arange(self.size), np.diff(self.starts))

    @cached_property
    def place(self) -> Ints:
        """The place of each word in its name."""
        return np.arange(len(self.words)) - self.starts[self.name]

    def only(self, kept: Ints) -> "Names":
        """Some of the names, in their order."""
        words, of = expanded(self.starts[kept], self.starts[kept + 1])
        places = {old: new for new, old in enumerate(kept.tolist())} if self.joins else {}
        return Names(
            self.at[kept],
            np.searchsorted(of, np.arange(len(kept) + 1)),
            self.words[words],
            self.known,
            self.marks[kept],
            self.translated[kept],
            self.is_firm[kept],
            self.mended[kept],
            [each._replace(name=places[each.name]) for each in self.joins if each.name in places],
        )

    def without(self, marked: Marks) -> "Names":
        """The names without some of their words; but whole where no other words would be left."""
        left = np.bincount(self.name[~marked], minlength=self.size)
        kept = ~marked | (left == 0)[self.name]
        sizes = np.bincount(self.name[kept], minlength=self.size)
        return replace(
            self,
            starts=np.cumsum(np.append(0, sizes)),
            words=self.words[kept],
            joins=[],
        )

    def total(self, fact: str) -> NDArray[np.float64]:
        """The sum of a fact over the words of each name."""
        found = self._totals.get(fact)
        if found is None:
            found = self._totals[fact] = self.sums(self.facts[fact])
        return found

    @cached_property
    def _totals(self) -> dict[str, NDArray[np.float64]]:
        return {}

    def sums(self, of_words: NDArray[Any]) -> NDArray[np.float64]:
        """The sum over the words of each name."""
        sums = np.bincount(self.name, weights=of_words, minlength=self.size)
        return sums.astype(np.float64, copy=False)

    def bits(self, of_words: Marks) -> Bits:
        """The places of the words that are marked, as bits."""
        bits = np.where(of_words, self.bit, np.uint64(0))
        return np.bitwise_or.reduceat(bits, self.starts[:-1]) if self.size else bits

    @cached_property
    def bit(self) -> Bits:
        """The place of each word, as a bit."""
        return np.uint64(1) << self.place.astype(np.uint64)
