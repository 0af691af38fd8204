"""Strings as arrays of their letters, which can be counted with by the thousand.

As Python's own strings they would take five times the room.
"""

import functools
from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Table = NDArray[np.uint32]
"""Code points: a row a string, a column a letter."""
_USUAL = 16
LONGEST = 11
"""Letters of the longest strings of which letters are taken out; there are the more ways to."""
_POWERS = np.cumprod(np.full(LONGEST, 0x9E3779B1, np.uint32), dtype=np.uint32)


class Letters:
    """Strings sorted by length. `starts` says where those of each length begin."""

    def __init__(self, strings: Sequence[str]) -> None:
        self.lengths = np.fromiter(map(len, strings), np.int16, len(strings))
        self.longest = int(self.lengths[-1]) if len(strings) else 0
        self.starts = np.searchsorted(self.lengths, np.arange(self.longest + 2)).tolist()
        self._odd = {at: each for at, each in enumerate(strings) if not _is_usual(each)}
        self._usual = np.array(
            [b"" if at in self._odd else each.encode() for at, each in enumerate(strings)],
            f"S{_USUAL}",
        )

    def strings(self, at: Ints) -> list[str | bytes]:
        """The strings at some places, most of them as the bytes that stand for the letters."""
        found: list[str | bytes] = self._usual[at].tolist()
        for place in np.flatnonzero(self._usual[at] == b"").tolist():
            found[place] = self._odd[int(at[place])]
        return found


def _is_usual(string: str) -> bool:
    return string.isascii() and len(string) <= _USUAL


def table_of(strings: Sequence[str], length: int) -> Table:
    """Strings of one length."""
    codes = np.frombuffer("".join(strings).encode("utf-32-le"), "<u4")
    return codes.reshape(len(strings), length)


def deletions(table: Table, most: int) -> NDArray[np.uint32]:
    """Hashes of what is left of each string, a row each, where up to `most` letters are taken out.

    The whole string stands in the first column.
    """
    length = table.shape[1]
    lefts = [_left(length, length - out) for out in range(min(most, length) + 1)]
    hashes = [
        (table[:, left] * _POWERS[: left.shape[1]]).sum(axis=2, dtype=np.uint32) for left in lefts
    ]
    return np.concatenate(hashes, axis=1)


@functools.cache
def _left(length: int, size: int) -> Ints:
    """Which `size` places of `length` can be left."""
    ways = [*combinations(range(length), size)]
    return np.array(ways, np.int64).reshape(len(ways), size)


def signatures(table: Table) -> NDArray[np.uint64]:
    """The letters of each string as bits, for the first and for the second of each."""
    once = np.zeros(len(table), np.uint64)
    twice = np.zeros(len(table), np.uint64)
    for column in table.T:
        bits = np.uint64(1) << (column & 31).astype(np.uint64)
        twice |= once & bits
        once |= bits
    return once | twice << np.uint64(32)
