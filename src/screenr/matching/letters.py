"""Strings as arrays of their letters, which can be counted with by the thousand.

As Python's own strings they would take five times the room.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Table = NDArray[np.uint32]
"""Code points: a row a string, a column a letter."""
_USUAL = 16
_BASE = np.uint32(0x9E3779B1)


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


def deletions(table: Table) -> NDArray[np.uint32]:
    """Hashes of each string and, in further columns, of what each letter taken out leaves of it."""
    count, length = table.shape
    powers = np.cumprod(np.full(length, _BASE, np.uint32), dtype=np.uint32)
    at_place = table * powers
    moved = np.zeros_like(table)  # each letter where it would be without one before it
    moved[:, 1:] = table[:, 1:] * powers[:-1]
    before = np.cumsum(at_place, axis=1, dtype=np.uint32)
    after = np.cumsum(moved[:, ::-1], axis=1, dtype=np.uint32)[:, ::-1]
    found = np.empty((count, length + 1), np.uint32)
    found[:, 0] = before[:, -1] if length else 0
    found[:, 1:] = before - at_place + after - moved
    return found


def signatures(table: Table) -> NDArray[np.uint64]:
    """The letters of each string as bits, for the first and for the second of each."""
    once = np.zeros(len(table), np.uint64)
    twice = np.zeros(len(table), np.uint64)
    for column in table.T:
        bits = np.uint64(1) << (column & 31).astype(np.uint64)
        twice |= once & bits
        once |= bits
    return once | twice << np.uint64(32)
