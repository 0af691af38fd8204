"""Which listed names many counterparties' names could match: the array form of `candidates`.

The same bound over the same words, hundreds of names at once. Words are numbered and looked up when
they are first seen (`batch_book`); each name's words become rows of (name, listed word, gain), of
which those that a match cannot do without lead to readings (`batch_side`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from screenr.matching import acronyms, east_asian
from screenr.matching.batch_book import Book
from screenr.matching.batch_firms import FirmSide
from screenr.matching.batch_joins import Joins
from screenr.matching.batch_keys import Hashed
from screenr.matching.batch_names import Ints, Names
from screenr.matching.batch_persons import PersonSide
from screenr.matching.batch_side import Side
from screenr.matching.batch_words import ListedWords
from screenr.matching.candidates import (
    COMPARED_AS,
    Candidates,
    asked_words,
    compared_with,
    same_name,
)
from screenr.matching.exactness import bare_names
from screenr.matching.index import Index
from screenr.matching.index_file import hashes_of
from screenr.matching.reading import Reading
from screenr.matching.words import Word

LONGEST = 60
"""Words of a name that fit the bits of one number; longer ones are asked one by one."""
Asked = tuple[int, Reading, tuple[Word, ...]]
"""A name with its words as they are compared, and where the answer goes."""


class BatchCandidates:
    """Finds the readings of an index that names could match at one threshold."""

    def __init__(self, index: Index, threshold: float) -> None:
        self._index, self._threshold = index, threshold
        self._plain = Candidates(index)
        listed = ListedWords(index)
        self._book = Book(index, listed, threshold)
        self._bare = Hashed(index, "bare", "reading")
        self._acronyms = Hashed(index, "acronym", "reading")
        self._joins = Joins(index, listed, threshold)
        self._sides = tuple(
            side(index, listed, self._book, threshold) for side in (FirmSide, PersonSide)
        )

    def of(self, queries: Sequence[Reading]) -> list[set[int]]:
        """The readings that each name could match, as an organization or as a person."""
        found: list[set[int]] = [set() for _ in queries]
        self._book.forget()
        asked = [self._asked(found, queries, person=side.person) for side in self._sides]
        numbers = [self._numbers(each) for each in asked]
        self._book.learn(np.concatenate(numbers))
        is_firm = np.zeros(len(queries), np.bool_)
        for side, each, words in zip(self._sides, asked, numbers, strict=True):
            names = self._names(side, each, words)
            if not side.person:
                is_firm[names.at] = names.sums(names.facts["of_firm"]) > 0
            names = replace(names, is_firm=is_firm[names.at])
            for at, reading in chain(self._unbounded(side, names, each), side.found(names)):
                found[at].add(reading)
        return found

    def _asked(
        self, found: Sequence[set[int]], queries: Sequence[Reading], *, person: bool
    ) -> list[Asked]:
        asked = []
        for at, query in enumerate(queries):
            if person and query.mended:
                continue  # it is compared with organizations alone
            words = asked_words(self._index, query, person=person)
            # By itself a name of one word may be met by its sound alone (`compare`).
            is_sound = person and len(words) == 1 and query.translated
            if len(query.words) > LONGEST or (is_sound and query.script in east_asian.SCRIPTS):
                found[at].update(self._plain.of(query, person=person, threshold=self._threshold))
            else:
                asked.append((at, query, words))
        return asked

    def _numbers(self, asked: Sequence[Asked]) -> Ints:
        number = self._book.number
        return np.array(
            [
                number.setdefault((word, query.translated), len(number))
                for _, query, words in asked
                for word in words
            ],
            np.int64,
        )

    def _names(self, side: Side, asked: Sequence[Asked], words: Ints) -> Names:
        marks = np.zeros((len(asked), 3), np.uint8)
        marks[:, 0] = COMPARED_AS[side.person]
        translated = np.array([query.translated for _, query, _ in asked], np.bool_)
        for name in np.flatnonzero(translated).tolist():
            marks[name] = compared_with(*asked[name][1:], person=side.person)
        names = Names(
            np.array([at for at, _, _ in asked], np.int64),
            np.cumsum([0, *(len(words) for _, _, words in asked)]),
            words,
            self._book.facts[words],
            marks,
            translated,
            np.zeros(len(asked), np.bool_),
            np.array([query.mended for _, query, _ in asked], np.bool_),
            (),
        )
        flat = [word for _, _, each in asked for word in each]
        return replace(names, joins=list(self._joins.of(names, flat, person=side.person)))

    def _unbounded(
        self, side: Side, names: Names, asked: Sequence[Asked]
    ) -> Iterator[tuple[int, int]]:
        """What needs no bound (`candidates.unbounded`)."""
        for word in np.flatnonzero(names.facts["apart"]).tolist():
            at = int(names.at[names.name[word]])
            yield from ((at, reading) for reading in self._book.apart[int(names.words[word])])
        if side.person:
            has_family_name = (names.sums(names.facts["family"]) > 0).tolist()
            for (at, query, words), is_romanized in zip(asked, has_family_name, strict=True):
                if not is_romanized and query.script not in east_asian.SCRIPTS:
                    continue
                same = same_name(self._index, query, words, person=True)
                yield from ((at, reading) for reading in same)
            return
        for section, keys_of in ((self._bare, bare_names), (self._acronyms, acronyms.keys_to)):
            keys = [(at, key) for at, _, words in asked for key in {*keys_of(words)}]
            sought = np.array(hashes_of("", [key for _, key in keys]), np.int64)
            under = section.under(np.array([at for at, _ in keys], np.int64), sought)
            yield from zip(*(each.tolist() for each in under), strict=True)
