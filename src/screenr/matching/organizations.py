"""How far two names of organizations denote one party.

The score is what met over what there is: ``A / D`` with ``A = Σ s (wq + wl)`` over the pairs and
``D = Σ (wq + wl)`` over the pairs plus a cost for each word left over. Everything after that only
lowers it, so the bare quotient with the least costs bounds the score from above and the index can
answer for it without loss.
"""

from collections.abc import Sequence

from screenr.matching import shortened, slipped
from screenr.matching.across_scripts import rule_for
from screenr.matching.align import Alignment, Pair, align
from screenr.matching.lexicon import (
    DESCRIPTOR,
    DISTINCT,
    LEGAL,
    LINE,
    NUMBER,
    ORG,
    PLACE,
    STOP,
    Lexicon,
)
from screenr.matching.meet import LOOK_ALIKE, NO_VOWELS
from screenr.matching.organization_costs import (
    FEW_LETTERS,
    LEFT_LISTED,
    STRONG_BRAND,
    has_strong_brand,
    left_listed_cost,
    left_query_cost,
    mean_weight,
)
from screenr.matching.outcome import Outcome
from screenr.matching.reading import Reading
from screenr.matching.words import Word
from screenr.text import keys

USUAL_SCALE = 1.6
"""What left-over words cost more, unless a word met that only the lists know."""
CERTAIN = 0.95
"""A pair less alike than this was met by a slip, not by another way to write it."""
DISGUISED_CONSONANTS = 4
"""So many consonants tell a word in disguise from the few letters of a firm."""
ONE_SLIP = 0.85
"""One slip in seven letters."""
NO_BRAND = 0.6
"""The most that names with distinctive words come to where none of them met."""
ALONE = "one common word, and not the very same"
LONGER_PHRASE = 4
"""So many common words together tell one party from another."""


def score(
    query: Reading, listed: Reading, lexicon: Lexicon, *, floor: float = 0.0
) -> Outcome | None:
    """Compare two readings; None where it is certain that the score is below `floor`."""
    rule = rule_for(query_translated=query.translated, listed_translated=listed.translated)
    found = align(query.words, listed.words, rule)
    shortened.take_truncated(found, query.words, listed.words)
    if found.cut is not None:
        if not shortened.begins_with(found, len(query.words)) and not has_strong_brand(query.words):
            found.cut = None
    elif not found.left_query and not has_strong_brand(query.words):
        shortened.take_cut_between_words(found, query.words, listed.words)
    shortened.take_initial(found, query.words, listed.words)
    return _Scored(query.words, listed.words, found, lexicon).outcome(floor)


class _Scored:
    """The sums over an alignment that the verdict rests on."""

    def __init__(
        self, query: Sequence[Word], listed: Sequence[Word], found: Alignment, lexicon: Lexicon
    ) -> None:
        self.query, self.listed, self.found, self.lexicon = query, listed, found, lexicon
        self.left_query = [query[at] for at in found.left_query]
        self.left_listed = [listed[at] for at in found.left_listed if not self._is_cut(at)]
        self.brand = [
            pair
            for pair in found.pairs
            if self._cls(pair) == DISTINCT and pair.reading != "initial"
        ]
        self.left = [*self.left_query, *self.left_listed]
        self.has_brand = bool(self.brand) or any(word.cls == DISTINCT for word in self.left)
        self.rules: list[str] = []

    def _cls(self, pair: Pair) -> int:
        return self.listed[pair.listed[0]].cls if len(pair.listed) == 1 else DISTINCT

    def weight(self, pair: Pair) -> float:
        """The weight of the words of a pair, both sides; a misspelled common word stays common."""
        mine = mean_weight(self.query, pair.query)
        theirs = mean_weight(self.listed, pair.listed)
        if self._cls(pair) == DISTINCT and self.query[pair.query[0]].cls == DISTINCT:
            return mine + theirs
        return 2 * min(mine, theirs)

    def strength(self) -> float:
        """How unusual the distinctive words that met are, taken together."""
        return sum(
            max(self.listed[at].strength for at in pair.listed) * pair.similarity**2
            for pair in self.brand
        )

    def is_strong(self) -> bool:
        """What met is unusual enough for one house in several places."""
        return self.strength() >= STRONG_BRAND

    def is_rare_brand(self) -> bool:
        """A word met that nobody but the lists knows, with one slip in a long one at most."""
        return any(
            self.listed[at].strength >= 1.0
            and sum(len(self.listed[each].raw) for each in pair.listed) >= slipped.RARE_LETTERS
            and pair.similarity > ONE_SLIP
            for pair in self.brand
            for at in pair.listed
        )

    def outcome(self, floor: float) -> Outcome | None:
        """The score with its caps, the relation and why; None where it cannot reach `floor`."""
        if floor > NO_BRAND and self.has_brand and not self.brand:
            return None
        met = whole = 0.0
        for pair in self.found.pairs:
            weight = self.weight(pair)
            met, whole = met + pair.similarity * weight, whole + weight
        scale = self._scale()
        left = scale * (
            sum(left_query_cost(word) for word in self.left_query)
            + sum(self._listed_cost(at) for at in self.found.left_listed if not self._is_cut(at))
        )
        total = met / (whole + left) if whole + left else 0.0
        if total < floor or (total := min(total, self._cap())) < floor:
            return None
        return Outcome(total, self._relation(), tuple(self.found.pairs), self.found.left_query,
                       self.found.left_listed, tuple(self.rules))  # fmt: skip

    def _is_cut(self, at: int) -> bool:
        """What the list says beyond the place where the field was cut off counts for nothing."""
        return self.found.cut is not None and at > self.found.cut

    def _listed_cost(self, at: int) -> float:
        word = self.listed[at]
        if word.cls == PLACE and not self._is_seat(at):
            return LEFT_LISTED[PLACE] * word.organization
        return left_listed_cost(word)

    def _places_left(self) -> list[int]:
        return [
            at
            for at in self.found.left_listed
            if self.listed[at].cls == PLACE and not self._is_cut(at)
        ]

    def _is_seat(self, at: int) -> bool:
        return all(self.listed[before].cls in (PLACE, STOP) for before in range(at))

    def _scale(self) -> float:
        """Left-over words cost more, the less unusual what met is."""
        if not self.has_brand:
            return 1.6 * USUAL_SCALE
        if self.is_rare_brand():
            return 1.0
        return USUAL_SCALE * max(1.0, min(4.0, 1.3 / max(self.strength(), 0.2)))

    def _cap(self) -> float:
        cap = 1.0
        if self.has_brand and not self.brand:
            cap = self._lowered(cap, NO_BRAND, "no distinctive word met")
        if not self.has_brand and self._is_left_over() and not self._is_long_phrase():
            cap = self._lowered(cap, 0.75, "only common words, and not all of them")
        if not self.has_brand and self._is_one_translated_word():
            cap = self._lowered(cap, 0.75, ALONE)
        if self._numbers_differ():
            cap = self._lowered(cap, 0.7, "the numbers differ")
        elif self._has_other_number():
            cap = self._lowered(cap, 0.85 if self._may_be_a_series() else 0.7, "another number")
        if self._lines_differ():
            cap = self._lowered(cap, 0.75, "different lines of business")
        places = [
            [word for word in self.left_query if word.cls == PLACE],
            [at for at in self._places_left() if not (self._is_seat(at) and self.is_strong())],
        ]
        if all(places) and not self.is_rare_brand():
            cap = self._lowered(cap, 0.7, "different places")
        trailing = any(not self._is_seat(at) for at in self._places_left())
        if trailing and not places[0] and not self.is_rare_brand():
            cap = self._lowered(cap, 0.78, "the listed name adds a place")
        if len(self.brand) == 1 and self.brand[0].similarity < CERTAIN:
            cap = min(cap, self._fuzzy_cap())
        return cap

    def _fuzzy_cap(self) -> float:
        """A single distinctive word that met only by a slip needs the rest to agree."""
        rest = [word for word in self.left if word.cls not in (LEGAL, STOP)]
        pair = self.brand[0]
        word = self.listed[pair.listed[0]]
        if rest and (len(word.raw) < 7 or word.strength < 1.0):  # noqa: PLR2004
            return self._lowered(1.0, 0.75, "a short distinctive word met only by a slip")
        if pair.reading in (LOOK_ALIKE, NO_VOWELS) and self._is_too_short(pair):
            return self._lowered(1.0, 0.75, "few letters, read as a longer word")
        legal = any(each.cls == LEGAL for each in self.left)
        known = any(self.query[at].at_large for at in pair.query)
        is_brand = word.strength >= 1.0 and len(word.raw) >= slipped.RARE_LETTERS and not known
        if is_brand and self._has_company(pair):
            return 1.0
        own_form = any(each.cls == LEGAL for each in self.left_query)
        written = self.query[pair.query[0]].raw
        if pair.reading == "spelling" and slipped.is_doubtful(
            written, word.raw, own_form=own_form, with_rest=bool(rest)
        ):
            return self._lowered(1.0, 0.75, "one word alone, met only by a slip")
        if legal and (
            known or (len(word.raw) < slipped.CLEAR_LETTERS and pair.reading == "spelling")
        ):
            return self._lowered(
                1.0, 0.75, "a known word met only by a slip, and the legal forms differ"
            )
        return 1.0

    def _has_company(self, pair: Pair) -> bool:
        """Another word that says something met as well."""
        others = (other for other in self.found.pairs if other is not pair)
        return any(self._cls(other) not in (LEGAL, STOP) for other in others)

    def _is_too_short(self, pair: Pair) -> bool:
        """A firm's few letters (NVR, ATI) are not a word in disguise."""
        written = self.query[pair.query[0]].raw
        if not self._is_left_over() and (
            (pair.reading == NO_VOWELS and shortened.is_without_vowels(self.query, self.lexicon))
            or (pair.reading == LOOK_ALIKE and self._has_company(pair))
        ):
            return False
        return len(keys.consonants(written)) < DISGUISED_CONSONANTS or len(written) <= 3  # noqa: PLR2004

    def _lowered(self, cap: float, to: float, rule: str) -> float:
        self.rules.append(rule)
        return min(cap, to)

    def _numbers_differ(self) -> bool:
        return any(word.cls == NUMBER for word in self.left_query) and any(
            word.cls == NUMBER for word in self.left_listed
        )

    def _is_left_over(self) -> bool:
        """A seat counts too: among common words it is the name (Swiss Technology)."""
        return any(word.cls not in (LEGAL, STOP) for word in self.left)

    def _is_one_translated_word(self) -> bool:
        """A single common word must be the very same, and the legal form too."""
        met = [pair for pair in self.found.pairs if self._cls(pair) not in (LEGAL, STOP)]
        forms = any(word.cls == LEGAL for word in self.left)
        return len(met) == 1 and (met[0].similarity < 1.0 or forms)

    def _is_long_phrase(self) -> bool:
        """Common words that met in number name a party too, but for its type of organization."""
        met = [pair for pair in self.found.pairs if self._cls(pair) not in (LEGAL, STOP)]
        light = (ORG, LEGAL, STOP) if len(met) < LONGER_PHRASE else (ORG, DESCRIPTOR, LEGAL, STOP)
        return len(met) >= shortened.LONG_PHRASE and all(word.cls in light for word in self.left)

    def _has_other_number(self) -> bool:
        return any(pair.reading == "another number" for pair in self.found.pairs)

    def _may_be_a_series(self) -> bool:
        """Funds of one name and other number belong together; institutes and factories do not."""
        words = [*self.query, *self.listed]
        return (
            bool(self.brand)
            and not self._is_left_over()
            and not any(word.text in self.lexicon.numbered_units for word in words)
        )

    def _lines_differ(self) -> bool:
        """Two divisions of one house, or two firms of one name, unless the name is rare."""
        kinds = (LINE, DESCRIPTOR)
        return (
            not self.is_rare_brand()
            and any(word.cls in kinds for word in self.left_query)
            and any(word.cls in kinds for word in self.left_listed)
        )

    def _relation(self) -> str:
        if self._has_other_number():
            return "family"
        places = any(word.cls in (PLACE, NUMBER) for word in self.left_query) or any(
            self.listed[at].cls in (PLACE, NUMBER) and not self._is_seat(at)
            for at in self.found.left_listed
        )
        words = any(word.cls == DISTINCT and len(word.raw) > FEW_LETTERS for word in self.left)
        divisions = any(word.cls == LINE and not word.native for word in self.left_query)
        seats = any(word.cls == PLACE for word in self.left_query)
        return "family" if places or words or divisions or seats else "same"
