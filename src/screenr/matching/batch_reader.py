"""Reads the names of a batch as the numbers of their words.

Two names in three are made of words that are read as they are beside whatever words, and of an
ending that was read before: for these the numbers are looked up, and that is all.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from screenr.matching.batch_numbers import Numbers
from screenr.matching.batch_plain import BatchPlainWords
from screenr.matching.batch_queries import Numbered, Queries
from screenr.matching.index import Index
from screenr.matching.legal_forms import FormWords
from screenr.matching.lexicon import DISTINCT
from screenr.matching.plain_names import PlainNames
from screenr.matching.plain_words import PlainWord, simple
from screenr.matching.reading import Reading
from screenr.text.normalize import MAX_NAME

OTHERS = 2_000
"""The most words that are not simple that are kept (`PlainWord.is_simple`)."""
_RULES, _ENDS, _BESIDE = -1, -2, -3
"""In place of numbers: of words that are read in two ways, and that may end a name. Where words
beside one must be looked at, its number is taken from the last."""
PAIRS = 2_000
"""Words beside each other that are kept."""


class _End(NamedTuple):
    """The numbers of an ending's words; words that may stand before it, which are no part of it."""

    numbers: Sequence[int]
    forms: Sequence[FormWords]
    before: set[str]

    def may_follow(self, word: str) -> bool:
        """Whether a word before the ending is no part of a legal form that ends with it."""
        if not self.forms or word in self.before:
            return True
        if any(each.may_hold(word) for each in self.forms):
            return False
        self.before.add(word)
        return True


class Reader:
    """Reads names, and remembers their words for as long as these have their numbers."""

    def __init__(self, index: Index, numbers: Numbers) -> None:
        self._numbers, self._words = numbers, BatchPlainWords(index)
        self._read_word, self._slips = index.plain_words.of, index.slips
        self._may_stand = lru_cache(PAIRS)(self._stand_apart)
        self._names = PlainNames(index.book, index.slips, word=self._word, rules=index.by_rules)
        self._known: dict[str, int] = {}
        self._others: dict[str, PlainWord | None] = {}
        self._telling = set[int]()
        self._ends: dict[tuple[str, ...], _End] = {}

    def read(self, names: Iterable[str]) -> Queries:
        """All readings of names; none of one without letter and digit, or longer than `MAX_NAME`.

        Words that no name had before have numbers now that are to be learned.
        """
        names = [name if len(name) <= MAX_NAME else "" for name in names]
        words = self._names.words_of_each(names)
        every = dict.fromkeys(chain.from_iterable(filter(None, words)))
        self._meet([word for word in every if word not in self._known])
        queries = Queries(self._numbers.words)
        for name, folded in zip(names, words, strict=True):
            plain = self._plain(folded) if folded else None
            if plain is not None:
                queries.add_plain(plain)
            else:
                queries.add([*map(self._numbered, self._names.read(name, folded))])
        return queries

    def _numbered(self, reading: Reading) -> Numbered:
        numbers = self._numbers.of(reading.words, translated=reading.translated)
        return Numbered(reading, numbers)

    def forget(self, dropped: Sequence[int]) -> None:
        """Forget the words that lost their numbers, and others where there are too many."""
        words, known = self._numbers.words, self._known
        for number in dropped:
            word = words[number].raw
            if known.get(word) in (number, _BESIDE - number):
                del known[word]
                self._others.pop(word, None)
        if len(self._others) > OTHERS:
            self._others.clear()
            for word in [word for word, number in known.items() if number < 0]:
                del known[word]
        if len(dropped):
            self._known = dict(known)  # without room for those that are gone
            self._telling.difference_update(dropped)
            self._ends.clear()

    def _meet(self, new: Sequence[str]) -> None:
        """Read words that no name had before."""
        for word, read in zip(new, self._words.of(new), strict=True):
            if read is None or read.meant:
                self._known[word] = _ENDS if read is None else _RULES
                self._others[word] = read
                continue
            (number,) = self._numbers.of([read.word], translated=False)
            if read.word.cls == DISTINCT:
                self._telling.add(number)
            self._known[word] = number
            if not read.is_simple:
                self._known[word] = _BESIDE - number
                self._others[word] = read

    def _plain(self, words: list[str]) -> list[int] | None:
        """The numbers of a name's words; None where more than each by itself must be looked at."""
        numbers = [self._known[word] for word in words]
        if _ENDS in numbers:
            size = numbers.index(_ENDS)
            end = self._end(words[size - 1], tuple(words[size:])) if size else None
            if end is None:
                return None
            numbers[size:] = end
        if min(numbers) < 0 and not self._is_settled(words, numbers):
            return None
        return None if self._telling.isdisjoint(numbers) else numbers

    def _is_settled(self, words: list[str], numbers: list[int]) -> bool:
        """Whether no word does something to one beside it; such words have their numbers then."""
        for at, number in enumerate(numbers):
            if number == _RULES:
                return False
            if number < 0:
                beside = words[max(at - 1, 0) : at + 2]
                if not all(self._may_stand(*pair) for pair in pairwise(beside)):
                    return False
                numbers[at] = _BESIDE - number
        return True

    def _stand_apart(self, one: str, two: str) -> bool:
        """Whether a word and the next are no phrase, and may not be part of a legal form."""
        before, after = self._word(one), self._others.get(two)
        if before is None or two in before.after:
            return False
        may_be_form = before.begins or (after is not None and after.ends)
        return not (may_be_form and self._slips.may_join(one, (two,)))

    def _end(self, before: str, rest: tuple[str, ...]) -> Sequence[int] | None:
        """The numbers of an ending after a word; None where it was not learned, or may join."""
        end = self._ends.get(rest)
        if end is None:
            learned = self._names.ending(rest)
            if learned is None:
                return None
            words, forms = learned
            numbers = self._numbers.of(words, translated=False)
            end = self._ends[rest] = _End(numbers, forms, set())
        return end.numbers if end.may_follow(before) else None

    def _word(self, word: str) -> PlainWord | None:
        """A word by itself, for names that have others beside which more must be looked at."""
        number = self._known.get(word, _RULES)
        if number >= 0:
            return simple(self._numbers.words[number])
        if word not in self._others:
            self._others[word] = self._read_word(word)  # a place of several words
        return self._others[word]
