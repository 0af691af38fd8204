"""Which of many strings are within some edits of others: the array form of an edit-distance scan.

Strings that are so many edits apart (two neighbours transposed are one) are equal after as many
letters at most are taken out of each: all but the longest are looked up by the hashes of what is
left. The longest are compared by their letter signatures: a bit for each letter that a string has,
and one for each that it has twice. An edit changes two bits at most, and one that adds a letter a
single bit. What is left by either is measured.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from screenr.matching.batch_pairs import expanded, unique
from screenr.matching.letters import LONGEST, Letters, Table, deletions, signatures, table_of

CELLS = 1 << 16
"""Signatures that are compared at once: what fits the processor's cache."""
AT_ONCE = 512
"""Strings of which letters are taken out at once; what is left takes a hundred times the room."""
Ints = NDArray[np.int64]
_ENDLESS = 1 << 30
_PLACE, _NUMBER = 31, (1 << 31) - 1
"""Two numbers are packed into one, which is sorted five times as fast as both."""
_NONE = np.zeros(0, np.int64)


class Neighbours:
    """Strings sorted by length, a table for each, to be asked which of them are near.

    `allowed` says how many edits two strings may be apart of which the longer has so many letters;
    it grows by one at most from a length to the next.
    """

    def __init__(self, tables: Sequence[Table], allowed: Callable[[int], int]) -> None:
        self._letters = Letters(tables)
        self._most = allowed(_ENDLESS)
        lengths = range(max(LONGEST, self._letters.longest) + self._most + 1)
        self._allowed = np.fromiter(map(allowed, lengths), np.int64, len(lengths))
        forms, signed = [_NONE], [np.zeros(0, np.uint64)]
        for length, table in enumerate(tables):
            if length <= LONGEST:
                places = np.arange(len(table)) + self._letters.starts[length]
                forms += (
                    self._forms(table[at : at + AT_ONCE], places[at : at + AT_ONCE])
                    for at in range(0, len(table), AT_ONCE)
                )
            if length > LONGEST - self._most:
                signed.append(signatures(table))
        self._hashes, self._numbers = _parted(_joined(forms))
        self._signatures = np.concatenate(signed)
        self._unsigned = len(self._letters.lengths) - len(self._signatures)

    def of(self, sought: Sequence[str]) -> tuple[Ints, Ints, Ints]:
        """Pairs, as places in `sought` and among the strings, and the edits between them."""
        lengths = np.fromiter(map(len, sought), np.int64, len(sought))
        forms, near = [_NONE], [_NONE]
        for length in np.flatnonzero(np.bincount(lengths)).tolist():
            places = np.flatnonzero(lengths == length)
            table = table_of([sought[place] for place in places.tolist()], length)
            if length <= LONGEST:
                forms.append(self._forms(table, places))
            near += (
                places[rows] << _PLACE | columns for rows, columns in self._scan(table, length)
            )
        near.append(self._sharing(_joined(forms)))
        return self._measured(sought, lengths, unique(np.concatenate(near)))

    # -- by what is left after letters are taken out

    def _forms(self, table: Table, places: Ints) -> Ints:
        """What is left of the strings, hashed, and which of `places` it is of, as one number."""
        hashes = deletions(table, int(self._allowed[table.shape[1]]))
        return (hashes.astype(np.int64) << _PLACE | places[:, None]).ravel()

    def _sharing(self, forms: Ints) -> Ints:
        hashes, places = _parted(forms)
        at, of = expanded(
            np.searchsorted(self._hashes, hashes, "left"),
            np.searchsorted(self._hashes, hashes, "right"),
        )
        return places[of].astype(np.int64) << _PLACE | self._numbers[at]

    # -- by letter signatures

    def _scan(self, table: Table, length: int) -> Iterator[tuple[Ints, Ints]]:
        if length + self._most <= LONGEST:
            return
        mine = signatures(table)[:, None]
        for other in range(length - self._most, length + self._most + 1):
            if not 0 <= other <= self._letters.longest or max(length, other) <= LONGEST:
                continue
            limit = int(self._allowed[max(length, other)])
            begin, end = self._letters.starts[other : other + 2]
            if abs(length - other) > limit or begin == end:
                continue
            theirs = self._signatures[begin - self._unsigned : end - self._unsigned]
            bits = 2 * limit - abs(length - other)
            rows = max(1, CELLS // len(theirs))
            for first in range(0, len(mine), rows):
                differ = np.bitwise_count(mine[first : first + rows] ^ theirs)
                row, column = np.divmod(np.flatnonzero(differ <= bits), len(theirs))
                yield first + row, begin + column

    def _measured(
        self, sought: Sequence[str], lengths: Ints, near: Ints
    ) -> tuple[Ints, Ints, Ints]:
        places, columns = near >> _PLACE, near & _NUMBER
        edits = process.cpdist(
            [sought[place] for place in places.tolist()],
            self._letters.strings(columns),
            scorer=OSA.distance,
            score_cutoff=self._most,
        ).astype(np.int64)
        longer = np.maximum(lengths[places], self._letters.lengths[columns])
        kept = edits <= self._allowed[longer]
        return places[kept], columns[kept], edits[kept]


def _joined(parts: list[Ints]) -> Ints:
    """The numbers of all parts, sorted: so they are found in half the time."""
    numbers = np.concatenate(parts)
    parts.clear()
    numbers.sort()
    return numbers


def _parted(numbers: Ints) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    first, second = np.empty((2, len(numbers)), np.uint32)
    np.right_shift(numbers, _PLACE, out=first, casting="unsafe")  # without a wide copy of it
    np.bitwise_and(numbers, _NUMBER, out=second, casting="unsafe")
    return first, second
