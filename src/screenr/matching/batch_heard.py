"""Listed words that sound like the words asked for: those of one skeleton, or across scripts."""

from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching.batch_keys import AskedWords, ListedKeys, Near
from screenr.matching.batch_pairs import Pairs, all_of, by_itself
from screenr.matching.batch_sounds import LONGEST, similarities
from screenr.matching.batch_words import ListedWords
from screenr.matching.bounds import ALLOWANCE
from screenr.matching.east_asian import SCRIPTS
from screenr.matching.index import Index
from screenr.matching.index_file import hashes_of
from screenr.matching.letters import tables_of
from screenr.matching.lexicon import DISTINCT
from screenr.matching.listed import PERSON
from screenr.matching.meet import (
    HEARD,
    IN_FIRMS,
    PLAUSIBLE,
    SAME_SOUND,
    SHORTEST_HEARD,
    skeleton_edits_allowed,
)
from screenr.matching.neighbours import Neighbours
from screenr.text.transliterate import script

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Marks = NDArray[np.bool_]
Kinds = NDArray[np.uint8]
_USUAL, _UNUSUAL, _IN_FIRMS = 1, 2, 4
_IN_PERSONS = _USUAL | _UNUSUAL
"""Names of persons that are usual and others, and distinctive words of firms, as bits."""
SHORTEST_SKELETON = 3
LEAST_SIMILAR_SOUND, SIMILAR_SOUND = 0.78, 0.95
MORE_ACROSS = 0.03


class Heard:
    """Looks up words by their sound, many at a time."""

    def __init__(self, index: Index, listed: ListedWords, keys: ListedKeys) -> None:
        self._index, self._listed, self._keys = index, listed, keys

    def of(self, asked: AskedWords, near: Near, *, always: bool) -> "Alike":
        """What words sound like; `near` are the listed words of one skeleton with them.

        Across scripts Latin words are heard by transliterated ones only, unless `always`.
        """
        same, other = self._of_one_skeleton(asked, near), self._across(asked, always=always)
        places, at = (np.concatenate(each) for each in zip(same[:2], other, strict=True))
        heard = similarities(asked.sounds, self._listed.heard(at), (places, at))
        count = len(same.asked)
        found = np.minimum(SAME_SOUND, heard[count:] + MORE_ACROSS)
        kept = np.flatnonzero(found >= PLAUSIBLE - ALLOWANCE)
        across = Pairs(other[0][kept], other[1][kept], by_itself(found[kept]))
        return Alike(*same.heard(heard[:count]), across)

    def _of_one_skeleton(self, asked: AskedWords, near: Near) -> "_Same":
        """The words that have as many sounded letters as well."""
        places, at = near
        kinds = _kinds_asked(asked)[places] & self._kinds_listed[at]
        kept = np.flatnonzero(kinds)
        places, at, kinds = places[kept], at[kept], kinds[kept]
        mine, theirs = asked.sounds, self._listed.heard(at)
        is_same = mine.sounded[places] == theirs.sounded[at]
        is_same |= (mine.size[places] > LONGEST) | (theirs.size[at] > LONGEST)
        kept = np.flatnonzero(is_same)
        kinds = kinds[kept]
        return _Same(places[kept], at[kept], kinds & _IN_PERSONS > 0, kinds & _IN_FIRMS > 0)

    @cached_property
    def _kinds_listed(self) -> Kinds:
        """How each listed word may be another of one skeleton: bits that `_kinds_asked` has too."""
        listed = self._listed
        firm = listed.of_firms & ~listed.at_large & (listed.cls == DISTINCT)
        person = listed.of_persons * np.where(listed.usual_person, _USUAL, _UNUSUAL)
        is_long = listed.length >= SHORTEST_HEARD
        kinds: Kinds = (is_long * (person | _IN_FIRMS * firm)).astype(np.uint8)
        return kinds

    def _across(self, asked: AskedWords, *, always: bool) -> Near:
        """Words a transliteration apart."""
        skeletons = self._of_all if always else self._of_transliterated
        known = asked.spelled
        rows, others, _ = skeletons.near.of([asked.keys.skeleton[each] for each in known.tolist()])
        places, at = self._keys.expanded(
            known[rows], skeletons.first[others], skeletons.last[others]
        )
        by_characters = are_east_asian(asked)[places] | self._listed.is_east_asian[at]
        kept = np.flatnonzero(~by_characters | self._alone[at])
        return places[kept], at[kept]

    @cached_property
    def _of_transliterated(self) -> "Skeletons":
        return Skeletons("n:", self._index.skeletons(native=True), self._keys)

    @cached_property
    def _of_all(self) -> "Skeletons":
        return Skeletons("k:", self._index.skeletons(native=False), self._keys)

    @cached_property
    def _alone(self) -> Marks:
        """The words that East Asian names may meet by their sound (`lone_names`)."""
        return _alone(self._index)


class Alike(NamedTuple):
    """Pairs that sound alike: in names of firms, in names of persons, and across scripts."""

    firms: Pairs
    persons: Pairs
    across: Pairs


class _Same(NamedTuple):
    """Pairs of one skeleton, and which of them may meet in names of persons and of firms."""

    asked: Ints
    listed: Ints
    person: Marks
    firm: Marks

    def heard(self, heard: Floats) -> tuple[Pairs, Pairs]:
        """Those that sound alike, of firms and of persons."""
        alike = heard >= HEARD - ALLOWANCE
        firm, person = np.flatnonzero(self.firm & alike), np.flatnonzero(self.person & alike)
        similar = np.maximum(LEAST_SIMILAR_SOUND, SIMILAR_SOUND * heard[person])
        return (
            all_of((self.asked[firm], self.listed[firm]), IN_FIRMS),
            Pairs(self.asked[person], self.listed[person], similar),
        )


class Skeletons:
    """Consonant skeletons, and where the words of each stand."""

    def __init__(self, kind: str, skeletons: list[str], keys: ListedKeys) -> None:
        known = sorted(skeletons, key=len)
        self.near = Neighbours(tables_of(known), skeleton_edits_allowed)
        self.first, self.last = keys.ranges(np.array(hashes_of(kind, known), np.int64))


def are_east_asian(asked: AskedWords) -> Marks:
    """The words that were written in Han or Hangul."""
    found = np.zeros(len(asked.words), np.bool_)
    for at in np.flatnonzero(asked.is_native).tolist():
        found[at] = script(asked.words[at].native) in SCRIPTS
    return found


def _kinds_asked(asked: AskedWords) -> Kinds:
    """Two names that are usual are two; words of the language are none that sound like others."""
    firm = ~asked.at_large & (asked.cls == DISTINCT)
    may = asked.skeleton >= SHORTEST_SKELETON
    kinds: Kinds = may * (_UNUSUAL | _USUAL * ~asked.usual_person | _IN_FIRMS * firm)
    return kinds.astype(np.uint8)


def _alone(index: Index) -> Marks:
    """The words of listed persons' names that have no other word that tells."""
    starts = np.frombuffer(index.file.raw("reading.at.u4"), "<u4").astype(np.int64)
    words = np.frombuffer(index.file.raw("reading.words.u4"), "<u4")
    flags = np.frombuffer(index.file.raw("reading.flags.u1"), np.uint8)
    size = len(index.file.strings("word"))
    telling = np.frombuffer(index.file.raw("reading.telling.u1"), np.uint8)
    single = (telling <= 1) & (flags & PERSON > 0)
    return np.bincount(words[np.repeat(single, np.diff(starts))], minlength=size) > 0
