"""The bound over the words of many names at once, of organizations or of persons.

Each name's words become rows of (name, listed word, gain). The rows that a match cannot do without
lead to readings; of those all words are looked up among the rows, and their gains summed.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from screenr.matching.batch_book import Book, Rows
from screenr.matching.batch_cuts import Cut, cuts
from screenr.matching.batch_names import Bits, Ints, Marks, Names
from screenr.matching.batch_near import NearWords
from screenr.matching.batch_pairs import expanded, unique
from screenr.matching.batch_rows import (
    ANY,
    NONE,
    TWICE,
    Floats,
    Found,
    Gains,
    Leads,
    Looked,
    Needs,
    Table,
)
from screenr.matching.batch_words import ListedWords
from screenr.matching.candidates import COMPARED_AS
from screenr.matching.index import Index
from screenr.matching.listed import COMMON, FIRM, LONE

NAMES = 256
"""Names that are looked up together: the table of their rows must fit the processor's cache."""
POSTINGS = 400_000
"""Readings that are looked at together; names are parted by them and not by their number."""


Slots = NDArray[np.unsignedinteger[Any]]


class Side(ABC):
    """What both kinds of names have in common."""

    person: bool
    marked: int
    kinds: tuple[str, str]

    def __init__(self, index: Index, listed: ListedWords, book: Book, threshold: float) -> None:
        self._index, self._listed, self._threshold, self._book = index, listed, threshold, book
        self._near = NearWords(index, book)
        self._reading_starts = _numbers(index, "reading.at.u4")
        self._reading_words = _numbers(index, "reading.words.u4")
        self._flags = np.frombuffer(index.file.raw("reading.flags.u1"), np.uint8)
        self._column = np.zeros(len(listed.by_rank), np.int32)
        self._by_rank = listed.by_rank
        # Each word has a posting, so that each of these runs has a beginning of its own.
        starts, postings = _numbers(index, "posting.at.u4"), _numbers(index, "posting.u4")
        flags = np.bitwise_or.reduceat(self._flags[postings], starts[:-1].astype(np.intp))
        self._leads_to = {needs: flags & needs > 0 for needs in (COMMON, FIRM, LONE)}
        of_kind = self._flags[postings] & COMPARED_AS[self.person] > 0
        self._postings = postings[of_kind]
        self._posting_starts = np.append(np.uint32(0), np.cumsum(of_kind, dtype=np.uint32))[starts]

    @abstractmethod
    def _rows(self) -> Rows:
        """What the book says of words in names of this kind."""

    @abstractmethod
    def gains(self, names: Names, word: Ints, *, at: Ints, of: Ints) -> Floats:
        """What each row adds: a line a field; `at` are its place in the book, `of` its word."""

    def found(self, names: Names) -> Iterator[Found]:
        """The readings that the names could match."""
        for first in range(0, names.size, NAMES):
            block = names.only(np.arange(first, min(first + NAMES, names.size)))
            yield from self._found(block)

    def _found(self, names: Names) -> Iterator[Found]:
        ways = cuts(names, ranks=len(self._by_rank), person=self.person)
        ways = [self._possible(names, way) for way in ways]
        leads = self._leads(names, ways)
        table = self._table(names, leads)
        looked = self._looked_at(names, table, leads)
        for first in range(0, len(looked), POSTINGS):
            some, gains = self._met(names, table, looked[first : first + POSTINGS])
            some = some.only(self._first_look(names, gains, some, ways))
            some = some.only(self._may_reach(names, gains, some, ways))
            at = names.at[some.name].tolist()
            words = self._reading_words[some.position].astype(np.int64)
            near = self._near.of(names, some.name[some.entry], words, gains.bits[some.row])
            yield Found(zip(at, some.reading.tolist(), strict=True), near)

    # -- what leads to readings

    @abstractmethod
    def _leads(self, names: Names, ways: list[Cut]) -> Leads:
        """The rows that lead to all readings that could match."""

    def _costs(self, names: Names) -> Ints:
        """To how many readings all rows of each word lead."""
        one, other = (names.facts[f"{kind}_cost"] for kind in self.kinds)
        costs: Ints = one + other
        return costs

    def _must_meet(self, names: Names, way: Cut) -> Marks:
        """The words that must meet by themselves."""
        return way.needed & ~names.facts["initial"] if self.person else way.needed

    def _possible(self, names: Names, way: Cut) -> Cut:
        """A way for those names only whose words have something that they could meet."""
        lost = names.sums(self._must_meet(names, way) & (self._costs(names) == 0)) > 0
        lost[[each.name for each in names.joins]] = False
        return way._replace(there=way.there & ~lost & (way.begins < way.ends))

    def _lead_of_cuts(
        self, names: Names, ways: list[Cut], needs: tuple[Needs, Needs]
    ) -> tuple[Ints, Ints]:
        """Let the cheapest word that must meet lead; where none must, the words that are begun."""
        found: list[tuple[Ints, Ints]] = [(np.zeros(0, np.int64),) * 2]
        for way in ways:
            telling = self._must_meet(names, way)
            costs = names.table(np.where(telling, self._costs(names), np.inf), empty=np.inf)
            has = np.isfinite(costs.min(axis=1, initial=np.inf))
            led = np.flatnonzero(way.there & has)
            words = names.starts[led] + costs[led].argmin(axis=1)
            for each in needs:
                each[words] = ANY
            begun = np.flatnonzero(way.there & ~has)
            at, of = expanded(way.begins[begun], way.ends[begun])
            found.append((begun[of], self._by_rank[at].astype(np.int64)))
        name, word = zip(*found, strict=True)
        return np.concatenate(name), np.concatenate(word)

    def _alive(self, names: Names, leads: Leads) -> Marks:
        """The names that something leads on from."""
        words = np.flatnonzero((leads.marked != NONE) | (leads.others != NONE))
        at, of = self._rows().of(names.words[words])
        found = np.zeros(names.size, np.bool_)
        found[names.name[words[of[self._needs(leads, at, words[of]) != NONE]]]] = True
        found[leads.more[0]] = True
        found[[each.name for each in names.joins]] = True
        return found

    def _needs(self, leads: Leads, at: Ints, of: Ints) -> Needs:
        """The marks that readings need for each row: `at` its place in the book, `of` its word."""
        rows = self._rows()
        needs = np.where(rows.marks[at] & self.marked > 0, leads.marked[of], leads.others[of])
        for flag, leads_to in self._leads_to.items():
            some = np.flatnonzero(needs == flag)
            needs[some[~leads_to[rows.listed[at[some]]]]] = NONE
        return needs

    def _table(self, names: Names, leads: Leads) -> Table:
        """The rows of all names that something leads on from."""
        name = names.name
        words = np.flatnonzero(self._alive(names, leads)[name])
        at, of = self._rows().of(names.words[words])
        of = words[of]
        word = self._rows().listed[at].astype(np.int64)
        needs = self._needs(leads, at, of)
        joins = names.joins
        joined = np.array([each.bits for each in joins], np.uint64)
        return Table(
            np.append(name[of], np.array([each.name for each in joins], np.int64)),
            np.append(word, np.array([each.listed for each in joins], np.int64)),
            np.append(np.uint64(1) << names.place[of].astype(np.uint64), joined),
            np.append(needs, np.full(len(joins), ANY, np.uint8)),
            at,
            of,
        )

    def _looked_at(self, names: Names, table: Table, leads: Leads) -> Ints:
        """The readings that the rows lead to: name times all readings, plus the reading."""
        walked = np.flatnonzero(table.needs != NONE)
        name = np.concatenate([table.name[walked], leads.more[0]])
        order = np.argsort(name, kind="stable")
        name = name[order]
        word = np.concatenate([table.word[walked], leads.more[1]])[order]
        needs = np.concatenate([table.needs[walked], np.zeros(len(leads.more[0]), np.uint8)])[order]
        cost = np.cumsum(self._posting_starts[word + 1] - self._posting_starts[word])
        parts = np.searchsorted(
            cost, np.arange(POSTINGS, int(cost[-1]) if len(cost) else 0, POSTINGS)
        )
        parts = np.searchsorted(name, name[parts])  # the rows of one name stay together
        found = [
            self._led(names, name[part], word[part], needs=needs[part])
            for part in np.split(np.arange(len(word)), parts)
        ]
        return np.concatenate(found)

    def _led(self, names: Names, name: Ints, word: Ints, *, needs: Needs) -> Ints:
        """The readings of some names that these rows lead to, alone or two of them."""
        at, of = expanded(self._posting_starts[word], self._posting_starts[word + 1])
        readings, needed = self._postings[at], needs[of]
        flags, alone = self._flags[readings], needed & (TWICE - 1)
        led = name[of] * len(self._flags) + readings
        is_enough = flags & alone == alone
        pairs = np.sort(led[~is_enough & (needed >= TWICE)])
        found = unique(np.append(led[is_enough], pairs[1:][pairs[1:] == pairs[:-1]]))
        return found[self._are_compared(names, found)] if names.translated.any() else found

    def _are_compared(self, names: Names, led: Ints) -> Marks:
        """Which readings a name is compared with at all (`candidates.Compared`)."""
        name, reading = np.divmod(led, len(self._flags))
        flags, (_, all_of, none_of) = self._flags[reading], names.marks[name].T
        compared: Marks = (flags & all_of == all_of) & (flags & none_of == 0)
        return compared

    # -- what their words could come to

    def _met(self, names: Names, table: Table, looked: Ints) -> tuple[Looked, Gains]:
        """Readings with the rows that their words meet, and what these rows add."""
        name, reading = np.divmod(looked, len(self._flags))
        starts, ends = self._reading_starts[reading], self._reading_starts[reading + 1]
        at, entry = expanded(starts, ends)
        sizes = (ends - starts).astype(np.int64)
        words = self._reading_words[at]
        is_there = np.zeros(len(self._column), np.bool_)
        is_there[words] = True
        rows = np.flatnonzero(is_there[table.word])
        gains = self._gains_of(names, table, rows)
        slots = self._filled(names, gains, table.name[rows], table.word[rows])
        row = slots[name[entry], self._column[words]].astype(np.int32) - 1
        self._column[table.word[rows]] = 0
        return Looked(name, reading, at, entry, np.cumsum(sizes) - sizes, row), gains

    def _gains_of(self, names: Names, table: Table, rows: Ints) -> Gains:
        of_book, of_joins = rows[rows < len(table.at)], rows[rows >= len(table.at)]
        lines = self.gains(names, table.word[of_book], at=table.at[of_book], of=table.of[of_book])
        joins = [names.joins[at].gain for at in (of_joins - len(table.at)).tolist()]
        more = np.array([*joins, (0.0,) * len(lines)]).T
        return Gains(np.append(lines, more, axis=1), np.append(table.bits[rows], np.uint64(0)))

    def _filled(self, names: Names, gains: Gains, name: Ints, word: Ints) -> Slots:
        """The row of each name and word, plus one; of several all that any of them could.

        A column a word of the block, since all words of the lists would not fit the cache; there
        the narrowest numbers are soonest found.
        """
        numbers: Slots = np.arange(1, len(name) + 1, dtype=np.min_scalar_type(len(name)))
        words = unique(word)
        self._column[words] = np.arange(1, len(words) + 1)
        column = self._column[word]
        slots: Slots = np.zeros((names.size, len(words) + 1), numbers.dtype)
        slots[name, column] = numbers
        won = slots[name, column]
        lost = np.flatnonzero(won != numbers)
        into = won[lost] - 1
        for line in gains.lines:
            np.maximum.at(line, into, line[lost])
        np.bitwise_or.at(gains.bits, into, gains.bits[lost])
        return slots

    def _first_look(self, names: Names, gains: Gains, looked: Looked, ways: list[Cut]) -> Marks:
        """What a glance does not rule out."""
        del names, gains, ways
        return np.ones(len(looked.name), np.bool_)

    @abstractmethod
    def _may_reach(self, names: Names, gains: Gains, looked: Looked, ways: list[Cut]) -> Marks:
        """Which of the readings could come to the threshold."""

    def _may_be_cut(self, names: Names, looked: Looked, bits: Bits, ways: list[Cut]) -> Marks:
        """Where all that must meet could, of a name of which a part was cut off."""
        found = np.zeros(len(bits), np.bool_)
        for way in ways:
            needed = names.bits(way.needed)[looked.name]
            met = way.there[looked.name] & (needed & ~bits == 0) & ~found
            if met.any():
                found |= self._fit(met, way, looked)
        return found

    def _fit(self, met: Marks, way: Cut, looked: Looked) -> Marks:
        """`Whole.fits` of the readings in `met`."""
        first = self._reading_starts[looked.reading]
        entry = np.flatnonzero(met[looked.entry])
        of, position = looked.entry[entry], looked.position[entry]
        name = looked.name[of]
        rank = self._listed.rank[self._reading_words[position]]
        fits = (way.begins[name] <= rank) & (rank < way.ends[name])
        if way.is_first:
            fits &= position == first[of]
        found: Marks = np.bincount(of[fits], minlength=len(met)) > 0
        longer = self._reading_starts[looked.reading + 1] - first > way.words[looked.name]
        return found & longer & met


def _numbers(index: Index, name: str) -> NDArray[np.uint32]:
    """A section of numbers, read in place; too narrow to be multiplied."""
    return np.frombuffer(index.file.raw(name), "<u4")
