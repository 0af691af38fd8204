"""Which of many strings are within some edits of others: the array form of an edit-distance scan.

Strings that are so many edits apart (two neighbours transposed are one) are equal after as many
letters at most are taken out of each: all but the longest are looked up by the hashes of what is
left. The longest are compared by their letter signatures: a bit for each letter that a string has,
and one for each that it has twice. An edit changes two bits at most, and one that adds a letter a
single bit. What is left by either is measured.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from screenr.matching.batch_pairs import expanded, unique
from screenr.matching.letters import (
    HEAD,
    LONGEST,
    MOST_TAKEN,
    Letters,
    Table,
    deletions,
    edits_of_few,
    heads,
    padded,
    signatures,
    taken,
    together,
)

CELLS = 1 << 16
"""Signatures that are compared at once: what fits the processor's cache."""
AT_ONCE = 512
"""Strings of which letters are taken out at once; what is left takes a hundred times the room."""
Ints = NDArray[np.int64]
Hashes = NDArray[np.uint32]
_ENDLESS = 1 << 30
_PLACE, _NUMBER = 31, (1 << 31) - 1
"""Two numbers are packed into one, which is sorted five times as fast as both."""
_NONE = np.zeros(0, np.int64)
_SIEVED, _HALF = 8, 16
"""Bits of the sieve for each hash, or up to half as many; bits of half a hash."""


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
        forms = [_NONE]
        for length, table in enumerate(tables):
            places = np.arange(len(table)) + self._letters.starts[length]
            for at in range(0, len(table) if length <= LONGEST else 0, AT_ONCE):
                some, most = slice(at, at + AT_ONCE), int(self._allowed[length])
                forms.append(_packed(deletions(table[some], most), places[some, None]).ravel())
        self._left = _Left(forms)
        self._signatures = signatures(together(tables[LONGEST - self._most + 1 :]))
        self._unsigned = len(self._letters.lengths) - len(self._signatures)
        self._compared = [*map(self._compared_with, range(len(self._allowed)))]

    def of(self, sought: Sequence[str]) -> tuple[Ints, Ints, Ints]:
        """Pairs, as places in `sought` and among the strings, and the edits between them."""
        lengths = np.fromiter(map(len, sought), np.int64, len(sought))
        places = np.flatnonzero(lengths < len(self._allowed))  # a longer one is near to none
        lengths = lengths[places]
        words = [sought[at] for at in places.tolist()]
        table = padded(words, int(lengths.max(initial=0)))
        near = unique(
            np.concatenate([_NONE, *self._sharing(table, lengths), *self._scan(table, lengths)])
        )
        rows, columns = near >> _PLACE, near & _NUMBER
        longer = np.maximum(lengths[rows], self._letters.lengths[columns])
        allowed = self._allowed[longer]
        begun = heads(table)[rows], self._letters.heads(columns)
        edits = edits_of_few(*begun).astype(np.int64)
        few = (longer <= HEAD) & (allowed <= 1) & (begun[0] > 0) & (begun[1] > 0)
        others = np.flatnonzero(~few)
        edits[others] = self._measured(words, rows[others], columns[others])
        kept = np.flatnonzero(edits <= allowed)
        return places[rows[kept]], columns[kept], edits[kept]

    # -- by what is left after letters are taken out

    def _forms(self, table: Table, lengths: Ints) -> Iterator[tuple[Hashes, Ints]]:
        """What is left of the strings, hashed, and the row that it is of."""
        allowed = np.where(lengths <= LONGEST, self._allowed[lengths], -1)
        for most in range(MOST_TAKEN + 1):
            rows = np.flatnonzero(allowed == most)
            if len(rows):
                longest = int(lengths[rows].max())
                hashes = deletions(table[rows, :longest], most)
                is_left = taken(longest, most) < lengths[rows, None]
                yield hashes[is_left], np.repeat(rows, is_left.sum(axis=1))

    def _sharing(self, table: Table, lengths: Ints) -> Iterator[Ints]:
        for hashes, rows in self._forms(table, lengths):
            of, numbers = self._left.under(hashes)
            yield _packed(rows[of], numbers)

    # -- by letter signatures

    def _scan(self, table: Table, lengths: Ints) -> Iterator[Ints]:
        """The strings of which one is too long for letters to be taken out of both."""
        long = np.flatnonzero(lengths > LONGEST - self._most)
        signed = signatures(table[long])
        for length in np.flatnonzero(np.bincount(lengths[long])).tolist():
            begin, bits = self._compared[length]
            theirs = self._signatures[begin - self._unsigned :][: len(bits)]
            rows = np.flatnonzero(lengths[long] == length)
            at_once = CELLS // max(len(bits), 1) + 1
            for first in range(0, len(rows) if len(bits) else 0, at_once):
                some = rows[first : first + at_once]
                differ = np.bitwise_count(signed[some, None] ^ theirs)
                near, column = np.divmod(np.flatnonzero(differ <= bits), len(bits))
                yield _packed(long[some[near]], begin + column)

    def _compared_with(self, length: int) -> tuple[int, NDArray[np.uint8]]:
        """Where the strings begin that are compared with those of a length.

        And by how many bits each may differ from them.
        """
        least = LONGEST + 1 if length <= LONGEST else max(length - self._most, 0)
        others = np.arange(least, min(length + self._most, self._letters.longest) + 1)
        apart, limits = np.abs(others - length), self._allowed[np.maximum(others, length)]
        others, bits = others[apart <= limits], (2 * limits - apart)[apart <= limits]
        starts = self._letters.starts[others[0] : others[-1] + 2] if len(others) else _NONE
        first = int(starts[0]) if len(others) else self._unsigned
        return first, np.repeat(bits.astype(np.uint8), np.diff(starts))

    def _measured(self, sought: Sequence[str], rows: Ints, columns: Ints) -> NDArray[np.int32]:
        """The edits between pairs, or more than any may have."""
        edits: NDArray[np.int32] = process.cpdist(
            [sought[row] for row in rows.tolist()],
            self._letters.strings(columns),
            scorer=OSA.distance,
            score_cutoff=self._most,
        )
        return edits


class _Left:
    """What is left of all strings by its hash, one half of which follows from where the other lies.

    Nearly nothing that is asked for is there, which a bit of the sieve tells.
    """

    def __init__(self, packed: list[Ints]) -> None:
        whole = np.concatenate(packed)
        packed.clear()
        whole.sort()
        hashes, numbers = np.empty((2, len(whole)), np.uint32)
        np.right_shift(whole, _PLACE, out=hashes, casting="unsafe")  # without a wide copy of it
        np.bitwise_and(whole, _NUMBER, out=numbers, casting="unsafe")
        starts = np.searchsorted(whole, np.arange(1 << _HALF) << _HALF + _PLACE)
        self._starts = np.append(starts, len(whole)).astype(np.uint32)
        self._halves = hashes.astype(np.uint16)
        self._numbers = numbers.astype(np.min_scalar_type(numbers.max(initial=0)))
        bits = (len(whole) * _SIEVED | 1 << _HALF).bit_length() - 1
        self._shift = 32 - bits
        is_there = np.zeros(1 << bits, np.bool_)
        is_there[hashes >> self._shift] = True
        self._sieve = np.packbits(is_there, bitorder="little")

    def under(self, hashes: Hashes) -> tuple[Ints, NDArray[np.integer[Any]]]:
        """Which of the hashes are there, and the number of each string that they are of."""
        bits = hashes >> self._shift
        sought = np.flatnonzero(self._sieve[bits >> 3] >> (bits & 7) & 1)
        places = hashes[sought] >> _HALF
        at, of = expanded(self._starts[places], self._starts[places + 1])
        equal = np.flatnonzero(self._halves[at] == hashes[sought].astype(np.uint16)[of])
        return sought[of[equal]], self._numbers[at[equal]]


def _packed(first: NDArray[np.integer[Any]], second: NDArray[np.integer[Any]]) -> Ints:
    return first.astype(np.int64) << _PLACE | second
