"""The bound over the words of many names at once, as organizations' names."""

import numpy as np

from screenr.matching import bounds, organization_costs
from screenr.matching.asked import NOT_ALL_OF_SHIP
from screenr.matching.batch_book import BRAND as IS_BRAND
from screenr.matching.batch_book import BY_SOUND, Book, Rows
from screenr.matching.batch_book import RARE as IS_RARE
from screenr.matching.batch_brands import Brands
from screenr.matching.batch_cuts import Cut, cut_off
from screenr.matching.batch_names import Bits, Ints, Marks, Names
from screenr.matching.batch_pairs import among
from screenr.matching.batch_rows import ANY, NONE, TOGETHER, TWICE, Floats, Gains, Leads, Looked
from screenr.matching.batch_side import Side
from screenr.matching.batch_words import ListedWords
from screenr.matching.bounds import FirmGain
from screenr.matching.compare import OTHER_KIND
from screenr.matching.index import Index
from screenr.matching.lexicon import LEGAL, STOP
from screenr.matching.listed import COMMON, CRAFT, KINDS
from screenr.matching.organizations import ONE_ALONE
from screenr.matching.shortened import LONG_PHRASE
from screenr.matching.slipped import RARE_LETTERS

GAIN, COST, BRAND, CLEAR = map(FirmGain._fields.index, ("gain", "cost", "brand", "clear"))
LEFT_LISTED = max(organization_costs.LEFT_LISTED.values())


class FirmSide(Side):
    """Names as organizations'."""

    person, kinds = False, ("common", "brand")

    def __init__(self, index: Index, listed: ListedWords, book: Book, threshold: float) -> None:
        super().__init__(index, listed, book, threshold)
        self._left_over = np.frombuffer(index.file.raw("reading.organization.f8"), "<f8")
        first = listed.cls[self._reading_words[self._reading_starts[:-1]]]
        self._is_seated = among(first.astype(np.int64), np.array(organization_costs.BEFORE_SEAT))

    def _rows(self) -> Rows:
        return self._book.firm

    def gains(self, names: Names, word: Ints, *, at: Ints, of: Ints) -> Floats:
        """The fields of `FirmGain`."""
        marks = self._book.firm.marks[at]
        cost = self._threshold * (names.facts["left"][of] + self._listed.cost[word])
        gain = np.maximum(0.0, self._book.firm.lift[at] + cost)
        is_brand, by_sound = marks & IS_BRAND > 0, marks & BY_SOUND > 0
        brand = np.where(is_brand, self._listed.strength[word], 0.0)
        return np.stack([gain, cost, brand, marks & IS_RARE > 0, is_brand & ~by_sound])

    def _leads(self, names: Names, ways: list[Cut]) -> Leads:
        """Of most names two words must meet, by rows that lead to a reading together."""
        facts = names.facts
        branded, common = facts["brand_cost"] > 0, facts["common_cost"] > 0
        only = np.zeros(len(branded), np.uint8)
        least = np.full(len(branded), -np.inf)
        needs = np.where(branded, ANY, NONE), np.where(common, ANY, NONE)
        if self._threshold > bounds.UNBRANDED:
            brands = Brands(names, self._threshold)
            least, branded = brands.least(), branded & ~brands.aside()
            near, plain = brands.near & branded & common, brands.common()
            others = np.where(near, TOGETHER, NONE)
            others[plain] = COMMON | TWICE * near[plain]
            needs = np.where(branded, TOGETHER * brands.are_two, NONE), others
        marked, others = (each.astype(np.uint8) for each in needs)
        return self._with_cuts(names, ways, needs=(marked, others), least=least, only=only)

    def _first_look(self, names: Names, gains: Gains, looked: Looked, ways: list[Cut]) -> Marks:
        """What would come to enough if words left over cost no more than they do at least."""
        gain = looked.sums(gains.lines[GAIN][looked.row])
        kept = gain + bounds.ALLOWANCE >= self._needed(names, looked)
        others = names.facts["letter"][names.starts[:-1]] | cut_off(names, ways)
        kept |= others[looked.name]
        return kept

    def _needed(self, names: Names, looked: Looked) -> Floats:
        """What readings must gain (`bounds.firm_may_reach`)."""
        left = names.total("left")[looked.name]
        needed: Floats = self._threshold * (left + self._left_over[looked.reading])
        return needed

    def _may_reach(self, names: Names, gains: Gains, looked: Looked, ways: list[Cut]) -> Marks:
        flags = self._flags[looked.reading]
        bits, has_row = looked.bits(gains.bits[looked.row]), looked.row >= 0
        surplus = looked.surplus(bits, has_row)
        fields = [line[looked.row] for line in gains.lines]
        gain, cost = (
            looked.sums_without(surplus, each, among=has_row) for each in fields[: COST + 1]
        )
        strength, rare = map(looked.sums, fields[BRAND:CLEAR])
        tells = (strength > 0) | (looked.sums(has_row) >= LONG_PHRASE)
        gained, cost_met = self._of_first(looked, fields, is_sure=surplus == 0)
        beside = tells, gained, cost_met
        gain, cost, bits = self._with_initials(names, looked, (gain, cost, bits), beside)
        distinct = names.bits(names.facts["distinct"])[looked.name]
        unmet = names.bits(names.facts["contradicts"])[looked.name] & ~bits != 0
        enough: Marks = bounds.firm_may_reach(
            gain=gain,
            cost=cost,
            strength=strength,
            seated=self._is_seated[looked.reading],
            rare=np.minimum(rare, 1) * ~names.mended[looked.name],
            common=(flags & COMMON > 0) & (distinct & ~bits == 0),
            unmet=unmet,
            needed=self._needed(names, looked),
            threshold=self._threshold,
        )
        enough &= self._may_be_craft(names, looked, bits)
        if self._threshold > ONE_ALONE:
            enough[enough] = ~self._is_alone(names, gains, looked.only(enough))
        return enough | self._may_be_cut(names, looked, bits, ways)

    def _may_be_craft(self, names: Names, looked: Looked, bits: Bits) -> Marks:
        """Not ships and aircraft whose words did not all meet, or beside a firm's name."""
        possible = np.ones(len(bits), np.bool_)
        if self._threshold > NOT_ALL_OF_SHIP:
            of_ship = names.facts["of_ship"] & ~names.translated[names.name]
            possible &= names.bits(of_ship)[looked.name] & ~bits == 0
        if self._threshold > OTHER_KIND:
            possible &= ~names.is_firm[looked.name]
        possible |= self._flags[looked.reading] & KINDS != CRAFT
        return possible

    def _is_alone(self, names: Names, gains: Gains, looked: Looked) -> Marks:
        """Where one distinctive word met by its sound alone, and cannot have company enough."""
        brand = gains.lines[BRAND][looked.row] > 0
        brands, clear = looked.sums(brand), looked.sums(gains.lines[CLEAR][looked.row])
        named = looked.bits(np.where(brand, gains.bits[looked.row], np.uint64(0)))
        is_one = (brands == 1) | (np.bitwise_count(named) == 1)
        word = self._reading_words[looked.position]
        long = self._listed.length[word] >= RARE_LETTERS
        may_have = looked.sums(brand & long & (self._listed.strength[word] >= 1.0)) > 0
        cls = self._listed.cls[word]
        says = (cls != LEGAL) & (cls != STOP)
        company = looked.sums(says) > brands
        company |= names.facts["letter"][names.starts[looked.name]]
        alone: Marks = is_one & (clear == 0) & (brands > 0) & ~(may_have & company)
        return alone

    def _of_first(
        self, looked: Looked, fields: list[Floats], *, is_sure: Marks
    ) -> tuple[Floats, Floats]:
        """What the first word of each reading gained and cost, where it is sure that both count."""
        is_first = looked.position == self._reading_starts[looked.reading][looked.entry]
        is_first &= is_sure[looked.entry]
        gained, cost = (looked.sums(np.where(is_first, each, 0.0)) for each in fields[: COST + 1])
        return gained, cost

    def _with_initials(
        self,
        names: Names,
        looked: Looked,
        sums: tuple[Floats, Floats, Bits],
        beside: tuple[Marks, Floats, Floats],
    ) -> tuple[Floats, Floats, Bits]:
        """Gains, costs and bits where the first word may be an initial of the listed one.

        Only where something met `beside` it that tells (`shortened.take_initial`), and instead of
        what the listed word gains and costs by another.
        """
        tells, gained, cost_met = beside
        gain, cost, bits = sums
        several = np.diff(names.starts)[names.name] > 1
        first = np.flatnonzero(names.facts["letter"] & (names.place == 0) & several)
        if not len(first):
            return sums
        word = np.full(names.size, -1)
        word[names.name[first]] = first
        at = np.flatnonzero((word[looked.name] >= 0) & tells)
        facts = names.facts.at(word[looked.name[at]])
        begins = self._reading_words[self._reading_starts[looked.reading[at]]]
        rank = self._listed.rank[begins]
        met = (facts["begins"] <= rank) & (rank < facts["ends"])
        at, facts = at[met], facts.at(met)
        costs = self._threshold * (facts["left"] + LEFT_LISTED)
        lift = max(0.0, organization_costs.INITIAL - self._threshold)
        lifted = lift * (facts["organization"] + 1.0) + costs
        gain[at] += np.maximum(lifted - gained[at], 0.0)
        cost[at] += np.maximum(costs - cost_met[at], 0.0)
        bits[at] |= np.uint64(1)
        return gain, cost, bits
