"""A counterparty's name as it is asked for: what its words could add to each listed name."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from screenr.matching import bounds, by_sound, organization_costs, persons
from screenr.matching.align import JOINED
from screenr.matching.bounds import FirmGain, PersonGain
from screenr.matching.compare import OTHER_KIND
from screenr.matching.index import Index
from screenr.matching.lexicon import DISTINCT, LEGAL, NUMBER, STOP, Lexicon
from screenr.matching.listed import COMMON, CRAFT, FIRM, KINDS, LONE
from screenr.matching.meeting_keys import runs
from screenr.matching.reading import Reading, looks_like_organization
from screenr.matching.shortened import LONG_PHRASE
from screenr.matching.wholes import Whole, bits_of, places_of, wholes
from screenr.matching.words import Word
from screenr.text import keys

NOT_ALL_OF_SHIP = 0.6
"""The scorer's cap where a word of a ship's name met nothing."""
Gain = tuple[float, ...]
BRAND, RARE = map(FirmGain._fields.index, ("brand", "rare"))
THEIRS, FULL, JOIN, INITIAL = map(PersonGain._fields.index, ("theirs", "full", "joined", "initial"))


def joined(
    words: Sequence[Word],
    distinct: Callable[[str], Iterable[int]],
    heard: Callable[[str], Iterable[int]] | None = None,
) -> Iterator[tuple[int, int, int, float]]:
    """Neighbours of the query that the lists write as one word: first, end, that word, similarity.

    `distinct` gives the distinctive words of the lists that are written so, `heard` those of
    persons' names that sound so.
    """
    for first, end, raw in runs(words, shortest=1):
        for at in distinct(raw):
            yield first, end, at, JOINED
        if heard is not None and end == first + 2 and len(raw) >= by_sound.SHORTEST_JOINED:
            for at in heard(raw):
                yield first, end, at, by_sound.JOINED_BY_SOUND


def _posted(index: Index, words: Iterable[int]) -> Iterator[int]:
    starts, postings = index.posting_starts, index.postings
    for word in words:
        yield from postings[starts[word] : starts[word + 1]]


class Asked(ABC):
    """A counterparty's words, and what each listed word that one of them could meet adds.

    `_met` holds, for a listed word, its gain, and as bits which of the query's words could meet it.
    """

    def __init__(
        self,
        index: Index,
        words: Sequence[Word],
        alike: Sequence[Mapping[int, float]],
        threshold: float,
    ) -> None:
        self._index, self._words, self._threshold, self._alike = index, words, threshold, alike
        self._met: dict[int, tuple[Gain, int]] = {}
        for place, each in enumerate(alike):
            for at, similarity in each.items():
                self._add(at, self._gain((words[place],), at, similarity), 1 << place)
        for first, end, at, similarity in self._joined():
            bits = (1 << end) - (1 << first)
            self._add(at, self._gain(words[first:end], at, similarity), bits)
        self._wholes: list[Whole] = []

    def _joined(self) -> Iterator[tuple[int, int, int, float]]:
        return joined(self._words, self._distinctive)

    def _distinctive(self, raw: str) -> list[int]:
        found = ((at, self._index.word(at)) for at in self._index.words_with(f"r:{raw}"))
        return [at for at, word in found if word.raw == raw and word.cls == DISTINCT]

    @abstractmethod
    def _gain(self, run: Sequence[Word], at: int, similarity: float) -> Gain:
        """What a listed word adds where a run of words meets it."""

    def _add(self, at: int, gain: Gain, bits: int) -> None:
        before, known = self._met.get(at, (gain, 0))
        self._met[at] = (tuple(map(max, gain, before)), bits | known)

    def _words_of(self, reading: int) -> Sequence[int]:
        starts = self._index.reading_starts
        return self._index.reading_words[starts[reading] : starts[reading + 1]]

    def _readings_with(self, words: Iterable[int]) -> set[int]:
        return set(_posted(self._index, words))

    def _cost(self, place: int) -> int:
        """How many readings have what the word at `place` could meet."""
        starts = self._index.posting_starts
        return sum(starts[at + 1] - starts[at] for at in self._alike[place])

    def _cut_off(self, initials: int = 0) -> set[int]:
        """Readings that have what names must meet of which a part was cut off."""
        found = set[int]()
        for whole in self._wholes:
            telling = places_of(whole.needed & ~initials)
            found |= self._readings_with(
                self._alike[min(telling, key=self._cost)]
                if telling
                else self._index.words_beginning(self._words[-1].raw)
            )
        return found

    def _may_be_cut(self, words: Sequence[int], bits: int) -> bool:
        """Whether all that must meet could."""
        return any(
            not whole.needed & ~bits and whole.fits([self._index.word(at) for at in words])
            for whole in self._wholes
        )


class AskedFirm(Asked):
    """An organization's name."""

    def __init__(
        self,
        index: Index,
        query: Reading,
        words: Sequence[Word],
        alike: Sequence[Mapping[int, float]],
        *,
        threshold: float,
    ) -> None:
        super().__init__(index, words, alike, threshold)
        self._wholes, self._mended = wholes(words, person=False), query.mended
        self._letter = words[0].raw if organization_costs.may_be_initial(words) else ""
        self._distinct = bits_of(word.cls == DISTINCT for word in words)
        self._contradicting = bits_of(organization_costs.contradicts(word) for word in words)
        self._of_ship = bits_of(
            is_of_ship(word, index.lexicon) and not query.translated for word in words
        )
        self._cost_of_all = sum(map(organization_costs.left_query_cost, words))

    def _gain(self, run: Sequence[Word], at: int, similarity: float) -> FirmGain:
        return bounds.firm_gain(run, self._index.word(at), similarity, threshold=self._threshold)

    def looked_at(self) -> set[int]:
        """The readings that have what a match cannot do without."""
        if self._threshold <= bounds.UNBRANDED:
            return self._readings_with(self._met) | self._cut_off()
        common = {at for at, (gain, _) in self._met.items() if not gain[BRAND]}
        found = self._readings_with(at for at in self._met if at not in common) | self._cut_off()
        met = 0
        for at in common:
            met |= self._met[at][1]
        if not self._distinct & ~met:
            flags = self._index.flags
            found.update(at for at in self._readings_with(common) if flags[at] & COMMON)
        return found

    def may_reach(self, reading: int) -> bool:
        """Whether its words could add up to the threshold."""
        words, bits = self._words_of(reading), 0
        gain = cost = 0.0
        strength, rare, met = 0.0, 0, 0
        for at in words:
            if at in self._met:
                met += 1
                each, which = self._met[at]
                gain, cost, bits = gain + each[0], cost + each[1], bits | which
                strength, rare = strength + each[BRAND], rare | int(each[RARE])
        tells = strength > 0 or met >= LONG_PHRASE  # `shortened.take_initial`
        if self._letter and tells and self._index.word(words[0]).raw.startswith(self._letter):
            each = bounds.firm_initial_gain(self._words[0], threshold=self._threshold)
            # Instead of what the listed word meets already.
            own, _ = self._met.get(words[0], ((0.0, 0.0), 0))
            gain, cost = gain + max(each.gain - own[0], 0.0), cost + max(each.cost - own[1], 0.0)
            bits |= 1
        flags = self._index.flags[reading]
        if flags & KINDS == CRAFT and self._of_ship & ~bits and self._threshold > NOT_ALL_OF_SHIP:
            return self._may_be_cut(words, bits)
        is_common = bool(flags & COMMON) and not self._distinct & ~bits
        return self._may_be_cut(words, bits) or bool(
            bounds.firm_may_reach(
                gain=gain,
                cost=cost,
                strength=strength,
                seated=int(self._index.word(words[0]).cls in organization_costs.BEFORE_SEAT),
                rare=rare * (not self._mended),
                common=int(is_common),
                unmet=int(bool(self._contradicting & ~bits)),
                needed=self._threshold * (self._cost_of_all + self._index.firm_costs[reading]),
                threshold=self._threshold,
            )
        )


class AskedPerson(Asked):
    """A person's name.

    An initial is never looked up; it may meet any name that begins with it, on either side.
    """

    def __init__(
        self,
        index: Index,
        query: Reading,
        words: Sequence[Word],
        alike: Sequence[Mapping[int, float]],
        *,
        threshold: float,
    ) -> None:
        super().__init__(index, words, alike, threshold)
        self._wholes = wholes(words, person=True)
        self._is_firm = looks_like_organization(query) and threshold > OTHER_KIND
        self._letters = bounds.initials(words)
        self._initials = bits_of(bounds.is_initial(word) for word in words)
        self._heavy = bits_of(bounds.heavy(word) > 0 for word in words)
        self._is_one = sum(map(persons.tells, words)) == 1
        self._weight = sum(
            bounds.heavy(word) for word in words if not bounds.is_initial(word)
        )  # fmt: skip
        for place, word in enumerate(words):
            for at in index.words_with(f"r:{word.raw[0]}") if len(word.raw) > 1 else ():
                letter = index.word(at)
                gain = bounds.initial_gain(letter, bounds.heavy(word), threshold=threshold)
                self._add(at, gain, 1 << place)

    def _gain(self, run: Sequence[Word], at: int, similarity: float) -> PersonGain:
        return bounds.person_gain(run, self._index.word(at), similarity, threshold=self._threshold)

    def _joined(self) -> Iterator[tuple[int, int, int, float]]:
        return joined(self._words, self._distinctive, self._sounding)

    def _sounding(self, raw: str) -> list[int]:
        sound = keys.sound(raw)
        near = self._index.words_with(f"s:{sound}") if raw.isascii() else ()
        return [at for at in near if keys.sound(self._index.word(at).raw) == sound]

    def looked_at(self) -> set[int]:
        """The readings that have what a match cannot do without: one of two names."""
        found = self._cut_off(self._initials)
        if self._threshold <= bounds.ONE_NAME:
            return found | self._readings_with(self._met)
        skipped = 0
        if not self._is_one and not self._initials:
            skipped = 1 << max(range(len(self._words)), key=self._cost)
        full = {at: bits == skipped for at, (gain, bits) in self._met.items() if gain[FULL]}
        found |= self._readings_with(at for at, is_skipped in full.items() if not is_skipped)
        flags, others = self._index.flags, self._readings_with(at for at in full if full[at])
        return found.union(at for at in others if flags[at] & LONE)

    def may_reach(self, reading: int) -> bool:
        """Whether its words could add up to the threshold."""
        words, index = self._words_of(reading), self._index
        sums, rarest = [0.0] * 5, 0.0
        bits, named, full, theirs_met, is_joined, has_initials = self._initials, 0, 0, 0, 0, 0
        for at in words:
            gain, which = self._met.get(at, ((), 0))
            if gain and gain[FULL]:
                named, full, is_joined = named | which, full + 1, is_joined | int(gain[JOIN])
            rarest = max(rarest, gain[THEIRS] if gain else 0.0)
            listed = index.word(at)
            if self._letters.get(listed.raw[0]) and len(listed.raw) > 1:
                mine = self._letters[listed.raw[0]]
                initial = bounds.initial_gain(listed, mine, threshold=self._threshold)
                gain, has_initials = tuple(map(max, gain or initial, initial)), 1
            if not gain:
                continue
            sums = [each + more for each, more in zip(sums, gain, strict=False)]
            bits |= which
            has_initials |= bool(gain[INITIAL])
            theirs_met += bounds.heavy(listed) > 0
        if self._may_be_cut(words, bits):
            return True
        alone = (full and has_initials) or (index.telling[reading] == 1 and self._is_one)
        is_enough = (
            self._threshold <= bounds.ONE_NAME
            or is_joined
            or (full > 1 and named.bit_count() > 1)
            or (alone and (not self._is_firm or index.flags[reading] & FIRM))
        )
        return bool(is_enough) and bool(
            bounds.person_may_reach(
                gains=sums,
                rarest=rarest,
                mine=self._weight,
                theirs=index.person_costs[reading] / persons.LEFT_LISTED,
                mine_met=not self._heavy & ~bits,
                theirs_met=theirs_met >= index.telling[reading],
                threshold=self._threshold,
            )
        )


def is_of_ship(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word must meet one of a ship's name: all but prefixes, connectors and numbers."""
    return word.cls not in (STOP, LEGAL, NUMBER) and word.raw not in lexicon.ship_prefixes
