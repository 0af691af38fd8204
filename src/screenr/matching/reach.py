"""Every listed word that a word of a counterparty's name can meet.

By shared keys (`meeting_keys`) and by edit distance over all words of about the same length; what
is near is then met by the rules of the scorer themselves. Together they cover each rule, so that
what is not reached cannot meet. Words that one side writes apart are looked up as runs.
"""

from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from screenr.matching.across_scripts import rule_for
from screenr.matching.index import Index
from screenr.matching.lexicon import DISTINCT, NUMBER
from screenr.matching.meet import (
    BY_ITSELF,
    COMPANY,
    PLAUSIBLE,
    SHORTEST_FORM,
    Meeting,
    across_scripts,
    edits_allowed,
    meet_in_organizations,
    meet_in_persons,
    skeleton_edits_allowed,
)
from screenr.matching.meeting_keys import keys_to
from screenr.matching.words import Word
from screenr.text import keys

LEAST = PLAUSIBLE - 0.1
MOST_EDITS = 3
"""The most slips that `edits_allowed` allows."""


def similarities(
    index: Index, word: Word, near: Iterable[int], *, person: bool, translated: bool
) -> dict[int, float]:
    """How alike `word` and each of the listed words `near` are at most; not those that never meet.

    `translated` where the counterparty's name was brought into Latin letters.
    """
    found = {}
    for at in near:
        best = _met(index, word, index.word(at), person=person, translated=translated)
        if best >= LEAST:
            found[at] = best
    return found


def _met(index: Index, word: Word, listed: Word, *, person: bool, translated: bool) -> float:
    if word.raw == listed.raw:
        return 1.0
    found: list[Meeting | None]
    if person:
        found = [meet_in_persons(word, listed, index.lexicon)]
        if translated or listed.native:
            found.append(across_scripts(word.raw, listed.raw))
        return max(map(_among_persons, found))
    found = [meet_in_organizations(word, listed)]
    if word.native or listed.native:
        found += (rule(word, listed) for rule in _ACROSS)
    return max(each.similarity if each else 0.0 for each in found)


def _among_persons(meeting: Meeting | None) -> float:
    if meeting is None:
        return 0.0
    return meeting.similarity if meeting.reading == COMPANY else max(meeting.similarity, BY_ITSELF)


_ACROSS = [rule_for(query_translated=True, listed_translated=both) for both in (False, True)]


class Reach:
    """Looks up what is near a word, one word at a time."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._buckets: dict[int, list[str]] = {}
        self._skeletons: dict[bool, list[str]] = {}

    def near(self, word: Word, *, person: bool, translated: bool) -> set[int]:
        """The numbers of all listed words that `word` might meet, and some others'."""
        found = near_by_key(self._index, word, person=person)
        found.update(self._within_edits(word, person=person))
        if word.raw.isascii() and len(word.raw) > 1:
            found.update(self._within_skeleton(word.raw, always=translated))
        return found

    def _within_edits(self, word: Word, *, person: bool) -> Iterator[int]:
        raw = word.raw
        for length in range(max(1, len(raw) - MOST_EDITS), len(raw) + MOST_EDITS + 1):
            limit = edits_allowed(max(length, len(raw)))
            is_form = not person and is_like_a_form(word) and length == SHORTEST_FORM
            if abs(length - len(raw)) > limit or not (limit or is_form):
                continue
            bucket = self._bucket(length)
            for other, _, at in process.extract(
                raw, bucket, scorer=OSA.distance, score_cutoff=limit or 1, limit=None
            ):
                if limit or other in self._index.lexicon.legal:
                    yield from self._spelled(length, at)

    def _bucket(self, length: int) -> list[str]:
        found = self._buckets.get(length)
        if found is None:
            found = self._buckets[length] = self._raws_of_length(length)
        return found

    def _raws_of_length(self, length: int) -> list[str]:
        return self._index.raws_of_length(length)

    def _spelled(self, length: int, at: int) -> Iterable[int]:
        return self._index.words_of_length(length, at)

    def _within_skeleton(self, raw: str, *, always: bool) -> Iterator[int]:
        """Words a transliteration apart; for a Latin word only those that were transliterated."""
        sought = keys.skeleton(raw)
        if always not in self._skeletons:
            self._skeletons[always] = self._skeletons_of(always=always)
        limit = skeleton_edits_allowed(len(sought) + 2)
        for skeleton, edits, _ in process.extract(
            sought, self._skeletons[always], scorer=OSA.distance, score_cutoff=limit, limit=None
        ):
            if edits <= skeleton_edits_allowed(max(len(skeleton), len(sought))):
                yield from self._under(skeleton, always=always)

    def _skeletons_of(self, *, always: bool) -> list[str]:
        return self._index.skeletons(native=not always)

    def _under(self, skeleton: str, *, always: bool) -> Iterable[int]:
        return self._index.words_with(f"{'k' if always else 'n'}:{skeleton}")


def near_by_key(index: Index, word: Word, *, person: bool) -> set[int]:
    """The numbers of the listed words that share a key with `word`."""
    found = {at for key in keys_to(word, index.lexicon) for at in index.words_with(key)}
    if word.cls == NUMBER and not person:
        found.update(index.words_with("#:"))
    return found


def is_like_a_form(word: Word) -> bool:
    """Whether a word may be a legal form with a slip, in which a letter of three may be wrong."""
    return word.cls == DISTINCT and len(word.raw) == SHORTEST_FORM
