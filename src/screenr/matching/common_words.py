"""The words that names share (of legal forms, trades and places), found through a slip.

The tables are made when they are first asked, and for one length at a time: a check of one name
needs little of them. They are made of all words as one text, which is ten times sooner.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from screenr.matching.lexicon import Lexicon
from screenr.text import keys

SHORTEST_WORD = 5
"""Letters of a common word in which one slip is recognized; shorter ones are too like others."""
SHORTEST_DISGUISED = 4
"""Letters of a word that lacks its vowels."""
_INNER_VOWELS = re.compile(r"(?<=\S)[aeiou]+")


class CommonWords:
    """Every word that a name may have beside its distinctive ones."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_end = lru_cache(maxsize=None)(self._grouped_by_ends)

    @cached_property
    def words(self) -> frozenset[str]:
        """All of them."""
        lexicon = self._lexicon
        return frozenset(" ".join((*lexicon.legal, *lexicon.business, *lexicon.places)).split())

    def without_vowels(self, word: str) -> str | None:
        """The longer word that `word` is without its vowels."""
        if not keys.lacks_vowels(word):
            return None
        found = self._by_consonants.under(bare(word))
        return min(
            (each for each in found if len(each) > len(word)),
            key=lambda each: (each[-1] != word[-1], -self._lexicon.zipf.get(each, 0), each),
            default=None,
        )

    def near(self, word: str) -> str | None:
        """The word that is one slip away, or drawn the same."""
        drawn_alike = self._by_look.under(keys.visual(word))
        ended_alike = [
            each
            for length in range(max(len(word) - 1, SHORTEST_WORD), len(word) + 2)
            for end in _ends(word, length)
            for each in self._by_end(length).get(end, ())
        ]
        near = process.extract(word, ended_alike, scorer=OSA.distance, score_cutoff=1, limit=None)
        return min(
            [*drawn_alike, *(each for each, _, _ in near)],
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
    def _disguisable(self) -> list[str]:
        return [each for each in self.words if len(each) >= SHORTEST_DISGUISED and each.isascii()]

    def _grouped_by_ends(self, length: int) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._of_length.get(length, ()):
            for end in _ends(word, length):
                found[end].append(word)
        return found

    @cached_property
    def _of_length(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        for word in self._disguisable:
            found[len(word)].append(word)
        return found

    @cached_property
    def _by_consonants(self) -> "_Marked":
        words = self._disguisable
        return _Marked(bare("\n".join(words)).split("\n"), words)

    @cached_property
    def _by_look(self) -> "_Marked":
        words = self._disguisable
        return _Marked(keys.visual("\n".join(words)).split("\n"), words)


class _Marked:
    """Words by what many of them may share, in a third of the room of a dictionary of lists."""

    def __init__(self, marks: Iterable[str], words: Sequence[str]) -> None:
        self._lines = sorted(map(" ".join, zip(marks, words, strict=True)))

    def under(self, mark: str) -> list[str]:
        """The words of a mark."""
        begun = f"{mark} "
        first = last = bisect_left(self._lines, begun)
        while last < len(self._lines) and self._lines[last].startswith(begun):
            last += 1
        return [line[len(begun) :] for line in self._lines[first:last]]


def bare(text: str) -> str:
    """The first letter of each word, and its consonants."""
    return _INNER_VOWELS.sub("", text)


def _ends(word: str, length: int) -> tuple[str, str]:
    """How a word begins and ends, as words of `length` letters are grouped.

    One slip, of one letter or of two side by side, leaves one of the two whole where a letter at
    least is between them.
    """
    size = (length - 1) // 2
    return f"^{word[:size]}", f"{word[-size:]}$"
