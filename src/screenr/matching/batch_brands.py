"""How many distinctive words of organizations' names must meet, one or two, and which need not.

A word that is left over costs a name more than another gains that meets, but for words that tell
little. So two words of most names must meet, and only readings that two rows lead to are looked at.
"""

from functools import cached_property
from itertools import product

import numpy as np

from screenr.matching import bounds, organization_costs
from screenr.matching.batch_aside import Lifts, beside_another, least_lifts, set_aside
from screenr.matching.batch_names import Marks, Names
from screenr.matching.batch_rows import Floats
from screenr.matching.organizations import CONTRADICTED_SCALE, USUAL_SCALE


class Brands:
    """What the words of names lift them by, as organizations' names.

    `are_two` marks the words of names of which two must meet, `near` those of these whose rows of
    common words are followed as well, where that is cheap: such a word is left over unless it meets
    one of them.
    """

    def __init__(self, names: Names, threshold: float) -> None:
        self._names, self._threshold, facts = names, threshold, names.facts
        self._rare = facts["rare"]
        self._left = threshold * facts["left"]
        self._letters = np.flatnonzero(facts["letter"] & (names.place == 0))
        self.near: Marks = facts["distinct"] & (facts["common_cost"] <= facts["brand_cost"])
        self.are_two: Marks = ~self._may_be_one()[names.name]
        self.near &= self.are_two

    def least(self) -> Floats:
        """What a row of each word must lift its name by (`least_lifts`)."""
        return least_lifts(self._names, self._most.given)

    def aside(self) -> Marks:
        """The words of which no row need be followed."""
        facts, two = self._names.facts, np.flatnonzero(self.are_two)
        usual, rare = self._lifts(USUAL_SCALE), self._lifts(self._least_scale)
        another = beside_another(self._names, self._most)
        for into, lifts in product((usual, rare), range(len(another))):
            into[lifts][two] = another[lifts][two]
        cost = facts["brand_cost"] + self.near * facts["common_cost"]
        return set_aside(self._names, cost, usual, rare=(rare, self._rare))

    def common(self) -> Marks:
        """The words whose rows of common words may lead to names without a distinctive word."""
        facts = self._names.facts
        found: Marks = facts["common_cost"] > 0
        unlike = self._names.sums(facts["distinct"] & ~found) > 0
        found = found & ~unlike[self._names.name]
        alone = self._alone(bounds.NO_BRAND_SCALE)
        lifts = Lifts(alone, np.maximum(alone, facts["common"]))
        return found & ~set_aside(self._names, facts["common_cost"] * found, lifts)

    def _may_be_one(self) -> Marks:
        """Names of which one word may be enough, whichever listed one it meets."""
        names, facts = self._names, self._names.facts
        contradicts = facts["contradicts"] & (self.near | (facts["common_cost"] == 0))
        contradicts[self._letters] = False
        are_others = (names.sums(contradicts) > 1)[names.name]
        beside_rare = np.where(are_others, CONTRADICTED_SCALE, self._least_scale)
        met = np.where(self._rare, self._alone_met(beside_rare), self._alone_met(USUAL_SCALE))
        may_be_one: Marks = names.sums(met >= -bounds.ALLOWANCE) > 0
        return may_be_one

    def _alone_met(self, scale: float | Floats) -> Floats:
        """What names come to where one word meets what lifts most, and no other does."""
        lifts = self._lifts(scale)
        met: Floats = self._names.sums(lifts.without)[self._names.name]
        return met + lifts.given - lifts.without

    @cached_property
    def _least_scale(self) -> Floats:
        """How words left over cost more beside a rare one, which is never sure across scripts."""
        names = self._names
        is_heard = names.total("native") == np.diff(names.starts)
        return np.where(is_heard, CONTRADICTED_SCALE, 1.0)[names.name]

    @cached_property
    def _most(self) -> Lifts:
        """The lifts beside a rare word in names that may meet one, the usual ones in others."""
        may_be_rare = (self._names.total("rare") > 0)[self._names.name]
        return self._lifts(np.where(may_be_rare, self._least_scale, USUAL_SCALE))

    def _lifts(self, scale: float | Floats) -> Lifts:
        """By which words lift a name that meet no row that is followed, and those that meet any."""
        facts, alone = self._names.facts, self._alone(scale)
        common = np.maximum(alone, facts["common"])
        return Lifts(np.where(self.near, alone, common), np.maximum(common, facts["brand"]))

    def _alone(self, scale: float | Floats) -> Floats:
        """By which words lift that meet nothing, or may be initials (`firm_initial_gain`)."""
        alone = -scale * self._left
        if len(self._letters):
            lift = max(0.0, organization_costs.INITIAL - self._threshold)
            lifts = lift * (self._names.facts["organization"][self._letters] + 1.0)
            alone[self._letters] = np.maximum(alone[self._letters], lifts)
        return alone
