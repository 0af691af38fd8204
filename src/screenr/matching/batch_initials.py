"""What initials of counterparties' names could stand for in the readings that are looked at."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching.batch_names import Bits, Ints, Marks, Names
from screenr.matching.batch_rows import Floats, Letters, Looked
from screenr.matching.words import Word

NO_LETTER = 1
"""The bit of listed initials, and of words that begin with no ASCII letter."""
_LETTERS = 128
"""Initials are of ASCII letters."""


class Initials(NamedTuple):
    """What initials of the counterparty's could come to.

    `entries` is what the initial weighs that may stand for each listed word, 0 where none may. Of
    each reading, `bits` are the places of the initials that may have met, `weight` is that of all
    other names of the counterparty's, `glued` whether one of its words may stand for several names.
    """

    entries: Floats
    bits: Bits
    weight: Floats
    glued: Marks


class InitialsOf:
    """The initials in some names, beside the readings that are looked at for these.

    `known` are the words that the names number, `first` the first letter of each listed word of
    the readings.
    """

    def __init__(
        self, names: Names, known: Sequence[Word], looked: Looked, first: NDArray[np.uint8]
    ) -> None:
        self._names, self._known, self._looked, self._first = names, known, looked, first

    def found(self) -> Initials:
        """What they could come to.

        Letters glued together (JC) stand for as many names that begin with them, or for none.
        """
        names, facts = self._names, self._names.facts
        of = self._looked.name
        found = Initials(
            self._of_letters(np.flatnonzero(_are_letters(names))),
            names.bits(facts["initial"])[of],
            names.sums(np.where(facts["initial"], 0.0, facts["heavy"]))[of],
            np.zeros(len(of), np.bool_),
        )
        for at in _glued(names).tolist():
            self._take_glued(found, at)
        return found

    def _of_letters(self, words: Ints) -> Floats:
        """What letters that stand alone weigh for each word of the readings."""
        names, looked, facts = self._names, self._looked, self._names.facts
        found = np.zeros(len(looked.entry))
        has = np.zeros(names.size, np.bool_)
        has[names.name[words]] = True
        line = np.cumsum(has) - 1
        letters = np.zeros((int(has.sum()), _LETTERS))
        at = line[names.name[words]], facts["raw_first"][words]
        np.maximum.at(letters, at, facts["person"][words])
        entries = np.flatnonzero(has[looked.name][looked.entry])
        found[entries] = letters[line[looked.name[looked.entry[entries]]], self._first[entries]]
        return found

    def _take_glued(self, found: Initials, at: int) -> None:
        """Put into `found` what the glued initials `at` come to."""
        names, looked = self._names, self._looked
        facts, letters = names.facts, self._known[names.words[at]].raw
        readings, entries = looked.of(int(names.name[at]))
        first = self._first[entries]
        starts = np.flatnonzero(np.diff(looked.entry[entries], prepend=-1))
        if not len(starts):
            return
        begins = np.array([first == ord(each) for each in letters])
        is_any = begins.any(axis=0)
        fits = np.add.reduceat(is_any, starts, dtype=np.int64) >= len(letters)
        fits &= np.logical_or.reduceat(begins, starts, axis=1).all(axis=0)
        weighs = np.repeat(fits, np.diff(np.append(starts, len(first)))) & is_any
        weight = facts["person"][at]
        found.entries[entries][weighs] = np.maximum(found.entries[entries][weighs], weight)
        found.bits[readings][~fits] &= ~(np.uint64(1) << np.uint64(names.place[at]))
        found.weight[readings][~fits] += facts["heavy"][at]
        found.glued[readings][fits] = True


def weight_of_letters(names: Names) -> Floats:
    """What the initials that stand alone weigh."""
    return names.sums(np.where(_are_letters(names), names.facts["heavy"], 0.0))


def idle_letters(names: Names, looked: Looked, met: Bits, may_meet: Marks) -> Bits:
    """The places of initials that stand for nothing, but where they or others `may_meet`."""
    letters = names.bits(_are_letters(names))[looked.name]
    return np.where(may_meet | (letters & met > 0), np.uint64(0), letters)


def _are_letters(names: Names) -> Marks:
    """Initials that stand alone."""
    are_letters: Marks = names.facts["initial"] & (names.facts["length"] == 1)
    return are_letters


def _glued(names: Names) -> Ints:
    """Initials that are written as one word."""
    return np.flatnonzero(names.facts["initial"] & (names.facts["length"] > 1))


def letters_of(names: Names, known: Sequence[Word]) -> Letters:
    """The initials of each name as `bits_of`, and that of words that begin with no ASCII letter."""
    letters = np.full(names.size, NO_LETTER, np.uint32)
    alone = np.flatnonzero(_are_letters(names))
    np.bitwise_or.at(letters, names.name[alone], bits_of(names.facts["raw_first"][alone]))
    for at in _glued(names).tolist():
        glued = np.frombuffer(known[names.words[at]].raw.encode(), np.uint8)
        letters[names.name[at]] |= np.bitwise_or.reduce(bits_of(glued))
    return letters


def bits_of(first: NDArray[np.uint8]) -> Letters:
    """A bit for each first letter; some others have the same."""
    return np.uint32(NO_LETTER) << (first & np.uint8(31))
