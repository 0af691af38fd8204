"""Which listed names a counterparty's name could match: all that could, few that cannot.

What is left out cannot reach the threshold: each pair of words that could meet adds at most its
gain, and a name whose gains together stay under what its left-over words would cost is out (``score
>= t`` is linear in the pairs, the score being a quotient of sums). The scorer alone decides about
the rest.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from screenr.matching import east_asian, organization_costs, persons
from screenr.matching.align import LONGEST_JOIN
from screenr.matching.exactness import bare_names
from screenr.matching.index import Index
from screenr.matching.lexicon import DISTINCT, LEGAL
from screenr.matching.listed import CRAFT, ORGANIZATION, PERSON
from screenr.matching.meet import IN_COMPANY
from screenr.matching.meeting_keys import east_asian_keys
from screenr.matching.reach import Reach
from screenr.matching.reading import Reading
from screenr.matching.shortened import TRUNCATED, may_be_truncated
from screenr.matching.words import Word

CAPPED = 0.78
"""Above this no organization matches without a distinctive word, no person by one name alone."""
LIGHT = 0.1
"""Particles weigh less than this in a person's name."""
ALLOWANCE = 1e-9
"""Slack for sums of rounded numbers when a bound is compared."""


class Candidates:
    """Finds the readings of an index that a name could match."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._reach = Reach(index)

    def of(self, query: Reading, *, person: bool, threshold: float) -> list[int]:
        """The readings whose score as persons, or as organizations, could reach `threshold`."""
        words = persons.person_words(query, self._index.lexicon) if person else query.words
        if person and query.script in east_asian.SCRIPTS and not query.translated:
            return self._romanized([word.raw for word in words])
        asked = _Asked(
            self._index, self._reach, words,
            person=person, threshold=threshold, translated=query.translated,
        )  # fmt: skip
        wanted = PERSON if person else ORGANIZATION | CRAFT
        costs = self._index.person_costs if person else self._index.firm_costs
        starts, forward, gains = self._index.reading_starts, self._index.reading_words, asked.gains
        found = []
        for at in self._anchored(asked):
            if not self._index.flags[at] & wanted:
                continue
            words_of = range(starts[at], starts[at + 1])
            gain = sum(gains.get(forward[i], 0.0) for i in words_of)
            is_cut = any(forward[i] in asked.cut for i in words_of) if asked.cut else False
            if gain + ALLOWANCE >= asked.needed + (0.0 if is_cut else threshold * costs[at]):
                found.append(at)
        if person:
            for key in east_asian.romanized_keys([w.raw for w in words], self._index.lexicon):
                found += self._index.readings_in_native_script(key)
        else:
            found += self._same_bare_name(query)
        return sorted(set(found))

    def _same_bare_name(self, query: Reading) -> Iterator[int]:
        """Readings that are the same name but for spaces, legal form and connectors."""
        for name in bare_names(query.words):
            yield from self._index.readings_named(name)

    def _romanized(self, native: Sequence[str]) -> list[int]:
        """Readings with two words that spell parts of a person's name in Han or Hangul."""
        keys = east_asian_keys(native, self._index.lexicon)
        reached = {at for key in keys for at in self._index.words_with(key)}
        reached.update(at for word in native for at in self._index.words_with(f"r:{word}"))
        counted: dict[int, int] = defaultdict(int)
        for word in reached:
            for i in range(self._index.posting_starts[word], self._index.posting_starts[word + 1]):
                counted[self._index.postings[i]] += 1
        return sorted(
            at
            for at, count in counted.items()
            if self._index.flags[at] & PERSON and (count > 1 or self._index.telling[at] == 1)
        )

    def _anchored(self, asked: "_Asked") -> Iterator[int]:
        """Readings with enough of the words that a match cannot do without."""
        starts, postings = self._index.posting_starts, self._index.postings
        counted: dict[int, int] = defaultdict(int)
        for word, share in asked.anchors.items():
            for i in range(starts[word], starts[word + 1]):
                counted[postings[i]] += share
        for at, count in counted.items():
            if count >= asked.anchors_needed or (asked.person and self._index.telling[at] == 1):
                yield at


class _Asked:
    """What a counterparty's words can add to the score of a listed name, word by word.

    `gains` is the most that meeting a listed word adds, `needed` what a name's gains must come to
    besides the cost of its own words. `anchors` are listed words of which a match needs at least
    `anchors_needed`: a distinctive one for an organization, two names for a person, since the caps
    of the scorer hold everything else under `CAPPED`.
    """

    def __init__(  # noqa: PLR0913 -- what is asked, all named
        self,
        index: Index,
        reach: Reach,
        words: Sequence[Word],
        *,
        person: bool,
        threshold: float,
        translated: bool,
    ) -> None:
        self._index, self._reach, self._threshold = index, reach, threshold
        self.person, self.gains = person, dict[int, float]()
        self._cost = persons.left_query_cost if person else organization_costs.left_query_cost
        self._listed_cost = (
            persons.left_listed_cost if person else organization_costs.left_listed_cost
        )
        self.needed = threshold * sum(map(self._cost, words))
        self._joined, self._met_alone = set[int](), set[int]()
        self._has_initials = False
        for run, word in _queried(words):
            reached = reach.of(word, person=person, translated=translated)
            for at, similarity in reached.items():
                self._add(at, run, similarity)
            if len(run) > 1:
                self._joined.update(reached)
        self.cut: set[int] = set()
        if may_be_truncated(words):
            self.cut.update(index.words_beginning(words[-1].raw))
            for at in self.cut:
                self._add(at, words[-1:], TRUNCATED)
        if person:
            self._initials(words)
        elif organization_costs.may_be_initial(words):
            self._initial(words[0])
        self._is_capped = threshold > CAPPED
        self.anchors = self._persons_anchors() if person else self._firms_anchors(words)
        self.anchors_needed = 2 if person and self._is_capped else 1

    def _add(self, at: int, run: Sequence[Word], similarity: float) -> None:
        listed = self._index.word(at)
        mine = [word.person if self.person else word.organization for word in run]
        weight = (sum(mine) if self.person else max(mine)) + (
            listed.person if self.person else listed.organization
        )
        threshold = self._threshold
        gain = (similarity - threshold) * weight + threshold * (
            sum(map(self._cost, run)) + self._listed_cost(listed)
        )
        # A word that meets counts as an anchor though its gain be nothing.
        self.gains[at] = max(gain, self.gains.get(at, 0.0))
        if similarity > IN_COMPANY:
            self._met_alone.add(at)

    def _initials(self, words: Sequence[Word]) -> None:
        """An initial meets any name that begins with it, on either side; it is never looked up."""
        threshold = self._threshold
        for word in words:
            weight = 2 * min(word.person, 0.25)
            lift = max(0.0, persons.INITIAL - threshold) * weight
            if len(word.raw) == 1:
                self.needed -= lift + threshold * (self._cost(word) + persons.LEFT_LISTED)
                self._has_initials = True
            elif persons.may_be_initials(word):
                self.needed -= 4 * lift + threshold * (self._cost(word) + 3 * persons.LEFT_LISTED)
                self._has_initials = True
            for at in self._index.words_with(f"r:{word.raw[0]}"):
                listed = self._index.word(at)
                gain = lift + threshold * (self._cost(word) + self._listed_cost(listed))
                self.gains[at] = max(self.gains.get(at, 0.0), gain)
                self._met_alone.add(at)

    def _initial(self, word: Word) -> None:
        """The first word of a firm may be cut down to its initial; it is never looked up."""
        lift = max(0.0, organization_costs.INITIAL - self._threshold) * (word.organization + 1.0)
        left = self._cost(word) + organization_costs.LEFT_LISTED[DISTINCT]
        self.needed -= lift + self._threshold * left

    def _persons_anchors(self) -> dict[int, int]:
        """A joined word is two names; beside initials one name is enough."""
        enough = 2 if self._has_initials else 1
        return {
            at: 2 if at in self._joined else enough
            for at in self._met_alone
            if self._index.word(at).person > LIGHT or len(self._index.word(at).raw) == 1
        }

    def _firms_anchors(self, words: Sequence[Word]) -> dict[int, int]:
        """Distinctive words; common ones too where no distinctive one of the query is left over."""
        if self._is_capped and any(
            word.cls == DISTINCT
            and all(self._index.word(at).cls == DISTINCT for at in self._reached_by(word))
            for word in words[organization_costs.may_be_initial(words) : -1 if self.cut else None]
        ):
            return {at: 1 for at in self.gains if self._index.word(at).cls == DISTINCT}
        return dict.fromkeys(self.gains, 1)

    def _reached_by(self, word: Word) -> Iterable[int]:
        return self._reach.of(word, person=False, translated=False)


_UNKNOWN: dict[str, Any] = {
    "organization": 1.0, "person": 1.0, "strength": 1.0, "native": "",
    "on_lists": False, "usual_person": False, "at_large": False,
}  # fmt: skip


def _queried(words: Sequence[Word]) -> Iterator[tuple[Sequence[Word], Word]]:
    """The words to look up: each, and neighbours written together."""
    for at, word in enumerate(words):
        yield (word,), word
        for size in range(2, LONGEST_JOIN + 1):
            run = words[at : at + size]
            if (
                len(run) == size
                and not any(each.cls == LEGAL for each in run[:-1])
                and not any(each.raw.isdigit() for each in run)
            ):
                joined = "".join(each.raw for each in run)
                yield run, replace(word, text=joined, raw=joined, cls=DISTINCT, **_UNKNOWN)
