"""The bound over the words of many names at once, as persons' names."""

from typing import NamedTuple

import numpy as np

from screenr.matching import bounds, by_sound, persons
from screenr.matching.batch_aside import Lifts, set_aside
from screenr.matching.batch_book import FULL as IS_FULL
from screenr.matching.batch_book import LETTER, Book, Rows
from screenr.matching.batch_cuts import Cut
from screenr.matching.batch_names import Bits, Ints, Marks, Names
from screenr.matching.batch_rows import ANY, NONE, TWICE, Floats, Gains, Leads, Looked
from screenr.matching.batch_side import Side
from screenr.matching.batch_words import ListedWords
from screenr.matching.bounds import PersonGain
from screenr.matching.compare import OTHER_KIND
from screenr.matching.index import Index
from screenr.matching.listed import FIRM, LONE, TRANSLATED

THEIRS, FULL, JOIN, INITIAL = map(PersonGain._fields.index, ("theirs", "full", "joined", "initial"))
SUMS = 5
"""Fields of `PersonGain` that are sums of weights."""
LEAST_LEFT = min(persons.CONTRADICTED, persons.LEFT_QUERY)
"""What a unit of weight of the counterparty's that meets nothing costs at least."""


class PersonSide(Side):
    """Names as persons'."""

    person, marked, kinds = True, IS_FULL, ("other", "full")

    def __init__(self, index: Index, listed: ListedWords, book: Book, threshold: float) -> None:
        super().__init__(index, listed, book, threshold)
        self._weights = (
            np.frombuffer(index.file.raw("reading.person.f8"), "<f8") / persons.LEFT_LISTED
        )
        self._telling = np.frombuffer(index.file.raw("reading.telling.u1"), np.uint8)
        starts = self._reading_starts[:-1].astype(np.int64)
        letters = np.add.reduceat(listed.length[self._reading_words] == 1, starts)
        self._has_letters = letters > 0

    def _rows(self) -> Rows:
        return self._book.person

    def gains(self, names: Names, word: Ints, *, at: Ints, of: Ints) -> Floats:
        """The fields of `PersonGain`."""
        marks, met = self._book.person.marks[at], self._book.person.lift[at].astype(np.float64)
        mine, theirs = names.facts["heavy"][of], self._listed.heavy[word]
        adds = bounds.person_adds(met, mine, theirs, threshold=self._threshold)
        sums = [np.maximum(0.0, each) for each in adds]
        none = np.zeros(len(at))
        return np.stack([*sums, mine, theirs, marks & IS_FULL > 0, none, marks & LETTER > 0])

    def _leads(self, names: Names, ways: list[Cut]) -> Leads:
        facts = names.facts
        full, other = facts["full_cost"] > 0, facts["other_cost"] > 0
        marked = np.where(full, ANY, NONE).astype(np.uint8)
        others = np.full(len(full), NONE, np.uint8)
        if self._threshold <= bounds.ONE_NAME:
            others[other] = ANY
        else:
            one = self._is_one(names)
            two = (self._is_firm(names) | ~one)[names.name]
            marked[set_aside(names, facts["full_cost"] * ~two, self._lifts(names))] = NONE
            pairs = full & two
            marked[pairs] = (TWICE | np.where(one, FIRM, LONE))[names.name[pairs]]
        return Leads(marked, others, self._lead_of_cuts(names, ways, (marked, others)))

    def _lifts(self, names: Names) -> Lifts:
        """Of words that meet no full name, and of those that meet any."""
        facts, threshold = names.facts, self._threshold
        initial = facts["initial"]
        nothing = np.where(
            initial,
            bounds.initial_lift(threshold) * facts["person"],
            -threshold * LEAST_LEFT * facts["heavy"],
        )
        without = np.maximum(nothing, facts["other"])
        return Lifts(without, np.maximum(without, facts["full"]))

    def _is_one(self, names: Names) -> Marks:
        """Names of which one word may be enough."""
        initials = names.sums(names.facts["initial"]) > 0
        is_one: Marks = (names.sums(names.facts["tells"]) == 1) | initials
        return is_one

    def _is_firm(self, names: Names) -> Marks:
        """Names that look like a firm's, which one name of a person is not enough for."""
        is_firm: Marks = names.is_firm & (self._threshold > OTHER_KIND)
        return is_firm

    # -- what their words could come to

    def _first_look(self, names: Names, gains: Gains, looked: Looked, ways: list[Cut]) -> Marks:
        """Two full names, or one where that may be enough, or all that must meet of a part."""
        if self._threshold <= bounds.ONE_NAME:
            return super()._first_look(names, gains, looked, ways)
        full = looked.sums(gains.lines[FULL][looked.row])
        one = self._is_one(names)[looked.name] | self._has_letters[looked.reading]
        kept = (full > 1) | (one & (full > 0))
        kept |= (self._telling[looked.reading] == 1) & one
        is_joined = np.zeros(names.size, np.bool_)
        is_joined[[each.name for each in names.joins]] = True
        kept |= is_joined[looked.name]
        may_be_cut = np.zeros(names.size, np.bool_)
        for way in ways:
            may_be_cut |= way.there
        others = np.flatnonzero(~kept & may_be_cut[looked.name])
        if len(others):
            some = np.zeros(len(kept), np.bool_)
            some[others] = True
            cut = looked.only(some)
            initials = names.bits(names.facts["initial"])[cut.name]
            kept[others] = self._may_be_cut(
                names, cut, cut.bits(gains.bits[cut.row]) | initials, ways
            )
        return kept

    def _may_reach(self, names: Names, gains: Gains, looked: Looked, ways: list[Cut]) -> Marks:
        sums = _summed(gains, looked)
        initials = self._initials(names, looked)
        is_initial = self._add_initials(gains, looked, initials.entries, sums.gains)
        word = self._reading_words[looked.position]
        has_row = (looked.row >= 0) | is_initial
        bits = sums.bits | initials.bits
        telling = self._telling[looked.reading]
        is_joined = sums.joined > 0
        crossed = self._crossed(names, looked)
        # Each of its words needs one of its own on the other side. A letter, never looked up, may
        # meet by its sound across scripts, and is no initial then.
        words = names.sums(names.facts["heavy"] > 0)[looked.name]
        words -= names.sums(names.facts["initial"])[looked.name] * crossed
        unmet = names.bits(names.facts["heavy"] > 0)[looked.name] & ~bits
        mine_met = (unmet == 0) & (is_joined | (looked.sums(has_row) >= words))
        met = looked.sums(has_row & (self._listed.heavy[word] > 0))
        theirs_met = (met >= telling) & (initials.glued | (np.bitwise_count(bits) >= telling))
        completed = (looked.sums(is_initial) > 0) | (sums.initial > 0)
        is_rare = sums.rarest_full > by_sound.RARE - bounds.ALLOWANCE
        completed &= is_rare | ((sums.full > 0) & crossed)
        enough = self._is_enough(names, looked, sums, completed)
        enough &= bounds.person_may_reach(
            gains=sums.gains,
            rarest=sums.rarest,
            mine=initials.weight,
            theirs=self._weights[looked.reading],
            mine_met=mine_met,
            theirs_met=theirs_met,
            threshold=self._threshold,
        )
        return enough | self._may_be_cut(names, looked, bits, ways)

    def _is_enough(self, names: Names, looked: Looked, sums: "_Sums", completed: Marks) -> Marks:
        """Two names, or one where that may be enough; `completed` where an initial adds to it."""
        alone = self._telling[looked.reading] == 1
        alone &= (names.sums(names.facts["tells"]) == 1)[looked.name]
        alone |= completed
        listed_firm = self._flags[looked.reading] & FIRM > 0
        enough: Marks = (
            (self._threshold <= bounds.ONE_NAME)
            | (sums.joined > 0)
            | ((sums.full > 1) & (np.bitwise_count(sums.named) > 1))
            | (alone & (listed_firm | ~self._is_firm(names)[looked.name]))
        )
        return enough

    def _crossed(self, names: Names, looked: Looked) -> Marks:
        """Where one of the two names was transliterated."""
        crossed: Marks = names.translated[looked.name] != (
            self._flags[looked.reading] & TRANSLATED > 0
        )
        return crossed

    def _add_initials(
        self, gains: Gains, looked: Looked, mine: Floats, sums: list[Floats]
    ) -> Marks:
        """Add to `sums` what initials of the query add; where one stands for a listed word."""
        at = np.flatnonzero(mine)
        word = self._reading_words[looked.position[at]]
        mine, theirs = mine[at], self._listed.heavy[word]
        met = bounds.initial_lift(self._threshold) * np.minimum(mine, self._listed.person[word])
        adds = bounds.person_adds(met, mine, theirs, threshold=self._threshold)
        row = looked.row[at]
        for field, add in enumerate((*adds, mine, theirs) if len(at) else ()):
            more = np.maximum(add - gains.lines[field][row], 0.0)
            sums[field] = sums[field] + np.bincount(
                looked.entry[at], weights=more, minlength=len(looked.name)
            )
        found = np.zeros(len(looked.entry), np.bool_)
        found[at] = True
        return found

    def _initials(self, names: Names, looked: Looked) -> "_Initials":
        """What initials of the query could stand for in the readings.

        Letters glued together (JC) stand for as many names that begin with them, or for none.
        """
        facts = names.facts
        letters = np.zeros((names.size, 128))
        glued = facts["initial"] & (facts["length"] > 1)
        for at in np.flatnonzero(facts["initial"] & ~glued).tolist():
            row, code = letters[names.name[at]], ord(self._book.words[names.words[at]].raw)
            row[code] = max(row[code], facts["person"][at])
        first = self._listed.first[self._reading_words[looked.position]]
        found = _Initials(
            letters[looked.name[looked.entry], first],
            names.bits(facts["initial"])[looked.name],
            names.sums(np.where(facts["initial"], 0.0, facts["heavy"]))[looked.name],
            np.zeros(len(looked.name), np.bool_),
        )
        for at in np.flatnonzero(glued).tolist():
            self._take_glued(found, names, looked, at=at)
        return found

    def _take_glued(self, found: "_Initials", names: Names, looked: Looked, *, at: int) -> None:
        """Put into `found` what the glued initials `at` come to."""
        facts, letters = names.facts, self._book.words[names.words[at]].raw
        readings, entries = looked.of(int(names.name[at]))
        first = self._listed.first[self._reading_words[looked.position[entries]]]
        starts = looked.first[readings] - entries.start
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


class _Initials(NamedTuple):
    """What initials of the counterparty's could come to.

    `entries` is what the initial weighs that may stand for each listed word, 0 where none may. Of
    each reading, `bits` are the places of the initials that may have met, `weight` is that of all
    other names of the counterparty's, `glued` whether one of its words may stand for several names.
    """

    entries: Floats
    bits: Bits
    weight: Floats
    glued: Marks


class _Sums(NamedTuple):
    """What the words of readings come to."""

    gains: list[Floats]
    full: Floats
    joined: Floats
    initial: Floats
    rarest: Floats
    rarest_full: Floats
    named: Bits
    bits: Bits


def _summed(gains: Gains, looked: Looked) -> _Sums:
    fields = [line[looked.row] for line in gains.lines]
    sums = [looked.sums(each) for each in fields]
    bits = gains.bits[looked.row]
    is_full = fields[FULL] > 0
    return _Sums(
        gains=sums[:SUMS],
        full=sums[FULL],
        joined=sums[JOIN],
        initial=sums[INITIAL],
        rarest=looked.most(fields[THEIRS]),
        rarest_full=looked.most(np.where(is_full, fields[THEIRS], 0.0)),
        named=looked.bits(np.where(is_full, bits, np.uint64(0))),
        bits=looked.bits(bits),
    )
