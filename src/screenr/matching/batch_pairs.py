"""Pairs of asked and listed words as arrays, and the words that are asked for."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching import east_asian
from screenr.matching.batch_words import is_mixed
from screenr.matching.index import Index
from screenr.matching.reach import LEAST
from screenr.matching.words import Word
from screenr.text import keys
from screenr.text.transliterate import script

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Marks = NDArray[np.bool_]


class Pairs(NamedTuple):
    """Places of asked words, the listed words that each can meet, how alike they are at most."""

    asked: Ints
    listed: Ints
    similarity: Floats


class Hashed:
    """A section of hashed keys with the numbers under each."""

    def __init__(self, index: Index, section: str, what: str) -> None:
        self._hashes = np.frombuffer(index.file.raw(f"{section}.u4"), "<u4")
        self._numbers = np.frombuffer(index.file.raw(f"{section}.{what}.u4"), "<u4")

    def under(self, sought: Ints) -> tuple[Ints, Ints]:
        """Which of the hashes, and a number under it."""
        narrow = sought.astype(np.uint32)
        firsts = np.searchsorted(self._hashes, narrow, "left")
        at, of = expanded(firsts, np.searchsorted(self._hashes, narrow, "right"))
        return of, self._numbers[at].astype(np.int64)


class AskedWords:
    """The words asked for as arrays."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.length = np.array([len(word.raw) for word in words], np.int64)
        self.cls = np.array([word.cls for word in words], np.int64)
        self.at_large = np.array([word.at_large for word in words], np.bool_)
        self.usual_person = np.array([word.usual_person for word in words], np.bool_)
        self.is_mixed = np.array([is_mixed(word.raw) for word in words], np.bool_)
        self.is_native = np.array([bool(word.native) for word in words], np.bool_)
        self.is_spelled = np.array(
            [word.raw.isascii() and len(word.raw) > 1 for word in words], np.bool_
        )
        self.is_east_asian = np.array(
            [bool(w.native) and script(w.native) in east_asian.SCRIPTS for w in words], np.bool_
        )
        self.slavic = np.array(
            [len(keys.slavic(word.raw)) if word.raw.isascii() else 0 for word in words], np.int64
        )
        self.skeleton = np.array(
            [len(keys.skeleton(word.raw)) if word.raw.isascii() else 0 for word in words], np.int64
        )


def all_of(pairs: tuple[Ints, Ints], similarity: float) -> Pairs:
    """Pairs that are all alike in the same degree."""
    return Pairs(*pairs, np.full(len(pairs[0]), similarity))


def best(found: Sequence[Pairs], of_kind: Marks) -> Pairs:
    """Each pair once, as alike as any rule says, sorted; words of other kinds of names left out."""
    asked, listed, similarity = (np.concatenate(each) for each in zip(*found, strict=True))
    kept = of_kind[listed] & (similarity >= LEAST)
    asked, listed, similarity = asked[kept], listed[kept], similarity[kept]
    order = np.lexsort((-similarity, listed, asked))
    asked, listed, similarity = asked[order], listed[order], similarity[order]
    first = np.ones(len(asked), np.bool_)
    first[1:] = (asked[1:] != asked[:-1]) | (listed[1:] != listed[:-1])
    return Pairs(asked[first], listed[first], similarity[first])


def expanded(starts: NDArray[np.integer], lasts: NDArray[np.integer]) -> tuple[Ints, Ints]:
    """The whole numbers of many ranges one after the other, and which range each is of."""
    sizes = (lasts - starts).astype(np.int64)
    of = np.repeat(np.arange(len(sizes)), sizes)
    before = np.cumsum(sizes) - sizes
    return np.arange(int(sizes.sum())) - before[of] + starts.astype(np.int64)[of], of
