"""Names in other scripts by the numbers of their words, where no rule looks at several of these."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from screenr.matching import constructs
from screenr.matching.batch_numbers import Numbers
from screenr.matching.batch_queries import Numbered
from screenr.matching.index import Index
from screenr.matching.native_words import Beside, NativeWords, are_apart, stay
from screenr.matching.reading import UNSPACED

MOST_TOGETHER = 2
"""Words that are read together where the first of them is not read by itself."""
REMEMBERED = 12_000
"""The most words that are kept, alone or together; the memory of a run stays constant."""


class _Native(NamedTuple):
    """A `NativeWord` with the numbers of its words in place of these."""

    script: str
    written: Sequence[int]
    sounds: Sequence[Sequence[int]]
    beside: Beside


class Natives:
    """Reads names, and remembers their words for as long as these have their numbers."""

    def __init__(self, index: Index, numbers: Numbers) -> None:
        self._numbers, self._articles = numbers, index.lexicon.particles
        self._words = NativeWords(index.book, index.weigh)
        self._known: dict[str, _Native | None] = {}

    def read(self, folded: Sequence[str]) -> Sequence[Numbered] | None:
        """The readings of a name; None where rules about several words must be asked."""
        found, begun = list[_Native](), list[str]()
        for word in constructs.joined(folded, self._articles):
            begun.append(word)
            native = self._of(" ".join(begun))
            if native is not None:
                found.append(native)
                begun.clear()
            elif len(begun) == MOST_TOGETHER:
                return None
        return None if begun or not found else self._readings(found)

    def forget(self, dropped: Iterable[int]) -> None:
        """Forget the words that lost their numbers, and others where there are too many.

        First those that are read with others; of two words that are read together there may be many
        of which each has its number still.
        """
        gone = {*dropped}
        if gone or len(self._known) > REMEMBERED:
            self._known = {
                words: native
                for words, native in self._known.items()
                if native and gone.isdisjoint(chain(native.written, *native.sounds))
            }
        if len(self._known) > REMEMBERED:
            self._known = {}

    def _of(self, words: str) -> _Native | None:
        if words not in self._known:
            self._known[words] = self._numbered(words)
        return self._known[words]

    def _numbered(self, words: str) -> _Native | None:
        read = self._words.of(words.split(" "))
        if read is None:
            return None
        script, written, sounds, beside = read
        numbers = {each: tuple(self._numbers.of(each, translated=True)) for each in sounds}
        ways = map(numbers.__getitem__, sounds) if len(numbers) > 1 else numbers.values()
        as_written = tuple(self._numbers.of(written, translated=False))
        return _Native(script, as_written, tuple(ways), beside)

    def _readings(self, words: Sequence[_Native]) -> Sequence[Numbered] | None:
        """The readings of a name that has these words; None where they are read together."""
        if not stay([word.beside for word in words]):
            return None
        ways = range(max([len(word.sounds) for word in words]))
        sounds = dict.fromkeys(
            tuple(chain.from_iterable([word.sounds[way % len(word.sounds)] for word in words]))
            for way in ways
        )
        if not self._are_apart(words, sounds):
            return None
        script, written = words[0].script, [*chain.from_iterable([each.written for each in words])]
        found = [Numbered(written, script, translated=False)]
        return found + [Numbered(sound, script, translated=True) for sound in sounds if sound]

    def _are_apart(self, words: Sequence[_Native], sounds: Iterable[Sequence[int]]) -> bool:
        """Whether no word passes for another that sounds the same; of two scripts they may."""
        scripts = {word.script for word in words}
        if len(scripts) > 1 or not UNSPACED.isdisjoint(scripts):
            return scripts <= UNSPACED
        at = self._numbers.words.__getitem__
        return all(are_apart(map(at, sound)) for sound in sounds)
