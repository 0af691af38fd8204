"""Names made of words that read the same in any name: their reading is that of their words.

Most names of a batch are a brand and a legal form, or a given and a family name. None of the rules
that look at several words (phrases, slips in legal forms, numbers, titles, names within a name)
can touch them, so that each word is read once (`plain_words`), and each ending (``Co., Ltd.``)
once. Whatever is not certain is left to `reading`.
"""

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from screenr.matching.legal_forms import FormWords
from screenr.matching.lexicon import DISTINCT, LONGEST_PHRASE, STOP
from screenr.matching.other_names import MARK_WORDS, has_mark, may_be_parted, parted
from screenr.matching.phrasebook import ROMAN, Phrasebook, stay
from screenr.matching.plain_words import PlainWord
from screenr.matching.reading import Reading
from screenr.matching.slips import Slips
from screenr.matching.words import Word
from screenr.text import normalize

ENDINGS = 2_000
"""Endings of names that are kept."""


_NONE: Collection[str] = ()
Ending = tuple[tuple[Word, ...], tuple[FormWords, ...]]
"""The words of an ending, and the legal forms of several words that end with one of them."""
ReadWord = Callable[[str], PlainWord | None]
ReadName = Callable[[str], tuple[Reading, ...]]
_Begun = tuple[list[PlainWord], tuple[Word, ...], list[str]]
"""The plain words that a name begins with, as they are written, and all words of it."""


class PlainNames:
    """Reads the names that need no rule about several words, and learns their endings.

    `word` says what one is by itself (`plain_words`), `rules` read any name.
    """

    def __init__(self, book: Phrasebook, slips: Slips, *, word: ReadWord, rules: ReadName) -> None:
        self._book, self._slips, self._word, self._rules = book, slips, word, rules
        self._endings: dict[tuple[str, ...], Ending] = {}

    def read(self, name: str, folded: list[str] | None) -> tuple[Reading, ...]:
        """The readings of a name, which has these words; None where these do not tell (`words`)."""
        found = self.readings(folded) if folded else None
        if found is None:
            found = self._rules(name)
            if folded and len(found) == 1:
                self._learn(folded, found[0])
        return found

    def words(self, name: str) -> list[str] | None:
        """The words of a name, folded; None where it may hold names, or begins with a title."""
        if not name.isprintable() or self._may_hold_names(name):
            return None
        return self._of_one_name(name, normalize.words(name))

    def words_of_each(self, names: Sequence[str]) -> list[list[str] | None]:
        """The same of many names."""
        together = [
            at
            for at, name in enumerate(names)
            if normalize.is_usual(name) and not self._may_hold_names(name)
        ]
        folded = normalize.words_of_each([names[at] for at in together])
        found = dict(zip(together, folded, strict=True))
        return [
            self._of_one_name(name, found[at]) if at in found else self.words(name)
            for at, name in enumerate(names)
        ]

    def _may_hold_names(self, name: str) -> bool:
        if "(" in name or "（" in name:
            return True
        return may_be_parted(name) and any(parted(name, self._book))

    def _of_one_name(self, name: str, folded: list[str]) -> list[str] | None:
        if not MARK_WORDS.isdisjoint(folded) and has_mark(name):
            return None
        return None if folded and folded[0] in self._book.lexicon.titles else folded

    def ending(self, rest: tuple[str, ...]) -> Ending | None:
        """What was learned of an ending."""
        return self._endings.get(rest)

    def readings(self, folded: list[str]) -> tuple[Reading, ...] | None:
        """The readings of a plain name by its words; None where the rules must be asked."""
        begun = self._begun(folded)
        if begun is None:
            return None
        reads, plain, folded = begun
        end: tuple[Word, ...] | None = ()
        if len(reads) < len(folded):
            end = self._end(reads[-1], tuple(folded[len(reads) :]))
        if end is None:
            return None
        words = plain + end
        if not stay(words):
            return None
        written = Reading(words, "Latin", translated=False)
        if not [True for read in reads if read.meant]:
            return (written,)
        meant = self._meant(reads) if len(folded) > 1 else None
        if meant is None or not stay(meant + end):
            return None
        return written, Reading(meant + end, "Latin", translated=False, mended=True)

    def _end(self, before: PlainWord, rest: tuple[str, ...]) -> tuple[Word, ...] | None:
        """The words of an ending after a plain word; None where it was not learned, or may join."""
        ending = self.ending(rest)
        if ending is None or (before.begins and self._may_join(before, rest[:1])):
            return None
        words, forms = ending
        if forms and any(each.may_hold(word) for word in before.lasts for each in forms):
            return None
        return words

    def _learn(self, folded: list[str], reading: Reading) -> None:
        """Keep the ending of a name, which has this reading and no other."""
        begun = self._begun(folded)
        if begun is None or reading.mended or reading.translated:
            return
        reads, plain, folded = begun
        end = tuple(folded[len(reads) :])
        if DISTINCT not in [word.cls for word in plain]:
            return  # letters of it may be the name
        if not (end and all(map(str.isascii, end))):
            return  # marks of other names may be in it
        if reading.words[: len(plain)] != plain:
            return  # a word of the ending belongs to the one before it
        words = reading.words[len(plain) :]
        if any(word.cls == DISTINCT for word in words) or not ROMAN.keys().isdisjoint(end):
            return
        if len(self._endings) >= ENDINGS:
            self._endings.clear()
        self._endings[end] = words, self._slips.ended(end)

    def _begun(self, folded: list[str]) -> _Begun | None:
        reads: list[PlainWord] = []
        words: list[Word] = []
        after, begins = _NONE, False
        for at, each in enumerate(folded):
            if each in after:
                size = None if reads[-1].meant else self._phrase(folded[at - 1 :])
                if size is None:
                    reads.pop()
                    words.pop()
                    break
                if size > 1:
                    place = " ".join(folded[at - 1 : at - 1 + size])
                    return self._begun([*folded[: at - 1], place, *folded[at - 1 + size :]])
            read = self._word(each)
            if read is None:
                break
            word, _, follow, is_first, is_last = read
            if (begins or is_last) and reads and self._may_follow(reads[-1], read):
                return None
            reads.append(read)
            words.append(word)
            after, begins = follow, is_first
        return (reads, tuple(words), folded) if reads else None

    def _phrase(self, words: Sequence[str]) -> int | None:
        """How many words the place is long that some begin with; None where it is not plain."""
        if words[1] in self._book.abbreviations.openers.get(words[0], _NONE):
            return None
        for size in range(min(LONGEST_PHRASE, len(words)), 1, -1):
            phrase = " ".join(words[:size])
            if self._book.phrase(phrase) is not None:
                return size if self._word(phrase) else None
        return 1

    def _meant(self, reads: Sequence[PlainWord]) -> tuple[Word, ...] | None:
        """Plain words as they are meant; None where some may make a phrase, or none tells."""
        for one, two in pairwise(reads):
            if any(first in one.after for first in two.firsts):
                return None
        if any(" " in read.word.raw for read in reads):
            return None  # a longer place may be meant
        words: list[Word] = []
        for read in reads:
            words += read.meant.words if read.meant else (read.word,)
        return tuple(words) if any(word.cls != STOP for word in words) else None

    def _may_follow(self, before: PlainWord, read: PlainWord) -> bool:
        return any(self._may_join(before, (first,)) for first in read.firsts)

    def _may_join(self, before: PlainWord, rest: Sequence[str]) -> bool:
        return any(self._slips.may_join(word, rest) for word in before.lasts)
