"""Which listed names a counterparty's name could match: all that could, few that cannot.

What is left out cannot reach the threshold (`bounds`); the scorer alone decides about the rest. To
bound a listed name it must first be come by: a match has a distinctive word of an organization, two
names of a person, so only the readings that have those are looked at. Some readings need no bound:
those that are the same name but for spaces and legal form, or by its initials, that write a word of
it apart, that are the same name in another script.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

from screenr.matching import acronyms, east_asian, persons
from screenr.matching.align import Near
from screenr.matching.asked import AskedFirm, AskedPerson
from screenr.matching.exactness import bare_names
from screenr.matching.index import Index
from screenr.matching.lexicon import DISTINCT
from screenr.matching.listed import CRAFT, ORGANIZATION, PERSON, TRANSLATED
from screenr.matching.lone_names import LoneNames, has_sounds, is_by_sound
from screenr.matching.reach import Reach, similarities
from screenr.matching.reading import Reading
from screenr.matching.words import Word

REMEMBERED = 100
"""Words of which is kept what they are near to: those of a name, in all its readings."""
SHORTEST_APART = 3
"""Letters of a word that the lists may write apart."""
COMPARED_AS = (ORGANIZATION | CRAFT, PERSON)
"""The kinds of readings that a name is compared with: not as a person's, and as a person's."""


class Reached(NamedTuple):
    """The listed readings that a name could match, and what its words could meet in them.

    `near` is None where that was not kept, and says nothing of the `unbounded` readings.
    """

    readings: AbstractSet[int]
    near: Near | None = None
    unbounded: AbstractSet[int] = frozenset()


class Candidates:
    """Finds the readings of an index that a name could match."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._reach = Reach(index)
        self._known: dict[tuple[Word, bool, bool, bool], Mapping[int, float]] = {}

    def of(self, query: Reading, *, person: bool, threshold: float) -> list[int]:
        """The readings whose score as persons, or as organizations, could reach `threshold`."""
        if person and query.mended:
            return []  # it is compared with organizations alone
        words = asked_words(self._index, query, person=person)
        by_sound = person and is_by_sound(query)
        if by_sound and len(words) > 1:
            return []  # such names are met by their characters alone
        is_lone = by_sound and has_sounds(query)
        reach = self._lone if is_lone else self._reach
        alike = [self._similar(word, reach, person=person, query=query) for word in words]
        asked_as = AskedPerson if person else AskedFirm
        asked = asked_as(self._index, query, words, alike, threshold=threshold)
        found = set(unbounded(self._index, query, words, person=person))
        marks = compared_with(query, person=person)
        flags = self._index.flags
        for at in self._lone.readings & asked.looked_at() if is_lone else asked.looked_at():
            if at not in found and marks.allow(flags[at]) and asked.may_reach(at):
                found.add(at)
        return sorted(found)

    @cached_property
    def _lone(self) -> LoneNames:
        return LoneNames(self._index)

    def _similar(
        self, word: Word, reach: Reach, *, person: bool, query: Reading
    ) -> Mapping[int, float]:
        key = (word, person, query.translated, isinstance(reach, LoneNames))
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            near = reach.near(word, person=person, translated=query.translated)
            found = self._known[key] = similarities(
                self._index, word, near, person=person, translated=query.translated
            )
        return found


def asked_words(index: Index, query: Reading, *, person: bool) -> tuple[Word, ...]:
    """The words of a name as they are compared."""
    return persons.person_words(query, index.lexicon) if person else query.words


class Compared(NamedTuple):
    """The marks of readings that a name can be compared with: some of `any_of`, `all_of`, none."""

    any_of: int
    all_of: int
    none_of: int

    def allow(self, flags: int) -> bool:
        """Whether a reading with these flags is compared."""
        return bool(flags & self.any_of) and flags & self.all_of == self.all_of and not (
            flags & self.none_of
        )  # fmt: skip


def compared_with(query: Reading, *, person: bool) -> Compared:
    """Two transliterations are compared only where both are East Asian, and no persons'.

    See `compare.compare_readings`.
    """
    any_of = COMPARED_AS[person]
    if not query.translated:
        return Compared(any_of, 0, 0)
    if person or query.script not in east_asian.SCRIPTS:
        return Compared(any_of, 0, TRANSLATED)
    return Compared(any_of, 0, 0)


def unbounded(
    index: Index, query: Reading, words: Sequence[Word], *, person: bool
) -> Iterator[int]:
    """Readings that are candidates whatever their words could add up to."""
    yield from same_name(index, query, words, person=person)
    for word in words:
        if may_be_apart(word):
            yield from index.readings_with_run(word.raw)


def same_name(
    index: Index, query: Reading, words: Sequence[Word], *, person: bool
) -> Iterator[int]:
    """Readings that are the same name but for spaces and form, its acronym, or in another script.

    An acronym is of a firm, another script of a person.
    """
    if not person:
        for name in bare_names(query.words):
            yield from index.readings_named(name)
        for key in acronyms.keys_to(query.words):
            yield from index.readings_under_acronym(key)
        return
    written = east_asian.with_syllables(words, query.words, index.lexicon)
    if query.script in east_asian.SCRIPTS:
        for key in east_asian.native_keys(written, index.lexicon):
            yield from index.readings_romanized(key)
            yield from index.readings_guessed(key)
        return
    as_written = east_asian.romanized_keys(written, index.lexicon)
    for key in as_written | east_asian.guessed_keys(written, index.lexicon).keys():
        yield from index.readings_in_native_script(key)
        yield from index.readings_romanized(key)
    for key in as_written:
        yield from index.readings_guessed(key)


def may_be_apart(word: Word) -> bool:
    """Whether the lists may write a word apart."""
    return word.cls == DISTINCT and len(word.raw) >= SHORTEST_APART
