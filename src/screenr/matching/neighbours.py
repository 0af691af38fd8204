"""Which of many strings are within some edits of others: the array form of an edit-distance scan.

Strings of about the same length are compared by their letter signatures first: a bit for each
letter that a string has, and one for each that it has twice. One edit changes two bits at most, so
strings whose signatures differ in more cannot be within the edits allowed; the few others are
measured.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from screenr.matching.meet import edits_allowed

MOST_EDITS = edits_allowed(100)
AT_ONCE = 16
"""Strings whose signatures are compared together: what fits the processor's cache."""
Ints = NDArray[np.int64]


class Neighbours:
    """Strings sorted by length, to be asked which of them are near."""

    def __init__(self, strings: Sequence[str], allowed: Callable[[int], int]) -> None:
        self._allowed = allowed
        self._strings = np.array(strings, dtype=object)
        lengths = np.fromiter(map(len, strings), np.int64, len(strings))
        longest = int(lengths[-1]) if len(strings) else 0
        self._starts: list[int] = np.searchsorted(lengths, np.arange(longest + 2)).tolist()
        self._signatures = signatures(strings)

    def of(self, sought: Sequence[str]) -> tuple[Ints, Ints, Ints]:
        """Pairs, as places in `sought` and among the strings, and the edits between them."""
        lengths = np.fromiter(map(len, sought), np.int64, len(sought))
        asked = np.array(sought, dtype=object)
        mine = signatures(sought)
        found: list[tuple[Ints, Ints, Ints]] = []
        for length in np.unique(lengths).tolist():
            places = np.nonzero(lengths == length)[0]
            for first in range(0, len(places), AT_ONCE):
                chunk = places[first : first + AT_ONCE]
                near = self._near(asked[chunk], mine[chunk], length)
                found += ((chunk[rows], columns, edits) for rows, columns, edits in near)
        if not found:
            return (np.zeros(0, np.int64),) * 3
        places, columns, edits = (np.concatenate(each) for each in zip(*found, strict=True))
        return places, columns, edits

    def _near(
        self, asked: NDArray[np.object_], mine: NDArray[np.uint64], length: int
    ) -> list[tuple[Ints, Ints, Ints]]:
        found = []
        for other in range(max(1, length - MOST_EDITS), length + MOST_EDITS + 1):
            limit = self._allowed(max(length, other))
            if abs(length - other) > limit or other + 1 >= len(self._starts):
                continue
            begin, end = self._starts[other], self._starts[other + 1]
            if begin == end:
                continue
            differ = np.bitwise_count(mine[:, None] ^ self._signatures[None, begin:end])
            close = np.flatnonzero(differ <= 2 * limit)
            rows, columns = close // (end - begin), close % (end - begin) + begin
            edits = process.cpdist(
                asked[rows].tolist(),
                self._strings[columns].tolist(),
                scorer=OSA.distance,
                score_cutoff=limit,
            )
            kept = np.flatnonzero(edits <= limit)
            found.append((rows[kept], columns[kept], edits[kept].astype(np.int64)))
        return found


def signatures(strings: Sequence[str]) -> NDArray[np.uint64]:
    """The letters of each string as bits, for the first and for the second of each."""
    once = np.zeros(len(strings), np.uint64)
    twice = np.zeros(len(strings), np.uint64)
    if not any(strings):
        return once
    letters = np.array(strings, dtype=np.str_).view(np.uint32).reshape(len(strings), -1)
    for column in letters.T:
        bits = np.where(column, np.uint64(1) << (column & 31).astype(np.uint64), np.uint64(0))
        twice |= once & bits
        once |= bits
    return once | twice << np.uint64(32)
