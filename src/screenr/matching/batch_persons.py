"""The bound over the words of a few dozen names at once, as persons' names."""

from collections.abc import Iterator, Sequence

import numpy as np

from screenr.matching import bounds, persons
from screenr.matching.asked import joined
from screenr.matching.batch_side import Asked, Bits, Marks, Side, Sums, Table, unique
from screenr.matching.batch_tables import Floats, Ints, Known, Rows
from screenr.matching.batch_words import ListedWords, plain_sounds
from screenr.matching.bounds import PersonGain
from screenr.matching.compare import OTHER_KIND
from screenr.matching.index import Index
from screenr.matching.listed import FIRM, PERSON
from screenr.matching.reading import looks_like_organization
from screenr.matching.wholes import bits_of
from screenr.matching.words import Word
from screenr.text import keys

THEIRS, FULL, JOIN, INITIAL = map(PersonGain._fields.index, ("theirs", "full", "joined", "initial"))


class PersonSide(Side):
    """Names as persons'."""

    person, fields = True, len(PersonGain._fields)

    def __init__(self, index: Index, listed: ListedWords, threshold: float) -> None:
        super().__init__(index, listed, threshold)
        self._weights = (
            np.frombuffer(index.file.raw("reading.person.f8"), "<f8") / persons.LEFT_LISTED
        )
        self._telling = np.frombuffer(index.file.raw("reading.telling.u1"), np.uint8)
        self._firms = np.flatnonzero((self._flags & FIRM > 0) & (self._flags & PERSON > 0))

    def _gain(self, run: Sequence[Word], at: int, similarity: float) -> tuple[float, ...]:
        return bounds.person_gain(run, self._index.word(at), similarity, threshold=self._threshold)

    def _joined(self, words: Sequence[Word]) -> Iterator[tuple[int, int, int, float]]:
        return joined(words, self._distinctive, self._sounding)

    def _sounding(self, raw: str) -> Sequence[int]:
        if not raw.isascii() or plain_sounds(raw) not in self._listed.sounds:
            return ()
        sound = keys.sound(raw)
        near = self._index.words_with(f"s:{sound}")
        return [at for at in near if keys.sound(self._listed.raws[at]) == sound]

    def _rows(self, known: Known) -> Sequence[Rows]:
        return known.person, known.letters

    def _walked(self, block: Sequence[Asked], table: Table) -> tuple[Ints, Ints, Marks]:
        """All rows but those of the costliest word, where a match needs two names."""
        initials = _initials(block)
        firm = self._are_firms(block)
        one_is_enough = (_telling(block) == 1) | (initials > 0)
        two = (firm | ~one_is_enough) & (self._threshold > bounds.ONE_NAME)
        cost = self._posting_starts[table.word + 1] - self._posting_starts[table.word]
        costs = np.zeros((len(block), 64), np.int64)
        apart = table.place < 0
        np.add.at(costs, (table.name[~apart], table.place[~apart]), cost[~apart])
        costliest = costs.argmax(axis=1)
        walked = apart | ~two[table.name] | (table.place != costliest[table.name])
        if self._threshold > bounds.ONE_NAME:
            walked &= table.gain[:, FULL] > 0
        names, words = self._cut_off(block, table, initials.tolist())
        return (
            np.concatenate([table.name[walked], names]),
            np.concatenate([table.word[walked], words]),
            np.zeros(int(walked.sum()) + len(names), np.bool_),
        )

    def _are_firms(self, block: Sequence[Asked]) -> Marks:
        """Names that look like a firm's, which one name of a person is not enough for."""
        firms = [looks_like_organization(each.query) for each in block]
        return np.array(firms) & (self._threshold > OTHER_KIND)

    def _looked_at(
        self, block: Sequence[Asked], names: Ints, words: Ints, of_common: Marks
    ) -> Ints:
        looked = super()._looked_at(block, names, words, of_common)
        alone = (_telling(block) == 1) | (_initials(block) > 0)
        firms = np.flatnonzero(self._are_firms(block) & alone)
        if not len(firms):
            return looked
        more = (firms[:, None] * len(self._flags) + self._firms[None, :]).ravel()
        return unique(np.concatenate([looked, more]))

    def _may_reach(self, block: Sequence[Asked], table: Table, sums: Sums) -> Marks:
        size = len(sums.name)
        hit = sums.row >= 0
        full = np.flatnonzero(hit)
        full = full[table.gain[sums.row[full], FULL] > 0]
        named = np.zeros(size, np.uint64)
        np.bitwise_or.at(named, sums.entry[full], table.bits[sums.row[full]])
        rarest = np.zeros(size)
        np.maximum.at(rarest, sums.entry[hit], table.gain[sums.row[hit], THEIRS])
        gains = [sums.gain[field] for field in range(5)]
        by_initial = self._add_initials(block, table, sums, gains)
        initials = np.bincount(sums.entry[by_initial], minlength=size) > 0
        initials |= sums.gain[INITIAL] > 0
        word = self._reading_words[sums.position]
        met = (hit | by_initial) & (self._listed.heavy[word] > 0)
        bits = sums.bits | _initials(block)[sums.name]
        heavy = _heavy_bits(block)[sums.name]
        telling = self._telling[sums.reading]
        alone = (telling == 1) & (_telling(block)[sums.name] == 1)
        listed_firm = self._flags[sums.reading] & FIRM > 0
        alone |= (sums.gain[FULL] > 0) & initials
        enough: Marks = (
            (self._threshold <= bounds.ONE_NAME)
            | (sums.gain[JOIN] > 0)
            | ((sums.gain[FULL] > 1) & (np.bitwise_count(named) > 1))
            | (alone & (listed_firm | ~self._are_firms(block)[sums.name]))
        )
        weight = np.array([_weight(each.words) for each in block])
        enough &= bounds.person_may_reach(
            gains=gains,
            rarest=rarest,
            mine=weight[sums.name],
            theirs=self._weights[sums.reading],
            mine_met=heavy & ~bits == 0,
            theirs_met=np.bincount(sums.entry[met], minlength=size) >= telling,
            threshold=self._threshold,
        )
        return enough | self._may_be_cut(block, sums, bits)

    def _add_initials(
        self, block: Sequence[Asked], table: Table, sums: Sums, gains: list[Floats]
    ) -> Marks:
        """Add to `gains` what initials of the query add; where one stands for a listed word."""
        letters = np.zeros((len(block), 128))
        for name, each in enumerate(block):
            for letter, weight in bounds.initials(each.words).items():
                if letter.isascii():
                    letters[name, ord(letter)] = weight
        letters[:, 0] = 0
        if not letters.any():
            return np.zeros(len(sums.entry), np.bool_)
        word = self._reading_words[sums.position]
        mine = letters[sums.name[sums.entry], self._listed.first[word]]
        at = np.flatnonzero(mine)
        mine, theirs = mine[at], self._listed.heavy[word[at]]
        met = bounds.initial_lift(self._threshold) * np.minimum(mine, self._listed.person[word[at]])
        adds = bounds.person_adds(met, mine, theirs, threshold=self._threshold)
        row = sums.row[at]
        for field, add in enumerate((*adds, mine, theirs)):
            known = np.where(row >= 0, table.gain[row, field], 0.0) if len(table.gain) else 0.0
            more = np.maximum(add - known, 0.0)
            gains[field] = gains[field] + np.bincount(
                sums.entry[at], weights=more, minlength=len(sums.name)
            )
        found = np.zeros(len(sums.entry), np.bool_)
        found[at] = True
        return found


def _initials(block: Sequence[Asked]) -> Bits:
    return np.array([bits_of(map(bounds.is_initial, each.words)) for each in block], np.uint64)


def _heavy_bits(block: Sequence[Asked]) -> Bits:
    return np.array([bits_of(bounds.heavy(w) > 0 for w in each.words) for each in block], np.uint64)


def _telling(block: Sequence[Asked]) -> Ints:
    return np.array([sum(map(persons.tells, each.words)) for each in block], np.int64)


def _weight(words: Sequence[Word]) -> float:
    return sum(bounds.heavy(word) for word in words if not bounds.is_initial(word))
