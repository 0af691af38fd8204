"""What words can meet, many words at once: the array form of `reach`, for a batch."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from screenr.matching import batch_sounds, east_asian
from screenr.matching.index import Index
from screenr.matching.index_file import hash_of
from screenr.matching.lexicon import NUMBER
from screenr.matching.meet import SHORTEST_FORM, edits_allowed, skeleton_edits_allowed
from screenr.matching.meeting_keys import keys_to
from screenr.matching.neighbours import Neighbours
from screenr.matching.reach import is_like_a_form, similarities
from screenr.matching.words import Word
from screenr.text import keys, phonetic
from screenr.text.transliterate import script

FIRM_KEYS, PERSON_KEYS = frozenset("trvc#"), frozenset("rvcsfk")
"""Kinds of keys (`meeting_keys`) by which words of organizations and of persons meet."""


class BatchReach:
    """Looks up what words can meet, many at a time."""

    def __init__(self, index: Index) -> None:
        self._index = index
        number = _reader(index)
        self._hashes, self._words = number("key.u4"), number("key.word.u4")
        self._raw_words = number("raw.word.u4")
        self._used = (number("word.organizations.u4") > 0, number("word.persons.u4") > 0)
        self._raws = Neighbours(index.file.strings("raw")[:], edits_allowed)
        self._forms = [form for form in index.lexicon.legal if len(form) == SHORTEST_FORM]
        self._skeletons: dict[bool, tuple[list[str], Neighbours]] = {}

    def of(self, words: Sequence[Word], *, translated: bool) -> list[tuple[dict[int, float], ...]]:
        """For each word, the listed ones that it can meet with their similarity, by kind of name.

        The first is of organizations, the second of persons.
        """
        near = self._near(words, translated=translated)
        self._hear(words, near[1], translated=translated)
        return [
            tuple(
                similarities(
                    self._index, word, near[person][at], person=bool(person), translated=translated
                )
                for person in (0, 1)
            )
            for at, word in enumerate(words)
        ]

    def _near(self, words: Sequence[Word], *, translated: bool) -> list[list[set[int]]]:
        """All listed words that a word might meet, by kind of name and by word."""
        found: list[list[set[int]]] = [[set() for _ in words] for _ in (0, 1)]
        self._add_by_key(found, words)
        at, raws = self._raws.of([word.raw for word in words])
        firsts, lasts = self._raw_words[raws], self._raw_words[raws + 1]
        for place, first, last in zip(at.tolist(), firsts.tolist(), lasts.tolist(), strict=True):
            for side in found:
                side[place].update(range(first, last))
        for place, word in enumerate(words):
            if is_like_a_form(word):
                for form in self._forms:
                    if OSA.distance(word.raw, form, score_cutoff=1) <= 1:
                        found[0][place].update(self._index.words_with(f"r:{form}"))
        self._add_within_skeletons(found, words, always=translated)
        for used, side in zip(self._used, found, strict=True):
            for place, near in enumerate(side):
                ids = np.fromiter(near, np.int64, len(near))
                side[place] = set(ids[used[ids]].tolist())
        return found

    def _add_by_key(self, found: Sequence[Sequence[set[int]]], words: Sequence[Word]) -> None:
        asked: list[tuple[int, str]] = []
        for at, word in enumerate(words):
            asked += [(at, key) for key in keys_to(word, self._index.lexicon)]
            if word.cls == NUMBER:
                asked.append((at, "#:"))
        for (at, key), near in zip(asked, self._under([key for _, key in asked]), strict=True):
            for kinds, side in zip((FIRM_KEYS, PERSON_KEYS), found, strict=True):
                if key[0] in kinds:
                    side[at].update(near)

    def _under(self, asked: Sequence[str]) -> Iterable[list[int]]:
        """The words under each key."""
        hashes = np.array([hash_of(key) for key in asked], np.uint32)
        firsts = np.searchsorted(self._hashes, hashes, "left").tolist()
        lasts = np.searchsorted(self._hashes, hashes, "right").tolist()
        for first, last in zip(firsts, lasts, strict=True):
            yield self._words[first:last].tolist() if first < last else []

    def _add_within_skeletons(
        self, found: Sequence[Sequence[set[int]]], words: Sequence[Word], *, always: bool
    ) -> None:
        """Words a transliteration apart; for Latin words only those that were transliterated."""
        if always not in self._skeletons:
            known = sorted(self._index.skeletons(native=not always), key=len)
            self._skeletons[always] = known, Neighbours(known, skeleton_edits_allowed)
        known, neighbours = self._skeletons[always]
        heard = [at for at, word in enumerate(words) if _is_heard(word)]
        at, others = neighbours.of([keys.skeleton(words[place].raw) for place in heard])
        kind = "k" if always else "n"
        asked = [f"{kind}:{known[other]}" for other in others.tolist()]
        for place, near in zip(at.tolist(), self._under(asked), strict=True):
            for side in found:
                side[heard[place]].update(near)

    def _hear(self, words: Sequence[Word], near: Sequence[set[int]], *, translated: bool) -> None:
        """Measure at once how alike those words sound that will be asked about."""
        asked = []
        for word, others in zip(words, near, strict=True):
            sought = keys.skeleton(word.raw) if word.raw.isascii() else ""
            for at in others:
                listed = self._index.word(at)
                if (translated or listed.native) or (
                    listed.raw.isascii() and keys.skeleton(listed.raw) == sought
                ):
                    asked.append((word.raw, listed.raw))
        phonetic.remember(asked, batch_sounds.similarities(asked))


def _is_heard(word: Word) -> bool:
    """In Latin letters; of East Asian names only the very same sound counts."""
    return (
        word.raw.isascii()
        and len(word.raw) > 1
        and not (word.native and script(word.native) in east_asian.SCRIPTS)
    )


def _reader(index: Index):  # type: ignore[no-untyped-def]  # noqa: ANN202
    def numbers(name: str) -> NDArray[np.uint32]:
        return np.frombuffer(index.file.raw(name), "<u4")

    return numbers
