"""What an East Asian name may be by its sound: a listed person's name of one word.

`compare` meets other listed names of persons with the characters of such a name alone. Names of one
word are a fortieth of all, so that what sounds like one is soon looked for among them.
"""

from collections.abc import Iterator
from functools import cached_property

from screenr.matching import east_asian
from screenr.matching.index import Index
from screenr.matching.listed import PERSON, TRANSLATED
from screenr.matching.reach import Reach
from screenr.matching.reading import Reading
from screenr.matching.words import Word
from screenr.text import keys
from screenr.text.transliterate import script


def is_by_sound(query: Reading) -> bool:
    """Whether a reading is how an East Asian name sounds."""
    return query.translated and query.script in east_asian.SCRIPTS


def has_sounds(query: Reading) -> bool:
    """Whether a word of it was written in Han or Hangul; a suffix of a place may be left out."""
    return any(script(word.native) in east_asian.SCRIPTS for word in query.words)


class LoneNames(Reach):
    """Looks up what is near a word among the words of the persons' names of one word."""

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        pairs = enumerate(zip(index.flags, index.telling, strict=True))
        self.readings = frozenset(
            [
                at
                for at, (marks, telling) in pairs
                if telling <= 1 and marks & (PERSON | TRANSLATED) == PERSON
            ]
        )
        """Readings without a second word that tells: all names of one word, and some others."""
        starts, words = index.reading_starts, index.reading_words
        self._words = frozenset(
            [word for at in self.readings for word in words[starts[at] : starts[at + 1]]]
        )

    def near(self, word: Word, *, person: bool, translated: bool) -> set[int]:
        """The numbers of these words that `word` might meet, and some others'."""
        return super().near(word, person=person, translated=translated) & self._words

    @cached_property
    def _by_length(self) -> dict[int, dict[str, list[int]]]:
        found: dict[int, dict[str, list[int]]] = {}
        for at in sorted(self._words):
            raw = self._index.word(at).raw
            found.setdefault(len(raw), {}).setdefault(raw, []).append(at)
        return found

    @cached_property
    def _by_skeleton(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for spelled in self._by_length.values():
            for raw, words in spelled.items():
                if raw.isascii():
                    found.setdefault(keys.skeleton(raw), []).extend(words)
        return found

    def _raws_of_length(self, length: int) -> list[str]:
        return [*self._by_length.get(length, ())]

    def _spelled(self, length: int, at: int) -> Iterator[int]:
        yield from self._by_length[length][self._bucket(length)[at]]

    def _skeletons_of(self, *, always: bool) -> list[str]:  # noqa: ARG002 -- all were heard
        return [*self._by_skeleton]

    def _under(self, skeleton: str, *, always: bool) -> Iterator[int]:  # noqa: ARG002 -- the same
        yield from self._by_skeleton[skeleton]
