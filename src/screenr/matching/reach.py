"""Every listed word that a word of a counterparty's name can meet.

By shared keys (`meeting_keys`), by edit distance over all words of about the same length, by the
pieces of a word that the list writes apart. Together they cover each rule of `meet`, so that what
is not reached cannot meet.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from screenr.matching.align import JOINED, SHORTEST_PIECE
from screenr.matching.index import Index
from screenr.matching.lexicon import DISTINCT, LEGAL, NUMBER
from screenr.matching.meet import (
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

REMEMBERED = 20_000
"""Words whose reach is kept; the memory of a run stays constant."""


class Reach:
    """Looks up words in an index and remembers what they reach."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: dict[tuple[Word, bool, bool], dict[int, float]] = {}
        self._buckets: dict[int, list[str]] = {}
        self._forms: dict[int, str] | None = None
        self._skeleton_lists: dict[str, list[str]] = {}

    def of(self, word: Word, *, person: bool, translated: bool) -> dict[int, float]:
        """The numbers of the listed words that `word` can meet, with the similarity."""
        key = (word, person, translated)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            found = self._known[key] = dict(self._met(word, person=person, translated=translated))
        return found

    def _met(self, word: Word, *, person: bool, translated: bool) -> Iterator[tuple[int, float]]:
        near = {
            at for key in keys_to(word, self._index.lexicon) for at in self._index.words_with(key)
        }
        if word.cls == NUMBER and not person:
            near.update(self._index.words_with("#:"))
        near.update(self._within_edits(word.raw))
        if not person and word.cls == DISTINCT and len(word.raw) >= SHORTEST_FORM - 1:
            near.update(self._legal_forms(word.raw))
        if word.raw.isascii() and len(word.raw) > 1:
            near.update(self._within_skeleton(word.raw, always=translated))
        for at in near:
            listed = self._index.word(at)
            meeting = (
                meet_in_persons(word, listed, self._index.lexicon)
                if person
                else meet_in_organizations(word, listed)
            )
            crossed: Meeting | None = None
            if translated or listed.native:
                crossed = across_scripts(word.raw, listed.raw)
            best = max((m.similarity for m in (meeting, crossed) if m), default=0.0)
            if word.raw == listed.raw:
                best = 1.0
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
                if end - start < len(raw) and (
                    found := self._index.words_with(f"r:{raw[start:end]}")
                ):
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
        for length in range(max(1, len(raw) - 3), len(raw) + 4):
            limit = edits_allowed(max(length, len(raw)))
            if limit and abs(length - len(raw)) <= limit:
                bucket = self._bucket(length)
                for _, _, at in process.extract(
                    raw, bucket, scorer=OSA.distance, score_cutoff=limit, limit=None
                ):
                    yield from self._index.words_of_length(length, at)

    def _legal_forms(self, raw: str) -> Iterator[int]:
        if self._forms is None:
            index = self._index
            words = {at for form in index.lexicon.legal for at in index.words_with(f"r:{form}")}
            self._forms = {at: index.word(at).raw for at in words if index.word(at).cls == LEGAL}
        for _, _, at in process.extract(
            raw, self._forms, scorer=OSA.distance, score_cutoff=1, limit=None
        ):
            yield at

    def _bucket(self, length: int) -> list[str]:
        found = self._buckets.get(length)
        if found is None:
            found = self._buckets[length] = self._index.raws_of_length(length)
        return found

    def _within_skeleton(self, raw: str, *, always: bool) -> Iterator[int]:
        """Words a transliteration apart; for a Latin word only those that were transliterated."""
        kind = "k" if always else "n"
        sought = keys.skeleton(raw)
        limit = skeleton_edits_allowed(len(sought) + 2)
        for skeleton, edits, _ in process.extract(
            sought, self._skeletons(kind), scorer=OSA.distance, score_cutoff=limit, limit=None
        ):
            if edits <= skeleton_edits_allowed(max(len(skeleton), len(sought))):
                yield from self._index.words_with(f"{kind}:{skeleton}")

    def _skeletons(self, kind: str) -> list[str]:
        found = self._skeleton_lists.get(kind)
        if found is None:
            names = self._index.key_names
            first, last = bisect_left(names, f"{kind}:"), bisect_left(names, f"{kind};")
            found = self._skeleton_lists[kind] = [names[at][2:] for at in range(first, last)]
        return found
