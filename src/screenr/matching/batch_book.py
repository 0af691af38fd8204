"""What is known of each word of a batch, by its number: arrays that are kept for the names to come.

Of each word: what it weighs and is (`batch_facts`), and the listed words that it can meet with what
such a pair lifts a name by, ``(similarity - threshold) * weight``.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching import bounds
from screenr.matching.batch_facts import Columns, columns, facts_of
from screenr.matching.batch_keys import AskedWords, Hashed
from screenr.matching.batch_numbers import Numbers
from screenr.matching.batch_pairs import Pairs, expanded
from screenr.matching.batch_reach import BatchReach
from screenr.matching.batch_words import ListedWords
from screenr.matching.candidates import SHORTEST_APART
from screenr.matching.growing import Growing
from screenr.matching.index import Index
from screenr.matching.lexicon import DISTINCT
from screenr.matching.meet import BY_ITSELF, IN_FIRMS
from screenr.matching.organization_facts import ONE_SLIP
from screenr.matching.slipped import RARE_LETTERS

AT_ONCE = 500, 125
"""Words that are looked up together, and those of other scripts, which meet four times as many:
more take more memory and are hardly faster."""
ROWS = 1_400_000
"""The most rows in persons' names that are kept; all words that are remembered in Latin letters
have some 500,000."""
WORDS_AT_FIRST, ROWS_AT_FIRST = 20_000, 600_000
"""Words and rows for which there is room before there are any: to grow bit by bit leaves holes in
the memory, and room that is not used takes none."""
BRAND, RARE, BY_SOUND = 1, 2, 4
"""Marks of a firm's row: the listed word is distinctive; so rare that costs stay at their least;
met by its sound alone. Rows with the first of the marks stand before the others of their word."""
FULL, LETTER, CLEAR, SAME = 1, 2, 4, 8
"""Marks of a person's row: a name met by itself; the listed word is an initial; it is alike enough
to be met across scripts, or is no name; it is the very same name."""
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Marks = NDArray[np.bool_]


class Rows(NamedTuple):
    """Pairs with listed words: those of the word `n` from ``starts[n]`` to ``ends[n]``.

    Those of distinctive words, or of full names, are before ``others[n]``.
    """

    starts: NDArray[np.integer[Any]]
    others: NDArray[np.integer[Any]]
    ends: NDArray[np.integer[Any]]
    listed: NDArray[np.unsignedinteger[Any]]
    lift: NDArray[np.float16]
    marks: NDArray[np.uint8]

    def of(self, numbers: Ints) -> tuple[Ints, Ints]:
        """The rows of some words one after the other, and which of them each is of."""
        return expanded(self.starts[numbers], self.ends[numbers])


class _Shelf:
    """Rows of words that come and go; as narrow as the number of listed words allows."""

    def __init__(self, listed: int) -> None:
        self._starts, self._marked, self._sizes = (
            Growing[np.int32](np.int32, WORDS_AT_FIRST) for _ in range(3)
        )
        kinds = np.min_scalar_type(listed), np.float16, np.uint8
        self._columns: Sequence[Growing[Any]] = [Growing(kind, ROWS_AT_FIRST) for kind in kinds]

    @property
    def rows(self) -> Rows:
        starts = self._starts.values
        others, ends = starts + self._marked.values, starts + self._sizes.values
        return Rows(starts, others, ends, *(each.values for each in self._columns))

    def drop(self, words: Ints) -> None:
        """Drop the rows of some words, and close the gaps."""
        starts, sizes = self._starts.values, self._sizes.values
        kept = np.ones(len(sizes), np.bool_)
        kept[words] = False
        order = np.argsort(starts, kind="stable")
        rows = np.repeat(kept[order], sizes[order])  # their places would take eight times the room
        for column in self._columns:
            column.keep(rows)
        sizes[words] = 0
        starts[order] = np.cumsum(sizes[order]) - sizes[order]

    def put(self, words: Ints, more: Rows, *, count: int) -> None:
        """Put the rows of further words after the others; there are `count` words then."""
        first = len(self._columns[0].values)
        self._starts.put(words, more.starts + first, size=count)
        self._marked.put(words, more.others - more.starts, size=count)
        self._sizes.put(words, more.ends - more.starts, size=count)
        added: Sequence[NDArray[Any]] = (more.listed, more.lift, more.marks)
        for column, values in zip(self._columns, added, strict=True):
            column.add(values)


class Book:
    """Numbers words and remembers what they lift names by at one threshold."""

    def __init__(self, index: Index, listed: ListedWords, threshold: float) -> None:
        self._index, self._listed, self._threshold = index, listed, threshold
        self._reach = BatchReach(index, listed)
        self._costs = np.diff(np.frombuffer(index.file.raw("posting.at.u4"), "<u4"))
        single = np.flatnonzero(listed.length == 1)
        letters = _first_letters([listed.raws[at] for at in single.tolist()])
        order = np.argsort(letters, kind="stable")
        self._letters, self._of_letter = letters[order], single[order]
        self.numbers = Numbers()
        self.words = self.numbers.words
        self._facts = {
            name: Growing[Any](each.dtype, WORDS_AT_FIRST) for name, each in columns(0).items()
        }
        self._firm, self._person = _Shelf(len(listed.raws)), _Shelf(len(listed.raws))
        self._show()
        self.apart: dict[int, list[int]] = {}
        self._runs = Hashed(index, "run", "reading")

    def forget(self) -> Sequence[int]:
        """Where there are too many words, drop some; others will have their numbers."""
        dropped = self.numbers.forget(is_full=len(self.person.listed) > ROWS)
        if len(dropped):
            self._firm.drop(dropped)
            self._person.drop(dropped)
            for at in dropped.tolist():
                self.apart.pop(at, None)
            self._show()
        gone: Sequence[int] = dropped.tolist()
        return gone

    def learn(self, used: Ints) -> None:
        """Look up the words that were numbered since; `used` are the numbers that were given."""
        for translated, numbers in enumerate(self.numbers.new):
            for first in range(0, len(numbers), AT_ONCE[translated]):
                new = np.array(numbers[first : first + AT_ONCE[translated]], np.int64)
                self._look_up(new, translated=bool(translated))
        self._show()
        self.numbers.use(used)

    def _look_up(self, new: Ints, *, translated: bool) -> None:
        asked = AskedWords([self.words[at] for at in new.tolist()])
        firm, person = self._reach.of(asked, translated=translated)
        facts = facts_of(asked, self._index.lexicon, self._listed)
        count = len(self.words)
        self._firm.put(new, self._firm_rows(facts, firm), count=count)
        self._person.put(new, self._person_rows(asked.raws, facts, person), count=count)
        self._find_apart(facts, new)
        for name, each in self._facts.items():
            each.put(new, facts[name], size=count)

    def _show(self) -> None:
        """Give out what is known now."""
        self.firm, self.person = self._firm.rows, self._person.rows
        self.facts: Columns = {name: each.values for name, each in self._facts.items()}

    def _find_apart(self, facts: Columns, new: Ints) -> None:
        """The readings that have a word parted into several."""
        may_be = np.flatnonzero(facts["distinct"] & (facts["length"] >= SHORTEST_APART))
        places, readings = self._runs.under(may_be, facts["raw_hash"][may_be])
        for at, reading in zip(new[places].tolist(), readings.tolist(), strict=True):
            self.apart.setdefault(at, []).append(reading)
        facts["apart"][places] = True

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
        marks = BRAND * is_brand + RARE * rare + BY_SOUND * (pairs.similarity == IN_FIRMS)
        return _rows(len(facts["length"]), (of, at, lift), marks, is_first=is_brand)

    def _person_rows(self, raws: Sequence[str], facts: Columns, pairs: Pairs) -> Rows:
        """What pairs of persons' words lift by, and listed initials that a word may be."""
        listed = self._listed
        letters, of_letter = self._initials(raws, facts)
        at = np.concatenate([pairs.listed, letters])
        of = np.concatenate([pairs.asked, of_letter])
        whole = facts["person"][pairs.asked] + listed.person[pairs.listed]
        met = (pairs.similarity - self._threshold) * whole
        initial = bounds.initial_lift(self._threshold) * np.minimum(
            facts["heavy"][of_letter], listed.person[letters]
        )
        lift = np.concatenate([met, initial])
        is_full = listed.tells[at] & (np.arange(len(at)) < len(pairs.asked))
        is_full[: len(pairs.asked)] &= pairs.similarity >= BY_ITSELF - bounds.ALLOWANCE
        similarity = np.append(pairs.similarity, np.ones(len(letters)))
        is_letter = np.arange(len(at)) >= len(pairs.asked)
        is_clear = ~listed.tells[at] | (similarity >= bounds.CLEAR)
        is_same = is_full & (similarity == 1)
        facts["same"][of[is_same]] = True
        facts["clear_cost"] = np.bincount(
            of, weights=self._costs[at] * is_clear, minlength=len(facts["length"])
        )
        marks = FULL * is_full + LETTER * is_letter + CLEAR * is_clear + SAME * is_same
        self._sum_up(facts, (of, at, lift), is_full, names=("full", "other"))
        return _rows(len(facts["length"]), (of, at, lift), marks, is_first=is_full)

    def _initials(self, raws: Sequence[str], facts: Columns) -> tuple[Ints, Ints]:
        """The listed letters that words begin with, and the words."""
        longer = np.flatnonzero(facts["length"] > 1)
        begun = _first_letters([raws[at] for at in longer.tolist()])
        sides = (np.searchsorted(self._letters, begun, side) for side in ("left", "right"))
        at, of = expanded(*sides)
        return self._of_letter[at], longer[of]

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
        kind, count = of * 2 + ~marked, 2 * len(facts["length"])
        best = np.full(count, -np.inf)
        np.maximum.at(best, kind, lift)
        costs = np.bincount(kind, weights=self._costs[at], minlength=count)
        for first, name in enumerate(names):
            facts[name] = _rounded_up(best[first::2], np.float32)
            facts[f"{name}_cost"] = costs[first::2]


def _first_letters(texts: Sequence[str]) -> NDArray[np.uint32]:
    """The code points that texts begin with."""
    return np.array(texts, "<U1").view("<u4")


def _rows(
    count: int, rows: tuple[Ints, Ints, Floats], marks: NDArray[np.int64], *, is_first: Marks
) -> Rows:
    of, listed, lift = rows
    order = np.argsort(of * 2 + ~is_first, kind="stable")
    sizes, firsts = (np.bincount(each, minlength=count) for each in (of, of[is_first]))
    ends = np.cumsum(sizes)
    starts = ends - sizes
    narrow = _rounded_up(lift[order], np.float16)
    columns = listed[order].astype(np.uint32), narrow, marks[order].astype(np.uint8)
    return Rows(starts, starts + firsts, ends, *columns)


def _rounded_up(values: Floats, kind: type[np.floating[Any]]) -> NDArray[Any]:
    """Bounds in narrower numbers, none of which is less."""
    narrow = values.astype(kind)
    less = np.flatnonzero(narrow < values)
    narrow[less] = np.nextafter(narrow[less], kind(np.inf))
    return narrow
