"""Read a compiled index: the words, the listed names, and which of them a name could meet.

What `candidates` leaves out cannot reach the threshold: each pair of words that could meet adds at
most its gain, and a name whose gains together stay under what its left-over words would cost is out
(`score >= t` is linear in the pairs for a score that is a quotient of sums). The scorer alone
decides about the rest.
"""

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from screenr.matching import east_asian, organizations, persons
from screenr.matching.align import JOINED, LONGEST_JOIN, SHORTEST_PIECE, TRUNCATED, may_be_truncated
from screenr.matching.index_file import IndexFile
from screenr.matching.index_writer import FAMILY, MATCHED_AS, TRANSLATED, both_counts
from screenr.matching.lexicon import DISTINCT, LEGAL, NUMBER, Lexicon, StringTable
from screenr.matching.listed import CRAFT, ORGANIZATION, PERSON, ListedName
from screenr.matching.meet import (
    PLAUSIBLE,
    Meeting,
    across_scripts,
    edits_allowed,
    meet_in_organizations,
    meet_in_persons,
    skeleton_edits_allowed,
)
from screenr.matching.reach import east_asian_keys, keys_to
from screenr.matching.reading import Part, Reading
from screenr.matching.words import Population, Word, weighed
from screenr.models.designation import Designation
from screenr.text import keys

CAPPED = 0.78
"""Above this no organization matches without a distinctive word, no person by one name alone."""
LIGHT = 0.1
"""Particles weigh less than this in a person's name."""
ALLOWANCE = 1e-9
"""Slack for sums of rounded numbers when a bound is compared."""


class Index:
    """An open index with its words decoded as they are asked for."""

    def __init__(self, file: IndexFile) -> None:
        self.file = file
        zipf = StringTable(file.strings("zipf"), file.numbers("zipf.value.u1"))
        self.lexicon = Lexicon.from_json(bytes(file.raw("lexicon")), zipf)
        self.population = Population(*file.meta["population"])
        self._words: dict[int, Word] = {}
        self._weighed: dict[Part, Word] = {}
        self._reached: dict[tuple[Word, int, bool], dict[int, float]] = {}

    # -- words

    @cached_property
    def _vocabulary(self) -> Sequence[str]:
        return self.file.strings("word")

    def word(self, at: int) -> Word:
        """A word of the lists by its number."""
        found = self._words.get(at)
        if found is None:
            raw, text, cls, native = self._vocabulary[at].split("\t")
            counts = self._firms[at], self._people[at]
            found = self._words[at] = self._weigh(Part(text, raw, int(cls), native), counts)
        return found

    def weigh(self, part: Part) -> Word:
        """Weigh a word of a counterparty's name by how the lists use it."""
        found = self._weighed.get(part)
        if found is None:
            same_text = self.words_with(f"t:{part.text}")
            same_raw = self.words_with(f"r:{part.raw}")
            counts = both_counts(
                part.text,
                part.raw,
                {
                    part.text: (self._firms[same_text[0]] if same_text else 0, 0),
                }
                | (
                    {part.raw: (self._firms[same_raw[0]], self._people[same_raw[0]])}
                    if same_raw
                    else {}
                ),
            )
            found = self._weighed[part] = self._weigh(part, counts)
            if len(self._weighed) > 50_000:  # noqa: PLR2004
                self._weighed.clear()
        return found

    def _weigh(self, part: Part, counts: tuple[int, int]) -> Word:
        return weighed(
            text=part.text,
            raw=part.raw,
            cls=part.cls,
            native=part.native,
            counts=counts,
            population=self.population,
            lexicon=self.lexicon,
        )

    @cached_property
    def _firms(self) -> Sequence[int]:
        return self.file.numbers("word.organizations.u4")

    @cached_property
    def _people(self) -> Sequence[int]:
        return self.file.numbers("word.persons.u4")

    @cached_property
    def _keys(self) -> tuple[Sequence[str], Sequence[int], Sequence[int]]:
        return (
            self.file.strings("key"),
            self.file.numbers("key.first.u4"),
            self.file.numbers("key.words.u4"),
        )

    def words_with(self, key: str) -> Sequence[int]:
        """The numbers of the words under a key."""
        names, starts, words = self._keys
        at = bisect_left(names, key)
        if at < len(names) and names[at] == key:
            return words[starts[at] : starts[at + 1]]
        return ()

    # -- names

    def reading(self, at: int) -> Reading:
        """A listed reading by its number."""
        starts, words = self._reading_starts, self._reading_words
        found = tuple(self.word(words[i]) for i in range(starts[at], starts[at + 1]))
        translated = bool(self._flags[at] & TRANSLATED)
        return Reading(found, "", translated, " ".join(word.raw for word in found))

    def kinds(self, at: int) -> int:
        """As which kinds a reading is compared."""
        return self._flags[at] & (TRANSLATED - 1)

    def name_of(self, reading: int) -> ListedName:
        """The listed name behind a reading."""
        at = self._reading_names[reading]
        code = self.file.numbers("name.as.u1")[at]
        source = self.file.strings("source")[self.file.numbers("name.source.u4")[at]]
        name = self.file.strings("name")[at]
        return ListedName(name, MATCHED_AS[code % FAMILY], source, code >= FAMILY)

    def record_of(self, reading: int) -> int:
        """The record of a designation that has the reading."""
        return self._name_records[self._reading_names[reading]]

    @cached_property
    def _reading_names(self) -> Sequence[int]:
        return self.file.numbers("reading.name.u4")

    @cached_property
    def _name_records(self) -> Sequence[int]:
        return self.file.numbers("name.record.u4")

    @cached_property
    def _flags(self) -> Sequence[int]:
        return self.file.numbers("reading.flags.u1")

    @cached_property
    def _reading_starts(self) -> Sequence[int]:
        return self.file.numbers("reading.at.u4")

    @cached_property
    def _reading_words(self) -> Sequence[int]:
        return self.file.numbers("reading.words.u4")

    # -- candidates

    def candidates(self, query: Reading, *, person: bool, threshold: float) -> list[int]:
        """The readings whose score as persons, or as organizations, could reach `threshold`."""
        words = persons.person_words(query, self.lexicon) if person else query.words
        if person and query.script in east_asian.SCRIPTS and not query.translated:
            return self._romanized([word.raw for word in words])
        asked = _Asked(self, words, person=person, threshold=threshold, translated=query.translated)
        wanted = PERSON if person else ORGANIZATION | CRAFT
        costs = self._person_costs if person else self._firm_costs
        starts, forward, gains = self._reading_starts, self._reading_words, asked.gains
        found = []
        for at in self._anchored(asked):
            if not self._flags[at] & wanted:
                continue
            gain = sum(gains.get(forward[i], 0.0) for i in range(starts[at], starts[at + 1]))
            if gain + ALLOWANCE >= asked.needed + threshold * costs[at]:
                found.append(at)
        return sorted(found)

    def _romanized(self, native: Sequence[str]) -> list[int]:
        """Readings with two words that spell parts of a person's name in Han or Hangul."""
        keys = east_asian_keys(native, self.lexicon)
        reached = {at for key in keys for at in self.words_with(key)}
        reached.update(at for word in native for at in self.words_with(f"r:{word}"))
        counted: dict[int, int] = defaultdict(int)
        for word in reached:
            for i in range(self._posting_starts[word], self._posting_starts[word + 1]):
                counted[self._postings[i]] += 1
        return sorted(
            at
            for at, count in counted.items()
            if self._flags[at] & PERSON and (count > 1 or self._words_in(at) == 1)
        )

    def _anchored(self, asked: "_Asked") -> Iterator[int]:
        """Readings with enough of the words that a match cannot do without."""
        starts, postings = self._posting_starts, self._postings
        counted: dict[int, int] = defaultdict(int)
        for word, share in asked.anchors.items():
            for i in range(starts[word], starts[word + 1]):
                counted[postings[i]] += share
        for at, count in counted.items():
            if count >= asked.anchors_needed or asked.person and self._words_in(at) == 1:
                yield at

    def _words_in(self, reading: int) -> int:
        return self._reading_starts[reading + 1] - self._reading_starts[reading]

    @cached_property
    def _firm_costs(self) -> Sequence[float]:
        return self.file.floats("reading.organization.f8")

    @cached_property
    def _person_costs(self) -> Sequence[float]:
        return self.file.floats("reading.person.f8")

    def words_beginning(self, prefix: str) -> Iterator[int]:
        """The numbers of the words that begin with `prefix`."""
        names, starts, words = self._keys
        at = bisect_left(names, f"r:{prefix}")
        while at < len(names) and names[at].startswith(f"r:{prefix}"):
            yield from words[starts[at] : starts[at + 1]]
            at += 1

    def reach(self, word: Word, *, person: bool, translated: bool) -> dict[int, float]:
        """The listed words that `word` can meet, with the similarity."""
        return self._reach(word, person=person, translated=translated)

    def _reach(self, word: Word, *, person: bool, translated: bool) -> dict[int, float]:
        """The listed words that `word` can meet, with the similarity."""
        key = (word, person, translated)
        found = self._reached.get(key)
        if found is None:
            if len(self._reached) > 20_000:  # noqa: PLR2004
                self._reached.clear()
            found = self._reached[key] = dict(
                self._met(word, person=person, translated=translated)
            )
        return found

    def _met(self, word: Word, *, person: bool, translated: bool) -> Iterator[tuple[int, float]]:
        near = {at for key in keys_to(word, self.lexicon) for at in self.words_with(key)}
        if word.cls == NUMBER and not person:
            near.update(self.words_with("#:"))
        near.update(self._within_edits(word.raw))
        if word.raw.isascii() and len(word.raw) > 1:
            near.update(self._within_skeleton(word.raw, always=translated))
        for at in near:
            listed = self.word(at)
            meeting = (
                meet_in_persons(word, listed, self.lexicon)
                if person
                else meet_in_organizations(word, listed)
            )
            crossed: Meeting | None = None
            if translated or listed.native:
                crossed = across_scripts(word.raw, listed.raw)
            best = max((m.similarity for m in (meeting, crossed) if m), default=0.0)
            if best >= PLAUSIBLE - 0.1:
                yield at, best
        yield from self._split(word)

    def _split(self, word: Word) -> Iterator[tuple[int, float]]:
        """Pieces of a word that the list writes apart: those of a way to split it into words."""
        if word.cls != DISTINCT or len(word.raw) < 2 * SHORTEST_PIECE:
            return
        raw = word.raw
        ends: dict[int, list[tuple[int, Sequence[int]]]] = {0: []}
        for start in range(len(raw)):
            if start not in ends:
                continue
            for end in range(start + SHORTEST_PIECE, len(raw) + 1):
                if end - start < len(raw) and (found := self.words_with(f"r:{raw[start:end]}")):
                    ends.setdefault(end, []).append((start, found))
        wanted, done = [len(raw)], set[int]()
        while wanted:
            end = wanted.pop()
            if end in done:
                continue
            done.add(end)
            for start, found in ends.get(end, ()):
                wanted.append(start)
                yield from ((at, JOINED) for at in found)

    def _within_edits(self, raw: str) -> Iterator[int]:
        longest = len(raw) + edits_allowed(len(raw) + 3)
        for length in range(max(1, len(raw) - 3), longest + 1):
            limit = edits_allowed(max(length, len(raw)))
            if limit and abs(length - len(raw)) <= limit:
                bucket, ids = self._by_length(length)
                for _, _, at in process.extract(
                    raw, bucket, scorer=OSA.distance, score_cutoff=limit, limit=None
                ):
                    yield from ids[at]

    def _by_length(self, length: int) -> tuple[list[str], list[list[int]]]:
        found = self._buckets.get(length)
        if found is None:
            grouped: dict[str, list[int]] = {}
            first = bisect_left(_Lengths(self._vocabulary), length)
            last = bisect_left(_Lengths(self._vocabulary), length + 1)
            for at in range(first, last):
                raw = self._vocabulary[at].partition("\t")[0]
                grouped.setdefault(raw, []).append(at)
            found = self._buckets[length] = (list(grouped), list(grouped.values()))
        return found

    @cached_property
    def _buckets(self) -> dict[int, tuple[list[str], list[list[int]]]]:
        return {}

    def _within_skeleton(self, raw: str, *, always: bool) -> Iterator[int]:
        """Words a transliteration apart; for a Latin word only those that were transliterated."""
        kind = "k" if always else "n"
        sought = keys.skeleton(raw)
        limit = skeleton_edits_allowed(len(sought) + 2)
        for skeleton, edits, _ in process.extract(
            sought, self._skeletons(kind), scorer=OSA.distance, score_cutoff=limit, limit=None
        ):
            if edits <= skeleton_edits_allowed(max(len(skeleton), len(sought))):
                yield from self.words_with(f"{kind}:{skeleton}")

    def _skeletons(self, kind: str) -> list[str]:
        found = self._skeleton_lists.get(kind)
        if found is None:
            names = self._keys[0]
            first, last = bisect_left(names, f"{kind}:"), bisect_left(names, f"{kind};")
            found = self._skeleton_lists[kind] = [names[at][2:] for at in range(first, last)]
        return found

    @cached_property
    def _skeleton_lists(self) -> dict[str, list[str]]:
        return {}

    @cached_property
    def _posting_starts(self) -> Sequence[int]:
        return self.file.numbers("posting.at.u4")

    @cached_property
    def _postings(self) -> Sequence[int]:
        return self.file.numbers("posting.u4")

    # -- records

    def designation(self, record: int) -> Designation:
        """The designation of a record, decoded."""
        return Designation.from_record(json.loads(self.file.strings("record")[record]))

    def list_of(self, record: int) -> int:
        """The place of the list that a record belongs to."""
        return self._lists[record]

    def stands_in(self, record: int, snapshot: int) -> bool:
        """Whether a snapshot of its list holds the record."""
        return self._first[record] <= snapshot <= self._last[record]

    def records_of(self, designation_id: str) -> list[int]:
        """The records of a designation, oldest version first."""
        ids = self.file.strings("id")
        records = self.file.numbers("id.record.u4")
        first = bisect_left(ids, designation_id)
        found = []
        while first < len(ids) and ids[first] == designation_id:
            found.append(records[first])
            first += 1
        return found

    @cached_property
    def _lists(self) -> Sequence[int]:
        return self.file.numbers("record.list.u1")

    @cached_property
    def _first(self) -> Sequence[int]:
        return self.file.numbers("record.from.u4")

    @cached_property
    def _last(self) -> Sequence[int]:
        return self.file.numbers("record.to.u4")


class _Lengths(Sequence[int]):
    """The lengths of the vocabulary's raw words, in its order."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    def __len__(self) -> int:
        return len(self._words)

    def __getitem__(self, at: Any) -> Any:  # noqa: ANN401 -- a Sequence's own signature
        return len(self._words[at].partition("\t")[0])


class _Asked:
    """What a counterparty's words can add to the score of a listed name, word by word.

    `gains` is the most that meeting a listed word adds, `needed` what a name's gains must come to
    besides the cost of its own words. `anchors` are listed words of which a match needs at least
    `anchors_needed`: a distinctive one for an organization, two names for a person, since the caps
    of the scorer hold everything else under `CAPPED`.
    """

    def __init__(
        self, index: Index, words: Sequence[Word], *, person: bool, threshold: float, translated: bool
    ) -> None:
        self._index, self._threshold = index, threshold
        self.person, self.gains = person, dict[int, float]()
        self._cost = persons.left_query_cost if person else organizations.left_query_cost
        self._listed_cost = persons.left_listed_cost if person else organizations.left_listed_cost
        self.needed = threshold * sum(map(self._cost, words))
        self._joined: set[int] = set()
        for run, word in _queried(words):
            reached = index.reach(word, person=person, translated=translated)
            for at, similarity in reached.items():
                self._add(at, run, similarity)
            if len(run) > 1:
                self._joined.update(reached)
        if may_be_truncated(words):
            for at in index.words_beginning(words[-1].raw):
                self._add(at, words[-1:], TRUNCATED)
        if person:
            self._initials(words)
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
        if gain > self.gains.get(at, 0.0):
            self.gains[at] = gain

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

    def _persons_anchors(self) -> dict[int, int]:
        """A joined word is two names; beside initials one name is enough."""
        enough = 2 if getattr(self, "_has_initials", False) else 1
        return {
            at: 2 if at in self._joined else enough
            for at in self.gains
            if self._index.word(at).person > LIGHT or len(self._index.word(at).raw) == 1
        }

    def _firms_anchors(self, words: Sequence[Word]) -> dict[int, int]:
        """Distinctive words; common ones too where nothing distinctive of the query is left over."""
        if self._is_capped and any(
            word.cls == DISTINCT
            and all(self._index.word(at).cls == DISTINCT for at in self._reached_by(word))
            for word in words
        ):
            return {at: 1 for at in self.gains if self._index.word(at).cls == DISTINCT}
        return dict.fromkeys(self.gains, 1)

    def _reached_by(self, word: Word) -> Iterable[int]:
        return self._index.reach(word, person=False, translated=False)


def _queried(words: Sequence[Word]) -> Iterator[tuple[Sequence[Word], Word]]:
    """The words to look up: each, and neighbours written together."""
    for at, word in enumerate(words):
        yield (word,), word
        for size in range(2, LONGEST_JOIN + 1):
            run = words[at : at + size]
            if (
                len(run) == size
                and not any(each.cls in (LEGAL, NUMBER) for each in run[:-1])
                and run[-1].cls != NUMBER
            ):
                joined = "".join(each.raw for each in run)
                yield run, Word(joined, joined, DISTINCT, 1.0, 1.0, 1.0, False, False, False)

