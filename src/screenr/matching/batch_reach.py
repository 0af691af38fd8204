"""What words can meet, many words at once: the array form of `reach`, for a batch.

The rules of `meet` are asked for here as what they give at most, so that a scorer's exception costs
a comparison and never a match; a test holds them together.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from screenr.matching import across_scripts, batch_sounds
from screenr.matching.batch_pairs import AskedWords, Pairs, all_of, best, expanded
from screenr.matching.batch_words import ListedWords
from screenr.matching.index import Index
from screenr.matching.index_file import hash_of
from screenr.matching.lexicon import DISTINCT, LEGAL, NUMBER
from screenr.matching.listed import PERSON
from screenr.matching.meet import (
    CLEAR_SKELETON,
    HEARD,
    IN_COMPANY,
    OTHER_NUMBER,
    PLAUSIBLE,
    SHORTEST_FORM,
    SHORTEST_HEARD,
    edits_allowed,
    skeleton_edits_allowed,
)
from screenr.matching.meeting_keys import keys_to
from screenr.matching.neighbours import Neighbours
from screenr.matching.reach import LEAST
from screenr.matching.words import Word
from screenr.text import keys

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Marks = NDArray[np.bool_]
SAME_MEANING, LOOKS_ALIKE, LACKS_VOWELS, FAMILY = 0.97, 0.94, 0.92, 0.95
SAME_SOUND, SPELLED_BY_SOUND, SLIP_IN_FORM = 0.94, 0.9, 0.9
LIKE_ANOTHER_NAME, LIKE_ANOTHER_WORD, HALF_COMMON = 0.25, 0.03, 0.05
LEAST_HALF_COMMON, LEAST_SIMILAR_SOUND, SIMILAR_SOUND = 0.8, 0.78, 0.95
MOST_ACROSS, MORE_ACROSS, SLAVIC = 0.96, 0.03, 0.82


class BatchReach:
    """Looks up what words can meet, many at a time."""

    def __init__(self, index: Index, listed: ListedWords) -> None:
        self._index, self._listed = index, listed
        self._hashes = np.frombuffer(index.file.raw("key.u4"), "<u4")
        self._words = np.frombuffer(index.file.raw("key.word.u4"), "<u4")
        self._raw_words = np.frombuffer(index.file.raw("raw.word.u4"), "<u4").astype(np.int64)
        self._raws = Neighbours(index.file.strings("raw")[:], _edits_at_least_in_a_form)
        # East Asian names of several words are met by `east_asian` alone.
        self._is_heard = ~listed.is_east_asian | _alone(index)
        self._skeletons: dict[bool, tuple[list[str], Neighbours]] = {}

    def of(self, words: Sequence[Word], *, translated: bool) -> tuple[Pairs, Pairs]:
        """What the words can meet in names of organizations, and in names of persons."""
        asked = AskedWords(words)
        by_key = self._by_key(words)
        edited = self._edited(asked, words)
        heard = self._heard(asked, words, by_key["k"], is_person=True)
        across = self._across(asked, words, always=translated)
        firm = [*self._of_firms(asked, by_key, edited), *self._clear(asked, across)]
        person = [*self._of_persons(asked, by_key, edited), heard, across]
        listed = self._listed
        return best(firm, listed.of_firms), best(person, listed.of_persons)

    # -- what is near

    def _by_key(self, words: Sequence[Word]) -> dict[str, tuple[Ints, Ints]]:
        """By kind of key, places of words and the listed ones that share a key."""
        found = {}
        asked: dict[str, list[tuple[int, int]]] = {kind: [] for kind in "trvcsfky#"}
        for at, word in enumerate(words):
            for key in keys_to(word, self._index.lexicon):
                asked[key[0]].append((at, hash_of(key)))
        for kind, hashes in asked.items():
            pairs = np.array(hashes, np.int64).reshape(-1, 2)
            found[kind] = self._under(pairs[:, 0], pairs[:, 1])
        return found

    def _under(self, places: Ints, hashes: Ints) -> tuple[Ints, Ints]:
        firsts = np.searchsorted(self._hashes, hashes.astype(np.uint32), "left")
        lasts = np.searchsorted(self._hashes, hashes.astype(np.uint32), "right")
        at, of = expanded(firsts, lasts)
        return places[of], self._words[at].astype(np.int64)

    def _edited(self, asked: AskedWords, words: Sequence[Word]) -> tuple[Ints, Ints, Floats]:
        """Pairs within some edits, and one less the edits by letter."""
        places, raws, edits = self._raws.of([word.raw for word in words])
        at, of = expanded(self._raw_words[raws], self._raw_words[raws + 1])
        places, edits = places[of], edits[of]
        longest = np.maximum(asked.length[places], self._listed.length[at])
        return places, at, np.where(edits == 0, 1.0, 1 - edits / longest)

    def _across(self, asked: AskedWords, words: Sequence[Word], *, always: bool) -> Pairs:
        """Words a transliteration apart; for Latin words only those that were transliterated."""
        if always not in self._skeletons:
            known = sorted(self._index.skeletons(native=not always), key=len)
            self._skeletons[always] = known, Neighbours(known, skeleton_edits_allowed)
        known, neighbours = self._skeletons[always]
        heard = np.flatnonzero(asked.is_spelled & ~asked.is_east_asian)
        at, others, _ = neighbours.of([keys.skeleton(words[each].raw) for each in heard.tolist()])
        kind = "k" if always else "n"
        hashes = [hash_of(f"{kind}:{known[other]}") for other in others.tolist()]
        near = self._under(heard[at], np.array(hashes, np.int64))
        near = near[0][self._is_heard[near[1]]], near[1][self._is_heard[near[1]]]
        found = self._heard(asked, words, near, is_person=False)
        kept = found.similarity >= PLAUSIBLE
        return Pairs(found.asked[kept], found.listed[kept], found.similarity[kept])

    def _heard(
        self, asked: AskedWords, words: Sequence[Word], near: tuple[Ints, Ints], *, is_person: bool
    ) -> Pairs:
        """How alike words sound: persons' names of one skeleton, or across scripts."""
        places, at = near
        listed = self._listed
        if is_person:
            both = asked.usual_person[places] & listed.usual_person[at]
            shortest = np.minimum(asked.length[places], listed.length[at])
            kept = (shortest >= SHORTEST_HEARD) & ~both & (asked.skeleton[places] > 2)  # noqa: PLR2004
            kept &= listed.of_persons[at]
            places, at = places[kept], at[kept]
        raws = listed.raw[at].tolist()
        pairs = [(words[place].raw, raw) for place, raw in zip(places.tolist(), raws, strict=True)]
        heard = np.array(batch_sounds.similarities(pairs), np.float64)
        if is_person:
            similar = np.maximum(LEAST_SIMILAR_SOUND, SIMILAR_SOUND * heard)
            return Pairs(places, at, np.where(heard >= HEARD, similar, IN_COMPANY))
        return Pairs(places, at, np.minimum(MOST_ACROSS, heard + MORE_ACROSS))

    # -- the rules of organizations

    def _of_firms(
        self,
        asked: AskedWords,
        by_key: dict[str, tuple[Ints, Ints]],
        edited: tuple[Ints, Ints, Floats],
    ) -> Iterator[Pairs]:
        listed = self._listed
        places, at = by_key["t"]
        yield Pairs(places, at, np.where(asked.cls[places] == LEGAL, 1.0, SAME_MEANING))
        yield all_of(by_key["r"], 1.0)
        numbers = by_key["#"]
        kept = asked.cls[numbers[0]] == NUMBER
        yield all_of((numbers[0][kept], numbers[1][kept]), OTHER_NUMBER)
        places, at, similarity = edited
        close = similarity * np.maximum(asked.length[places], listed.length[at])
        slip = np.maximum(asked.length[places], listed.length[at]) - close <= 1 + LEAST / 2
        form = slip & (asked.cls[places] == DISTINCT) & (listed.cls[at] == LEGAL)
        yield all_of((places[form], at[form]), SLIP_IN_FORM)
        alike = self._spelled_alike(asked, by_key, edited)
        yield from (self._half_common(asked, each) for each in alike)

    def _half_common(self, asked: AskedWords, pairs: Pairs) -> Pairs:
        """A slip in a common word counts less; two different common words never meet."""
        places, at, similarity = pairs
        mine, theirs = asked.cls[places], self._listed.cls[at]
        never = (mine == LEGAL) | (theirs == LEGAL) | (mine == NUMBER) | (theirs == NUMBER)
        both = (mine == DISTINCT) & (theirs == DISTINCT)
        one = ((mine == DISTINCT) ^ (theirs == DISTINCT)) & (similarity >= LEAST_HALF_COMMON)
        one &= ~(asked.at_large[places] & self._listed.at_large[at])
        kept = ~never & (both | one)
        less = np.where(both, 0.0, HALF_COMMON)
        return Pairs(places[kept], at[kept], (similarity - less)[kept])

    def _clear(self, asked: AskedWords, across: Pairs) -> Iterator[Pairs]:
        places, at, similarity = across
        least = np.where(
            asked.is_native[places], across_scripts.CLEAR_QUERY, across_scripts.CLEAR_LISTED
        )
        kept = (similarity >= least) & ~self._listed.is_east_asian[at]
        kept &= (asked.cls[places] == DISTINCT) & (self._listed.cls[at] == DISTINCT)
        yield Pairs(places[kept], at[kept], similarity[kept])

    # -- the rules of persons

    def _of_persons(
        self,
        asked: AskedWords,
        by_key: dict[str, tuple[Ints, Ints]],
        edited: tuple[Ints, Ints, Floats],
    ) -> Iterator[Pairs]:
        yield all_of(by_key["r"], 1.0)
        yield all_of(by_key["f"], FAMILY)
        yield all_of(by_key["s"], SAME_SOUND)
        look, bare, (places, at, similarity) = self._spelled_alike(asked, by_key, edited)
        yield look
        yield bare
        yield from self._in_company(asked, by_key, edited)
        both = asked.usual_person[places] & self._listed.usual_person[at]
        similarity = similarity - np.where(both, LIKE_ANOTHER_NAME, 0.0)
        kept = (similarity >= PLAUSIBLE) & (asked.length[places] > 1)
        yield Pairs(places[kept], at[kept], similarity[kept])

    def _in_company(
        self,
        asked: AskedWords,
        by_key: dict[str, tuple[Ints, Ints]],
        edited: tuple[Ints, Ints, Floats],
    ) -> Iterator[Pairs]:
        """Names that could be one where the others agree, or that are one in Slavic spellings."""
        listed = self._listed
        for places, at in (by_key["k"], edited[:2]):
            shortest = np.minimum(asked.length[places], listed.length[at])
            kept = shortest >= SHORTEST_HEARD
            yield all_of((places[kept], at[kept]), IN_COMPANY)
        places, at = by_key["y"]
        kept = np.minimum(asked.length[places], listed.length[at]) >= SHORTEST_HEARD
        clear = asked.slavic[places] >= CLEAR_SKELETON
        yield Pairs(places[kept], at[kept], np.where(clear, SLAVIC, IN_COMPANY)[kept])

    # -- the rules of both

    def _spelled_alike(
        self,
        asked: AskedWords,
        by_key: dict[str, tuple[Ints, Ints]],
        edited: tuple[Ints, Ints, Floats],
    ) -> tuple[Pairs, Pairs, Pairs]:
        """Letters drawn alike, vowels left out, slips."""
        listed = self._listed
        places, at = by_key["v"]
        shortest = np.minimum(asked.length[places], listed.length[at])
        kept = asked.is_mixed[places] | listed.is_mixed[at] | (shortest >= 4)  # noqa: PLR2004
        look = all_of((places[kept], at[kept]), LOOKS_ALIKE)
        places, at = by_key["c"]
        kept = asked.length[places] < listed.length[at]
        bare = all_of((places[kept], at[kept]), LACKS_VOWELS)
        places, at, similarity = edited
        both = asked.at_large[places] & listed.at_large[at]
        similarity = similarity - np.where(both, LIKE_ANOTHER_WORD, 0.0)
        size = len(listed.raws)
        sounds = np.isin(places * size + at, by_key["s"][0] * size + by_key["s"][1])
        similarity = np.where(sounds, np.maximum(similarity, SPELLED_BY_SOUND), similarity)
        kept = similarity >= PLAUSIBLE
        return look, bare, Pairs(places[kept], at[kept], similarity[kept])


def _alone(index: Index) -> Marks:
    """The words that are all of a listed person's name."""
    starts = np.frombuffer(index.file.raw("reading.at.u4"), "<u4").astype(np.int64)
    words = np.frombuffer(index.file.raw("reading.words.u4"), "<u4")
    flags = np.frombuffer(index.file.raw("reading.flags.u1"), np.uint8)
    size = len(index.file.strings("word"))
    single = (np.diff(starts) == 1) & (flags & PERSON > 0)
    return np.bincount(words[starts[:-1][single]], minlength=size) > 0


def _edits_at_least_in_a_form(length: int) -> int:
    """The slips allowed, of which legal forms of three letters may have one too."""
    return max(edits_allowed(length), 1) if length >= SHORTEST_FORM else 0
