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
        columns = [*zip(*words, strict=True)] or [()] * len(Word._fields)
        fields = dict(zip(Word._fields, columns, strict=True))
        self.raws, self.texts = fields["raw"], fields["text"]
        self.length = np.fromiter(map(len, self.raws), np.int64, len(words))
        self.first = np.fromiter((ord(raw[0]) for raw in self.raws), np.int64, len(words))
        self.cls = np.array(fields["cls"], np.int64)
        self.at_large = np.array(fields["at_large"], np.bool_)
        self.usual_person = np.array(fields["usual_person"], np.bool_)
        self.is_mixed = np.array([is_mixed(raw) for raw in self.raws], np.bool_)
        self.is_native = np.array(fields["native"], np.bool_)
        self.is_east_asian = np.array(
            [bool(e) and script(e) in east_asian.SCRIPTS for e in fields["native"]], np.bool_
        )
        self.spelled = np.flatnonzero([is_spelled(word) for word in words])
        self.latin = [self.raws[at] for at in self.spelled.tolist()]
        self.keys = keys.keys_of_each(self.latin)
        self.slavic = self._lengths([each.removeprefix("a") for each in self.keys.slavic])
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
        self._sieve = np.frombuffer(index.file.raw(f"{section}.sieve.u1"), np.uint8)

    def under(self, places: Ints, hashes: Ints) -> tuple[Ints, Ints]:
        """Each of `places` with each of the numbers under its hash."""
        bits = self._sieve[hashes >> 3 & len(self._sieve) - 1] >> (hashes & 7) & 1
        passed = np.flatnonzero(bits)  # one in eight of those that are not there (`passes`)
        return self.expanded(places[passed], *self.ranges(hashes[passed]))

    def ranges(self, hashes: Ints) -> tuple[Ints, Ints]:
        """Where the numbers under each hash begin and end."""
        bits = self._sieve[hashes >> 3 & len(self._sieve) - 1] >> (hashes & 7)
        may_be = np.flatnonzero(bits & 1)  # `index_file.passes`
        order = may_be[np.argsort(hashes[may_be])]  # what is sorted is found in half the time
        sought = hashes[order].astype(np.uint32)
        first, last = np.zeros((2, len(hashes)), np.int64)
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
        for kind, rows, found in (
            ("s", *_sounds(asked)),
            ("c", *_bare(asked)),
            ("f", *self._families(asked)),
        ):
            yield kind, spelled[np.array(rows, np.int64)], hashes_of(f"{kind}:", found)

    def _families(self, asked: AskedWords) -> tuple[list[int], list[str]]:
        known = self._lexicon.families
        found = [
            (row, family)
            for row, raw in enumerate(asked.latin)
            if raw in known
            for family in families(raw, self._lexicon)
        ]
        return [row for row, _ in found], [family for _, family in found]


def _sounds(asked: AskedWords) -> tuple[list[int], list[str]]:
    """Of a word that may have the Arabic article before it also the sound without it."""
    more = [row for row, raw in enumerate(asked.latin) if raw.startswith(("al", "el"))]
    others = keys.sound_of_each([without_article(asked.latin[row]) for row in more])
    return [*range(len(asked.latin)), *more], [*asked.keys.sound, *others]


def _bare(asked: AskedWords) -> tuple[list[int], list[str]]:
    """The consonants, more than one, of words that are written without vowels."""
    found = [
        (row, consonants)
        for row, raw in enumerate(asked.latin)
        if keys.lacks_vowels(raw) and len(consonants := keys.consonants(raw)) > 1
    ]
    return [row for row, _ in found], [consonants for _, consonants in found]
