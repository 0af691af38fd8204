"""The names of a batch as they are read: most of them are no more than the numbers of words."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching.reading import Reading
from screenr.matching.words import Word

Marks = NDArray[np.bool_]


class Numbered(NamedTuple):
    """A reading whose rules had to be asked, with the numbers of its words."""

    reading: Reading
    numbers: Sequence[int]


class Plain(NamedTuple):
    """The numbers of a plain name's words, as written and, where that differs, as meant."""

    written: Sequence[int]
    meant: Sequence[int] = ()


class Queries:
    """Readings of names one after the other, each by the numbers of its words.

    `words` are all numbered words. Those of the reading `n` are `numbers` from ``starts[n]`` to
    ``starts[n + 1]``.
    """

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self.numbers: list[int] = []
        self.starts = [0]
        self._read: dict[int, Reading] = {}
        self._mended = set[int]()
        self._ends = [0]

    def __len__(self) -> int:
        return len(self.starts) - 1

    def add_plain(self, name: Plain) -> None:
        """Add a name in Latin letters, the readings of which are those of its words."""
        self.numbers += name.written
        self.starts.append(len(self.numbers))
        if name.meant:
            self._mended.add(len(self))
            self.numbers += name.meant
            self.starts.append(len(self.numbers))
        self._ends.append(len(self))

    def add(self, readings: Sequence[Numbered]) -> None:
        """Add a name with all its readings, or none."""
        for reading, numbers in readings:
            if reading.mended:
                self._mended.add(len(self))
            self._read[len(self)] = reading
            self.numbers += numbers
            self.starts.append(len(self.numbers))
        self._ends.append(len(self))

    @property
    def of_names(self) -> Iterator[range]:
        """The places of each name's readings."""
        return map(range, self._ends, self._ends[1:])

    def reading(self, at: int) -> Reading:
        """A reading with its words."""
        found = self._read.get(at)
        if found is None:
            numbers = self.numbers[self.starts[at] : self.starts[at + 1]]
            words = tuple([self._words[each] for each in numbers])
            mended = at in self._mended
            found = self._read[at] = Reading(words, "Latin", translated=False, mended=mended)
        return found

    @property
    def mended(self) -> Marks:
        """The readings of names as they are meant."""
        marks = np.zeros(len(self), np.bool_)
        marks[[*self._mended]] = True
        return marks

    def those(self, rule: Callable[[Reading], bool]) -> Marks:
        """The readings that a rule holds for; it holds for none of a plain name."""
        marks = np.zeros(len(self), np.bool_)
        marks[[at for at, reading in self._read.items() if rule(reading)]] = True
        return marks
