"""Words never seen, a chunk's at once: the array form of `PlainWords.of`.

Most of them stand in no table, and are no slip of a word that does. That no such word is near is
asked for over arrays; only words that may be more are looked at one by one.
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from screenr.matching.batch_keys import Hashed
from screenr.matching.batch_texts import LONGEST, left_of
from screenr.matching.common_words import LOOK, SHORTEST_WORD
from screenr.matching.index import Index
from screenr.matching.index_file import hashes_of
from screenr.matching.lexicon import DISTINCT
from screenr.matching.part import Part
from screenr.matching.plain_words import PlainWord, simple
from screenr.matching.slips import SHORTEST_PIECE
from screenr.matching.words import Word
from screenr.text import keys


class BatchPlainWords:
    """Reads words by themselves, many at once."""

    def __init__(self, index: Index) -> None:
        self._plain, self._slips, self._weighed = index.plain_words, index.slips, index.weighed
        self._common = Hashed(index, "common", "word")

    def of(self, words: Sequence[str]) -> list[PlainWord | None]:
        """What `PlainWords.of` says of each."""
        is_told, weighed = self._plain.is_told, self._weighed
        new = {word: weighed(Part(word, word, DISTINCT)) for word in words if not is_told(word)}
        near = self._near([word for word, read in new.items() if _is_usual(read)])
        return [
            self._read(new[word], near.get(word)) if word in new else self._plain.of(word)
            for word in words
        ]

    def _read(self, read: Word, near: Collection[int] | None) -> PlainWord | None:
        """A word in no table; `near` are numbers of common words, None where not asked for."""
        word, slips = read.raw, self._slips
        if near is not None:
            return self._plain.mended(read, slips.alone_among(word, near))
        if len(word) < SHORTEST_PIECE or (len(word) > SHORTEST_PIECE and read.is_known):
            return simple(read)
        return self._plain.mended(read, slips.alone(word, is_known=read.is_known))

    def _near(self, words: Sequence[str]) -> Mapping[str, Collection[int]]:
        """The numbers of the common words that are one slip away from each, or drawn the same."""
        looks = np.array(hashes_of(LOOK, keys.visual_of_each(words)), np.uint32)
        hashes = np.column_stack([left_of(words), looks])
        rows = np.repeat(np.arange(len(words)), hashes.shape[1])
        found: dict[str, list[int]] = {word: [] for word in words}
        for row, number in zip(*self._common.under(rows, hashes.ravel()), strict=True):
            found[words[row]].append(int(number))
        return found


def _is_usual(read: Word) -> bool:
    """Whether a word is unknown, and looked up as `CommonWords.near` does."""
    size = len(read.raw)
    return (
        SHORTEST_WORD <= size <= LONGEST and not read.is_known and not keys.lacks_vowels(read.raw)
    )
