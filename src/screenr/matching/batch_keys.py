"""What many words ask the index for, as arrays: the array form of `meeting_keys.keys_to`."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from screenr.matching.batch_pairs import expanded
from screenr.matching.batch_sounds import Sounds
from screenr.matching.batch_texts import Texts, texts
from screenr.matching.batch_words import is_mixed
from screenr.matching.index import Index
from screenr.matching.index_file import hashes_of
from screenr.matching.lexicon import NUMBER
from screenr.matching.meet import CLEAR_SKELETON, SHORTEST_HEARD, without_article
from screenr.matching.meeting_keys import families
from screenr.matching.words import Word
from screenr.text import keys

Ints = NDArray[np.int64]
Marks = NDArray[np.bool_]
Hashes = NDArray[np.integer[Any]]
Near = tuple[Ints, Ints]
"""Places of asked words, and the listed words that each is near to."""


class AskedWords:
    """The words asked for as arrays.

    `latin` and `keys` are of those in ASCII and empty of others; `spelled` has the places of those
    that are found by their keys, `heard` of those that are by their consonants. `raw`, `text` and
    `sound` are hashed.
    """

    def __init__(self, words: Sequence[Word]) -> None:
        columns = [*zip(*words, strict=True)] or [()] * len(Word._fields)
        fields = dict(zip(Word._fields, columns, strict=True))
        self.words, self.raws = words, fields["raw"]
        self.length = _sizes(self.raws)
        self.first = np.fromiter((ord(raw[0]) for raw in self.raws), np.int64, len(words))
        self.cls = np.array(fields["cls"], np.int64)
        self.organization, self.person, self.strength = (
            np.array(fields[name], np.float64) for name in ("organization", "person", "strength")
        )
        self.at_large = np.array(fields["at_large"], np.bool_)
        self.usual_person = np.array(fields["usual_person"], np.bool_)
        self.is_mixed = np.array([*map(is_mixed, self.raws)], np.bool_)
        self.is_native = np.array(fields["native"], np.bool_)
        self.is_latin = np.array([*map(str.isascii, self.raws)], np.bool_)
        self.latin: Sequence[str] = self.raws
        if not self.is_latin.all():
            self.latin = [raw if raw.isascii() else "" for raw in self.raws]
        self.spelled = np.flatnonzero(self.is_latin & (self.length > 1))  # `is_spelled`
        self.keys = keys.keys_of_each(self.latin)
        self.raw, self.text = texts(self.raws), texts(fields["text"])
        self.sound = texts(self.keys.sound)
        self.slavic = _sizes([each.removeprefix("a") for each in self.keys.slavic])
        self.skeleton = _sizes(self.keys.skeleton)
        is_long = self.is_latin & (self.length >= SHORTEST_HEARD)
        is_clear = (self.skeleton > 1) | (self.slavic >= CLEAR_SKELETON)
        self.heard = np.flatnonzero(is_long & is_clear)
        self.sounds = Sounds(len(words))
        self.sounds.put(np.arange(len(words)), self.keys.sound)


def _sizes(texts: Sequence[str]) -> Ints:
    return np.fromiter(map(len, texts), np.int64, len(texts))


class Hashed:
    """A section of hashed keys, with the numbers under each."""

    def __init__(self, index: Index, section: str, what: str) -> None:
        self._hashes = np.frombuffer(index.file.raw(f"{section}.u4"), "<u4")
        self._numbers = np.frombuffer(index.file.raw(f"{section}.{what}.u4"), "<u4")
        self._sieve = np.frombuffer(index.file.raw(f"{section}.sieve.u1"), np.uint8)

    def under(self, places: Ints, hashes: Hashes) -> Near:
        """Each of `places` with each of the numbers under its hash."""
        passed = self._passed(hashes)
        return self.expanded(places[passed], *self._sought(hashes[passed]))

    def _passed(self, hashes: Hashes) -> Ints:
        """Which hashes may be there; one in eight of those that are not (`hashed_sections`)."""
        bits = self._sieve[hashes >> 3 & len(self._sieve) - 1] >> (hashes & 7)
        return np.flatnonzero(bits & 1)

    def ranges(self, hashes: Ints) -> tuple[Ints, Ints]:
        """Where the numbers under each hash begin and end."""
        may_be = self._passed(hashes)
        first, last = np.zeros((2, len(hashes)), np.int64)
        first[may_be], last[may_be] = self._sought(hashes[may_be])
        return first, last

    def _sought(self, hashes: Hashes) -> tuple[Ints, Ints]:
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
        first, last = self.ranges(np.concatenate(hashes))
        whole = np.concatenate(places)
        of, found = self.expanded(np.arange(len(whole)), first, last)
        ends = np.searchsorted(of, np.cumsum([len(each) for each in places]))
        near = zip(np.split(whole[of], ends[:-1]), np.split(found, ends[:-1]), strict=True)
        return dict(zip(kinds, near, strict=True))

    def _asked(self, asked: AskedWords) -> Iterator[tuple[str, Ints, Ints]]:
        every = np.arange(len(asked.words))
        yield "t", every, _begun("t:", asked.text)
        yield "r", every, _begun("r:", asked.raw)
        numbers = np.flatnonzero(asked.cls == NUMBER)
        yield "#", numbers, _hashed("#:", [""] * len(numbers))
        yield "s", *_sounds(asked)
        spelled, heard, made = asked.spelled, asked.heard, asked.keys
        yield "v", spelled, _hashed("v:", made.visual)[spelled]
        yield "k", heard, _hashed("k:", made.skeleton)[heard]
        yield "y", heard, _hashed("y:", made.slavic)[heard]
        for kind, at, keyed in (("c", *_bare(asked)), ("f", *self._families(asked))):
            yield kind, np.array(at, np.int64), _hashed(f"{kind}:", keyed)

    def _families(self, asked: AskedWords) -> tuple[list[int], list[str]]:
        known = self._lexicon.families
        found = [
            (at, family)
            for at in asked.spelled.tolist()
            if asked.latin[at] in known
            for family in families(asked.latin[at], self._lexicon)
        ]
        return [at for at, _ in found], [family for _, family in found]


def _hashed(kind: str, texts: Sequence[str]) -> Ints:
    return np.array(hashes_of(kind, texts), np.int64)


def _begun(kind: str, made: Texts) -> Ints:
    return made.after(kind).hash.astype(np.int64)


def _sounds(asked: AskedWords) -> tuple[Ints, Ints]:
    """Of a word that may have the Arabic article before it also the sound without it."""
    latin, spelled = asked.latin, asked.spelled
    more = [at for at in spelled.tolist() if latin[at].startswith(("al", "el"))]
    others = keys.sound_of_each([without_article(latin[at]) for at in more])
    hashes = _begun("s:", asked.sound)[spelled], _hashed("s:", others)
    return np.concatenate([spelled, np.array(more, np.int64)]), np.concatenate(hashes)


def _bare(asked: AskedWords) -> tuple[list[int], list[str]]:
    """The consonants, more than one, of words that are written without vowels."""
    found = [
        (row, consonants)
        for row, raw in enumerate(asked.latin)
        if keys.lacks_vowels(raw) and len(consonants := keys.consonants(raw)) > 1
    ]
    return [row for row, _ in found], [consonants for _, consonants in found]
