"""Names of a batch beside listed words and readings: rows that are looked up and summed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching.batch_names import Bits, Ints, Join, Marks, Names
from screenr.matching.batch_pairs import changes
from screenr.matching.bounds import PersonGain

ANY, BEGUN, TWICE, TOGETHER, NONE = 0, 1, 128, 254, 255
"""The marks that a reading needs to be looked at for a row: none; a word that begins as an initial
of the name does; or else two rows that lead to it together; these and no mark at all, since no
reading has them all; rows that lead nowhere."""
THEIRS, FULL, JOIN, INITIAL = map(PersonGain._fields.index, ("theirs", "full", "joined", "initial"))
Floats = NDArray[np.float64]
Needs = NDArray[np.uint8]
Letters = NDArray[np.uint32]


class Walked(NamedTuple):
    """Rows of names that lead to readings: the name, the listed word, the marks that are needed.

    `letters` are, of each name, the letters that one is needed of (`batch_initials.bits_of`).
    """

    name: Ints
    word: Ints
    needs: Needs
    letters: Letters


class Table(NamedTuple):
    """The rows of some names, each of a name and a listed word.

    `bits` are the places of the words that could meet the listed word. `at` are the places of the
    first of them in the book and `of` the words that these are rows of; the others are those of
    `joins`, neighbours written as one.
    """

    name: Ints
    word: Ints
    bits: Bits
    at: Ints
    of: Ints
    joins: Sequence[Join]


class Gains(NamedTuple):
    """What rows of a `Table` add, a line a field of `FirmGain` or `PersonGain`; with their bits.

    The last column is of no row.
    """

    lines: Floats
    bits: Bits


class Leads(NamedTuple):
    """What leads to readings: the needs of each word's marked rows, those of its others, and more.

    A row leads nowhere that lifts its name by less than the `least` of its word, or that lacks one
    of the marks in its `only` (`batch_book`); `more` are names and listed words besides.
    """

    marked: Needs
    others: Needs
    least: Floats
    only: Needs
    more: tuple[Ints, Ints]


def part_lone(names: Names, needs: Needs, *, of: Ints) -> None:
    """Rows that need another one, but are all of one word, lead by themselves or nowhere."""
    pairs = np.flatnonzero(needs >= TWICE)
    name = names.name[of[pairs]]
    words = np.bincount(name[changes(of[pairs])], minlength=names.size)
    needs[pairs[words[name] == 1]] &= np.uint8(TWICE - 1)


class Found(NamedTuple):
    """Readings that names could match: where the answer of each name goes, and the reading.

    `near` are words that could meet in these (`batch_near.Near`).
    """

    readings: Iterable[tuple[int, int]]
    near: Iterable[tuple[int, str, str]]


@dataclass(frozen=True)
class Looked:
    """Readings that are looked at, each for a name, with the rows that their words meet.

    Of each such word `entry` is which of the readings it is of, `position` where it stands among
    the words of all readings, `row` its row; words without one have the last, which is of none.
    """

    name: Ints
    reading: Ints
    position: Ints
    entry: Ints
    row: NDArray[np.int32]

    def only(self, kept: Marks) -> "Looked":
        """Some of the readings."""
        if kept.all():
            return self
        entries = kept[self.entry]
        number = np.cumsum(kept) - 1
        return Looked(
            self.name[kept],
            self.reading[kept],
            self.position[entries],
            number[self.entry[entries]],
            self.row[entries],
        )

    @cached_property
    def first(self) -> Ints:
        """The first word of each reading that has any."""
        return np.flatnonzero(changes(self.entry))

    def of(self, name: int) -> tuple[slice, slice]:
        """The readings that are looked at for a name, and their words."""
        readings = slice(*np.searchsorted(self.name, (name, name + 1)).tolist())
        words = np.searchsorted(self.entry, (readings.start, readings.stop))
        return readings, slice(*words.tolist())

    def sums(self, of_words: Floats | Marks) -> Floats:
        """The sum over the words of each reading."""
        sums = np.bincount(self.entry, weights=of_words, minlength=len(self.name))
        return sums.astype(np.float64, copy=False)

    def most(self, of_words: Floats) -> Floats:
        """The greatest over the words of each reading; 0 where it has none, and at least."""
        most = np.zeros(len(self.name))
        np.maximum.at(most, self.entry, of_words)
        return most

    def surplus(self, bits: Bits, could_meet: Marks) -> Floats:
        """How many words of each reading that `could_meet` must not, since each meets but one.

        `bits` are the words that could meet any of its words.
        """
        return np.maximum(self.sums(could_meet) - np.bitwise_count(bits), 0.0)

    def sums_without(self, surplus: Floats, of_words: Floats, *, among: Marks) -> Floats:
        """The sums over the words of each reading but for the least of so many `among` them."""
        sums, some = self.sums(of_words), np.flatnonzero(surplus)
        if not len(some):
            return sums
        least = np.full(len(sums), np.inf)
        np.minimum.at(least, self.entry[among], of_words[among])
        sums[some] -= surplus[some] * least[some]
        return sums

    def bits(self, of_words: Bits) -> Bits:
        """All bits of the words of each reading."""
        bits = np.zeros(len(self.name), np.uint64)
        if len(self.first):
            bits[self.entry[self.first]] = np.bitwise_or.reduceat(of_words, self.first)
        return bits


class Sums(NamedTuple):
    """What the words of persons' readings come to, initials left aside (`PersonGain`)."""

    full: Floats
    joined: Floats
    initial: Floats
    rarest: Floats
    rarest_full: Floats
    named: Bits
    bits: Bits


def summed(fields: list[Floats], bits: Bits, looked: Looked) -> Sums:
    """What those of each reading come to."""
    is_full = fields[FULL] > 0
    return Sums(
        full=looked.sums(fields[FULL]),
        joined=looked.sums(fields[JOIN]),
        initial=looked.sums(fields[INITIAL]),
        rarest=looked.most(fields[THEIRS]),
        rarest_full=looked.most(np.where(is_full, fields[THEIRS], 0.0)),
        named=looked.bits(np.where(is_full, bits, np.uint64(0))),
        bits=looked.bits(bits),
    )
