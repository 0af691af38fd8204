"""Neighbours in many names that the lists write as one word: the array form of `asked.joined`.

Words are hashed as polynomials of their letters, so that the hash of words written together follows
from theirs (Karp and Rabin, Efficient randomized pattern-matching algorithms, 1987).
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from screenr.matching import bounds, by_sound
from screenr.matching.align import JOINED, LONGEST_JOIN
from screenr.matching.batch_keys import Hashed
from screenr.matching.batch_names import Ints, Join, Names
from screenr.matching.batch_words import ListedWords
from screenr.matching.index import Index
from screenr.matching.index_file import hashes_of
from screenr.matching.letters import Table, parted
from screenr.matching.lexicon import DISTINCT
from screenr.matching.words import Word
from screenr.text import keys

if TYPE_CHECKING:
    from collections.abc import Callable

_BASE = np.uint64(0x9E3779B97F4A7C15)  # odd, so that no letter of a long word is lost
_AT_ONCE = 4_096
Numbers = NDArray[np.uint64]
Run = tuple[int, int, int, float]
"""Where neighbours begin and end, the listed word and how alike they are."""


def hashes(words: Sequence[str]) -> tuple[Numbers, Numbers]:
    """The hash of each word, and the power of the base by which a word before it is shifted."""
    found, powers = np.zeros(len(words), np.uint64), np.ones(len(words), np.uint64)
    for first in range(0, len(words), _AT_ONCE):
        some = slice(first, first + _AT_ONCE)
        letters = np.array(words[some], np.str_).view(np.uint32).reshape(len(words[some]), -1)
        for column in letters.T.astype(np.uint64):
            found[some] = np.where(column > 0, found[some] * _BASE + column, found[some])
            powers[some] = np.where(column > 0, powers[some] * _BASE, powers[some])
    return found, powers


def _hashed(words: Table) -> Numbers:
    """The hash of each word, where all are of one length."""
    found = np.zeros(len(words), np.uint64)
    for column in words.T:
        found *= _BASE
        found += column
    return found


class Joins:
    """Finds neighbours that are one word of the lists, as written or, for persons, as heard."""

    def __init__(self, index: Index, listed: ListedWords, threshold: float) -> None:
        self._index, self._listed, self._threshold = index, listed, threshold
        by_length = enumerate(index.raws_by_length(), start=1)
        written = [_hashed(parted(raws, length)) for length, raws in by_length]
        self._written = np.sort(np.concatenate([np.zeros(0, np.uint64), *written]))
        self._keys = Hashed(index, "key", "word")

    def of(self, names: Names, words: Sequence[Word], *, person: bool) -> Iterator[Join]:
        """The neighbours in `names`, whose `words` are given one after the other as well."""
        gain: Callable[..., tuple[float, ...]] = bounds.person_gain if person else bounds.firm_gain
        found = self._as_written(names, words)
        for first, end, at, similarity in [
            *found,
            *(self._as_heard(names, words) if person else ()),
        ]:
            adds = gain(
                words[first:end], self._index.word(at), similarity, threshold=self._threshold
            )
            name, place = int(names.name[first]), int(names.place[first])
            yield Join(name, (1 << place + end - first) - (1 << place), at, adds)

    def _as_written(self, names: Names, words: Sequence[Word]) -> Iterator[Run]:
        facts, name = names.facts, names.name
        sums = facts["hash"].copy()
        firsts = _may_begin(names)
        for size in range(2, LONGEST_JOIN + 1):
            lasts = firsts + size - 1
            kept = lasts < len(name)
            firsts, lasts = firsts[kept], lasts[kept]
            kept = (name[firsts] == name[lasts]) & ~facts["digits"][lasts]
            firsts, lasts = firsts[kept], lasts[kept]
            sums[firsts] = sums[firsts] * facts["power"][lasts] + facts["hash"][lasts]
            for first in firsts[self._is_written(sums[firsts])].tolist():
                raw = "".join(word.raw for word in words[first : first + size])
                for at in self._distinctive(raw):
                    yield first, first + size, at, JOINED
            firsts = firsts[~facts["legal"][lasts]]

    def _is_written(self, sums: Numbers) -> NDArray[np.bool_]:
        at = np.minimum(np.searchsorted(self._written, sums), len(self._written) - 1)
        is_written: NDArray[np.bool_] = self._written[at] == sums
        return is_written

    def _distinctive(self, raw: str) -> Iterator[int]:
        """The distinctive words that are written so."""
        for at in self._index.words_with(f"r:{raw}"):
            if self._listed.cls[at] == DISTINCT and self._listed.raws[at] == raw:
                yield at

    def _as_heard(self, names: Names, words: Sequence[Word]) -> Iterator[Run]:
        """Two names that the lists write as one, in another spelling (`by_sound`)."""
        name, length = names.name, names.facts["length"]
        firsts = _may_begin(names)
        firsts = firsts[firsts < len(name) - 1]
        kept = (name[firsts] == name[firsts + 1]) & ~names.facts["digits"][firsts + 1]
        kept &= length[firsts] + length[firsts + 1] >= by_sound.SHORTEST_JOINED
        pairs = [(at, words[at].raw + words[at + 1].raw) for at in firsts[kept].tolist()]
        pairs = [(at, raw) for at, raw in pairs if raw.isascii()]
        sounds = keys.sound_of_each([raw for _, raw in pairs])
        sought = np.array(hashes_of("s:", sounds), np.int64)
        near = self._keys.under(np.arange(len(sounds)), sought)
        for which, at in zip(*(each.tolist() for each in near), strict=True):
            if keys.sound(self._listed.raws[at]) == sounds[which]:
                first = pairs[which][0]
                yield first, first + 2, at, by_sound.JOINED_BY_SOUND


def _may_begin(names: Names) -> Ints:
    """The words that may be the first of several that are one (`meeting_keys.runs`)."""
    return np.flatnonzero(~names.facts["legal"] & ~names.facts["digits"])
