"""The words that names share (of legal forms, trades and places), found through a slip.

They lie in an index under what is left of them when a letter is left out, how they are drawn, and
their consonants: a check of one name makes no tables, and most new words pass no sieve.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

from rapidfuzz.distance import OSA

from screenr.matching.index_file import (
    IndexFile,
    hash_of,
    hashed_sections,
    hashes_of,
    string_sections,
)
from screenr.matching.key_table import KeyTable
from screenr.matching.left_out import hashes_left_of
from screenr.matching.lexicon import Lexicon
from screenr.text import keys

SHORTEST_WORD = 5
"""Letters of a common word in which one slip is recognized; shorter ones are too like others."""
SHORTEST_DISGUISED = 4
"""Letters of a word that lacks its vowels."""
LOOK, _CONSONANTS = "v:", "c:"
_INNER_VOWELS = re.compile(r"(?<=\S)[aeiou]+")


class CommonWords:
    """Every word that a name may have beside its distinctive ones."""

    def __init__(self, lexicon: Lexicon, file: IndexFile) -> None:
        self._lexicon, self._file = lexicon, file
        self._table = KeyTable(file, "common", "word")

    @cached_property
    def words(self) -> frozenset[str]:
        """All of them."""
        return common_words(self._lexicon)

    def without_vowels(self, word: str) -> str | None:
        """The longer word that `word` is without its vowels."""
        if not keys.lacks_vowels(word):
            return None
        consonants = bare(word)
        numbers = self._table.under(hash_of(_CONSONANTS + consonants))
        found = [self._strings[number] for number in numbers]
        return min(
            (each for each in found if len(each) > len(word) and bare(each) == consonants),
            key=lambda each: (each[-1] != word[-1], -self._lexicon.zipf.get(each, 0), each),
            default=None,
        )

    def near(self, word: str) -> str | None:
        """The word that is one slip away, or drawn the same."""
        hashes = hash_of(LOOK + keys.visual(word)), *hashes_left_of(word)
        return self.nearest(word, self._table.under_any(hashes))

    def nearest(self, word: str, among: Collection[int]) -> str | None:
        """The same, among the words of some numbers: those that `near` looks up, or more."""
        if not among:  # so it is with nearly all new words
            return None
        look = keys.visual(word)
        found = {self._strings[number] for number in among}
        return min(
            (each for each in found if _is_slip(each, word) or keys.visual(each) == look),
            key=lambda each: (each[0] != word[0], -self._lexicon.zipf.get(each, 0), each),
            default=None,
        )

    def transposed(self, word: str) -> str | None:
        """A short word of which two letters are in each other's place."""
        for at in range(len(word) - 1):
            swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            if swapped in self.words:
                return swapped
        return None

    @cached_property
    def _strings(self) -> Sequence[str]:
        return self._file.strings("common")


def common_words(lexicon: Lexicon) -> frozenset[str]:
    """The words of legal forms, trades and places."""
    return frozenset(" ".join((*lexicon.legal, *lexicon.business, *lexicon.places)).split())


def common_sections(lexicon: Lexicon) -> Iterator[tuple[str, bytes]]:
    """The common words in ASCII that slips may hide, and the keys under which they lie."""
    words = sorted(
        each for each in common_words(lexicon) if len(each) >= SHORTEST_DISGUISED and each.isascii()
    )
    looks = hashes_of(LOOK, keys.visual_of_each(words))
    consonants = hashes_of(_CONSONANTS, bare("\n".join(words)).split("\n"))
    left = [hashes_left_of(word) if len(word) >= SHORTEST_WORD else () for word in words]
    yield from string_sections("common", words)
    yield from hashed_sections("common", "word", map(_together, looks, consonants, left))


def _together(look: int, consonants: int, left: Iterable[int]) -> list[int]:
    return [look, consonants, *left]


def bare(text: str) -> str:
    """The first letter of each word, and its consonants."""
    return _INNER_VOWELS.sub("", text)


def _is_slip(word: str, asked: str) -> bool:
    return len(word) >= SHORTEST_WORD and OSA.distance(word, asked, score_cutoff=1) <= 1
