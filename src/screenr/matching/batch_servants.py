"""Words that can meet the first half of a name such as Abd al-Rahman, joined with its particle.

The rules themselves are asked, since few words can; which may is found out for all at once.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from screenr.matching.batch_keys import AskedWords
from screenr.matching.batch_pairs import Pairs
from screenr.matching.batch_words import ListedWords
from screenr.matching.index import Index
from screenr.matching.meeting_keys import families
from screenr.matching.persons import SERVANT, SERVANT_OF
from screenr.matching.reach import similarities
from screenr.matching.words import Word
from screenr.text import keys


class Servants:
    """The listed words that may be joined with the particle after them."""

    def __init__(self, index: Index, listed: ListedWords) -> None:
        self._index = index
        near = index.words_with(f"r:{SERVANT}")
        self._servants = [at for at in near if listed.raws[at] == SERVANT]
        self._families = {
            family for raw in (SERVANT, SERVANT_OF) for family in families(raw, index.lexicon)
        }

    def met(self, asked: AskedWords, words: Sequence[Word], *, translated: bool) -> Pairs:
        """Which of the words can meet them."""
        found = [
            (place, at, similarity)
            for place in (self._may(asked) if self._servants else ())
            for at, similarity in similarities(
                self._index, words[place], self._servants, person=True, translated=translated
            ).items()
        ]
        places, listed, alike = np.array(found, np.float64).reshape(-1, 3).T
        return Pairs(places.astype(np.int64), listed.astype(np.int64), alike)

    def _may(self, asked: AskedWords) -> list[int]:
        """The words that a rule could let meet one: by letters, sound or table."""
        lexicon = self._index.lexicon
        known = [
            place
            for place, raw in enumerate(asked.raws)
            if raw in lexicon.families and not self._families.isdisjoint(families(raw, lexicon))
        ]
        spelled = asked.spelled[
            _is_near(asked.keys.skeleton, keys.skeleton(SERVANT_OF))
            | (np.array(asked.keys.visual, object) == keys.visual(SERVANT_OF))
        ]
        near = np.flatnonzero(_is_near(asked.raws, SERVANT_OF))
        return sorted({*known, *spelled.tolist(), *near.tolist()})


def _is_near(strings: Sequence[str], one: str) -> NDArray[np.bool_]:
    edits = process.cdist([one], strings, scorer=OSA.distance, score_cutoff=1)
    near: NDArray[np.bool_] = edits[0] <= 1
    return near
