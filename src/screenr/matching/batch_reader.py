"""Reads the names of a batch as the numbers of their words.

Nearly all names are made of words that are read as they are beside whatever words, or those next to
them, and of an ending that was read before: their numbers are looked up, and that is all.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from screenr.matching.batch_natives import Natives
from screenr.matching.batch_numbers import Numbers
from screenr.matching.batch_plain import BatchPlainWords
from screenr.matching.batch_queries import Numbered, Plain, Queries
from screenr.matching.index import Index
from screenr.matching.legal_forms import FormWords
from screenr.matching.lexicon import DISTINCT, STOP
from screenr.matching.phrasebook import stay
from screenr.matching.plain_names import PlainNames
from screenr.matching.plain_words import PlainWord, simple
from screenr.matching.reading import Reading
from screenr.text import keys
from screenr.text.normalize import MAX_NAME

OTHERS = 2_000
"""The most words that are not simple that are kept (`PlainWord.is_simple`)."""
_ENDS, _BESIDE = -1, -2
"""In place of numbers: of words that may end a name. Where words beside one must be looked at, or
it is read in two ways, its number is taken from the last."""
PAIRS = 2_000
"""Words beside each other that are kept."""


class _End(NamedTuple):
    """The numbers of an ending's words; words that may stand before it, which are no part of it."""

    numbers: Sequence[int]
    forms: Sequence[FormWords]
    before: set[str]

    def may_follow(self, lasts: Iterable[str]) -> bool:
        """Whether what a word ends with is no part of a legal form that ends with the ending."""
        return not any(each.may_hold(last) for last in lasts for each in self.forms)


class Reader:
    """Reads names, and remembers their words for as long as these have their numbers."""

    def __init__(self, index: Index, numbers: Numbers) -> None:
        self._numbers, self._words = numbers, BatchPlainWords(index)
        self._natives = Natives(index, numbers)
        self._read_word, self._by_rules = index.plain_words.of, index.by_rules
        self._may_stand = lru_cache(PAIRS)(self._stand_apart)
        self._names = PlainNames(index.book, index.slips, word=self._word, rules=self._by_rules)
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
        self._meet([word for word in every if word not in self._known and word.isascii()])
        queries = Queries(self._numbers.words)
        for name, folded in zip(names, words, strict=True):
            if folded and not (name.isascii() or "".join(folded).isascii()):
                native = self._natives.read(folded)
                queries.add(map(self._numbered, self._by_rules(name)) if native is None else native)
                continue
            plain = self._plain(folded) or self._with_place(folded) if folded else None
            if plain is not None:
                queries.add_plain(plain)
            else:
                queries.add(map(self._numbered, self._names.read(name, folded)))
        return queries

    def _numbered(self, reading: Reading) -> Numbered:
        words, script, translated, mended = reading
        numbers = self._numbers.of(words, translated=translated)
        return Numbered(numbers, script, translated, mended)

    def forget(self, dropped: Sequence[int]) -> None:
        """Forget the words that lost their numbers, and others where there are too many."""
        self._natives.forget(dropped)
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
            self._keep(word, read)

    def _keep(self, word: str, read: PlainWord | None) -> None:
        """Remember what a word is."""
        if read is None:
            self._known[word], self._others[word] = _ENDS, None
            return
        (number,) = self._numbers.of([read.word], translated=False)
        if read.word.cls == DISTINCT:
            self._telling.add(number)
        self._known[word] = number
        if not read.is_simple:
            self._known[word] = _BESIDE - number
            self._others[word] = read

    def _plain(self, words: list[str]) -> Plain | None:
        """The numbers of a name's words; None where more than each by itself must be looked at."""
        numbers = [self._known[word] for word in words]
        if _ENDS in numbers:
            size = numbers.index(_ENDS)
            end = self._end(words[size - 1], tuple(words[size:])) if size else None
            if end is None:
                return None
            numbers[size:] = end
        slips = self._slips_in(words, numbers) if min(numbers) < 0 else ()
        if slips is None or not self._stay(numbers):
            return None
        return self._mended(words, numbers, slips) if slips else Plain(numbers)

    def _with_place(self, words: list[str]) -> Plain | None:
        """The same of a name in which a place of several words stands, which has one number."""
        for at, (one, two) in enumerate(pairwise(words)):
            before = self._others.get(one)
            if before and two in before.after and not before.meant:
                joined = self._names.joined(words, at)
                if joined is None:
                    return None
                if (place := joined[at]) not in self._known:
                    self._keep(place, self._word(place))
                return self._plain(joined) or self._with_place(joined)
        return None

    def _slips_in(self, words: list[str], numbers: list[int]) -> list[int] | None:
        """The places of words with a slip; None where a word does something to one beside it.

        Such words have their numbers then.
        """
        slips, last = [], len(words) - 1
        for at, number in enumerate(numbers):
            if number >= 0:
                continue
            read = self._others[words[at]]
            if read is None or (at == last and not read.may_end(is_only=last == 0)):
                return None
            if read.ends and at and not self._may_stand(words[at - 1], words[at]):
                return None
            opens = (read.after or read.begins) and at < last
            if opens and not self._may_stand(words[at], words[at + 1]):
                return None
            if read.meant:
                slips.append(at)
            numbers[at] = _BESIDE - number
        return slips

    def _mended(self, words: list[str], numbers: list[int], slips: Sequence[int]) -> Plain | None:
        """A name with slips; None where more than each by itself must be looked at."""
        if len(words) == 1 or any(" " in word for word in words[: slips[-1]]):
            return None
        meant, tells = [*numbers], False
        for at in reversed(slips):
            read = self._others[words[at]]
            if read is None or read.meant is None:
                return None
            if len(read.meant.words) == 1 and keys.lacks_vowels(words[at]):
                return None
            meant[at : at + 1] = self._numbers.of(read.meant.words, translated=False)
            tells = tells or read.meant.words[0].cls != STOP
        return Plain(numbers, meant) if tells and self._stay(meant) else None

    def _stay(self, numbers: Sequence[int]) -> bool:
        """Whether words stay what each is by itself (`phrasebook.stay`)."""
        words = self._numbers.words
        return not self._telling.isdisjoint(numbers) or stay([words[each] for each in numbers])

    def _stand_apart(self, one: str, two: str) -> bool:
        """Whether a word and the next are no phrase, and may not be part of a legal form."""
        before, after = self._word(one), self._others.get(two)
        firsts = after.firsts if after else (two.partition(" ")[0],)
        if before is None or any(first in before.after for first in firsts):
            return False
        may_be_form = before.begins or (after is not None and after.ends)
        return not (may_be_form and self._names.may_join(before, firsts))

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
        if end.forms and before not in end.before:
            odd = self._others.get(before)
            if not end.may_follow(odd.lasts if odd else (before.rpartition(" ")[2],)):
                return None
            end.before.add(before)
        return end.numbers

    def _word(self, word: str) -> PlainWord | None:
        """A word by itself, for names that have others beside which more must be looked at."""
        number = self._known.get(word, _ENDS)
        if number >= 0:
            return simple(self._numbers.words[number])
        if word not in self._others:
            self._others[word] = self._read_word(word)  # a place of several words
        return self._others[word]
