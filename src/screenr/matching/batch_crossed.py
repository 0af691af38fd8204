"""The bound on persons' names that are compared across scripts.

By their sound many names could be one, so the scorer asks that all of the counterparty's be met and
heard clearly, or two that are the very same (`by_sound.is_heard_clearly`). So two that must be met
lead to readings together, and few of these are left once it is known what else could be met.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching import bounds, by_sound
from screenr.matching.batch_book import CLEAR, SAME
from screenr.matching.batch_names import Bits, Ints, Marks, Names
from screenr.matching.batch_pairs import changes
from screenr.matching.batch_rows import NONE, TOGETHER, Floats, Gains, Looked, Needs
from screenr.matching.batch_sounds import LONGEST
from screenr.matching.batch_words import ListedWords
from screenr.matching.bounds import PersonGain
from screenr.matching.listed import TRANSLATED

FULL, JOIN, LETTER, ALIKE = map(
    PersonGain._fields.index, ("full", "joined", "initial", "similarity")
)
SAME_NAME = 1 - bounds.ALLOWANCE


class Needed(NamedTuple):
    """The needs of each word's marked rows, those of its others, and the marks that these need."""

    marked: Needs
    others: Needs
    only: Needs


def lead_across(names: Names, needed: Needed) -> None:
    """Put into `needed` what leads to readings of names that are compared across scripts alone.

    Those of which one word must be met are led as others are.
    """
    facts = names.facts
    crossed = names.translated & (names.marks[:, 2] & TRANSLATED > 0) & ~_are_alone(names)
    if not crossed.any():
        return
    must = facts["must_be_heard"] & crossed[names.name]
    are_two = (names.sums(must) > 1)[names.name]
    needed.marked[are_two], needed.others[are_two] = NONE, NONE
    same = facts["same"] & are_two
    same &= (names.sums(same) > 1)[names.name]
    needed.marked[same], needed.only[same] = TOGETHER, SAME
    two = _two_cheapest(names, np.flatnonzero(must & are_two))
    needed.marked[two], needed.others[two], needed.only[two] = TOGETHER, TOGETHER, CLEAR


def _are_alone(names: Names) -> Marks:
    """Names of one word."""
    are_alone: Marks = names.total("tells") == 1
    return are_alone


def _two_cheapest(names: Names, words: Ints) -> Ints:
    """Of the words of each name the two whose clear rows lead to the fewest readings."""
    order = np.lexsort((names.facts["clear_cost"][words], names.name[words]))
    words = words[order]
    name = names.name[words]
    is_first = changes(name)
    is_first[1:] |= is_first[:-1] & (name[1:] == name[:-1])
    return words[is_first]


class Across:
    """Listed readings beside names in another script, with the rows that their words meet."""

    def __init__(
        self, names: Names, gains: Gains, looked: Looked, *, telling: NDArray[np.uint8]
    ) -> None:
        self._looked, self._telling = looked, telling[looked.reading]
        self._bits, self._alike = gains.bits[looked.row], gains.lines[ALIKE][looked.row]
        self._full, self._joined, self._letter = (
            gains.lines[each][looked.row] > 0 for each in (FULL, JOIN, LETTER)
        )
        self._is_name = self._full & (self._alike >= bounds.CLEAR)
        self._must = names.bits(names.facts["must_be_heard"])[looked.name]
        self._has_initials = (names.total("initial") > 0)[looked.name]
        self._is_one = _are_alone(names)[looked.name] & (self._telling == 1)

    def may_be_heard(self, listed: ListedWords, words: NDArray[np.uint32]) -> Marks:
        """Which may be heard clearly; `words` are those of all readings."""
        looked = self._looked
        clear, sure = (
            looked.bits(np.where(self._alike >= least, self._bits, np.uint64(0)))
            for least in (bounds.CLEAR, bounds.SURE)
        )
        same, letters = (
            looked.sums(self._is_name & (self._alike >= SAME_NAME)),
            looked.sums(self._letter),
        )
        met = np.minimum(looked.sums(self._is_name) + letters, np.bitwise_count(clear))
        theirs_met = self._has_initials | (met >= self._telling)
        are_same = (same > 0) & (self._has_initials | (same + letters >= self._telling))
        mean, consonants = self._heard(_consonants(listed, words, looked, self._is_name))
        may_be_heard: Marks = self._is_one | bounds.may_be_heard(
            same=same,
            are_same=are_same,
            clear=self._must & ~clear == 0,
            sure=self._must & ~sure == 0,
            theirs_met=theirs_met,
            mean=mean,
            consonants=consonants,
        )
        return may_be_heard

    def may_be_met(self, beside: Bits) -> Marks:
        """Which have all that must be met `beside` some words that met, or the same names."""
        looked = self._looked
        clear = np.where(self._alike >= bounds.CLEAR, self._bits, np.uint64(0))
        same = looked.sums(self._is_name & (self._alike >= SAME_NAME))
        met = looked.bits(clear) | beside
        may_be_met: Marks = self._is_one | (same > 1) | (self._must & ~met == 0)
        return may_be_met

    def _heard(self, consonants: Floats) -> tuple[Floats, Floats]:
        """How alike the names that meet are on average at most, and their consonants.

        Where nothing else could meet they are as many as must be met.
        """
        looked = self._looked
        others = ~self._full & (self._alike >= bounds.CLEAR) | self._joined | self._letter
        must = np.bitwise_count(self._must)
        only = (looked.sums(others) == 0) & (looked.bits(self._bits) & ~self._must == 0)
        names = looked.sums(self._is_name)
        surplus = np.where(only, np.maximum(names - must, 0.0), 0.0)
        alike, heard = (
            looked.sums_without(surplus, np.where(self._is_name, each, 0.0), among=self._is_name)
            for each in (self._alike, consonants)
        )
        return np.where(only, alike / np.maximum(must, 1), 1.0), heard


def _consonants(
    listed: ListedWords, words: NDArray[np.uint32], looked: Looked, is_name: Marks
) -> Floats:
    """How many consonants are heard at most of each name that is looked at."""
    at = np.flatnonzero(is_name)
    word = words[looked.position[at]].astype(np.int64)
    sounds = listed.heard(word)
    found = np.zeros(len(is_name))
    is_long = sounds.size[word] > LONGEST
    found[at] = np.where(is_long, by_sound.CLEAR_CONSONANTS, sounds.sounded[word])
    return found
