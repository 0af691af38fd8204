"""What words can meet, many words at once: the array form of `reach`, for a batch.

The rules of `meet` are asked for here as what they give at most, so that a scorer's exception costs
a comparison and never a match; a test holds them together.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching import across_scripts
from screenr.matching.batch_heard import Heard, are_east_asian
from screenr.matching.batch_keys import AskedWords, ListedKeys, Near
from screenr.matching.batch_pairs import Pairs, all_of, among, best, by_itself, expanded
from screenr.matching.batch_words import ListedWords
from screenr.matching.index import Index
from screenr.matching.letters import parted, table_of
from screenr.matching.lexicon import DISTINCT, LEGAL, NUMBER
from screenr.matching.meet import (
    CLEAR_SKELETON,
    IN_COMPANY,
    IN_FIRMS,
    OTHER_NUMBER,
    PLAUSIBLE,
    SHORTEST_FORM,
    SHORTEST_HEARD,
    SLAVIC_ALIKE,
    edits_allowed,
)
from screenr.matching.neighbours import Neighbours

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
SAME_MEANING, LOOKS_ALIKE, LACKS_VOWELS, FAMILY = 0.97, 0.94, 0.92, 0.95
SAME_SOUND, SPELLED_BY_SOUND, SLIP_IN_FORM = 0.94, 0.9, 0.9
LIKE_ANOTHER_NAME, LIKE_ANOTHER_WORD, HALF_COMMON = 0.25, 0.03, 0.05
LEAST_HALF_COMMON = 0.8
NOT_BY_SOUND_ALONE = IN_FIRMS + 1e-6
"""What bounds take words of similar sound for that could meet by another rule as well."""


class Edited(NamedTuple):
    """Places of asked words, listed words within some edits, and one less the edits by letter."""

    asked: Ints
    listed: Ints
    edits: Ints
    similarity: Floats


class BatchReach:
    """Looks up what words can meet, many at a time."""

    def __init__(self, index: Index, listed: ListedWords) -> None:
        self._listed, self._keys = listed, ListedKeys(index)
        self._is_long_name = listed.of_persons & (listed.length >= SHORTEST_HEARD)
        self._words_spelled = np.frombuffer(index.file.raw("raw.word.u4"), "<u4")
        tables = [parted(raws, size) for size, raws in enumerate(index.raws_by_length(), start=1)]
        tables.insert(0, table_of([], 0))
        self._spelled = Neighbours(tables, _edits_at_least_in_a_form)
        self._heard = Heard(index, listed, self._keys)

    def of(self, asked: AskedWords, *, translated: bool) -> tuple[Pairs, Pairs]:
        """What the words can meet in names of organizations, and in names of persons."""
        by_key = self._keys.near(asked)
        edited = self._edited(asked)
        alike = self._spelled_alike(asked, by_key, edited)
        heard = self._heard.of(asked, by_key["k"], always=translated)
        firm = [*self._of_firms(asked, by_key, edited, alike), *self._clear(asked, heard.across)]
        firm.append(self._heard_alone(asked, edited, heard.firms))
        person = [*self._of_persons(asked, by_key, edited, alike), heard.across, heard.persons]
        listed = self._listed
        return best(firm, listed.of_firms), best(person, listed.of_persons)

    def _edited(self, asked: AskedWords) -> Edited:
        places, spelled, edits = self._spelled.of(asked.raws)
        at, of = expanded(self._words_spelled[spelled], self._words_spelled[spelled + 1])
        places, edits = places[of], edits[of]
        longest = np.maximum(asked.length[places], self._listed.length[at])
        return Edited(places, at, edits, 1 - edits / longest)

    # -- the rules of organizations

    def _of_firms(
        self, asked: AskedWords, by_key: dict[str, Near], edited: Edited, alike: Sequence[Pairs]
    ) -> Iterator[Pairs]:
        places, at = by_key["t"]
        yield Pairs(places, at, np.where(asked.cls[places] == LEGAL, 1.0, SAME_MEANING))
        yield all_of(by_key["r"], 1.0)
        yield all_of(by_key["#"], OTHER_NUMBER)
        places, at, edits, _ = edited
        form = (asked.cls[places] == DISTINCT) & (self._listed.cls[at] == LEGAL) & (edits <= 1)
        yield all_of((places[form], at[form]), SLIP_IN_FORM)
        yield from (self._half_common(asked, each) for each in alike)
        places, at = by_key["s"]
        one = ~(asked.at_large[places] & self._listed.at_large[at])
        one &= np.minimum(asked.length[places], self._listed.length[at]) >= SHORTEST_HEARD
        one &= (asked.cls[places] == DISTINCT) & (self._listed.cls[at] == DISTINCT)
        heard = all_of((places[one], at[one]), IN_FIRMS)
        yield self._heard_alone(asked, edited, heard)

    def _heard_alone(self, asked: AskedWords, edited: Edited, heard: Pairs) -> Pairs:
        """Pairs of similar sound, those told apart that could as well meet by another rule.

        Words that others find are more alike than that, but for slips and across scripts.
        """
        size = len(self._listed.raws)
        pairs = heard.asked * size + heard.listed
        others = among(pairs, edited.asked * size + edited.listed)
        others |= asked.is_native[heard.asked]
        return heard._replace(similarity=np.where(others, NOT_BY_SOUND_ALONE, heard.similarity))

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
        kept &= ~are_east_asian(asked)[places]
        kept &= (asked.cls[places] == DISTINCT) & (self._listed.cls[at] == DISTINCT)
        yield Pairs(places[kept], at[kept], similarity[kept])

    # -- the rules of persons

    def _of_persons(
        self, asked: AskedWords, by_key: dict[str, Near], edited: Edited, alike: Sequence[Pairs]
    ) -> Iterator[Pairs]:
        yield all_of(by_key["r"], 1.0)
        yield all_of(by_key["f"], FAMILY)
        yield all_of(by_key["s"], SAME_SOUND)
        foreign = np.flatnonzero(~asked.is_latin[edited.asked])  # of whose sound there is no key
        yield all_of((edited.asked[foreign], edited.listed[foreign]), SAME_SOUND)
        *others, (places, at, similarity) = alike
        yield from others
        yield from self._in_company(asked, by_key, edited)
        both = asked.usual_person[places] & self._listed.usual_person[at]
        similarity = similarity - np.where(both, LIKE_ANOTHER_NAME, 0.0)
        kept = (similarity >= PLAUSIBLE) & (asked.length[places] > 1)
        yield Pairs(places[kept], at[kept], by_itself(similarity[kept]))

    def _in_company(
        self, asked: AskedWords, by_key: dict[str, Near], edited: Edited
    ) -> Iterator[Pairs]:
        """Names that could be one where the others agree, or that are one in Slavic spellings."""
        long = asked.length[edited.asked] >= SHORTEST_HEARD
        slips = np.flatnonzero((edited.edits == 1) & long)
        company = [by_key["k"], (edited.asked[slips], edited.listed[slips])]
        yield from (all_of(self._with_long(near), IN_COMPANY) for near in company)
        places, at = self._with_long(by_key["y"])
        clear = asked.slavic[places] >= CLEAR_SKELETON
        clear &= ~(asked.usual_person[places] & self._listed.usual_person[at])
        yield Pairs(places, at, np.where(clear, SLAVIC_ALIKE, IN_COMPANY))

    def _with_long(self, near: Near) -> Near:
        """The pairs with persons' names that are long enough to be recognized by sound."""
        places, at = near
        kept = np.flatnonzero(self._is_long_name[at])
        return places[kept], at[kept]

    # -- the rules of both

    def _spelled_alike(
        self, asked: AskedWords, by_key: dict[str, Near], edited: Edited
    ) -> tuple[Pairs, Pairs, Pairs]:
        """Letters drawn alike, vowels left out, slips."""
        listed = self._listed
        places, at = by_key["v"]
        shortest = np.minimum(asked.length[places], listed.length[at])
        kept = asked.is_mixed[places] | listed.is_mixed[at] | (shortest >= 4)  # noqa: PLR2004
        look = all_of((places[kept], at[kept]), LOOKS_ALIKE)
        places, at = by_key["c"]
        kept = asked.length[places] < listed.length[at]
        kept &= asked.first[places] == listed.first[at]
        bare = all_of((places[kept], at[kept]), LACKS_VOWELS)
        places, at, _, similarity = edited
        both = asked.at_large[places] & listed.at_large[at]
        similarity = similarity - np.where(both, LIKE_ANOTHER_WORD, 0.0)
        size = len(listed.raws)
        sounds = among(places * size + at, by_key["s"][0] * size + by_key["s"][1])
        sounds |= ~asked.is_latin[places]
        similarity = np.where(sounds, np.maximum(similarity, SPELLED_BY_SOUND), similarity)
        kept = similarity >= PLAUSIBLE
        return look, bare, Pairs(places[kept], at[kept], similarity[kept])


def _edits_at_least_in_a_form(length: int) -> int:
    """The slips allowed, of which legal forms of three letters may have one too."""
    return max(edits_allowed(length), 1) if length >= SHORTEST_FORM else 0
