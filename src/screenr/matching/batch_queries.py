"""The names of a batch as they are read: most of them are no more than the numbers of words."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching.reading import Reading
from screenr.matching.words import Word

Marks = NDArray[np.bool_]
LATIN = "Latin"


class Numbered(NamedTuple):
    """A `Reading` with the numbers of its words in place of these."""

    numbers: Sequence[int]
    script: str
    translated: bool
    mended: bool = False


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
        self._scripts: dict[int, str] = {}
        self._translated, self._mended = set[int](), set[int]()
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

    def add(self, readings: Iterable[Numbered]) -> None:
        """Add a name with all its readings, or none."""
        for numbers, script, translated, mended in readings:
            at = len(self.starts) - 1
            if script != LATIN:
                self._scripts[at] = script
            if translated:
                self._translated.add(at)
            if mended:
                self._mended.add(at)
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
            found = self._read[at] = Reading(
                words,
                self._scripts.get(at, LATIN),
                translated=at in self._translated,
                mended=at in self._mended,
            )
        return found

    @property
    def translated(self) -> Marks:
        """The readings in Latin letters of names in other scripts."""
        return self._marks(self._translated)

    @property
    def mended(self) -> Marks:
        """The readings of names as they are meant."""
        return self._marks(self._mended)

    def of_scripts(self, scripts: Collection[str]) -> Marks:
        """The readings of names in some scripts, but for Latin."""
        return self._marks(at for at, script in self._scripts.items() if script in scripts)

    def _marks(self, places: Iterable[int]) -> Marks:
        marks = np.zeros(len(self), np.bool_)
        marks[[*places]] = True
        return marks
