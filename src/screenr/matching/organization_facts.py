"""What an alignment of two organizations' names says: what met, how unusual it is, what is left.

`organizations` judges by these facts; nothing here lowers a score.
"""

from collections.abc import Sequence

from screenr.matching import shortened, slipped
from screenr.matching.align import Alignment, Pair
from screenr.matching.by_sound import LIGHT
from screenr.matching.lexicon import (
    DESCRIPTOR,
    DISTINCT,
    GROUP,
    LEGAL,
    LINE,
    NUMBER,
    ORG,
    PLACE,
    STOP,
    Lexicon,
)
from screenr.matching.meet import LOOK_ALIKE, NO_VOWELS
from screenr.matching.once import once
from screenr.matching.organization_costs import BEFORE_SEAT, STRONG_BRAND, mean_weight
from screenr.matching.reading import Reading
from screenr.matching.words import Word
from screenr.text import keys

_FORMAL = frozenset((LEGAL, STOP))
DISGUISED_CONSONANTS = 4
"""So many consonants tell a word in disguise from the few letters of a firm."""
ONE_SLIP = 0.85
"""One slip in seven letters."""
LONGEST_COUNT = 2
"""Digits of a number that counts funds or ships."""
LONGER_PHRASE = 4
"""So many common words together tell one party from another."""


class Facts:
    """The sums over an alignment that the verdict rests on.

    `lost` and `missing` are the classes of words left over in the counterparty's and listed name,
    `left` all of these words; none counts particles.
    """

    def __init__(self, query: Reading, listed: Reading, found: Alignment, lexicon: Lexicon) -> None:
        self.query, self.listed = query.words, listed.words
        self.found, self.lexicon, self.mended = found, lexicon, query.mended
        self.rules: list[str] = []
        self.classes: list[int] = []
        self.brand: list[Pair] = []
        self._add_pairs()
        self.left_query = [self.query[at] for at in found.left_query]
        self.left_listed = self._listed_left()
        self.left: list[Word] = []
        self.lost, self.missing = (self._told_by(self.left_query), self._told_by(self.left_listed))
        self.has_brand = bool(self.brand) or DISTINCT in [
            word.cls for word in (*self.left_query, *self.left_listed)
        ]

    def _add_pairs(self) -> None:
        met = whole = 0.0
        for pair in self.found.pairs:
            mine, theirs, similarity, reading = pair
            word, other = self.query[mine[0]], self.listed[theirs[0]]
            if len(mine) == len(theirs) == 1:
                cls, one, two = other.cls, word.organization, other.organization
            else:
                cls = self.class_of(pair)
                one, two = mean_weight(self.query, mine), mean_weight(self.listed, theirs)
            # A misspelled common word stays common.
            weight = one + two if cls == DISTINCT == word.cls else 2 * min(one, two)
            met += similarity * weight
            whole += weight
            self.classes.append(cls)
            if cls == DISTINCT and reading != "initial" and not self._is_place(word, other):
                self.brand.append(pair)
        self.met, self.whole = met, whole

    def _listed_left(self) -> list[Word]:
        """What is left over of the listed name, but for what stands beyond the cut."""
        cut, left = self.found.cut, self.found.left_listed
        return [self.listed[at] for at in left if cut is None or at <= cut]

    def _told_by(self, left: Sequence[Word]) -> set[int]:
        """The classes of words left over; a particle tells nothing."""
        told = [word for word in left if word.cls != DISTINCT or word.person > LIGHT]
        self.left += told
        return {word.cls for word in told}

    def class_of(self, pair: Pair) -> int:
        """The class of the listed word of a pair; words written together are a name."""
        return self.listed[pair.listed[0]].cls if len(pair.listed) == 1 else DISTINCT

    def _is_place(self, word: Word, other: Word) -> bool:
        """Both names have a place in its own script that neither is read as one."""
        return bool(word.native) and word.native == other.native and (
            self.lexicon.native.get(word.native) is not None
        )  # fmt: skip

    def strength(self) -> float:
        """How unusual the distinctive words that met are, taken together."""
        return sum(
            [
                max([self.listed[at].strength for at in pair.listed]) * pair.similarity**2
                for pair in self.brand
            ]
        )

    def is_strong(self) -> bool:
        """What met is unusual enough for one house in several places."""
        return self.strength() >= STRONG_BRAND

    @once
    def is_rare_brand(self) -> bool:
        """A word met that nobody but the lists knows, with one slip in a long one at most."""
        return any(pair.similarity > ONE_SLIP and self._is_rare(pair) for pair in self.brand)

    def _is_rare(self, pair: Pair) -> bool:
        words = [self.listed[at] for at in pair.listed]
        letters = sum([len(word.raw) for word in words])
        return letters >= slipped.RARE_LETTERS and max([word.strength for word in words]) >= 1.0

    def is_cut(self, at: int) -> bool:
        """What the list says beyond the place where the field was cut off counts for nothing."""
        return self.found.cut is not None and at > self.found.cut

    def places_left(self) -> list[int]:
        """Where places of the listed name met nothing."""
        return [
            at
            for at in self.found.left_listed
            if self.listed[at].cls == PLACE and not self.is_cut(at)
        ]

    def is_seat(self, at: int) -> bool:
        """Only places stand before it in the listed name."""
        return all(self.listed[before].cls in BEFORE_SEAT for before in range(at))

    def is_brand_after_seat(self) -> bool:
        """The whole other name stands right after the seat (Beijing Xiaomi Mobile Software)."""
        if len(self.brand) != 1 or self.brand[0].similarity < 1.0 or not self.lost <= {LEGAL}:
            return False
        at = self.brand[0].listed[0]
        return at > 0 and self.listed[at - 1].cls == PLACE and self.is_seat(at)

    def says_which(self) -> bool:
        """A number or a place, in one name only, tells which party of the house is meant.

        A seat does not, nor a place after the legal form that ends a name (``Co., Ltd. (China)``).
        """
        told = self.lost | self.missing
        if self.found.cut is None and PLACE not in told and NUMBER not in told:
            return False
        if PLACE in self.lost & self.missing:
            return True
        mine = (
            self.query[at].cls in (PLACE, NUMBER) and not _is_after_whole(self.query, at)
            for at in self.found.left_query
        )
        theirs = (
            self.listed[at].cls in (PLACE, NUMBER)
            and not (self.is_seat(at) or _is_after_whole(self.listed, at))
            for at in self.found.left_listed
        )
        return any(mine) or any(theirs)

    def is_in_another_country(self) -> bool:
        """Both names end on a place, of different countries."""
        mine = [at for at in self.found.left_query if at and self.query[at].cls == PLACE]
        theirs = [at for at in self.places_left() if at]
        countries = [
            {self.lexicon.places.get(words[at].raw, ("", ""))[1] for at in places}
            for words, places in ((self.query, mine), (self.listed, theirs))
        ]
        return (
            all(countries)
            and "" not in countries[0] | countries[1]
            and not countries[0] & countries[1]
        )

    def is_heard(self) -> bool:
        """The brand came through another script, where two words may sound alike."""
        return any(
            self.query[pair.query[0]].native or self.listed[pair.listed[0]].native
            for pair in self.brand
        )

    def is_contradicted(self) -> bool:
        """The counterparty's name says another thing: a line of business, a name, another place."""
        elsewhere = PLACE in self.lost and PLACE in self.missing
        return elsewhere or not self.lost.isdisjoint((LINE, DISTINCT, NUMBER))

    def has_company(self, pair: Pair) -> bool:
        """Another word that says something met as well."""
        return any(
            other is not pair and cls not in (LEGAL, STOP)
            for other, cls in zip(self.found.pairs, self.classes, strict=True)
        )

    def is_too_short(self, pair: Pair) -> bool:
        """A firm's few letters (NVR, ATI) are not a word in disguise."""
        written = self.query[pair.query[0]].raw
        if not self.is_left_over() and (
            (pair.reading == NO_VOWELS and shortened.is_without_vowels(self.query, self.lexicon))
            or (pair.reading == LOOK_ALIKE and self.has_company(pair))
        ):
            return False
        return len(keys.consonants(written)) < DISGUISED_CONSONANTS or len(written) <= 3  # noqa: PLR2004

    def numbers_differ(self) -> bool:
        """Each side has a number of its own."""
        return NUMBER in self.lost and NUMBER in self.missing

    def is_left_over(self) -> bool:
        """A seat counts too: among common words it is the name (Swiss Technology)."""
        if self.lost <= _FORMAL and self.missing <= _FORMAL:
            return False
        return any(word.cls not in _FORMAL and word.text != GROUP for word in self.left)

    def is_one_translated_word(self) -> bool:
        """A single common word must be the very same, and the legal form too."""
        met = self._telling_pairs()
        forms = any(word.cls == LEGAL for word in self.left)
        return len(met) == 1 and (met[0].similarity < 1.0 or forms)

    def is_long_phrase(self) -> bool:
        """Common words that met in number name a party too, but for its type of organization."""
        left, met = self.left, len(self._telling_pairs())
        light = {ORG, LEGAL, STOP}
        if met >= LONGER_PHRASE:
            light.add(DESCRIPTOR)
        if PLACE not in self.lost & self.missing:
            light.add(PLACE)
        return met >= shortened.LONG_PHRASE and all(word.cls in light for word in left)

    def _telling_pairs(self) -> list[Pair]:
        """Words that met and that are no legal forms or connectors."""
        pairs = zip(self.found.pairs, self.classes, strict=True)
        return [pair for pair, cls in pairs if cls not in (LEGAL, STOP)]

    def has_other_number(self) -> bool:
        """Two numbers met as numbers."""
        return "another number" in [pair.reading for pair in self.found.pairs]

    def may_be_a_series(self) -> bool:
        """Funds of one name and other number belong together; institutes and factories do not.

        A long number beside a brand alone is no count: a year, or what tells shell companies apart.
        """
        words = [*self.query, *self.listed]
        numbers = [word for word in words if word.cls == NUMBER]
        return (
            bool(self.brand)
            and not self.is_left_over()
            and not any(word.text in self.lexicon.numbered_units for word in words)
            and (self.says_more() or all(len(word.text) <= LONGEST_COUNT for word in numbers))
        )

    def says_more(self) -> bool:
        """Common words met beside the brand and the number (Mortgage Loan Trust 2005)."""
        return not {LINE, ORG, DESCRIPTOR}.isdisjoint(self.classes)

    def bodies_differ(self) -> bool:
        """One is a bank and the other a hospital."""
        bodies = self.lexicon.bodies
        return not (
            bodies.isdisjoint([word.text for word in self.left_query])
            or bodies.isdisjoint([word.text for word in self.left_listed])
        )

    def lines_differ(self) -> bool:
        """Two divisions of one house, or two firms of one name, unless the name is rare."""
        kinds = (LINE, DESCRIPTOR)
        return (
            not self.lost.isdisjoint(kinds)
            and not self.missing.isdisjoint(kinds)
            and not self.is_rare_brand
        )


def _is_after_whole(words: Sequence[Word], at: int) -> bool:
    """Whether nothing but places stands from here back to a legal form, and to the end."""
    first = at
    while first and words[first].cls == PLACE:
        first -= 1
    ends = all(word.cls == PLACE for word in words[first + 1 :])
    return ends and first > 0 and words[first].cls == LEGAL
