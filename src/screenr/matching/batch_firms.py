"""The bound over the words of a few dozen names at once, as organizations' names."""

from collections.abc import Sequence

import numpy as np

from screenr.matching import bounds, organization_costs
from screenr.matching.asked import NOT_ALL_OF_SHIP, is_of_ship
from screenr.matching.batch_side import Asked, Bits, Marks, Side, Sums, Table
from screenr.matching.batch_tables import Floats, Ints, Known, Rows
from screenr.matching.batch_words import ListedWords
from screenr.matching.bounds import FirmGain
from screenr.matching.index import Index
from screenr.matching.lexicon import DISTINCT
from screenr.matching.listed import COMMON, CRAFT, KINDS
from screenr.matching.wholes import bits_of
from screenr.matching.words import Word

BRAND, RARE = FirmGain._fields.index("brand"), FirmGain._fields.index("rare")


class FirmSide(Side):
    """Names as organizations'."""

    person, fields = False, len(FirmGain._fields)

    def __init__(self, index: Index, listed: ListedWords, threshold: float) -> None:
        super().__init__(index, listed, threshold)
        self._costs = np.frombuffer(index.file.raw("reading.organization.f8"), "<f8")

    def _gain(self, run: Sequence[Word], at: int, similarity: float) -> tuple[float, ...]:
        return bounds.firm_gain(run, self._index.word(at), similarity, threshold=self._threshold)

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

    def _may_reach(self, block: Sequence[Asked], table: Table, sums: Sums) -> Marks:  # noqa: ARG002 -- persons need it
        cost = np.array([sum(map(organization_costs.left_query_cost, e.words)) for e in block])
        flags = self._flags[sums.reading]
        gain, more, bits = self._with_initials(block, sums)
        common = (flags & COMMON > 0) & (_distinct(block)[sums.name] & ~bits == 0)
        enough: Marks = bounds.firm_may_reach(
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
                first, last = self._listed.beginning(each.words[0].raw)
                begins = self._reading_words[self._reading_starts[sums.reading]]
                rank = self._listed.rank[begins]
                at = (sums.name == name) & (first <= rank) & (rank < last)
                gain[at] += adds.gain
                cost[at] += adds.cost
                bits[at] |= np.uint64(1)
        return gain, cost, bits


def _distinct(block: Sequence[Asked]) -> Bits:
    return np.array([bits_of(w.cls == DISTINCT for w in each.words) for each in block], np.uint64)
