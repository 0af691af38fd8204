"""Neighbours in many names that the lists write as one word: the array form of `asked.joined`.

What the words would be as one is looked up by its hash, which follows from theirs (`batch_texts`).
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from screenr.matching import bounds, by_sound
from screenr.matching.align import JOINED, LONGEST_JOIN
from screenr.matching.batch_keys import Hashed
from screenr.matching.batch_names import Ints, Join, Names
from screenr.matching.batch_texts import Texts
from screenr.matching.batch_words import ListedWords
from screenr.matching.index import Index
from screenr.matching.index_file import hashes_of
from screenr.matching.lexicon import DISTINCT
from screenr.matching.words import Word
from screenr.text import keys

if TYPE_CHECKING:
    from collections.abc import Callable

Run = tuple[int, int, int, float]
"""Where neighbours begin and end, the listed word and how alike they are."""


class Joins:
    """Finds neighbours that are one word of the lists, as written or, for persons, as heard."""

    def __init__(self, index: Index, listed: ListedWords, threshold: float) -> None:
        self._index, self._listed, self._threshold = index, listed, threshold
        self._keys = Hashed(index, "key", "word")

    def of(self, names: Names, known: Sequence[Word], *, person: bool) -> Iterator[Join]:
        """The neighbours in `names`; `known` are the words that these number."""
        gain: Callable[..., tuple[float, ...]] = bounds.person_gain if person else bounds.firm_gain
        found = self._as_written(names)
        for first, end, at, similarity in [
            *found,
            *(self._as_heard(names, known) if person else ()),
        ]:
            words = [known[number] for number in names.words[first:end].tolist()]
            adds = gain(words, self._index.word(at), similarity, threshold=self._threshold)
            name, place = int(names.name[first]), int(names.place[first])
            yield Join(name, (1 << place + end - first) - (1 << place), at, adds)

    def _as_written(self, names: Names) -> Iterator[Run]:
        facts, name = names.facts, names.name
        written = Texts(facts["raw_hash"], facts["raw_size"])
        firsts = _may_begin(names)
        joined = written.at(firsts)
        for size in range(2, LONGEST_JOIN + 1):
            lasts = firsts + size - 1
            kept = lasts < len(name)
            kept[kept] = name[firsts[kept]] == name[lasts[kept]]
            kept[kept] = ~facts["digits"][lasts[kept]]
            firsts, lasts, joined = firsts[kept], lasts[kept], joined.at(kept)
            joined = joined.then(written.at(lasts))
            of, at = self._keys.under(np.arange(len(firsts)), joined.after("r:").astype(np.int64))
            is_told = self._listed.cls[at] == DISTINCT
            for each, word in zip(of[is_told].tolist(), at[is_told].tolist(), strict=True):
                if len(self._listed.raws[word].encode()) == joined.size[each]:
                    yield int(firsts[each]), int(lasts[each]) + 1, word, JOINED
            goes_on = ~facts["legal"][lasts]
            firsts, joined = firsts[goes_on], joined.at(goes_on)

    def _as_heard(self, names: Names, known: Sequence[Word]) -> Iterator[Run]:
        """Two names that the lists write as one, in another spelling (`by_sound`)."""
        name, length = names.name, names.facts["length"]
        firsts = _may_begin(names)
        firsts = firsts[firsts < len(name) - 1]
        kept = (name[firsts] == name[firsts + 1]) & ~names.facts["digits"][firsts + 1]
        kept &= length[firsts] + length[firsts + 1] >= by_sound.SHORTEST_JOINED
        firsts = firsts[kept]
        of_pairs = zip(names.words[firsts].tolist(), names.words[firsts + 1].tolist(), strict=True)
        raws = [known[one].raw + known[other].raw for one, other in of_pairs]
        firsts = firsts[[raw.isascii() for raw in raws]]
        sounds = keys.sound_of_each([raw for raw in raws if raw.isascii()])
        sought = np.array(hashes_of("s:", sounds), np.int64)
        near = self._keys.under(np.arange(len(sounds)), sought)
        for which, at in zip(*(each.tolist() for each in near), strict=True):
            if keys.sound(self._listed.raws[at]) == sounds[which]:
                yield int(firsts[which]), int(firsts[which]) + 2, at, by_sound.JOINED_BY_SOUND


def _may_begin(names: Names) -> Ints:
    """The words that may be the first of several that are one (`meeting_keys.runs`)."""
    return np.flatnonzero(~names.facts["legal"] & ~names.facts["digits"])
