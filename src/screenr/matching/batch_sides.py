"""The bound over the words of a few dozen names at once, of organizations or of persons.

Each name's words become rows of (name, listed word, gain). The rows that a match cannot do without
lead to readings; of those all words are looked up among the rows, and their gains summed.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching import bounds, organization_costs, persons
from screenr.matching.align import JOINED
from screenr.matching.asked import NOT_ALL_OF_SHIP, is_of_ship, joined
from screenr.matching.batch_reach import expanded
from screenr.matching.batch_tables import Floats, Ints, Known, Rows
from screenr.matching.batch_words import ListedWords
from screenr.matching.bounds import FirmGain, PersonGain
from screenr.matching.candidates import Compared
from screenr.matching.compare import OTHER_KIND
from screenr.matching.index import Index
from screenr.matching.lexicon import DISTINCT, LEGAL, STOP
from screenr.matching.listed import COMMON, CRAFT, FIRM, KINDS, PERSON
from screenr.matching.reading import Reading, looks_like_organization
from screenr.matching.wholes import Whole, bits_of, places_of, wholes
from screenr.matching.words import Word

TABLE = 2_000_000
"""Cells of the table by which a name's rows are looked up: it must fit the processor's cache."""
POSTINGS = 400_000
"""Readings that are looked at together; names are parted by them and not by their number."""
Bits = NDArray[np.uint64]
Marks = NDArray[np.bool_]
BRAND, RARE = FirmGain._fields.index("brand"), FirmGain._fields.index("rare")
FULL, JOIN = PersonGain._fields.index("full"), PersonGain._fields.index("joined")
THEIRS = PersonGain._fields.index("theirs")


class Asked(NamedTuple):
    """A name with its words as they are compared, and where the answer goes."""

    at: int
    query: Reading
    words: tuple[Word, ...]
    marks: Compared


class Table(NamedTuple):
    """The rows of some names: each of a name and a listed word; `place` of the query's word."""

    name: Ints
    word: Ints
    gain: Floats
    bits: Bits
    place: Ints


class Sums(NamedTuple):
    """Readings that are looked at, each for a name, with what their words come to."""

    name: Ints
    reading: Ints
    gain: list[Floats]
    bits: Bits
    position: Ints
    entry: Ints
    row: Ints


class Side:
    """What both kinds of names have in common."""

    person: bool
    fields: int

    def __init__(self, index: Index, listed: ListedWords, threshold: float) -> None:
        self._index, self._listed, self._threshold = index, listed, threshold
        self._posting_starts = _numbers(index, "posting.at.u4")
        self._postings = _numbers(index, "posting.u4")
        self._reading_starts = _numbers(index, "reading.at.u4")
        self._reading_words = _numbers(index, "reading.words.u4")
        self._flags = np.frombuffer(index.file.raw("reading.flags.u1"), np.uint8)
        self._size = len(self._posting_starts) - 1
        self._slots = np.zeros((max(1, TABLE // self._size), self._size), np.int32)

    def _gain(self, run: Sequence[Word], at: int) -> tuple[float, ...]:
        raise NotImplementedError

    def _rows(self, known: Known) -> Sequence[Rows]:
        raise NotImplementedError

    def found(
        self, asked: Sequence[Asked], known: Mapping[tuple[Word, bool], Known]
    ) -> Iterator[tuple[int, int]]:
        """Where the answer goes, and a reading that the name could match."""
        step = len(self._slots)
        for first in range(0, len(asked), step):
            block = asked[first : first + step]
            yield from self._found(block, self._table(block, known))

    def _found(self, block: Sequence[Asked], table: Table) -> Iterator[tuple[int, int]]:
        names, words, of_common = self._walked(block, table)
        looked = self._looked_at(block, names, words, of_common)
        if not len(looked):
            return
        self._fill(table)
        for first in range(0, len(looked), POSTINGS):
            sums = self._sums(table, looked[first : first + POSTINGS])
            kept = self._may_reach(block, table, sums)
            for name, reading in zip(
                sums.name[kept].tolist(), sums.reading[kept].tolist(), strict=True
            ):
                yield block[name].at, reading
        self._slots[table.name, table.word] = 0

    def _table(self, block: Sequence[Asked], known: Mapping[tuple[Word, bool], Known]) -> Table:
        parts: list[Rows] = []
        places: list[tuple[int, int, int]] = []
        for name, each in enumerate(block):
            for place, word in enumerate(each.words):
                for part in self._rows(known[word, each.query.translated]):
                    if len(part.words):
                        parts.append(part)
                        places.append((name, place, 1 << place))
            for first, end, at in joined(
                each.words, lambda raw: self._listed.distinct.get(raw, ())
            ):
                gain = self._gain(each.words[first:end], at)
                parts.append(Rows(np.array([at]), np.array([gain])))
                places.append((name, -1, (1 << end) - (1 << first)))
        sizes = [len(part.words) for part in parts]
        return Table(
            np.repeat([name for name, _, _ in places], sizes),
            np.concatenate([part.words for part in parts] or [np.zeros(0, np.int64)]),
            np.concatenate([part.gains for part in parts] or [np.zeros((0, self.fields))]),
            np.repeat(np.array([bits for _, _, bits in places], np.uint64), sizes),
            np.repeat([place for _, place, _ in places], sizes),
        )

    def _fill(self, table: Table) -> None:
        """Note each row in the slot of its name and word; of several the sum of what they could."""
        numbers = np.arange(1, len(table.name) + 1, dtype=np.int32)
        self._slots[table.name, table.word] = numbers
        won = self._slots[table.name, table.word]
        lost = np.flatnonzero(won != numbers)
        into = won[lost] - 1
        for field in range(table.gain.shape[1]):
            np.maximum.at(table.gain[:, field], into, table.gain[lost, field])
        np.bitwise_or.at(table.bits, into, table.bits[lost])

    def _walked(self, block: Sequence[Asked], table: Table) -> tuple[Ints, Ints, Marks]:
        """Names and listed words that lead to readings, some to those without a brand only."""
        raise NotImplementedError

    def _looked_at(
        self, block: Sequence[Asked], names: Ints, words: Ints, of_common: Marks
    ) -> Ints:
        """The readings that the words lead to: name times all readings, plus the reading."""
        size = len(self._flags)
        found = []
        cost = np.cumsum(self._posting_starts[words + 1] - self._posting_starts[words])
        parts = np.searchsorted(
            cost, np.arange(POSTINGS, int(cost[-1]) if len(cost) else 0, POSTINGS)
        )
        marks = np.array([each.marks for each in block], np.uint8).reshape(-1, 3)
        for part in np.split(np.arange(len(words)), parts):
            at, of = expanded(
                self._posting_starts[words[part]], self._posting_starts[words[part] + 1]
            )
            readings, name = self._postings[at].astype(np.int64), names[part][of]
            flags = self._flags[readings]
            any_of, all_of, none_of = marks[name].T
            kept = (flags & any_of > 0) & (flags & all_of == all_of) & (flags & none_of == 0)
            kept &= (flags & COMMON > 0) | ~of_common[part][of]
            found.append(_unique(name[kept] * size + readings[kept]))
        return _unique(np.concatenate(found)) if found else np.zeros(0, np.int64)

    def _sums(self, table: Table, looked: Ints) -> Sums:
        name, reading = np.divmod(looked, len(self._flags))
        at, entry = expanded(self._reading_starts[reading], self._reading_starts[reading + 1])
        row = self._slots[name[entry], self._reading_words[at]] - 1
        hit = row >= 0
        met, of = row[hit], entry[hit]
        gain = [
            np.bincount(of, weights=table.gain[met, field], minlength=len(name))
            for field in range(table.gain.shape[1])
        ]
        bits = np.zeros(len(name), np.uint64)
        np.bitwise_or.at(bits, of, table.bits[met])
        return Sums(name, reading, gain, bits, at, entry, row)

    def _may_reach(self, block: Sequence[Asked], table: Table, sums: Sums) -> Marks:
        raise NotImplementedError

    def _may_be_cut(self, block: Sequence[Asked], sums: Sums, bits: Bits) -> Marks:
        """Where all that must meet could, of a name of which a part was cut off."""
        found = np.zeros(len(bits), np.bool_)
        ways = [self._wholes(each.words) for each in block]
        for way in range(max(map(len, ways), default=0)):
            there = np.array([len(each) > way for each in ways])
            needed = np.array(
                [each[way].needed if len(each) > way else 0 for each in ways], np.uint64
            )
            met = there[sums.name] & (needed[sums.name] & ~bits == 0) & ~found
            for at in np.flatnonzero(met).tolist():
                listed = self._index.reading(int(sums.reading[at])).words
                found[at] = ways[sums.name[at]][way].fits(listed)
        return found

    def _wholes(self, words: Sequence[Word]) -> list[Whole]:
        return wholes(words, person=self.person)

    def _cut_off(
        self, block: Sequence[Asked], table: Table, initials: Sequence[int]
    ) -> tuple[Ints, Ints]:
        """Names and listed words that lead to what names must meet of which a part was cut off."""
        names: list[Ints] = []
        words: list[Ints] = []
        cost = self._posting_starts[table.word + 1] - self._posting_starts[table.word]
        costs = np.zeros((len(block), 64))
        np.add.at(costs, (table.name, table.place), cost)
        for name, each in enumerate(block):
            for whole in self._wholes(each.words):
                telling = places_of(whole.needed & ~initials[name])
                if telling:
                    place = min(telling, key=costs[name].__getitem__)
                    rows = table.word[(table.name == name) & (table.place == place)]
                else:
                    begun = self._index.words_beginning(each.words[-1].raw)
                    rows = np.fromiter(begun, np.int64)
                names.append(np.full(len(rows), name))
                words.append(rows)
        empty = [np.zeros(0, np.int64)]
        return np.concatenate(names or empty), np.concatenate(words or empty)


class FirmSide(Side):
    """Names as organizations'."""

    person, fields = False, len(FirmGain._fields)

    def __init__(self, index: Index, listed: ListedWords, threshold: float) -> None:
        super().__init__(index, listed, threshold)
        self._costs = np.frombuffer(index.file.raw("reading.organization.f8"), "<f8")

    def _gain(self, run: Sequence[Word], at: int) -> tuple[float, ...]:
        return bounds.firm_gain(run, self._index.word(at), JOINED, threshold=self._threshold)

    def _rows(self, known: Known) -> Sequence[Rows]:
        return (known.firm,)

    def _walked(self, block: Sequence[Asked], table: Table) -> tuple[Ints, Ints, Marks]:
        brand = table.gain[:, BRAND] > 0
        if self._threshold <= bounds.UNBRANDED:
            walked, of_common = np.ones(len(brand), np.bool_), np.zeros(len(brand), np.bool_)
        else:
            met = np.zeros(len(block), np.uint64)
            np.bitwise_or.at(met, table.name[~brand], table.bits[~brand])
            common = _distinct(block) & ~met == 0
            of_common = ~brand & common[table.name]
            walked = brand | of_common
        names, words = self._cut_off(block, table, [0] * len(block))
        return (
            np.concatenate([table.name[walked], names]),
            np.concatenate([table.word[walked], words]),
            np.concatenate([of_common[walked], np.zeros(len(names), np.bool_)]),
        )

    def _may_reach(self, block: Sequence[Asked], table: Table, sums: Sums) -> Marks:
        cost = np.array([sum(map(organization_costs.left_query_cost, e.words)) for e in block])
        flags = self._flags[sums.reading]
        gain, more, bits = self._with_initials(block, sums)
        common = (flags & COMMON > 0) & (_distinct(block)[sums.name] & ~bits == 0)
        enough = bounds.firm_may_reach(
            gain=gain,
            cost=more,
            brand=np.minimum(sums.gain[BRAND], 1),
            rare=np.minimum(sums.gain[RARE], 1),
            common=common.astype(np.int64),
            needed=self._threshold * (cost[sums.name] + self._costs[sums.reading]),
            threshold=self._threshold,
        )
        if self._threshold > NOT_ALL_OF_SHIP:
            lexicon = self._index.lexicon
            ship = np.array(
                [bits_of(is_of_ship(w, e.query, lexicon) for w in e.words) for e in block],
                np.uint64,
            )
            enough &= (flags & KINDS != CRAFT) | (ship[sums.name] & ~bits == 0)
        return enough | self._may_be_cut(block, sums, bits)

    def _with_initials(self, block: Sequence[Asked], sums: Sums) -> tuple[Floats, Floats, Bits]:
        """Gains, costs and bits where the first word may be an initial of the listed one."""
        gain, cost, bits = sums.gain[0], sums.gain[1], sums.bits
        for name, each in enumerate(block):
            if organization_costs.may_be_initial(each.words):
                adds = bounds.firm_initial_gain(each.words[0], threshold=self._threshold)
                for at in np.flatnonzero(sums.name == name).tolist():
                    first = self._index.reading(int(sums.reading[at])).words[0]
                    if first.raw.startswith(each.words[0].raw):
                        gain[at] += adds.gain
                        cost[at] += adds.cost
                        bits[at] |= np.uint64(1)
        return gain, cost, bits


class PersonSide(Side):
    """Names as persons'."""

    person, fields = True, len(PersonGain._fields)

    def __init__(self, index: Index, listed: ListedWords, threshold: float) -> None:
        super().__init__(index, listed, threshold)
        self._weights = (
            np.frombuffer(index.file.raw("reading.person.f8"), "<f8") / persons.LEFT_LISTED
        )
        self._telling = np.frombuffer(index.file.raw("reading.telling.u1"), np.uint8)
        self._firms = np.flatnonzero((self._flags & FIRM > 0) & (self._flags & PERSON > 0))

    def _gain(self, run: Sequence[Word], at: int) -> tuple[float, ...]:
        return bounds.person_gain(run, self._index.word(at), JOINED, threshold=self._threshold)

    def _rows(self, known: Known) -> Sequence[Rows]:
        return known.person, known.letters

    def _walked(self, block: Sequence[Asked], table: Table) -> tuple[Ints, Ints, Marks]:
        """All rows but those of the costliest word, where a match needs two names."""
        initials = _initials(block)
        firm = self._are_firms(block)
        one_is_enough = (_heavy_bits(block, count=True) < 2) | (initials > 0)  # noqa: PLR2004
        two = (firm | ~one_is_enough) & (self._threshold > bounds.ONE_NAME)
        cost = self._posting_starts[table.word + 1] - self._posting_starts[table.word]
        costs = np.zeros((len(block), 64), np.int64)
        apart = table.place < 0
        np.add.at(costs, (table.name[~apart], table.place[~apart]), cost[~apart])
        costliest = costs.argmax(axis=1)
        walked = apart | ~two[table.name] | (table.place != costliest[table.name])
        names, words = self._cut_off(block, table, initials.tolist())
        return (
            np.concatenate([table.name[walked], names]),
            np.concatenate([table.word[walked], words]),
            np.zeros(int(walked.sum()) + len(names), np.bool_),
        )

    def _are_firms(self, block: Sequence[Asked]) -> Marks:
        """Names that look like a firm's, which one name of a person is not enough for."""
        firms = [looks_like_organization(each.query) for each in block]
        return np.array(firms) & (self._threshold > OTHER_KIND)

    def _looked_at(
        self, block: Sequence[Asked], names: Ints, words: Ints, of_common: Marks
    ) -> Ints:
        looked = super()._looked_at(block, names, words, of_common)
        alone = (_heavy_bits(block, count=True) < 2) | (_initials(block) > 0)  # noqa: PLR2004
        firms = np.flatnonzero(self._are_firms(block) & alone)
        if not len(firms):
            return looked
        more = (firms[:, None] * len(self._flags) + self._firms[None, :]).ravel()
        return _unique(np.concatenate([looked, more]))

    def _may_reach(self, block: Sequence[Asked], table: Table, sums: Sums) -> Marks:
        size = len(sums.name)
        hit = sums.row >= 0
        full = np.flatnonzero(hit & (table.gain[sums.row, FULL] > 0)) if len(table.gain) else []
        named = np.zeros(size, np.uint64)
        np.bitwise_or.at(named, sums.entry[full], table.bits[sums.row[full]])
        rarest = np.zeros(size)
        np.maximum.at(rarest, sums.entry[full], table.gain[sums.row[full], THEIRS])
        gains = [sums.gain[field] for field in range(5)]
        by_initial = self._add_initials(block, table, sums, gains)
        light = np.bincount(sums.entry[hit], minlength=size) - sums.gain[FULL]
        initials = (np.bincount(sums.entry[by_initial], minlength=size) > 0) | (light > 0)
        word = self._reading_words[sums.position]
        met = (hit | by_initial) & (self._listed.heavy[word] > 0)
        bits = sums.bits | _initials(block)[sums.name]
        heavy = _heavy_bits(block)[sums.name]
        telling = self._telling[sums.reading]
        alone = (telling == 1) & (_heavy_bits(block, count=True)[sums.name] == 1)
        listed_firm = self._flags[sums.reading] & FIRM > 0
        alone |= (sums.gain[FULL] > 0) & initials
        enough = (
            (self._threshold <= bounds.ONE_NAME)
            | (sums.gain[JOIN] > 0)
            | ((sums.gain[FULL] > 1) & (np.bitwise_count(named) > 1))
            | (alone & (listed_firm | ~self._are_firms(block)[sums.name]))
        )
        weight = np.array([_weight(each.words) for each in block])
        enough &= bounds.person_may_reach(
            gains=gains,
            rarest=rarest,
            mine=weight[sums.name],
            theirs=self._weights[sums.reading],
            mine_met=heavy & ~bits == 0,
            theirs_met=np.bincount(sums.entry[met], minlength=size) >= telling,
            threshold=self._threshold,
        )
        return enough | self._may_be_cut(block, sums, bits)

    def _add_initials(
        self, block: Sequence[Asked], table: Table, sums: Sums, gains: list[Floats]
    ) -> Marks:
        """Add to `gains` what initials of the query add; where one stands for a listed word."""
        letters = np.zeros((len(block), 128))
        for name, each in enumerate(block):
            for letter, weight in bounds.initials(each.words).items():
                if letter.isascii():
                    letters[name, ord(letter)] = weight
        letters[:, 0] = 0
        if not letters.any():
            return np.zeros(len(sums.entry), np.bool_)
        word = self._reading_words[sums.position]
        mine = letters[sums.name[sums.entry], self._listed.first[word]]
        at = np.flatnonzero(mine)
        mine, theirs = mine[at], self._listed.heavy[word[at]]
        met = bounds.initial_lift(self._threshold) * np.minimum(mine, self._listed.person[word[at]])
        adds = bounds.person_adds(met, mine, theirs, threshold=self._threshold)
        row = sums.row[at]
        for field, add in enumerate((*adds, mine, theirs)):
            known = np.where(row >= 0, table.gain[row, field], 0.0) if len(table.gain) else 0.0
            more = np.maximum(add - known, 0.0)
            gains[field] = gains[field] + np.bincount(
                sums.entry[at], weights=more, minlength=len(sums.name)
            )
        found = np.zeros(len(sums.entry), np.bool_)
        found[at] = True
        return found


def _numbers(index: Index, name: str) -> Ints:
    """A section of numbers, wide enough to be multiplied."""
    return np.frombuffer(index.file.raw(name), "<u4").astype(np.int64)


def _unique(numbers: Ints) -> Ints:
    """The numbers, each once, in order; numpy's own way hashes, which is slower here."""
    numbers = np.sort(numbers)
    first = np.ones(len(numbers), np.bool_)
    first[1:] = numbers[1:] != numbers[:-1]
    return numbers[first]


def _distinct(block: Sequence[Asked]) -> Bits:
    return np.array([bits_of(w.cls == DISTINCT for w in each.words) for each in block], np.uint64)


def _initials(block: Sequence[Asked]) -> Bits:
    return np.array([bits_of(map(bounds.is_initial, each.words)) for each in block], np.uint64)


def _heavy_bits(block: Sequence[Asked], *, count: bool = False) -> Bits:
    bits = [bits_of(bounds.heavy(word) > 0 for word in each.words) for each in block]
    return np.array([each.bit_count() for each in bits] if count else bits, np.uint64)


def _weight(words: Sequence[Word]) -> float:
    return sum(bounds.heavy(word) for word in words if not bounds.is_initial(word))
