"""Strings as arrays of their letters, which can be counted with by the thousand.

As Python's own strings they would take five times the room.
"""

import functools
from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Heads = NDArray[np.uint64]
"""The first letters of strings in one number, the first in its lowest byte; 0 of other scripts."""
Table = NDArray[np.uint32]
"""Code points: a row a string, a column a letter."""
_USUAL, _ASCII = 16, 128
HEAD, _WHOLE_BYTES = 8, 56
"""Letters that fit into one number; the bits that are of them, as so many begin."""
LONGEST, MOST_TAKEN = 11, 2
"""Letters of the longest strings of which letters are taken out, and of those at most; the more
letters, the more ways there are to."""
_FACTOR = 0x9E3779B1
_POWERS = np.cumprod(np.full(LONGEST, _FACTOR, np.uint32), dtype=np.uint32)
_ONE_BACK, _TWO_BACK = (np.uint32(pow(_FACTOR, -back, 1 << 32)) for back in (1, 2))
"""What the hash of letters is multiplied with where they move up by a place, or by two."""


class Letters:
    """Strings sorted by length. `starts` says where those of each length begin."""

    def __init__(self, tables: Sequence[Table]) -> None:
        sizes = [len(table) for table in tables]
        self.longest = max(0, len(tables) - 1)
        self.starts = np.cumsum([0, *sizes])
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

    def heads(self, at: Ints) -> Heads:
        """What the strings at some places begin with."""
        begun: Heads = self._usual.view("<u8")[:: _USUAL // HEAD]
        return begun[at]

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


def padded(strings: Sequence[str], longest: int) -> Table:
    """Strings of any length up to the longest, with zeros after the shorter ones."""
    width = max(longest, 1)
    return np.array(strings, f"<U{width}").view("<u4").reshape(-1, width)


def together(tables: Sequence[Table]) -> Table:
    """Strings of several lengths as one table, with zeros after the shorter ones."""
    starts = np.cumsum([0, *map(len, tables)])
    widest = max((table.shape[1] for table in tables), default=0)
    whole = np.zeros((starts[-1], widest), "<u4", order="F")  # it is gone through by columns
    for first, table in zip(starts, tables, strict=False):
        whole[first : first + len(table), : table.shape[1]] = table
    return whole


def heads(table: Table) -> Heads:
    """What strings begin with."""
    letters = np.zeros((len(table), HEAD), np.uint8)
    letters[:, : table.shape[1]] = table[:, :HEAD]
    letters[(table >= _ASCII).any(axis=1)] = 0
    return letters.view("<u8").ravel()


def edits_of_few(mine: Heads, theirs: Heads) -> NDArray[np.uint8]:
    """The edits between strings of no more letters than a head has: none, one, or 2 for more.

    From the first letter that differs on, what is left is the same without that letter in one of
    them or in both, or where it and the next have changed places.
    """
    differ = mine ^ theirs
    same = (np.bitwise_count((differ & -differ) - 1) & _WHOLE_BYTES).astype(np.uint64)
    mine, theirs, differ = mine >> same, theirs >> same, differ >> same
    shorter, other = mine >> 8, theirs >> 8
    is_one = (shorter == other) | (mine == other) | (shorter == theirs)
    is_one |= differ == ((mine ^ shorter) & 0xFF) * 0x101
    edits: NDArray[np.uint8] = np.where(is_one, differ > 0, 2).astype(np.uint8)
    return edits


def deletions(table: Table, most: int) -> NDArray[np.uint32]:
    """Hashes of what is left of each string, a row each, where up to two letters are taken out.

    First that of the whole string, then those without the letter at each of `taken`. To take out
    one of the zeros after a string changes nothing.
    """
    ends = np.cumsum(table * _POWERS[: table.shape[1]], axis=1, dtype=np.uint32)
    ends = np.concatenate([np.zeros((len(table), 1), np.uint32), ends], axis=1)
    whole, starts, ends = ends[:, -1:], ends[:, :-1], ends[:, 1:]
    found = [whole]
    if most > 0:
        found.append(starts + (whole - ends) * _ONE_BACK)
    if most > 1:
        first, second = _twos(table.shape[1])
        between = (starts[:, second] - ends[:, first]) * _ONE_BACK
        found.append(starts[:, first] + between + (whole - ends[:, second]) * _TWO_BACK)
    return np.concatenate(found, axis=1)


def taken(length: int, most: int) -> Ints:
    """The last letter that is taken out for each of the `deletions`; for the whole string -1."""
    parts = [np.array([-1]), np.arange(length), _twos(length)[1]]
    return np.concatenate(parts[: most + 1])


@functools.cache
def _twos(length: int) -> tuple[Ints, Ints]:
    """Every two places of `length`."""
    first, second = np.triu_indices(length, 1)
    return first, second


def signatures(table: Table) -> NDArray[np.uint64]:
    """The letters of each string as bits, for the first and for the second of each."""
    once = np.zeros(len(table), np.uint64)
    twice = np.zeros(len(table), np.uint64)
    for column in table.T:
        bits = (column > 0).astype(np.uint64) << (column & 31).astype(np.uint64)
        twice |= once & bits
        once |= bits
    return once | twice << np.uint64(32)
