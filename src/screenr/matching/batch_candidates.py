"""Which listed names many counterparties' names could match: the array form of `candidates`.

The same bound over the same words, a few dozen names at once. Each name's words become rows of
(name, listed word, gain); the rows that a match cannot do without lead to readings; of those all
words are looked up among the rows and their gains summed.
"""

from collections.abc import Sequence

from screenr.matching import east_asian
from screenr.matching.batch_firms import FirmSide
from screenr.matching.batch_persons import PersonSide
from screenr.matching.batch_side import Asked
from screenr.matching.batch_tables import WordTables
from screenr.matching.batch_words import ListedWords
from screenr.matching.candidates import Candidates, asked_words, compared_with, same_name
from screenr.matching.index import Index
from screenr.matching.reading import Reading

LONGEST = 60
"""Words of a name that fit the bits of one number; longer ones are asked one by one."""


class BatchCandidates:
    """Finds the readings of an index that names could match at one threshold."""

    def __init__(self, index: Index, threshold: float) -> None:
        self._index, self._threshold = index, threshold
        self._plain = Candidates(index)
        listed = ListedWords(index)
        self._tables = WordTables(index, listed, threshold)
        self._sides = (FirmSide(index, listed, threshold), PersonSide(index, listed, threshold))

    def of(self, queries: Sequence[Reading]) -> list[set[int]]:
        """The readings that each name could match, as an organization or as a person."""
        found: list[set[int]] = [set() for _ in queries]
        asked = [self._asked(found, queries, person=person) for person in (False, True)]
        known = self._tables.of(
            (word, each.query.translated) for side in asked for each in side for word in each.words
        )
        for side, names in zip(self._sides, asked, strict=True):
            for each in names:
                found[each.at].update(
                    same_name(self._index, each.query, each.words, person=side.person)
                )
                for word in each.words:
                    found[each.at].update(known[word, each.query.translated].apart)
            for at, reading in side.found(names, known):
                found[at].add(reading)
        return found

    def _asked(
        self, found: Sequence[set[int]], queries: Sequence[Reading], *, person: bool
    ) -> list[Asked]:
        asked = []
        for at, query in enumerate(queries):
            words = asked_words(self._index, query, person=person)
            # By itself a name of one word may be met by its sound alone (`compare`).
            is_sound = person and len(words) == 1 and query.translated
            if len(words) > LONGEST or (is_sound and query.script in east_asian.SCRIPTS):
                found[at].update(self._plain.of(query, person=person, threshold=self._threshold))
            else:
                marks = compared_with(query, words, person=person)
                asked.append(Asked(at, query, words, marks))
        return asked
