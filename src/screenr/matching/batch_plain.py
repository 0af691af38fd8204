"""Words never seen, a chunk's at once: the array form of `PlainWords.of`.

Most of them stand in no table, and are no slip of a word that does. What they weigh, and that no
such word is near, is asked for over arrays; what may be more is read one word at a time.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from screenr.matching.batch_keys import Hashed
from screenr.matching.batch_texts import LONGEST, left_of
from screenr.matching.common_words import LOOK, SHORTEST_DISGUISED, SHORTEST_WORD
from screenr.matching.index import Index
from screenr.matching.index_file import hashes_of
from screenr.matching.lexicon import DISTINCT
from screenr.matching.part import Part
from screenr.matching.parties import RAW, RAW_KEY, TEXT, TEXT_KEY
from screenr.matching.plain_words import PlainWord, untouched
from screenr.matching.slips import SHORTEST_PIECE
from screenr.matching.words import Word
from screenr.text import keys

Marks = NDArray[np.bool_]


class BatchPlainWords:
    """Reads words by themselves, many at once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._listed, self._common = Hashed(index, "key", "word"), Hashed(index, "common", "word")

    def of(self, words: Sequence[str]) -> list[PlainWord | None]:
        """What `PlainWords.of` says of each."""
        plain = self._index.plain_words
        parts = {word: part for word in words if " " not in word and (part := plain.part(word))}
        found: dict[str, PlainWord | None] = {each: plain.of(each) for each in words if " " in each}
        reads = self._weighed([*parts.values()])
        doubtful = self._doubtful(reads)
        for read in reads:
            found[read.raw] = plain.weighed(read) if read.raw in doubtful else untouched(read)
        return [found.get(word) for word in words]

    def _weighed(self, parts: Sequence[Part]) -> list[Word]:
        weighed = self._index.weighed
        firms = self._counted(TEXT_KEY, [part.text for part in parts], TEXT)
        persons = self._counted(RAW_KEY, [part.raw for part in parts], RAW)
        return [
            weighed(part, counts)
            for part, *counts in zip(parts, firms, persons, strict=True)
        ]

    def _counted(self, key: str, words: Sequence[str], column: int) -> list[int]:
        """How many listed parties have each word in a column."""
        counts, counted = [0] * len(words), self._index.parties.counted
        firsts, lasts = self._listed.ranges(np.array(hashes_of(key, words), np.int64))
        for at in np.flatnonzero(firsts < lasts).tolist():
            listed = self._listed.numbers[firsts[at] : lasts[at]]
            counts[at] = counted(listed, words[at], column)
        return counts

    def _doubtful(self, reads: Sequence[Word]) -> set[str]:
        """The words that tables have, or that slips in their words or legal forms may have made."""
        is_told, parted = self._index.plain_words.is_told, self._index.slips.parted
        found = {e.raw for e in reads if len(e.raw) == SHORTEST_PIECE or is_told(e.raw)}
        unknown = [e.raw for e in reads if not e.is_known and len(e.raw) > SHORTEST_PIECE]
        found.update(word for word in unknown if _is_odd(word))
        usual = [word for word in unknown if word not in found]
        is_near = self._near(usual)
        found.update(word for word, near in zip(usual, is_near, strict=True) if near or len(parted(word)) > 1)
        return found

    def _near(self, words: Sequence[str]) -> list[bool]:
        """Whether a common word is one slip away from each, or drawn the same."""
        left = left_of(words)
        looks = np.array(hashes_of(LOOK, keys.visual_of_each(words)), np.uint32)
        hashes = np.column_stack([left, looks])
        places, _ = self._common.under(np.arange(hashes.size), hashes.ravel())
        found = np.zeros(hashes.shape, np.bool_)
        found.ravel()[places] = True
        return found.any(axis=1).tolist()


def _is_odd(word: str) -> bool:
    """Whether other slips may have made a word than those that leave all of it but a letter."""
    return not SHORTEST_WORD <= len(word) <= LONGEST or keys.lacks_vowels(word)
