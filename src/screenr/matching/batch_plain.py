"""Words never seen, a chunk's at once: the array form of `PlainWords.of`.

Most of them stand in no table, and are no slip of a word that does. That no such word is near is
asked for over arrays; only words that may be more are looked at one by one.
"""

from collections.abc import Mapping, Sequence
from itertools import compress, filterfalse

import numpy as np
from numpy.typing import NDArray

from screenr.matching.batch_keys import Hashed
from screenr.matching.batch_texts import LONGEST, left_of
from screenr.matching.common_words import LOOK, SHORTEST_WORD
from screenr.matching.index import Index
from screenr.matching.index_file import hashes_of
from screenr.matching.lexicon import DISTINCT
from screenr.matching.part import Part
from screenr.matching.plain_words import PlainWord, untouched
from screenr.matching.slips import SHORTEST_PIECE
from screenr.matching.words import Word
from screenr.text import keys

Marks = NDArray[np.bool_]


class BatchPlainWords:
    """Reads words by themselves, many at once."""

    def __init__(self, index: Index) -> None:
        self._index, self._plain = index, index.plain_words
        self._common = Hashed(index, "common", "word")

    def of(self, words: Sequence[str]) -> list[PlainWord | None]:
        """What `PlainWords.of` says of each."""
        plain, weighed = self._plain, self._index.weighed
        reads = {
            word: weighed(Part(word, word, DISTINCT)) for word in words if not plain.is_told(word)
        }
        doubtful = self._doubtful(reads)
        sure = {word: untouched(read) for word, read in reads.items() if word not in doubtful}
        return [
            sure.get(word) or (plain.weighed(reads[word]) if word in reads else plain.of(word))
            for word in words
        ]

    def _doubtful(self, reads: Mapping[str, Word]) -> set[str]:
        """The words that may be something else: a slip, two words, or letters of a legal form."""
        asked = [
            word
            for word, read in reads.items()
            if len(word) >= SHORTEST_PIECE and not (read.is_known and len(word) > SHORTEST_PIECE)
        ]
        found = set(filterfalse(_is_usual, asked))
        usual = [word for word in asked if word not in found]
        near, parted = self._near(usual), self._index.slips.parted
        found.update(compress(usual, near))
        found.update(word for word in usual if len(parted(word)) > 1)
        return found

    def _near(self, words: Sequence[str]) -> Marks:
        """Whether a common word is one slip away from each, or drawn the same."""
        looks = np.array(hashes_of(LOOK, keys.visual_of_each(words)), np.uint32)
        hashes = np.column_stack([left_of(words), looks])
        row = np.repeat(np.arange(len(words)), hashes.shape[1])
        found = np.zeros(len(words), np.bool_)
        found[self._common.under(row, hashes.ravel())[0]] = True
        return found


def _is_usual(word: str) -> bool:
    """Whether slips in it are those that `CommonWords.near` finds."""
    return SHORTEST_WORD <= len(word) <= LONGEST and not keys.lacks_vowels(word)
