"""Which words could meet in the readings that names of a batch reach: the scorer asks no others."""

from collections.abc import Iterator

import numpy as np

from screenr.matching.batch_book import Book
from screenr.matching.batch_names import Bits, Ints, Names
from screenr.matching.index import Index
from screenr.matching.wholes import places_of

_BITS = 32
"""Enough for the number of a listed word."""
Near = tuple[int, str, str]
"""Where the answer of a name goes, one of its words and a listed word, both as written."""


class NearWords:
    """Tells words by their numbers in the index and in the book of a batch."""

    def __init__(self, index: Index, book: Book) -> None:
        self._index, self._book = index, book

    def of(self, names: Names, name: Ints, listed: Ints, bits: Bits) -> Iterator[Near]:
        """Each name beside listed words, and as bits the places of its words that could meet it."""
        met = np.flatnonzero(bits)
        pairs = name[met] << _BITS | listed[met]
        order = np.argsort(pairs, kind="stable")
        first = order[np.diff(pairs[order], prepend=-1) > 0]
        met = met[first]
        for at, start, places, word in zip(
            names.at[name[met]].tolist(),
            names.starts[name[met]].tolist(),
            bits[met].tolist(),
            listed[met].tolist(),
            strict=True,
        ):
            raw = self._index.word(word).raw
            for place in places_of(places):
                yield at, self._book.words[names.words[start + place]].raw, raw
