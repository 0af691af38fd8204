"""Hashes of texts that are written together, from theirs: no text is joined to be looked up.

The index knows texts by their CRC-32, which is linear: that of ``ab`` is that of ``a``, shifted by
the bytes of ``b``, with that of ``b`` (Adler, crc32_combine of zlib 1.2).
"""

import zlib
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching.index_file import hash_of
from screenr.matching.letters import padded

_POLYNOMIAL = 0xEDB88320
LONGEST = 64
"""Bytes by which a hash is shifted at once."""
Hashes = NDArray[np.uint32]
Ints = NDArray[np.int64]


class Texts(NamedTuple):
    """Texts by their hashes and their lengths in bytes."""

    hash: Hashes
    size: Ints

    def then(self, others: "Texts") -> "Texts":
        """Each text with another after it."""
        return Texts(_shifted(self.hash, others.size) ^ others.hash, self.size + others.size)

    def joined(self, starts: Ints) -> Hashes:
        """The hashes of runs of the texts, of which each begins where `starts` say; none is empty.

        A text is shifted by all that stand after it in its run, and the run is their sum.
        """
        ends = np.cumsum(self.size, dtype=np.int64)
        after = np.repeat(ends[starts[1:] - 1], np.diff(starts)) - ends
        return np.bitwise_xor.reduceat(_shifted(self.hash, after), starts[:-1])

    def at(self, places: Ints | NDArray[np.bool_]) -> "Texts":
        """Some of them."""
        return Texts(self.hash[places], self.size[places])

    def after(self, begun: str) -> "Texts":
        """The texts with `begun` before each."""
        hashes = np.full(len(self.hash), hash_of(begun), np.uint32)
        return Texts(hashes, np.full(len(self.size), len(begun.encode()))).then(self)


def texts(of: Sequence[str]) -> Texts:
    """The hashes and lengths of texts, each in one line."""
    encoded = "\n".join(of).encode().split(b"\n") if of else []
    hashes = np.fromiter(map(zlib.crc32, encoded), np.uint32, len(encoded))
    return Texts(hashes, np.fromiter(map(len, encoded), np.int64, len(encoded)))


def left_of(words: Sequence[str]) -> Hashes:
    """A row a word: its hash, and that without each of its letters: `left_out.hashes_left_of`.

    Of words in ASCII, no longer than `LONGEST`; rows of shorter ones are filled up with the first.
    """
    size = np.fromiter(map(len, words), np.int64, len(words))[:, None]
    letters = padded(words, int(size.max(initial=0)))
    place = np.arange(letters.shape[1])
    after = np.maximum(size - place, 0)  # letters from each to the end
    kept = _table()[after << 10 | letters]
    moved = _table()[np.maximum(after - 1, 0) << 10 | letters]
    whole = np.bitwise_xor.reduce(kept, axis=1, keepdims=True)
    before = np.bitwise_xor.accumulate(moved, axis=1) ^ moved
    behind = whole ^ np.bitwise_xor.accumulate(kept, axis=1)
    zeros = _hashes_of_zeros()
    whole ^= zeros[size]
    left = before ^ behind ^ zeros[np.maximum(size - 1, 0)]
    return np.concatenate([whole, np.where(place < size, left, whole)], axis=1)


@cache
def _hashes_of_zeros() -> Hashes:
    return np.array([hash_of("\0" * size) for size in range(LONGEST + 1)], np.uint32)


def _shifted(hashes: Hashes, sizes: Ints) -> Hashes:
    table = _table()
    while len(hashes):
        at = np.minimum(sizes, LONGEST).astype(np.int64) << 10
        hashes = (
            table[at + (hashes & 0xFF)]
            ^ table[at + (hashes >> 8 & 0xFF | 0x100)]
            ^ table[at + (hashes >> 16 & 0xFF | 0x200)]
            ^ table[at + (hashes >> 24 | 0x300)]
        )
        if sizes.max() <= LONGEST:
            break
        sizes = np.maximum(sizes, LONGEST) - LONGEST
    return hashes


@cache
def _table() -> Hashes:
    """What each byte of a hash becomes, by how far it is shifted and by its place: all in a line.

    A place in one line is found sooner than one under three numbers.
    """
    of_byte = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        of_byte = np.where(of_byte & 1, of_byte >> 1 ^ _POLYNOMIAL, of_byte >> 1)
    table = np.empty((LONGEST + 1, 4, 256), np.uint32)
    for place in range(4):
        table[0, place] = np.arange(256, dtype=np.uint32) << (8 * place)
    for size in range(LONGEST):
        table[size + 1] = of_byte[table[size] & 0xFF] ^ table[size] >> 8
    return table.ravel()
