"""What each word of a batch adds to listed names, as arrays that are kept for the words to come."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching import bounds
from screenr.matching.batch_reach import BatchReach
from screenr.matching.index import Index
from screenr.matching.lexicon import DISTINCT
from screenr.matching.words import Word

REMEMBERED = 20_000
"""Words that are kept; the memory of a run stays constant."""
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
EMPTY: Ints = np.zeros(0, np.int64)


class Rows(NamedTuple):
    """Listed words and, a row each, what they add: the fields of `FirmGain` or `PersonGain`."""

    words: Ints
    gains: Floats


class Known(NamedTuple):
    """A word of counterparties: what it adds in organizations' and in persons' names.

    `apart` are the readings that write it apart.
    """

    firm: Rows
    person: Rows
    apart: Sequence[int]


class WordTables:
    """Remembers words with what they add at one threshold."""

    def __init__(self, index: Index, threshold: float) -> None:
        self._index, self._threshold = index, threshold
        self._reach = BatchReach(index)
        self._known: dict[tuple[Word, bool], Known] = {}
        self._letters: dict[str, list[int]] = {}

    def of(self, words: Iterable[tuple[Word, bool]]) -> dict[tuple[Word, bool], Known]:
        """Each word, and whether it was transliterated, with what it adds."""
        wanted = set(words)
        if len(self._known) + len(wanted) > REMEMBERED:
            self._known.clear()
        for translated in (False, True):
            new = [each[0] for each in wanted if each[1] == translated and each not in self._known]
            new.sort(key=lambda word: (word.raw, word.text, word.cls, word.native))
            for word, similar in zip(new, self._reach.of(new, translated=translated), strict=True):
                self._known[word, translated] = self._known_as(word, similar)
        return self._known

    def _known_as(self, word: Word, similar: tuple[dict[int, float], ...]) -> Known:
        firm = self._rows(word, similar[0], bounds.firm_gain)
        person = self._rows(word, similar[1], bounds.person_gain)
        letters = self._letter(word.raw[0]) if len(word.raw) > 1 else []
        if letters:
            mine = bounds.heavy(word)
            gains = [
                bounds.initial_gain(self._index.word(at), mine, threshold=self._threshold)
                for at in letters
            ]
            more = rows(letters, gains)
            person = (
                Rows(*map(np.concatenate, zip(person, more, strict=True)))
                if len(person.words)
                else more
            )
        is_whole = word.cls == DISTINCT and len(word.raw) > 2  # noqa: PLR2004
        return Known(firm, person, self._index.readings_with_run(word.raw) if is_whole else ())

    def _rows(
        self, word: Word, similar: dict[int, float], gain: Callable[..., tuple[float, ...]]
    ) -> Rows:
        return rows(
            list(similar),
            [
                gain((word,), self._index.word(at), similarity, threshold=self._threshold)
                for at, similarity in similar.items()
            ],
        )

    def _letter(self, letter: str) -> list[int]:
        found = self._letters.get(letter)
        if found is None:
            found = self._letters[letter] = [
                at for at in self._index.words_with(f"r:{letter}")
                if self._index.word(at).raw == letter
            ]  # fmt: skip
        return found


def rows(words: Sequence[int], gains: Sequence[tuple[float, ...]]) -> Rows:
    """Listed words with their gains; none where there are none."""
    if not words:
        return Rows(EMPTY, np.zeros((0, 0)))
    return Rows(np.array(words, np.int64), np.array(gains, np.float64))


def expanded(starts: NDArray[Any], lasts: NDArray[Any]) -> tuple[Ints, Ints]:
    """The whole numbers of many ranges one after the other, and which range each is of."""
    sizes = (lasts - starts).astype(np.int64)
    of = np.repeat(np.arange(len(sizes)), sizes)
    before = np.cumsum(sizes) - sizes
    return np.arange(int(sizes.sum())) - before[of] + starts.astype(np.int64)[of], of
