"""The bound over the words of many names at once, of organizations or of persons.

Each name's words become rows of (name, listed word, gain). The rows that a match cannot do without
lead to readings; of those all words are looked up among the rows, and their gains summed.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from screenr.matching.batch_book import Book, Rows
from screenr.matching.batch_cuts import Cut, cuts
from screenr.matching.batch_names import Bits, Ints, Marks, Names
from screenr.matching.batch_pairs import expanded, unique
from screenr.matching.batch_rows import (
    ANY,
    NONE,
    Floats,
    Found,
    Gains,
    Leads,
    Looked,
    Needs,
    Table,
)
from screenr.matching.batch_words import ListedWords
from screenr.matching.index import Index
from screenr.matching.listed import COMMON, FIRM, LONE
from screenr.matching.wholes import places_of

NAMES = 256
"""Names that are looked up together: the table of their rows must fit the processor's cache."""
POSTINGS = 400_000
"""Readings that are looked at together; names are parted by them and not by their number."""


class Side(ABC):
    """What both kinds of names have in common."""

    person: bool
    marked: int
    kinds: tuple[str, str]

    def __init__(self, index: Index, listed: ListedWords, book: Book, threshold: float) -> None:
        self._index, self._listed, self._threshold, self._book = index, listed, threshold, book
        self._posting_starts = _numbers(index, "posting.at.u4")
        self._postings = _numbers(index, "posting.u4")
        self._reading_starts = _numbers(index, "reading.at.u4")
        self._reading_words = _numbers(index, "reading.words.u4")
        self._flags = np.frombuffer(index.file.raw("reading.flags.u1"), np.uint8)
        self._column = np.zeros(len(self._posting_starts) - 1, np.int32)
        self._by_rank = listed.by_rank
        # Each word has a posting, so that each of these runs has a beginning of its own.
        flags = np.bitwise_or.reduceat(
            self._flags[self._postings], self._posting_starts[:-1].astype(np.intp)
        )
        self._leads_to = {needs: flags & needs > 0 for needs in (COMMON, FIRM, LONE)}

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
            yield Found(zip(at, some.reading.tolist(), strict=True), self._near(names, gains, some))

    def _near(self, names: Names, gains: Gains, looked: Looked) -> Iterator[tuple[int, str, str]]:
        """Which words could meet in the readings (`Found`)."""
        bits, size = gains.bits[looked.row], len(self._column)
        pairs = looked.name[looked.entry] * size + self._reading_words[looked.position]
        met = np.flatnonzero(bits)
        pairs, first = np.unique(pairs[met], return_index=True)
        name, word = np.divmod(pairs, size)
        for at, start, places, listed in zip(
            names.at[name].tolist(),
            names.starts[name].tolist(),
            bits[met[first]].tolist(),
            word.tolist(),
            strict=True,
        ):
            raw = self._index.word(listed).raw
            for place in places_of(places):
                yield at, self._book.words[names.words[start + place]].raw, raw

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
        word = np.concatenate([table.word[walked], leads.more[1]])
        needs = np.concatenate([table.needs[walked], np.zeros(len(leads.more[0]), np.uint8)])
        size = len(self._flags)
        cost = np.cumsum(self._posting_starts[word + 1] - self._posting_starts[word])
        parts = np.searchsorted(
            cost, np.arange(POSTINGS, int(cost[-1]) if len(cost) else 0, POSTINGS)
        )
        found = [np.zeros(0, np.int64)]
        for part in np.split(np.arange(len(word)), parts):
            at, of = expanded(
                self._posting_starts[word[part]], self._posting_starts[word[part] + 1]
            )
            readings, whose = self._postings[at].astype(np.int64), name[part][of]
            flags, needed = self._flags[readings], needs[part][of]
            any_of, all_of, none_of = names.marks[whose].T
            all_of = all_of | needed
            kept = (flags & any_of > 0) & (flags & all_of == all_of) & (flags & none_of == 0)
            found.append(unique(whose[kept] * size + readings[kept]))
        return unique(np.concatenate(found))

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
        row = slots[name[entry], self._column[words]] - 1
        self._column[table.word[rows]] = 0
        return Looked(name, reading, at, entry, np.cumsum(sizes) - sizes, row), gains

    def _gains_of(self, names: Names, table: Table, rows: Ints) -> Gains:
        of_book, of_joins = rows[rows < len(table.at)], rows[rows >= len(table.at)]
        lines = self.gains(names, table.word[of_book], at=table.at[of_book], of=table.of[of_book])
        joins = [names.joins[at].gain for at in (of_joins - len(table.at)).tolist()]
        more = np.array([*joins, (0.0,) * len(lines)]).T
        return Gains(np.append(lines, more, axis=1), np.append(table.bits[rows], np.uint64(0)))

    def _filled(self, names: Names, gains: Gains, name: Ints, word: Ints) -> NDArray[np.int32]:
        """The row of each name and word, plus one; of several all that any of them could.

        A column a word of the block, since all words of the lists would not fit the cache.
        """
        numbers = np.arange(1, len(name) + 1, dtype=np.int32)
        words = unique(word)
        self._column[words] = np.arange(1, len(words) + 1)
        column = self._column[word]
        slots = np.zeros((names.size, len(words) + 1), np.int32)
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
