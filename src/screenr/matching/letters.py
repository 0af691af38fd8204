"""Strings as arrays of their letters, which can be counted with by the thousand.

As Python's own strings they would take five times the room.
"""

import functools
from collections.abc import Sequence
from itertools import accumulate, combinations, groupby

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Table = NDArray[np.uint32]
"""Code points: a row a string, a column a letter."""
_USUAL, _ASCII = 16, 128
LONGEST = 11
"""Letters of the longest strings of which letters are taken out; there are the more ways to."""
_POWERS = np.cumprod(np.full(LONGEST, 0x9E3779B1, np.uint32), dtype=np.uint32)


class Letters:
    """Strings sorted by length. `starts` says where those of each length begin."""

    def __init__(self, tables: Sequence[Table]) -> None:
        sizes = [len(table) for table in tables]
        self.longest = max(0, len(tables) - 1)
        self.starts = [0, *accumulate(sizes)]
        self.lengths = np.repeat(np.arange(len(tables), dtype=np.int16), sizes)
        letters = np.zeros((len(self.lengths), _USUAL), np.uint8)
        self._odd: dict[int, str] = {}
        for length, (table, first) in enumerate(zip(tables, self.starts, strict=False)):
            is_usual = (table < _ASCII).all(axis=1) & (length <= _USUAL)
            usual = np.flatnonzero(is_usual)
            letters[first + usual, :length] = table[usual, :_USUAL]
            for at in np.flatnonzero(~is_usual).tolist():
                self._odd[first + at] = table[at].tobytes().decode("utf-32-le")
        self._usual = letters.view(f"S{_USUAL}").ravel()

    def strings(self, at: Ints) -> list[str | bytes]:
        """The strings at some places, most of them as the bytes that stand for the letters."""
        found: list[str | bytes] = self._usual[at].tolist()
        for place in np.flatnonzero(self._usual[at] == b"").tolist():
            found[place] = self._odd[int(at[place])]
        return found


def table_of(strings: Sequence[str], length: int) -> Table:
    """Strings of one length."""
    return np.zeros((len(strings), 0), "<u4") if length == 0 else parted("".join(strings), length)


def parted(text: str, length: int) -> Table:
    """Strings of one length that are written one after the other."""
    return np.frombuffer(text.encode("utf-32-le"), "<u4").reshape(-1, length)


def tables_of(strings: Sequence[str]) -> list[Table]:
    """Strings sorted by length: a table for each, from none to the longest."""
    by_length = {length: [*some] for length, some in groupby(strings, key=len)}
    longest = max(by_length, default=-1)
    return [table_of(by_length.get(length, []), length) for length in range(longest + 1)]


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
