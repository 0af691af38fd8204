"""What is known of each word of a batch, by its number: arrays that are kept for the names to come.

Of each word: what it weighs and is (`FACTS`), and the listed words that it can meet with what such
a pair lifts a name by, ``(similarity - threshold) * weight``.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching import bounds, organization_costs, persons
from screenr.matching.asked import is_of_ship
from screenr.matching.batch_pairs import Pairs, expanded
from screenr.matching.batch_reach import BatchReach
from screenr.matching.batch_texts import texts
from screenr.matching.batch_words import ListedWords
from screenr.matching.candidates import may_be_apart
from screenr.matching.east_asian import family_groups
from screenr.matching.exactness import is_set_aside
from screenr.matching.index import Index
from screenr.matching.lexicon import DISTINCT, LEGAL, ORG, STOP
from screenr.matching.meet import BY_ITSELF
from screenr.matching.organization_costs import STRONG_BRAND
from screenr.matching.organization_facts import ONE_SLIP
from screenr.matching.slipped import RARE_LETTERS
from screenr.matching.words import Word

REMEMBERED, KEPT = 16_000, 12_000
"""Most words at a time, and those that are kept of them; the memory of a run stays constant."""
AT_ONCE = 500
"""Words that are looked up together: more take more memory and are hardly faster."""
BRAND, RARE = 1, 2
"""Marks of a firm's row: the listed word is distinctive; so rare that costs stay at their least."""
FULL, LETTER = 1, 2
"""Marks of a person's row: a name met by itself; the listed word is an initial."""
Asked = tuple[Word, bool]
"""A word, and whether it was transliterated."""
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
WORD = np.dtype(
    [(name, np.float64) for name in ("organization", "left", "person", "heavy")]
    + [("length", np.int64)]
    + [(name, np.bool_) for name in ("distinct", "legal", "light", "strong", "of_ship", "of_firm")]
    + [(name, np.bool_) for name in ("letter", "digits", "initial", "tells", "family")]
    + [(name, np.bool_) for name in ("title", "bare")]
)
"""What a word is by itself."""
HASHED = (("hash", np.uint32), ("size", np.int64))
KINDS = ("common", "brand", "other", "full")
"""Kinds of rows: of firms' common and distinctive words, of persons' full names and of others."""
FACTS = np.dtype(
    [*((name, WORD[name]) for name in WORD.names or ())]
    + [(name, np.float64) for name in KINDS]
    + [(f"{name}_cost", np.int64) for name in KINDS]
    + [("rare", np.bool_), ("apart", np.bool_)]
    + [("begins", np.int64), ("ends", np.int64)]
    + [(f"{name}_{what}", of) for name in ("raw", "text") for what, of in HASHED]
)
"""And the most that its rows of each kind lift by, and to how many readings they lead; whether one
of them is rare; whether the lists write it apart; the ranks of the listed words that it begins, and
the one after; how it is written and what it means (`batch_texts`)."""


class Rows(NamedTuple):
    """Pairs with listed words: those of the word `n` from ``starts[n]`` to ``starts[n + 1]``."""

    starts: Ints
    listed: NDArray[np.uint32]
    lift: NDArray[np.float32]
    marks: NDArray[np.uint8]

    def of(self, numbers: Ints) -> tuple[Ints, Ints]:
        """The rows of some words one after the other, and which of them each is of."""
        return expanded(self.starts[numbers], self.starts[numbers + 1])

    def only(self, numbers: Ints) -> "Rows":
        """The rows of these words alone, renumbered."""
        at, of = self.of(numbers)
        starts = np.searchsorted(of, np.arange(len(numbers) + 1))
        return Rows(starts, self.listed[at], self.lift[at], self.marks[at])

    def and_more(self, more: "Rows") -> "Rows":
        """With the rows of further words."""
        starts = np.concatenate([self.starts, more.starts[1:] + self.starts[-1]])
        return Rows(
            starts,
            np.concatenate([self.listed, more.listed]),
            np.concatenate([self.lift, more.lift]),
            np.concatenate([self.marks, more.marks]),
        )


NO_ROWS = Rows(np.zeros(1, np.int64), np.zeros(0, np.uint32), np.zeros(0, np.float32),
               np.zeros(0, np.uint8))  # fmt: skip


class Book:
    """Numbers words and remembers what they lift names by at one threshold."""

    def __init__(self, index: Index, listed: ListedWords, threshold: float) -> None:
        self._index, self._listed, self._threshold = index, listed, threshold
        self._reach = BatchReach(index, listed)
        starts = np.frombuffer(index.file.raw("posting.at.u4"), "<u4").astype(np.int64)
        self._costs = np.diff(starts)
        self._letters: dict[str, list[int]] = {}
        for at in np.flatnonzero(listed.length == 1).tolist():
            self._letters.setdefault(listed.raws[at], []).append(at)
        self.number: dict[Asked, int] = {}
        self.words: list[Word] = []
        self.facts = np.zeros(0, FACTS)
        self.firm = self.person = NO_ROWS
        self.apart: dict[int, Sequence[int]] = {}
        self._uses = np.zeros(0, np.int64)

    def forget(self) -> None:
        """Where there are too many, drop those that the fewest names had: the numbers change."""
        if len(self.number) <= REMEMBERED:
            return
        kept = np.sort(np.argsort(-self._uses, kind="stable")[:KEPT])
        places = {old: new for new, old in enumerate(kept.tolist())}
        words = list(self.number)
        self.number = {words[old]: new for old, new in places.items()}
        self.words = [word for word, _ in self.number]
        self.facts, self._uses = self.facts[kept], self._uses[kept] // 2
        self.firm, self.person = self.firm.only(kept), self.person.only(kept)
        self.apart = {places[at]: found for at, found in self.apart.items() if at in places}

    def learn(self, used: Ints) -> None:
        """Look up the words that were numbered since; `used` are the numbers that were given."""
        first = len(self.facts)
        new = list(islice(self.number, first, None))
        if new:
            firm, person = self._met(new)
            words = [word for word, _ in new]
            facts = np.array(list(map(self._facts_of, words)), WORD)
            whole = np.zeros(len(new), FACTS)
            for name in WORD.names or ():
                whole[name] = facts[name]
            raws = [word.raw for word in words]
            whole["begins"], whole["ends"] = self._listed.beginning(raws)
            for field, of in (("raw", raws), ("text", [word.text for word in words])):
                whole[f"{field}_hash"], whole[f"{field}_size"] = texts(of)
            firm_rows = self._firm_rows(whole, firm)
            person_rows = self._person_rows(words, whole, person)
            self.firm = self.firm.and_more(firm_rows)
            self.person = self.person.and_more(person_rows)
            self.facts = np.concatenate([self.facts, whole])
            self.words += words
            for at, word in enumerate(words, start=first):
                found = self._index.readings_with_run(word.raw) if may_be_apart(word) else ()
                if found:
                    self.apart[at], self.facts["apart"][at] = found, True
        self._uses = np.bincount(used, minlength=len(self.facts)) + np.pad(
            self._uses, (0, len(self.facts) - len(self._uses))
        )

    def _met(self, new: Sequence[Asked]) -> tuple[Pairs, Pairs]:
        """What the words can meet in names of organizations, and in names of persons."""
        found: tuple[list[Pairs], list[Pairs]] = ([], [])
        for translated in (False, True):
            places = np.array([at for at, each in enumerate(new) if each[1] == translated], int)
            for first in range(0, len(places), AT_ONCE):
                some = places[first : first + AT_ONCE]
                words = [new[at][0] for at in some.tolist()]
                both = self._reach.of(words, translated=translated)
                for pairs, into in zip(both, found, strict=True):
                    into.append(pairs._replace(asked=some[pairs.asked]))
        firm, person = map(_in_order, found)
        return firm, person

    def _facts_of(self, word: Word) -> tuple[float | bool, ...]:
        return (
            word.organization,
            organization_costs.left_query_cost(word),
            word.person,
            bounds.heavy(word),
            len(word.raw),
            word.cls == DISTINCT,
            word.cls == LEGAL,
            word.cls in (STOP, LEGAL),
            word.cls == DISTINCT and word.strength >= STRONG_BRAND,
            is_of_ship(word, self._index.lexicon),
            word.cls in (LEGAL, ORG),
            len(word.raw) == 1 and word.raw.isalpha(),
            word.raw.isdigit(),
            bounds.is_initial(word),
            persons.tells(word),
            bool(family_groups(word.raw, self._index.lexicon)),
            persons.is_title(word, self._index.lexicon),
            not is_set_aside(word),
        )

    def _firm_rows(self, facts: NDArray[np.void], pairs: Pairs) -> Rows:
        """What pairs of organizations' words lift by; their greatest go into `facts`."""
        listed, at, of = self._listed, pairs.listed, pairs.asked
        mine, theirs = facts["organization"][of], listed.organization[at]
        is_brand = listed.cls[at] == DISTINCT
        both = facts["distinct"][of] & is_brand
        weight = np.where(both, mine + theirs, 2 * np.minimum(mine, theirs))
        lift = (pairs.similarity - self._threshold) * weight
        rare = is_brand & (listed.strength[at] >= 1.0) & (listed.length[at] >= RARE_LETTERS)
        rare &= pairs.similarity > ONE_SLIP
        np.logical_or.at(facts["rare"], of, rare)
        self._sum_up(facts, (of, at, lift), is_brand, names=("brand", "common"))
        return _rows(len(facts), of, at, lift=lift, marks=BRAND * is_brand + RARE * rare)

    def _person_rows(self, words: Sequence[Word], facts: NDArray[np.void], pairs: Pairs) -> Rows:
        """What pairs of persons' words lift by, and listed initials that a word may be."""
        listed = self._listed
        letters = [
            (at, letter)
            for at, word in enumerate(words)
            if len(word.raw) > 1
            for letter in self._letters.get(word.raw[0], ())
        ]
        more = np.array(letters, np.int64).reshape(-1, 2).T
        at, of = np.concatenate([pairs.listed, more[1]]), np.concatenate([pairs.asked, more[0]])
        whole = facts["person"][pairs.asked] + listed.person[pairs.listed]
        met = (pairs.similarity - self._threshold) * whole
        initial = bounds.initial_lift(self._threshold) * np.minimum(
            facts["heavy"][more[0]], listed.person[more[1]]
        )
        lift = np.concatenate([met, initial])
        is_full = listed.tells[at] & (np.arange(len(at)) < len(pairs.asked))
        is_full[: len(pairs.asked)] &= pairs.similarity >= BY_ITSELF - bounds.ALLOWANCE
        marks = FULL * is_full + LETTER * (np.arange(len(at)) >= len(pairs.asked))
        self._sum_up(facts, (of, at, lift), is_full, names=("full", "other"))
        order = np.argsort(of, kind="stable")
        return _rows(len(facts), of[order], at[order], lift=lift[order], marks=marks[order])

    def _sum_up(
        self,
        facts: NDArray[np.void],
        rows: tuple[Ints, Ints, Floats],
        marked: NDArray[np.bool_],
        *,
        names: tuple[str, str],
    ) -> None:
        """The greatest lift of marked rows and of others, and to how many readings they lead."""
        of, at, lift = rows
        for name, kept in zip(names, (marked, ~marked), strict=True):
            best = np.full(len(facts), -np.inf)
            np.maximum.at(best, of[kept], lift[kept])
            facts[name] = best
            costs = np.bincount(of[kept], weights=self._costs[at[kept]], minlength=len(facts))
            facts[f"{name}_cost"] = costs


def _rows(count: int, of: Ints, listed: Ints, *, lift: Floats, marks: NDArray[np.int64]) -> Rows:
    narrow = lift.astype(np.float32)
    narrow = np.where(narrow < lift, np.nextafter(narrow, np.float32(np.inf)), narrow)
    starts = np.searchsorted(of, np.arange(count + 1))
    return Rows(starts, listed.astype(np.uint32), narrow, marks.astype(np.uint8))


def _in_order(found: Iterable[Pairs]) -> Pairs:
    asked, listed, similarity = (np.concatenate(each) for each in zip(*found, strict=True))
    order = np.argsort(asked, kind="stable")
    return Pairs(asked[order], listed[order], similarity[order])
