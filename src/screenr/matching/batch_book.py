"""What is known of each word of a batch, by its number: arrays that are kept for the names to come.

Of each word: what it weighs and is (`batch_facts`), and the listed words that it can meet with what
such a pair lifts a name by, ``(similarity - threshold) * weight``.
"""

from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching import bounds
from screenr.matching.batch_facts import Columns, columns, facts_of
from screenr.matching.batch_keys import Hashed
from screenr.matching.batch_pairs import Pairs, expanded
from screenr.matching.batch_reach import BatchReach
from screenr.matching.batch_words import ListedWords
from screenr.matching.candidates import SHORTEST_APART
from screenr.matching.growing import Growing
from screenr.matching.index import Index
from screenr.matching.lexicon import DISTINCT
from screenr.matching.meet import BY_ITSELF
from screenr.matching.organization_facts import ONE_SLIP
from screenr.matching.slipped import RARE_LETTERS
from screenr.matching.words import Word

REMEMBERED, KEPT = 20_000, 18_000
"""Most words at a time, and those that are kept of them; the memory of a run stays constant."""
AT_ONCE = 500
"""Words that are looked up together: more take more memory and are hardly faster."""
BRAND, RARE = 1, 2
"""Marks of a firm's row: the listed word is distinctive; so rare that costs stay at their least."""
FULL, LETTER = 1, 2
"""Marks of a person's row: a name met by itself; the listed word is an initial."""
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Marks = NDArray[np.bool_]


class Rows(NamedTuple):
    """Pairs with listed words: those of the word `n` from ``starts[n]`` to ``starts[n + 1]``."""

    starts: Ints
    listed: NDArray[np.unsignedinteger[Any]]
    lift: NDArray[np.float16]
    marks: NDArray[np.uint8]

    def of(self, numbers: Ints) -> tuple[Ints, Ints]:
        """The rows of some words one after the other, and which of them each is of."""
        return expanded(self.starts[numbers], self.starts[numbers + 1])


class _Shelf:
    """Rows of words that come and go; as narrow as the number of listed words allows."""

    def __init__(self, listed: int) -> None:
        self._starts = np.zeros(1, np.int64)
        kinds = np.min_scalar_type(listed), np.float16, np.uint8
        self._columns: Sequence[Growing[Any]] = [Growing(kind) for kind in kinds]

    @property
    def rows(self) -> Rows:
        return Rows(self._starts, *(each.values for each in self._columns))

    def keep(self, words: Marks) -> None:
        """Drop the rows of words that are not marked, and number the others anew."""
        sizes = np.diff(self._starts)
        rows = np.repeat(words, sizes)  # their places would take eight times the room
        for column in self._columns:
            column.keep(rows)
        self._starts = np.append(0, np.cumsum(sizes[words]))

    def add(self, more: Rows) -> None:
        """Put the rows of further words after them."""
        self._starts = np.append(self._starts, more.starts[1:] + self._starts[-1])
        added: Sequence[NDArray[Any]] = (more.listed, more.lift, more.marks)
        for column, values in zip(self._columns, added, strict=True):
            column.add(values)


class Book:
    """Numbers words and remembers what they lift names by at one threshold."""

    def __init__(self, index: Index, listed: ListedWords, threshold: float) -> None:
        self._index, self._listed, self._threshold = index, listed, threshold
        self._reach = BatchReach(index, listed)
        self._costs = np.diff(np.frombuffer(index.file.raw("posting.at.u4"), "<u4"))
        self._letters: dict[str, list[int]] = {}
        for at in np.flatnonzero(listed.length == 1).tolist():
            self._letters.setdefault(listed.raws[at], []).append(at)
        self.words: list[Word] = []
        self._number = dict[Word, int](), dict[Word, int]()  # those transliterated apart
        self._new = list[int](), list[int]()
        self._facts = {name: Growing[Any](each.dtype) for name, each in columns(0).items()}
        self._firm, self._person = _Shelf(len(listed.raws)), _Shelf(len(listed.raws))
        self._show()
        self.apart: dict[int, list[int]] = {}
        self._runs = Hashed(index, "run", "reading")
        self._uses = np.zeros(0, np.int64)

    def numbers(self, words: Iterable[Word], *, translated: bool) -> list[int]:
        """The numbers of words, of which new ones are to be learned before they are asked for."""
        number, found = self._number[translated], []
        for word in words:
            at = number.get(word)
            if at is None:
                at = number[word] = len(self.words)
                self.words.append(word)
                self._new[translated].append(at)
            found.append(at)
        return found

    def forget(self) -> None:
        """Where there are too many, drop those that the fewest names had: the numbers change."""
        if len(self.words) <= REMEMBERED:
            return
        kept = np.zeros(len(self.words), np.bool_)
        kept[np.argsort(-self._uses, kind="stable")[:KEPT]] = True
        places = np.where(kept, np.cumsum(kept) - 1, -1).tolist()
        for number in self._number:
            left = {word: places[at] for word, at in number.items() if places[at] >= 0}
            number.clear()
            number.update(left)
        self.words = [*compress(self.words, kept.tolist())]
        self.apart = {places[at]: each for at, each in self.apart.items() if places[at] >= 0}
        self._uses = self._uses[kept] * 9 // 10
        for column in self._facts.values():
            column.keep(kept)
        for shelf in (self._firm, self._person):
            shelf.keep(kept)
        self._show()

    def learn(self, used: Ints) -> None:
        """Look up the words that were numbered since; `used` are the numbers that were given."""
        first = len(self._uses)
        words = self.words[first:]
        if words:
            firm, person = self._met(first)
            facts = facts_of(words, self._index, self._listed)
            self._firm.add(self._firm_rows(facts, firm))
            self._person.add(self._person_rows(words, facts, person))
            self._find_apart(facts, first)
            for name, each in self._facts.items():
                each.add(facts[name])
            self._show()
        uses = np.bincount(used, minlength=len(self.words))
        uses[:first] += self._uses
        self._uses = uses

    def _show(self) -> None:
        """Give out what is known now."""
        self.firm, self.person = self._firm.rows, self._person.rows
        self.facts: Columns = {name: each.values for name, each in self._facts.items()}

    def _find_apart(self, facts: Columns, first: int) -> None:
        """The readings that have a word parted into several; `first` is the first word's number."""
        may_be = np.flatnonzero(facts["distinct"] & (facts["length"] >= SHORTEST_APART))
        places, readings = self._runs.under(may_be, facts["raw_hash"][may_be].astype(np.int64))
        for place, reading in zip(places.tolist(), readings.tolist(), strict=True):
            self.apart.setdefault(first + place, []).append(reading)
        facts["apart"][places] = True

    def _met(self, first: int) -> tuple[Pairs, Pairs]:
        """What the new words, from the first on, can meet in organizations' and persons' names."""
        found: tuple[list[Pairs], list[Pairs]] = ([], [])
        for translated, new in enumerate(self._new):
            for at in range(0, len(new), AT_ONCE):
                some = np.array(new[at : at + AT_ONCE])
                words = [self.words[each] for each in some.tolist()]
                both = self._reach.of(words, translated=bool(translated))
                for pairs, into in zip(both, found, strict=True):
                    into.append(pairs._replace(asked=some[pairs.asked] - first))
            new.clear()
        firm, person = map(_in_order, found)
        return firm, person

    def _firm_rows(self, facts: Columns, pairs: Pairs) -> Rows:
        """What pairs of organizations' words lift by; their greatest go into `facts`."""
        listed, at, of = self._listed, pairs.listed, pairs.asked
        mine, theirs = facts["organization"][of], listed.organization[at]
        is_brand = listed.cls[at] == DISTINCT
        both = facts["distinct"][of] & is_brand
        weight = np.where(both, mine + theirs, 2 * np.minimum(mine, theirs))
        lift = (pairs.similarity - self._threshold) * weight
        rare = is_brand & (listed.strength[at] >= 1.0) & (listed.length[at] >= RARE_LETTERS)
        rare &= pairs.similarity > ONE_SLIP
        np.logical_or.at(facts["rare"], of, rare)
        self._sum_up(facts, (of, at, lift), is_brand, names=("brand", "common"))
        return _rows(len(facts["length"]), of, at, lift=lift, marks=BRAND * is_brand + RARE * rare)

    def _person_rows(self, words: Sequence[Word], facts: Columns, pairs: Pairs) -> Rows:
        """What pairs of persons' words lift by, and listed initials that a word may be."""
        listed = self._listed
        letters = [
            (at, letter)
            for at, word in enumerate(words)
            if len(word.raw) > 1
            for letter in self._letters.get(word.raw[0], ())
        ]
        more = np.array(letters, np.int64).reshape(-1, 2).T
        at, of = np.concatenate([pairs.listed, more[1]]), np.concatenate([pairs.asked, more[0]])
        whole = facts["person"][pairs.asked] + listed.person[pairs.listed]
        met = (pairs.similarity - self._threshold) * whole
        initial = bounds.initial_lift(self._threshold) * np.minimum(
            facts["heavy"][more[0]], listed.person[more[1]]
        )
        lift = np.concatenate([met, initial])
        is_full = listed.tells[at] & (np.arange(len(at)) < len(pairs.asked))
        is_full[: len(pairs.asked)] &= pairs.similarity >= BY_ITSELF - bounds.ALLOWANCE
        marks = FULL * is_full + LETTER * (np.arange(len(at)) >= len(pairs.asked))
        self._sum_up(facts, (of, at, lift), is_full, names=("full", "other"))
        order = np.argsort(of, kind="stable")
        return _rows(
            len(facts["length"]), of[order], at[order], lift=lift[order], marks=marks[order]
        )

    def _sum_up(
        self,
        facts: Columns,
        rows: tuple[Ints, Ints, Floats],
        marked: NDArray[np.bool_],
        *,
        names: tuple[str, str],
    ) -> None:
        """The greatest lift of marked rows and of others, and to how many readings they lead."""
        of, at, lift = rows
        for name, kept in zip(names, (marked, ~marked), strict=True):
            best = np.full(len(facts["length"]), -np.inf)
            np.maximum.at(best, of[kept], lift[kept])
            facts[name] = _rounded_up(best, np.float32)
            costs = np.bincount(of[kept], weights=self._costs[at[kept]], minlength=len(best))
            facts[f"{name}_cost"] = costs


def _rows(count: int, of: Ints, listed: Ints, *, lift: Floats, marks: NDArray[np.int64]) -> Rows:
    starts = np.searchsorted(of, np.arange(count + 1))
    narrow = _rounded_up(lift, np.float16)
    return Rows(starts, listed.astype(np.uint32), narrow, marks.astype(np.uint8))


def _rounded_up(values: Floats, kind: type[np.floating[Any]]) -> NDArray[Any]:
    """Bounds in narrower numbers, none of which is less."""
    narrow = values.astype(kind)
    found: NDArray[Any] = np.where(narrow < values, np.nextafter(narrow, kind(np.inf)), narrow)
    return found


def _in_order(found: Iterable[Pairs]) -> Pairs:
    asked, listed, similarity = (np.concatenate(each) for each in zip(*found, strict=True))
    order = np.argsort(asked, kind="stable")
    return Pairs(asked[order], listed[order], similarity[order])
