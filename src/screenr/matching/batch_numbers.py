"""Numbers for the words of a batch; those that the fewest names had are given to other words."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from screenr.matching.words import Word

REMEMBERED, KEPT = 18_500, 17_000
"""Most words at a time, and those that are kept of them; the memory of a run stays constant."""
FADING = 0.98
"""What a use counts after words were dropped: so of words used as often the newest are kept."""
Ints = NDArray[np.int64]


class Numbers:
    """Words by their numbers, those that were transliterated apart from others.

    `new` are the numbers of words that have not been used yet, of either kind.
    """

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.new = list[int](), list[int]()
        self._numbers = dict[Word, int](), dict[Word, int]()
        self._free: list[int] = []
        self._uses = np.zeros(0, np.float32)

    def of(self, words: Iterable[Word], *, translated: bool) -> list[int]:
        """The numbers of words, each of which has one from now on."""
        numbers, found = self._numbers[translated], []
        for word in words:
            at = numbers.get(word)
            if at is None:
                at = numbers[word] = self._given(word)
                self.new[translated].append(at)
            found.append(at)
        return found

    def _given(self, word: Word) -> int:
        if self._free:
            at = self._free.pop()
            self.words[at] = word
            return at
        self.words.append(word)
        return len(self.words) - 1

    def use(self, used: Ints) -> None:
        """Count the words that names have; none is new any more."""
        before = np.zeros(len(self.words), np.float32)
        before[: len(self._uses)] = self._uses
        for new in self.new:
            before[new] = 0
            new.clear()
        self._uses = before + np.bincount(used, minlength=len(before)).astype(np.float32)

    def forget(self, *, is_full: bool = False) -> Ints:
        """Where there are too many words, drop those that the fewest names had: their numbers.

        As many where the book `is_full` of fewer words.
        """
        count = len(self.words) - len(self._free)
        surplus = count - KEPT if count > REMEMBERED else (REMEMBERED - KEPT) * is_full
        if not surplus:
            return np.zeros(0, np.int64)
        dropped = np.argsort(self._uses, kind="stable")[: min(surplus, count)]
        self._uses[dropped] = np.inf  # not to be dropped again
        self._uses *= np.float32(FADING)
        for at in dropped.tolist():
            word = self.words[at]
            del self._numbers[self._numbers[True].get(word) == at][word]
        self._free += dropped.tolist()
        first, second = map(dict, self._numbers)  # without room for those that are gone
        self._numbers = first, second
        return dropped
