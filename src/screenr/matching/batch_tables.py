"""What each word of a batch adds to listed names, as arrays that are kept for the words to come."""

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching import bounds, organization_costs
from screenr.matching.batch_pairs import Pairs
from screenr.matching.batch_reach import BatchReach
from screenr.matching.batch_words import ListedWords
from screenr.matching.candidates import may_be_apart
from screenr.matching.index import Index
from screenr.matching.lexicon import DISTINCT
from screenr.matching.meet import IN_COMPANY
from screenr.matching.organization_facts import ONE_SLIP
from screenr.matching.slipped import RARE_LETTERS
from screenr.matching.words import Word

REMEMBERED = 4_000
"""Words that are kept; the memory of a run stays constant."""
AT_ONCE = 500
"""Words that are looked up together: more take more memory and are no faster."""
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Rows(NamedTuple):
    """Listed words and, a row each, what they add: the fields of `FirmGain` or `PersonGain`."""

    words: Ints
    gains: Floats


class Known(NamedTuple):
    """A word of counterparties: what it adds in organizations' and in persons' names.

    `letters` are listed initials that it may stand for, `apart` the readings that write it apart.
    """

    firm: Rows
    person: Rows
    letters: Rows
    apart: Sequence[int]


class WordTables:
    """Remembers words with what they add at one threshold."""

    def __init__(self, index: Index, listed: ListedWords, threshold: float) -> None:
        self._index, self._listed, self._threshold = index, listed, threshold
        self._reach = BatchReach(index, listed)
        self._known: dict[tuple[Word, bool], Known] = {}
        letters: dict[str, list[int]] = {}
        for at in np.flatnonzero(listed.length == 1).tolist():
            letters.setdefault(listed.raws[at], []).append(at)
        self._letters = letters

    def of(self, words: Iterable[tuple[Word, bool]]) -> dict[tuple[Word, bool], Known]:
        """Each word, and whether it was transliterated, with what it adds."""
        wanted = set(words)
        if len(self._known) + len(wanted) > REMEMBERED:
            self._known = {each: self._known[each] for each in wanted if each in self._known}
        for translated in (False, True):
            new = [each[0] for each in wanted if each[1] == translated and each not in self._known]
            for first in range(0, len(new), AT_ONCE):
                self._learn(new[first : first + AT_ONCE], translated=translated)
        return self._known

    def _learn(self, new: Sequence[Word], *, translated: bool) -> None:
        firm, person = self._reach.of(new, translated=translated)
        gains = self._firm_gains(new, firm), self._person_gains(new, person)
        firms, people = (
            _parted(each.asked, each.listed, gain, len(new))
            for each, gain in zip((firm, person), gains, strict=True)
        )
        letters = self._letter_rows(new)
        for at, word in enumerate(new):
            is_whole = may_be_apart(word)
            self._known[word, translated] = Known(
                firms[at],
                people[at],
                letters[at],
                self._index.readings_with_run(word.raw) if is_whole else (),
            )

    def _firm_gains(self, words: Sequence[Word], pairs: Pairs) -> Floats:
        """`bounds.firm_gain` of each pair."""
        listed, at, threshold = self._listed, pairs.listed, self._threshold
        mine = np.array([word.organization for word in words])[pairs.asked]
        left = np.array([organization_costs.left_query_cost(word) for word in words])[pairs.asked]
        is_mine = np.array([word.cls == DISTINCT for word in words])[pairs.asked]
        theirs, is_brand = listed.organization[at], listed.cls[at] == DISTINCT
        weight = np.where(is_mine & is_brand, mine + theirs, 2 * np.minimum(mine, theirs))
        cost = threshold * (left + listed.cost[at])
        rare = is_brand & (listed.strength[at] >= 1.0) & (listed.length[at] >= RARE_LETTERS)
        rare &= pairs.similarity > ONE_SLIP
        gain = np.maximum(0.0, (pairs.similarity - threshold) * weight + cost)
        return np.stack([gain, cost, threshold * left, is_brand, rare], axis=1)

    def _person_gains(self, words: Sequence[Word], pairs: Pairs) -> Floats:
        """`bounds.person_gain` of each pair."""
        listed, at, threshold = self._listed, pairs.listed, self._threshold
        whole = np.array([word.person for word in words])[pairs.asked] + listed.person[at]
        mine = np.array([bounds.heavy(word) for word in words])[pairs.asked]
        theirs = listed.heavy[at]
        met = (pairs.similarity - threshold) * whole
        adds = bounds.person_adds(met, mine, theirs, threshold=threshold)
        sums = [np.maximum(0.0, each) for each in adds]
        full = listed.tells[at] & (pairs.similarity > IN_COMPANY)
        none = np.zeros(len(at))
        return np.stack([*sums, mine, theirs, full, none, none], axis=1)

    def _letter_rows(self, words: Sequence[Word]) -> list[Rows]:
        """Listed initials that a word may stand for."""
        found = []
        for word in words:
            ids = self._letters.get(word.raw[0], ()) if len(word.raw) > 1 else ()
            mine = bounds.heavy(word)
            gains = [
                bounds.initial_gain(self._index.word(at), mine, threshold=self._threshold)
                for at in ids
            ]
            found.append(Rows(np.array(ids, np.int64), np.array(gains, np.float64)))
        return found


def _parted(asked: Ints, listed: Ints, gains: Floats, count: int) -> list[Rows]:
    starts = np.searchsorted(asked, np.arange(count + 1)).tolist()
    return [
        Rows(listed[first:last], gains[first:last]) for first, last in itertools.pairwise(starts)
    ]
