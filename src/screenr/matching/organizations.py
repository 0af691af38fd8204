"""How far two names of organizations denote one party.

The score is what met over what there is: ``A / D`` with ``A = Σ s (wq + wl)`` over the pairs and
``D = Σ (wq + wl)`` over the pairs plus a cost for each word left over. Everything after that only
lowers it, so the bare quotient with the least costs bounds the score from above and the index can
answer for it without loss.
"""

from screenr.matching import acronyms, shortened, slipped
from screenr.matching.across_scripts import rule_for
from screenr.matching.align import Pair, align
from screenr.matching.lexicon import DESCRIPTOR, DISTINCT, LEGAL, LINE, ORG, PLACE, STOP
from screenr.matching.meet import LOOK_ALIKE, NO_VOWELS, SIMILAR
from screenr.matching.organization_costs import (
    FEW_LETTERS,
    LEFT_LISTED,
    left_listed_cost,
    left_query_cost,
)
from screenr.matching.organization_facts import LONGEST_COUNT, Facts
from screenr.matching.outcome import Outcome
from screenr.matching.prepared import Prepared

USUAL_SCALE = 2.46
"""What left-over words cost more, unless a word met that only the lists know."""
USUAL_STRENGTH, LEAST_STRENGTH, MOST_SCALED = 1.3, 0.2, 4.0
"""How unusual what met is taken together where they cost no more than that; the least that it
counts as; how many times as much they cost at most."""
CONTRADICTED_SCALE = 1.54
"""The same where such a word met, but by sound, or the counterparty's name says another thing."""
SEATED = 0.8
"""The part of it where the listed name says which word is the brand: the one after its seat."""
CERTAIN = 0.95
"""A pair less alike than this was met by a slip, not by another way to write it."""
NO_BRAND = 0.6
"""The most that names with distinctive words come to where none of them met."""
ONE_ALONE = 0.75
"""The most where one distinctive word met, and by a slip or by its sound alone."""
OTHER_NUMBER, OTHER_OF_SERIES = 0.7, 0.85
"""The most that names of different numbers come to; those of funds of one name."""
ALONE = "one common word, and not the very same"


def score(query: Prepared, listed: Prepared, *, floor: float = 0.0) -> Outcome | None:
    """Compare two readings; None where it is certain that the score is below `floor`."""
    if floor > OTHER_NUMBER and _number_cap(query, listed) < floor:
        return None
    rule = rule_for(query_translated=query.translated, listed_translated=listed.translated)
    found = align(query.words, listed.words, rule, near=query.near(listed))
    if (query.has_acronym and listed.may_be_spelled) or (
        query.may_be_spelled and listed.has_acronym
    ):
        acronyms.take_acronym(found, query.reading, listed.reading)
    if query.may_be_truncated:
        shortened.take_truncated(found, query.words, listed.words)
    if found.cut is not None:
        if not shortened.begins_with(found, len(query.words)) and not query.has_strong_brand:
            found.cut = None
    elif not found.left_query and not query.has_strong_brand:
        shortened.take_cut_between_words(found, query.words, listed.words)
    shortened.take_initial(found, query.words, listed.words)
    return _Verdict(query.reading, listed.reading, found, query.lexicon).outcome(floor)


def _number_cap(query: Prepared, listed: Prepared) -> float:
    """The most that is left to names that have each a number which the other has not.

    Before anything is aligned: nothing else can meet such numbers (see `_Verdict`).
    """
    mine = query.numbers
    if not mine or not (theirs := listed.numbers) or not mine.isdisjoint(theirs):
        return 1.0
    if not {LINE, ORG, DESCRIPTOR}.isdisjoint([word.cls for word in listed.words]):
        return OTHER_OF_SERIES
    is_count = max(map(len, mine | theirs)) <= LONGEST_COUNT
    return OTHER_OF_SERIES if is_count else OTHER_NUMBER


class _Verdict(Facts):
    """The score, its caps and the relation."""

    def outcome(self, floor: float) -> Outcome | None:
        """The score with its caps, the relation and why; None where it cannot reach `floor`."""
        if floor > NO_BRAND and self.has_brand and not self.brand:
            return None
        met, whole, left = self.met, self.whole, self._left()
        if left and met / (whole + left) < floor:
            return None  # and no scale makes it more
        left *= self._scale()
        total = met / (whole + left) if whole + left else 0.0
        if total < floor or (total := min(total, self._cap())) < floor:
            return None
        return Outcome(total, self._relation(), tuple(self.found.pairs), self.found.left_query,
                       self.found.left_listed, tuple(self.rules))  # fmt: skip

    def _left(self) -> float:
        """What the words left over cost at least."""
        mine = theirs = 0.0
        for word in self.left_query:
            mine += left_query_cost(word)
        for at, word in zip(self.found.left_listed, self.left_listed, strict=False):
            is_inside = word.cls == PLACE and not self.is_seat(at)
            theirs += (
                LEFT_LISTED[PLACE] * word.organization if is_inside else left_listed_cost(word)
            )
        return mine + theirs

    def _scale(self) -> float:
        """Left-over words cost more, the less unusual what met is."""
        if not self.has_brand:
            return 1.6 * USUAL_SCALE
        if self.is_rare_brand and not self.mended:
            return CONTRADICTED_SCALE if self.is_contradicted() or self.is_heard() else 1.0
        seated = SEATED if self.is_brand_after_seat() else 1.0
        times = seated * USUAL_STRENGTH / max(self.strength(), LEAST_STRENGTH)
        return USUAL_SCALE * max(1.0, min(MOST_SCALED, times))

    def _cap(self) -> float:
        cap = 1.0
        if self.has_brand and not self.brand:
            cap = self._lowered(cap, NO_BRAND, "no distinctive word met")
        if not self.has_brand and self.is_left_over() and not self.is_long_phrase():
            cap = self._lowered(cap, 0.75, "only common words, and not all of them")
        if not self.has_brand and self.is_one_translated_word():
            cap = self._lowered(cap, 0.75, ALONE)
        if self.numbers_differ():
            cap = self._lowered(cap, OTHER_NUMBER, "the numbers differ")
        elif self.has_other_number():
            most = OTHER_OF_SERIES if self.may_be_a_series() else OTHER_NUMBER
            cap = self._lowered(cap, most, "another number")
        if self.lines_differ() or (self.bodies_differ() and not self.is_rare_brand):
            cap = self._lowered(cap, 0.75, "different lines of business")
        cap = min(cap, self._places_cap())
        if len(self.brand) == 1 and self._is_slip(self.brand[0]):
            cap = min(cap, self._fuzzy_cap())
        return cap

    def _places_cap(self) -> float:
        """Places tell namesakes apart, unless the name is rare; countries tell branches apart."""
        cap = 1.0
        if PLACE not in self.missing:
            return cap
        rare = self.is_rare_brand
        mine = any(word.cls == PLACE for word in self.left_query)
        theirs = any(not (self.is_seat(at) and self.is_strong()) for at in self.places_left())
        trailing = any(not self.is_seat(at) for at in self.places_left())
        if mine and theirs and not rare:
            cap = self._lowered(cap, 0.7, "different places")
        if trailing and not mine and not rare:
            cap = self._lowered(cap, 0.78, "the listed name adds a place")
        if trailing and self.is_in_another_country():
            cap = self._lowered(cap, 0.78, "branches in different countries")
        return cap

    def _is_slip(self, pair: Pair) -> bool:
        return pair.similarity < CERTAIN and pair.reading != acronyms.ACRONYM

    def _fuzzy_cap(self) -> float:
        """A single distinctive word that met only by a slip needs the rest to agree."""
        pair = self.brand[0]
        word = self.listed[pair.listed[0]]
        written = self.query[pair.query[0]].raw
        left = self.left
        rest = any(each.cls not in (LEGAL, STOP) for each in left)
        known = any(self.query[at].at_large for at in pair.query)
        spelled = pair.reading == "spelling"
        disguised = pair.reading in (LOOK_ALIKE, NO_VOWELS)
        alike = slipped.sound_alike(written, word.raw)
        short = len(word.raw) < 7 or word.strength < 1.0  # noqa: PLR2004
        is_brand = word.strength >= 1.0 and len(word.raw) >= slipped.RARE_LETTERS and not known
        alone = not (is_brand and self.has_company(pair))
        caps = (
            (rest and short and not alike, "a short distinctive word met only by a slip"),
            (
                rest and slipped.are_chinese(written, word.raw),
                "another Chinese word, and more words left over",
            ),
            (disguised and self.is_too_short(pair), "few letters, read as a longer word"),
            (alone and pair.reading == SIMILAR, "one word alone, met only by its sound"),
            (
                alone and spelled and self._is_doubtful(written, word.raw, with_rest=rest),
                "one word alone, met only by a slip",
            ),
            (
                alone
                and any(each.cls == LEGAL for each in left)
                and (known or (len(word.raw) < slipped.CLEAR_LETTERS and spelled)),
                "a known word met only by a slip, and the legal forms differ",
            ),
        )
        rule = next((rule for applies, rule in caps if applies), None)
        return self._lowered(1.0, ONE_ALONE, rule) if rule else 1.0

    def _is_doubtful(self, written: str, listed: str, *, with_rest: bool) -> bool:
        own_form = any(each.cls == LEGAL for each in self.left_query)
        return slipped.is_doubtful(written, listed, own_form=own_form, with_rest=with_rest)

    def _lowered(self, cap: float, to: float, rule: str) -> float:
        self.rules.append(rule)
        return min(cap, to)

    def _relation(self) -> str:
        if self.has_other_number():
            return "family"
        words = (DISTINCT in self.lost or DISTINCT in self.missing) and any(
            word.cls == DISTINCT and len(word.raw) > FEW_LETTERS for word in self.left
        )
        divisions = LINE in self.lost and any(
            word.cls == LINE and not word.native for word in self.left_query
        )
        differ = divisions or self.bodies_differ()
        return "family" if words or differ or self.says_which() else "same"
