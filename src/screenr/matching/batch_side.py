"""The bound over the words of many names at once, of organizations or of persons.

Each name's words become rows of (name, listed word, gain). The rows that a match cannot do without
lead to readings; of those all words are looked up among the rows, and their gains summed.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator

import numpy as np

from screenr.matching.batch_book import Book, Rows
from screenr.matching.batch_cuts import Cut, cuts
from screenr.matching.batch_names import Bits, Ints, Marks, Names
from screenr.matching.batch_near import NearWords
from screenr.matching.batch_pairs import changes, expanded
from screenr.matching.batch_postings import Postings, numbers_of
from screenr.matching.batch_rows import (
    ANY,
    NONE,
    Floats,
    Found,
    Gains,
    Leads,
    Letters,
    Looked,
    Needs,
    Table,
    Walked,
    part_lone,
)
from screenr.matching.batch_slots import Slots
from screenr.matching.batch_words import ListedWords
from screenr.matching.candidates import COMPARED_AS
from screenr.matching.index import Index

ROWS = 100_000
"""Rows of words that are followed together; names are parted by them and not by their number."""
READINGS = 20_000
"""Readings that are looked at together; a thousand names lead to fewer, but for those made of the
commonest words."""


class Side(ABC):
    """What both kinds of names have in common."""

    person: bool
    kinds: tuple[str, str]

    def __init__(self, index: Index, listed: ListedWords, book: Book, threshold: float) -> None:
        self._index, self._listed, self._threshold, self._book = index, listed, threshold, book
        self._near = NearWords(index, book)
        self._reading_starts = numbers_of(index, "reading.at.u4")
        self._reading_words = numbers_of(index, "reading.words.u4")
        self._flags = np.frombuffer(index.file.raw("reading.flags.u1"), np.uint8)
        self._slots = Slots(len(listed.by_rank))
        self._by_rank = listed.by_rank
        self._postings = Postings(index, listed, COMPARED_AS[self.person])

    @abstractmethod
    def _rows(self) -> Rows:
        """What the book says of words in names of this kind."""

    @abstractmethod
    def gains(self, names: Names, word: Ints, *, at: Ints, of: Ints) -> Floats:
        """What each row adds: a line a field; `at` are its place in the book, `of` its word."""

    def found(self, names: Names) -> Iterator[Found]:
        """The readings that the names could match."""
        if not names.size:
            return
        of_words = self._rows()
        sizes = of_words.ends[names.words] - of_words.starts[names.words]
        rows = np.cumsum(sizes, dtype=np.int64)[names.starts[1:] - 1]
        parts = np.searchsorted(rows, np.arange(ROWS, int(rows[-1]), ROWS))
        for part in np.split(np.arange(names.size), parts):
            yield from self._found(names if len(part) == names.size else names.only(part))

    def _found(self, names: Names) -> Iterator[Found]:
        ways = cuts(names, ranks=len(self._by_rank), person=self.person)
        ways = [self._possible(names, way) for way in ways]
        led = self._postings.led(names, self._walked(names, self._leads(names, ways)))
        for first in range(0, len(led), READINGS):
            looked, gains = self._met(names, led[first : first + READINGS])
            looked = looked.only(self._first_look(names, gains, looked, ways))
            looked = looked.only(self._may_reach(names, gains, looked, ways))
            at = names.at[looked.name].tolist()
            words = self._reading_words[looked.position].astype(np.int64)
            near = self._near.of(names, looked.name[looked.entry], words, gains.bits[looked.row])
            yield Found(zip(at, looked.reading.tolist(), strict=True), near)

    def may_be_apart(self, names: Names, word: Ints, reading: Ints) -> Marks:
        """Which of the readings that write a word of a name apart it could match by that."""
        return self._postings.are_compared(names, names.name[word], reading)

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
        return way._replace(
            there=way.there & ~lost & (self._postings.cost(way.begins, way.ends) > 0)
        )

    def _with_cuts(
        self,
        names: Names,
        ways: list[Cut],
        *,
        needs: tuple[Needs, Needs],
        least: Floats,
        only: Needs,
    ) -> Leads:
        """Let the cheapest word that must meet lead as well, or the words that are begun."""
        found: list[tuple[Ints, Ints]] = [(np.zeros(0, np.int64),) * 2]
        for way in ways:
            telling = self._must_meet(names, way)
            costs = np.where(telling, self._costs(names), np.inf)
            cheapest = np.minimum.reduceat(costs, names.starts[:-1])
            is_cheap = cheapest < self._postings.cost(way.begins, way.ends)
            cheapest[~(way.there & is_cheap)] = -1
            words = np.flatnonzero(costs == cheapest[names.name])
            words = words[changes(names.name[words])]
            for each in needs:
                each[words] = ANY
            least[words], only[words] = -np.inf, ANY
            begun = np.flatnonzero(way.there & ~is_cheap)
            at, of = expanded(way.begins[begun], way.ends[begun])
            found.append((begun[of], self._by_rank[at].astype(np.int64)))
        name, word = zip(*found, strict=True)
        return Leads(*needs, least, only, (np.concatenate(name), np.concatenate(word)))

    def _walked(self, names: Names, leads: Leads) -> Walked:
        """The rows that lead to readings."""
        rows = self._rows()
        marked, others = (np.flatnonzero(each != NONE) for each in (leads.marked, leads.others))
        at, of = expanded(
            np.append(rows.starts[names.words[marked]], rows.others[names.words[others]]),
            np.append(rows.others[names.words[marked]], rows.ends[names.words[others]]),
        )
        word = np.append(marked, others)
        if leads.only.any():
            only = leads.only[word][of]
            marked_so = np.flatnonzero(rows.marks[at] & only == only)
            at, of = at[marked_so], of[marked_so]
        kept = np.flatnonzero(rows.lift[at].astype(np.float32) >= leads.least[word][of])
        at, of = at[kept], of[kept]
        needs = np.append(leads.marked[marked], leads.others[others])[of]
        of = word[of]
        needs = self._needs(names, needs, at=at, of=of)
        part_lone(names, needs, of=of)
        joins = [(each.name, each.listed) for each in names.joins]
        more = np.array([*joins], np.int64).reshape(-1, 2).T
        more_name, more_word = (np.append(*each) for each in zip(more, leads.more, strict=True))
        return Walked(
            np.append(names.name[of], more_name),
            np.append(rows.listed[at].astype(np.int64), more_word),
            np.append(needs, np.full(len(more_name), ANY, np.uint8)),
            self._letters(names),
        )

    def _letters(self, names: Names) -> Letters:
        """The letters that names need of readings (`Walked`)."""
        return np.zeros(names.size, np.uint32)

    def _needs(self, names: Names, needs: Needs, *, at: Ints, of: Ints) -> Needs:
        """The marks that readings need for each row: `at` its place in the book, `of` its word.

        They are the `needs` of the word, or more.
        """
        del names, at, of
        return needs

    # -- what their words could come to

    def _table(self, names: Names, is_looked: Marks, is_there: Marks) -> Table:
        """The rows of the names and the listed words that are marked."""
        words = np.flatnonzero(is_looked[names.name])
        at, of = self._rows().of(names.words[words])
        word = self._rows().listed[at]
        kept = np.flatnonzero(is_there[word])
        at, of = at[kept], words[of[kept]]
        joins = [each for each in names.joins if is_looked[each.name] and is_there[each.listed]]
        more = np.array([each[:3] for each in joins], np.int64).reshape(-1, 3).T
        return Table(
            np.append(names.name[of], more[0]),
            np.append(word[kept].astype(np.int64), more[2]),
            np.append(names.bit[of], more[1].astype(np.uint64)),
            at,
            of,
            joins,
        )

    def _met(self, names: Names, led: Ints) -> tuple[Looked, Gains]:
        """Readings with the rows that their words meet, and what these rows add."""
        name = led // len(self._flags)  # five times as fast as `divmod`
        reading = led - name * len(self._flags)
        at, entry = expanded(self._reading_starts[reading], self._reading_starts[reading + 1])
        words = self._reading_words[at]
        is_looked, is_there = np.zeros(names.size, np.bool_), np.zeros(len(self._by_rank), np.bool_)
        is_looked[name], is_there[words] = True, True
        table = self._table(names, is_looked, is_there)
        line = np.cumsum(is_looked) - 1
        rows = line[table.name], table.word
        slot, others = self._slots.sought(rows, name=line[name][entry], word=words)
        is_met = np.zeros(len(table.name) + 1, np.bool_)
        is_met[slot], is_met[0] = True, False
        row = (np.cumsum(is_met) - 1)[slot]
        is_kept, is_whole = slot > 0, self._are_whole(names)[name]
        if is_whole.any():
            is_kept |= is_whole[entry]
        kept = np.flatnonzero(is_kept)
        looked = Looked(name, reading, at[kept], entry[kept], row[kept].astype(np.int32))
        return looked, self._gains(names, table, is_met[1:], others)

    def _are_whole(self, names: Names) -> Marks:
        """Names beside which all words of a reading are looked at, also those without a row."""
        return np.zeros(names.size, np.bool_)

    def _gains(self, names: Names, table: Table, is_met: Marks, others: tuple[Ints, Ints]) -> Gains:
        """What the rows add that are met: of several with one word all that any of them could."""
        gains = self._gains_of(names, table, np.flatnonzero(is_met))
        same, into = (each[is_met[others[1]]] for each in others)
        into = (np.cumsum(is_met) - 1)[into]
        more = self._gains_of(names, table, same)
        for mine, theirs in zip(gains.lines, more.lines, strict=True):
            np.maximum.at(mine, into, theirs)
        np.bitwise_or.at(gains.bits, into, more.bits)
        none = np.zeros((len(gains.lines), 1))
        return Gains(np.append(gains.lines, none, axis=1), np.append(gains.bits, np.uint64(0)))

    def _gains_of(self, names: Names, table: Table, rows: Ints) -> Gains:
        """What some rows add, those of joins being the last."""
        count = len(table.at)
        of_book, of_joins = rows[rows < count], rows[rows >= count] - count
        at, of = table.at[of_book], table.of[of_book]
        lines = self.gains(names, table.word[of_book], at=at, of=of)
        joined = [table.joins[each].gain for each in of_joins.tolist()]
        more = np.array(joined).T if joined else np.zeros((len(lines), 0))
        return Gains(np.append(lines, more, axis=1), table.bits[rows])

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
            met = way.there[looked.name] & ~found
            if met.any():
                met &= names.bits(way.needed)[looked.name] & ~bits == 0
                found |= self._fit(met, way, looked)
        return found

    def _fit(self, met: Marks, way: Cut, looked: Looked) -> Marks:
        """`Whole.fits` of the readings in `met`."""
        some = np.flatnonzero(met)
        name, reading = looked.name[some], looked.reading[some]
        first, end = self._reading_starts[reading], self._reading_starts[reading + 1]
        position, of = expanded(first, end)
        rank = self._listed.rank[self._reading_words[position]]
        fits = (way.begins[name][of] <= rank) & (rank < way.ends[name][of])
        if way.is_first:
            fits &= position == first[of]
        fitting = np.bincount(of[fits], minlength=len(some)) > 0
        found = np.zeros(len(met), np.bool_)
        found[some[fitting & (end - first > way.words[name])]] = True
        return found
