"""Neighbours in many names that the lists write as one word: the array form of `asked.joined`.

What the words would be as one is looked up by its hash, which follows from theirs (`batch_texts`).
"""

from collections.abc import Iterator, Sequence
from itertools import product
from string import ascii_lowercase
from typing import TYPE_CHECKING

import numpy as np

from screenr.matching import bounds, by_sound
from screenr.matching.align import JOINED, LONGEST_JOIN
from screenr.matching.batch_keys import Hashed
from screenr.matching.batch_names import Facts, Ints, Join, Marks, Names
from screenr.matching.batch_texts import Hashes, Texts
from screenr.matching.batch_words import ListedWords
from screenr.matching.index import Index
from screenr.matching.index_file import hashes_of
from screenr.matching.lexicon import DISTINCT
from screenr.matching.words import Word
from screenr.text import keys

if TYPE_CHECKING:
    from collections.abc import Callable

_HEARD_APART = np.ones((128, 128), np.bool_)
for _pair in product(ascii_lowercase, repeat=2):
    _HEARD_APART[*map(ord, _pair)] = keys.is_heard_apart(*_pair)
_WRITTEN = "r:"
"""What the keys of words as they are written begin with (`meeting_keys`)."""
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
        firsts, lasts, hashes, sizes = map(np.concatenate, zip(*self._runs(names), strict=True))
        of, at = self._keys.under(np.arange(len(firsts)), hashes)
        is_told = self._listed.cls[at] == DISTINCT
        for run, word in zip(of[is_told].tolist(), at[is_told].tolist(), strict=True):
            if len(self._listed.raws[word].encode()) == sizes[run] - len(_WRITTEN):
                yield int(firsts[run]), int(lasts[run]) + 1, word, JOINED

    def _runs(self, names: Names) -> Iterator[tuple[Ints, Ints, Hashes, Ints]]:
        """The first and the last word of runs, and how their keys are written (`Texts`)."""
        facts, name = names.facts, names.name
        written = Texts(facts["raw_hash"], facts["raw_size"])
        firsts = self._begin_longer(names, _may_begin(names))
        joined = written.at(firsts).after(_WRITTEN)
        for size in range(2, LONGEST_JOIN + 1):
            lasts = firsts + size - 1
            kept = lasts < len(name)
            kept[kept] = name[firsts[kept]] == name[lasts[kept]]
            kept[kept] = ~facts["digits"][lasts[kept]]
            firsts, lasts, joined = firsts[kept], lasts[kept], joined.at(kept)
            joined = joined.then(written.at(lasts))
            yield firsts, lasts, *joined
            goes_on = ~facts["legal"][lasts]
            firsts, joined = firsts[goes_on], joined.at(goes_on)

    def _begin_longer(self, names: Names, words: Ints) -> Ints:
        """Those words with which a longer listed word begins: the last one that begins so."""
        facts, listed = names.facts, self._listed
        words = words[facts["begins"][words] < facts["ends"][words]]
        last = listed.by_rank[facts["ends"][words] - 1]
        begin: Ints = words[listed.length[last] > facts["length"][words]]
        return begin

    def _as_heard(self, names: Names, known: Sequence[Word]) -> Iterator[Run]:
        """Two names that the lists write as one, in another spelling (`by_sound`)."""
        facts, name = names.facts, names.name
        firsts = _may_begin(names)
        firsts = firsts[firsts < len(name) - 1]
        kept = (name[firsts] == name[firsts + 1]) & ~facts["digits"][firsts + 1]
        kept &= facts["length"][firsts] + facts["length"][firsts + 1] >= by_sound.SHORTEST_JOINED
        kept &= (facts["raw_first"][firsts] > 0) & (facts["raw_first"][firsts + 1] > 0)
        firsts = firsts[kept]
        is_apart = _are_heard_apart(names.facts, firsts)
        firsts, others = firsts[is_apart], firsts[~is_apart]
        sounds = Texts(facts["sound_hash"], facts["sound_size"])
        hashes = sounds.at(firsts).after("s:").then(sounds.at(firsts + 1)).hash
        spelled = _joined(names, known, others)
        rest = hashes_of("s:", keys.sound_of_each(spelled))
        near = self._keys.under(
            np.append(firsts, others), np.append(hashes, rest).astype(np.uint32)
        )
        of_near = zip(
            *(each.tolist() for each in near), _joined(names, known, near[0]), strict=True
        )
        for first, at, joined in of_near:
            if keys.sound(self._listed.raws[at]) == keys.sound(joined):
                yield first, first + 2, at, by_sound.JOINED_BY_SOUND


def _are_heard_apart(facts: Facts, firsts: Ints) -> Marks:
    """Whether words sound together with the next one as both do (`keys.is_heard_apart`)."""
    ends, begins = facts["sound_last"][firsts], facts["sound_first"][firsts + 1]
    is_breath = (begins == ord("h")) & (facts["sound_size"][firsts + 1] == 1)
    is_apart = _HEARD_APART[facts["raw_last"][firsts], facts["raw_first"][firsts + 1]]
    are_apart: Marks = is_apart & (ends != begins) & ~is_breath
    return are_apart


def _joined(names: Names, known: Sequence[Word], firsts: Ints) -> list[str]:
    """Words with the next one written as one."""
    pairs = zip(*(names.words[each].tolist() for each in (firsts, firsts + 1)), strict=True)
    return [known[first].raw + known[second].raw for first, second in pairs]


def _may_begin(names: Names) -> Ints:
    """The words that may be the first of several that are one (`meeting_keys.runs`)."""
    return np.flatnonzero(~names.facts["legal"] & ~names.facts["digits"])
