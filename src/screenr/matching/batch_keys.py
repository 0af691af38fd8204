"""What many words ask the index for, as arrays: the array form of `meeting_keys.keys_to`."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from screenr.matching import east_asian
from screenr.matching.batch_pairs import expanded
from screenr.matching.batch_sounds import Sounds
from screenr.matching.batch_words import is_mixed
from screenr.matching.index import Index
from screenr.matching.index_file import hashes_of
from screenr.matching.lexicon import NUMBER
from screenr.matching.meet import without_article
from screenr.matching.meeting_keys import families, is_spelled
from screenr.matching.words import Word
from screenr.text import keys
from screenr.text.transliterate import script

Ints = NDArray[np.int64]
Marks = NDArray[np.bool_]
Near = tuple[Ints, Ints]
"""Places of asked words, and the listed words that each is near to."""


class AskedWords:
    """The words asked for as arrays. `keys` has those of the words at the places `spelled`."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.raws = [word.raw for word in words]
        self.texts = [word.text for word in words]
        self.length = np.array([len(raw) for raw in self.raws], np.int64)
        self.cls = np.array([word.cls for word in words], np.int64)
        self.at_large = np.array([word.at_large for word in words], np.bool_)
        self.usual_person = np.array([word.usual_person for word in words], np.bool_)
        self.is_mixed = np.array([is_mixed(raw) for raw in self.raws], np.bool_)
        self.is_native = np.array([bool(word.native) for word in words], np.bool_)
        self.is_east_asian = np.array(
            [bool(w.native) and script(w.native) in east_asian.SCRIPTS for w in words], np.bool_
        )
        self.spelled = np.flatnonzero([is_spelled(word) for word in words])
        self.keys = keys.keys_of_each([self.raws[at] for at in self.spelled.tolist()])
        self.slavic = self._lengths(self.keys.slavic)
        self.skeleton = self._lengths(self.keys.skeleton)
        self.sounds = Sounds(len(words))
        self.sounds.put(self.spelled, self.keys.sound)

    def _lengths(self, of_spelled: Sequence[str]) -> Ints:
        found = np.zeros(len(self.raws), np.int64)
        found[self.spelled] = [len(each) for each in of_spelled]
        return found


class Hashed:
    """A section of hashed keys, with the numbers under each."""

    def __init__(self, index: Index, section: str, what: str) -> None:
        self._hashes = np.frombuffer(index.file.raw(f"{section}.u4"), "<u4")
        self._numbers = np.frombuffer(index.file.raw(f"{section}.{what}.u4"), "<u4")

    def under(self, places: Ints, hashes: Ints) -> tuple[Ints, Ints]:
        """Each of `places` with each of the numbers under its hash."""
        return self.expanded(places, *self.ranges(hashes))

    def ranges(self, hashes: Ints) -> tuple[Ints, Ints]:
        """Where the numbers under each hash begin and end."""
        order = np.argsort(hashes)  # what is sorted is found in half the time
        sought = hashes[order].astype(np.uint32)
        first, last = np.empty((2, len(hashes)), np.int64)
        first[order] = np.searchsorted(self._hashes, sought, "left")
        last[order] = np.searchsorted(self._hashes, sought, "right")
        return first, last

    def expanded(self, places: Ints, firsts: Ints, lasts: Ints) -> Near:
        """Each of `places` with each of the numbers under its hash."""
        at, of = expanded(firsts, lasts)
        return places[of], self._numbers[at].astype(np.int64)


class ListedKeys(Hashed):
    """The words of an index by their keys."""

    def __init__(self, index: Index) -> None:
        super().__init__(index, "key", "word")
        self._lexicon = index.lexicon

    def near(self, asked: AskedWords) -> dict[str, Near]:
        """By kind of key, places of words and the listed ones that share a key."""
        kinds, places, hashes = zip(*self._asked(asked), strict=True)
        ends = np.cumsum([len(each) for each in hashes])
        first, last = self.ranges(np.concatenate([np.array(e, np.int64) for e in hashes]))
        found: dict[str, Near] = {}
        for kind, at, end in zip(kinds, places, ends.tolist(), strict=True):
            begin = end - len(at)
            found[kind] = self.expanded(at, first[begin:end], last[begin:end])
        return found

    def _asked(self, asked: AskedWords) -> Iterator[tuple[str, Ints, list[int]]]:
        every = np.arange(len(asked.raws))
        yield "t", every, hashes_of("t:", asked.texts)
        yield "r", every, hashes_of("r:", asked.raws)
        numbers = np.flatnonzero(asked.cls == NUMBER)
        yield "#", numbers, hashes_of("#:", [""] * len(numbers))
        spelled, of_spelled = asked.spelled, asked.keys
        yield "v", spelled, hashes_of("v:", of_spelled.visual)
        yield "k", spelled, hashes_of("k:", of_spelled.skeleton)
        yield "y", spelled, hashes_of("y:", of_spelled.slavic)
        raws = [(at, asked.raws[at]) for at in spelled.tolist()]
        bare = {at: without_article(raw) for at, raw in raws if raw[:2] in ("al", "el")}
        sounds = [*of_spelled.sound, *keys.sound_of_each(list(bare.values()))]
        yield "s", np.append(spelled, np.fromiter(bare, np.int64)), hashes_of("s:", sounds)
        few = {at: keys.consonants(raw) for at, raw in raws if keys.lacks_vowels(raw)}
        yield "c", np.fromiter(few, np.int64), hashes_of("c:", few.values())
        known = [(at, family) for at, raw in raws for family in families(raw, self._lexicon)]
        yield "f", np.array([e[0] for e in known], np.int64), hashes_of("f:", [e[1] for e in known])
