"""The bound over the words of many names at once, as persons' names."""

import numpy as np

from screenr.matching import bounds, by_sound, persons
from screenr.matching.batch_aside import Lifts, least_lifts, set_aside
from screenr.matching.batch_book import FULL as IS_FULL
from screenr.matching.batch_book import LETTER, Book, Rows
from screenr.matching.batch_crossed import Across, Needed, lead_across
from screenr.matching.batch_cuts import Cut, cut_off
from screenr.matching.batch_initials import InitialsOf, idle_letters, letters_of, weight_of_letters
from screenr.matching.batch_names import Bits, Ints, Marks, Names
from screenr.matching.batch_rows import (
    ANY,
    BEGUN,
    FULL,
    NONE,
    THEIRS,
    TWICE,
    Floats,
    Gains,
    Leads,
    Letters,
    Looked,
    Needs,
    Sums,
    summed,
)
from screenr.matching.batch_side import Side
from screenr.matching.batch_words import ListedWords
from screenr.matching.compare import AS_FIRM, OTHER_KIND
from screenr.matching.index import Index
from screenr.matching.listed import FIRM, LONE, TRANSLATED

SUMS = 5
"""Fields of `PersonGain` that are sums of weights."""
RARE = by_sound.RARE - bounds.ALLOWANCE
LEAST_LEFT = min(persons.CONTRADICTED, persons.LEFT_QUERY)
"""What a unit of weight of the counterparty's that meets nothing costs at least."""


class PersonSide(Side):
    """Names as persons'."""

    person, kinds = True, ("other", "full")

    def __init__(self, index: Index, listed: ListedWords, book: Book, threshold: float) -> None:
        super().__init__(index, listed, book, threshold)
        self._weights = (
            np.frombuffer(index.file.raw("reading.person.f8"), "<f8") / persons.LEFT_LISTED
        )
        self._telling = np.frombuffer(index.file.raw("reading.telling.u1"), np.uint8)

    def _rows(self) -> Rows:
        return self._book.person

    def gains(self, names: Names, word: Ints, *, at: Ints, of: Ints) -> Floats:
        """The fields of `PersonGain`."""
        marks, met = self._book.person.marks[at], self._book.person.lift[at].astype(np.float64)
        mine, theirs = names.facts["heavy"][of], self._listed.heavy[word]
        adds = bounds.person_adds(met, mine, theirs, threshold=self._threshold)
        sums = [np.maximum(0.0, each) for each in adds]
        none = np.zeros(len(at))
        is_full, is_letter = (marks & each > 0 for each in (IS_FULL, LETTER))
        whole = names.facts["person"][of] + self._listed.person[word]
        is_name = self._listed.tells[word] & ~is_letter
        similarity = np.where(is_name, self._threshold + met / whole, 1.0)
        return np.stack([*sums, mine, theirs, is_full, none, is_letter, similarity])

    def may_be_apart(self, names: Names, word: Ints, reading: Ints) -> Marks:
        """Across scripts all other names must be met as well."""
        found = super().may_be_apart(names, word, reading)
        name, is_listed = names.name[word], self._flags[reading] & TRANSLATED > 0
        across = found & (names.translated[name] != is_listed)
        if self._threshold > by_sound.UNHEARD and across.any():
            looked, gains = self._met(names, (name * len(self._flags) + reading)[across])
            heard = Across(names, gains, looked, telling=self._telling)
            found[across] = heard.may_be_met(names.bits(names.facts["apart"])[looked.name])
        return found

    def _leads(self, names: Names, ways: list[Cut]) -> Leads:
        facts = names.facts
        full, other = facts["full_cost"] > 0, facts["other_cost"] > 0
        marked = np.where(full, ANY, NONE).astype(np.uint8)
        others = np.full(len(full), NONE, np.uint8)
        if self._threshold <= bounds.ONE_NAME:
            others[other] = ANY
        else:
            alone, initials = self._is_alone(names), self._has_initials(names)
            is_firm = self._is_firm(names)
            pairs = full & (is_firm | ~alone)[names.name]
            marked[set_aside(names, facts["full_cost"] * ~pairs, self._lifts(names))] = NONE
            needs = (
                TWICE | FIRM * is_firm | LONE * ~(alone | initials) | BEGUN * (initials & ~alone)
            )
            needed = self._if_far_enough(names, needs[names.name].astype(np.uint8))
            marked[pairs] = needed[pairs]
        only = np.zeros(len(full), np.uint8)
        if self._threshold > by_sound.UNHEARD:
            lead_across(names, Needed(marked, others, only))
        is_pair = np.minimum(marked, others) >= TWICE
        least = np.where(is_pair, least_lifts(names, self._lifts(names).given), -np.inf)
        return self._with_cuts(names, ways, needs=(marked, others), least=least, only=only)

    def _if_far_enough(self, names: Names, needs: Needs) -> Needs:
        """The same marks, but for words that no row lifts far enough (`_needs`)."""
        facts = names.facts
        lift = facts["full"] - self._more(as_firm=True) * facts["person"]
        is_short = lift < least_lifts(names, self._lifts(names, as_firm=True).given)
        needs[is_short & self._is_firm(names)[names.name]] = FIRM
        needs[facts["full"] < least_lifts(names, self._lifts(names).given)] = NONE
        return needs

    def _needs(self, names: Names, needs: Needs, *, at: Ints, of: Ints) -> Needs:
        """Each of two rows must lift its name far enough, whatever its other words meet.

        It may be the only name that met where it does so beside names that did not, and is rare,
        or across scripts.
        """
        rows, lifts = self._book.person, self._lifts(names)
        lift, word, is_pair = rows.lift[at].astype(np.float32), rows.listed[at], needs >= TWICE
        usual = ~(self._is_alone(names) | names.translated)[names.name]
        is_usual = usual[of] & (self._listed.heavy[word] <= RARE)
        needs |= np.uint8(TRANSLATED) * (is_usual & is_pair)
        is_more = lift < least_lifts(names, lifts.without)[of]
        needs |= np.uint8(TRANSLATED | FIRM | LONE) * (is_more & is_pair)
        firms = np.flatnonzero(self._is_firm(names)[names.name[of]] & is_pair)
        of_firms = of[firms]
        whole = names.facts["person"][of_firms] + self._listed.person[word[firms]]
        higher = lift[firms] - self._more(as_firm=True) * whole
        least = least_lifts(names, self._lifts(names, as_firm=True).given)
        needs[firms[higher < least[of_firms]]] = FIRM
        return needs

    def _more(self, *, as_firm: bool) -> float:
        """By how much the threshold is higher between a firm's name and that of a person."""
        return self._threshold / AS_FIRM - self._threshold if as_firm else 0.0

    def _lifts(self, names: Names, *, as_firm: bool = False) -> Lifts:
        """Of words that meet no full name, and of those that meet any."""
        facts, more = names.facts, self._more(as_firm=as_firm)
        threshold = self._threshold + more
        nothing = np.where(
            facts["initial"],
            bounds.initial_lift(threshold) * facts["person"],
            -threshold * LEAST_LEFT * facts["heavy"],
        )
        without = np.maximum(nothing, facts["other"])
        return Lifts(without, np.maximum(without, facts["full"] - more * facts["person"]))

    def _is_alone(self, names: Names) -> Marks:
        """Names of one word."""
        is_alone: Marks = names.total("tells") == 1
        return is_alone

    def _has_initials(self, names: Names) -> Marks:
        """Names with words that may be initials."""
        has_initials: Marks = names.total("initial") > 0
        return has_initials

    def _is_firm(self, names: Names) -> Marks:
        """Names that look like a firm's, which one name of a person is not enough for."""
        is_firm: Marks = names.is_firm & (self._threshold > OTHER_KIND)
        return is_firm

    # -- what their words could come to

    def _are_whole(self, names: Names) -> Marks:
        """Initials may stand for any word."""
        return self._has_initials(names)

    def _first_look(self, names: Names, gains: Gains, looked: Looked, ways: list[Cut]) -> Marks:
        """Two full names, or one where that may be enough, or all that must meet of a part."""
        if self._threshold <= bounds.ONE_NAME:
            return super()._first_look(names, gains, looked, ways)
        is_full = gains.lines[FULL][looked.row] > 0
        full = looked.sums(is_full)
        named = looked.bits(np.where(is_full, gains.bits[looked.row], np.uint64(0)))
        kept = (full > 1) & (np.bitwise_count(named) > 1)
        kept |= self._is_alone(names)[looked.name] & (self._telling[looked.reading] == 1)
        is_joined = np.zeros(names.size, np.bool_)
        is_joined[[each.name for each in names.joins]] = True
        kept |= is_joined[looked.name]
        rarest = looked.most(np.where(is_full, gains.lines[THEIRS][looked.row], 0.0))
        crossed = self._crossed(names, looked)
        completed = (rarest > RARE) | ((full > 0) & crossed)
        begun = self._postings.begun[looked.reading] & self._letters(names)[looked.name] > 0
        kept |= completed & begun  # an initial may stand for a name, on either side
        if self._threshold > by_sound.UNHEARD:
            across = kept & crossed
            heard = Across(names, gains, looked.only(across), telling=self._telling)
            kept[across] = heard.may_be_heard(self._listed, self._reading_words)
        kept[kept] = self._may_gain(names, gains, looked.only(kept))
        others = ~kept & cut_off(names, ways)[looked.name]
        if others.any():
            cut = looked.only(others)
            bits = cut.bits(gains.bits[cut.row]) | names.bits(names.facts["initial"])[cut.name]
            kept[others] = self._may_be_cut(names, cut, bits, ways)
        return kept

    def _letters(self, names: Names) -> Letters:
        return letters_of(names, self._book.words)

    def _may_gain(self, names: Names, gains: Gains, looked: Looked) -> Marks:
        """What would come to enough if each listed word had a word for itself.

        Of names with initials nothing is said yet.
        """
        bits = looked.bits(gains.bits[looked.row])
        fields = [line[looked.row] for line in gains.lines[:SUMS]]
        may_gain: Marks = bounds.person_may_reach(
            gains=list(map(looked.sums, fields)),
            rarest=looked.most(fields[THEIRS]),
            mine=names.total("heavy")[looked.name],
            theirs=self._weights[looked.reading],
            mine_met=self._unmet(names, looked, bits) == 0,
            theirs_met=np.bitwise_count(bits) >= self._telling[looked.reading],
            threshold=self._threshold,
        )
        return may_gain | self._has_initials(names)[looked.name]

    def _unmet(self, names: Names, looked: Looked, met: Bits) -> Bits:
        """The names of the counterparty's, particles aside, that are not among those that met."""
        return names.bits(names.facts["heavy"] > 0)[looked.name] & ~met

    def _may_reach(self, names: Names, gains: Gains, looked: Looked, ways: list[Cut]) -> Marks:
        word = self._reading_words[looked.position]
        first = self._listed.first[word]
        initials = InitialsOf(names, self._book.words, looked, first).found()
        fields = [line[looked.row] for line in gains.lines]
        sums = summed(fields, gains.bits[looked.row], looked)
        is_initial = self._put_initials(looked, initials.entries, fields)
        crossed = self._crossed(names, looked)
        idle = idle_letters(names, looked, sums.bits, crossed | (looked.sums(is_initial) > 0))
        has_row = (looked.row >= 0) | is_initial
        bits = sums.bits | initials.bits & ~idle
        surplus = looked.surplus(bits, has_row) * ~initials.glued
        telling = self._telling[looked.reading]
        is_joined = sums.joined > 0
        # Each of its words needs one of its own on the other side. A letter, never looked up, may
        # meet by its sound across scripts, and is no initial then.
        words = names.sums(names.facts["heavy"] > 0)[looked.name]
        words -= names.total("initial")[looked.name] * crossed
        unmet = self._unmet(names, looked, bits)
        mine_met = (unmet == 0) & (is_joined | (looked.sums(has_row) >= words))
        met = looked.sums(has_row & (self._listed.heavy[word] > 0))
        theirs_met = (met >= telling) & (initials.glued | (np.bitwise_count(bits) >= telling))
        completed = (looked.sums(is_initial) > 0) | (sums.initial > 0)
        completed &= (sums.rarest_full > RARE) | ((sums.full > 0) & crossed)
        enough = self._is_enough(names, looked, sums, completed)
        enough &= bounds.person_may_reach(
            gains=[looked.sums_without(surplus, each, among=has_row) for each in fields[:SUMS]],
            rarest=sums.rarest,
            mine=initials.weight + weight_of_letters(names)[looked.name] * (idle > 0),
            theirs=self._weights[looked.reading],
            mine_met=mine_met,
            theirs_met=theirs_met,
            threshold=self._threshold,
        )
        return enough | self._may_be_cut(names, looked, bits, ways)

    def _is_enough(self, names: Names, looked: Looked, sums: Sums, completed: Marks) -> Marks:
        """Two names, or one where that may be enough; `completed` where an initial adds to it."""
        alone = self._telling[looked.reading] == 1
        alone &= self._is_alone(names)[looked.name]
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

    def _put_initials(self, looked: Looked, mine: Floats, fields: list[Floats]) -> Marks:
        """Put into `fields` what initials of the query add; where one stands for a listed word.

        Their own weight is not among what could be left over, and adds nothing.
        """
        at = np.flatnonzero(mine)
        word = self._reading_words[looked.position[at]]
        theirs = self._listed.heavy[word]
        met = bounds.initial_lift(self._threshold) * np.minimum(mine[at], self._listed.person[word])
        adds = bounds.person_adds(met, 0.0, theirs, threshold=self._threshold)
        for field, add in zip(fields, (*adds, 0.0, theirs), strict=False):
            field[at] = np.maximum(field[at], add)
        found = np.zeros(len(looked.entry), np.bool_)
        found[at] = True
        return found
