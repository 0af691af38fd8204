"""Names made of words that read the same in any name: their reading is that of their words.

Most names of a batch are a brand and a legal form, or a given and a family name. None of the rules
that look at several words (phrases, slips in legal forms, numbers, titles, names within a name)
can touch them, so that each word is read once (`plain_words`), and each ending (``Co., Ltd.``)
once. Whatever is not certain is left to `reading`.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from screenr.matching.legal_forms import FormWords
from screenr.matching.lexicon import DISTINCT, LONGEST_PHRASE, STOP
from screenr.matching.other_names import (
    MARK_WORDS,
    has_mark,
    in_two_scripts,
    may_be_parted,
    may_hold_another,
    parted,
)
from screenr.matching.phrasebook import ROMAN, Phrasebook, stay
from screenr.matching.plain_words import PlainWord
from screenr.matching.reading import Reading
from screenr.matching.slips import Slips
from screenr.matching.words import Word
from screenr.text import normalize

ENDINGS = 2_000
"""Endings of names that are kept."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""Characters that nothing is left of, of which some pass for blanks beside the marks of names."""
_NONE: Collection[str] = ()
Ending = tuple[tuple[Word, ...], tuple[FormWords, ...]]
"""The words of an ending, and the legal forms of several words that end with one of them."""
ReadWord = Callable[[str], PlainWord | None]
ReadName = Callable[[str], tuple[Reading, ...]]


class _Begun(NamedTuple):
    """The plain words that a name begins with, and the words after them.

    `may_join` where some may be a legal form of several words with a slip.
    """

    reads: list[PlainWord]
    rest: tuple[str, ...]
    may_join: bool

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple([read.word for read in self.reads])


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
        return self._of_one_name(name, normalize.words(name))

    def words_of_each(self, names: Sequence[str]) -> list[list[str] | None]:
        """The same of many names."""
        each = zip(names, normalize.words_of_each(names), strict=True)
        return [self._of_one_name(name, folded) for name, folded in each]

    def _of_one_name(self, name: str, folded: list[str]) -> list[str] | None:
        if (
            may_hold_another(name, folded, self._book)
            or any(in_two_scripts(name))
            or (not name.isprintable() and _CONTROLS.search(name))
        ):
            return None
        if may_be_parted(name) and any(parted(name, self._book)):
            return None
        if not MARK_WORDS.isdisjoint(folded) and has_mark(name):
            return None
        is_titled = folded and folded[0].isascii() and folded[0] in self._book.lexicon.titles
        return None if is_titled else folded

    def joined(self, folded: list[str], at: int) -> list[str] | None:
        """The words with the plain place of several that begins at one; None where none does."""
        size = self._phrase(folded[at:])
        return _joined(folded, at, size) if size and size > 1 else None

    def ending(self, rest: tuple[str, ...]) -> Ending | None:
        """What was learned of an ending."""
        return self._endings.get(rest)

    def readings(self, folded: list[str]) -> tuple[Reading, ...] | None:
        """The readings of a plain name by its words; None where the rules must be asked."""
        begun = self._begun(folded)
        ending = self._end(begun) if begun else None
        if begun is None or ending is None:
            return None
        end, may_join = ending
        words = begun.words + end
        is_meant = [True for read in begun.reads if read.meant]
        if not stay(words) or (may_join and (is_meant or self._slips.has_form(folded))):
            return None
        written = Reading(words, "Latin", translated=False)
        if not is_meant:
            return (written,)
        if len(folded) == 1:  # a slip is seen in names of several words
            return None if folded[0] in self._book.abbreviations.openers else (written,)
        meant = self._meant(begun.reads, end)
        return (written, Reading(meant, "Latin", translated=False, mended=True)) if meant else None

    def _end(self, begun: _Begun) -> tuple[tuple[Word, ...], bool] | None:
        """The words of an ending that was learned; and whether there may be a form with a slip."""
        reads, rest, may_join = begun
        if not rest:
            return (), may_join
        ending = self._endings.get(rest)
        if ending is None:
            return None
        words, forms = ending
        return words, may_join or self._may_end(reads[-1], rest, forms)

    def _may_end(self, before: PlainWord, rest: Sequence[str], forms: Sequence[FormWords]) -> bool:
        """Whether a plain word and the ending after it may be a legal form with a slip."""
        if before.begins and self.may_join(before, rest[:1]):
            return True
        return any(each.may_hold(word) for word in before.lasts for each in forms)

    def _learn(self, folded: list[str], reading: Reading) -> None:
        """Keep the ending of a name, which has this reading and no other."""
        begun = self._begun(folded)
        if begun is None or reading.mended or reading.translated:
            return
        plain, end = begun.words, begun.rest
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
        after, begins, may_join = _NONE, False, False
        for at, each in enumerate(folded):
            if each in after:
                size = None if reads[-1].meant else self._phrase(folded[at - 1 :])
                if size is None:
                    reads.pop()
                    break
                if size > 1:
                    return self._begun(_joined(folded, at - 1, size))
            read = self._word(each)
            if read is None:
                break
            if (begins or read.ends) and reads and not may_join:
                may_join = self.may_join(reads[-1], read.firsts)
            reads.append(read)
            after, begins = read.after, read.begins
        is_whole = reads and len(reads) == len(folded)
        if is_whole and not reads[-1].may_end(is_only=len(folded) == 1):
            reads.pop()
        return _Begun(reads, tuple(folded[len(reads) :]), may_join) if reads else None

    def _phrase(self, words: Sequence[str]) -> int | None:
        """How many words the place is long that some begin with; None where it is not plain."""
        if words[1] in self._book.abbreviations.openers.get(words[0], _NONE):
            return None
        for size in range(min(LONGEST_PHRASE, len(words)), 1, -1):
            phrase = " ".join(words[:size])
            if self._book.phrase(phrase) is not None:
                return size if self._word(phrase) else None
        return 1

    def _meant(self, reads: Sequence[PlainWord], end: tuple[Word, ...]) -> tuple[Word, ...] | None:
        """All words as they are meant; None where some may make a phrase, or none tells."""
        is_place = False
        for one, two in pairwise(reads):
            is_place = is_place or " " in one.word.raw
            if any(first in one.after for first in two.firsts) or (is_place and two.meant):
                return None  # a longer place may be meant
        slips = [read.word.raw for read in reads if read.meant and len(read.meant.words) == 1]
        others = [read.word.raw for read in reads if not (read.meant or " " in read.word.raw)]
        if self._slips.may_be_disguised(slips, others):
            return None
        words: list[Word] = []
        for read in reads:
            words += read.meant.words if read.meant else (read.word,)
        meant = (*words, *end)
        return meant if any(word.cls != STOP for word in words) and stay(meant) else None

    def may_join(self, before: PlainWord, firsts: Iterable[str]) -> bool:
        """Whether a plain word and one of others after it may be a legal form with a slip."""
        return any(
            self._slips.may_join(last, (first,)) for last in before.lasts for first in firsts
        )


def _joined(folded: list[str], at: int, size: int) -> list[str]:
    """The words with some of them as one."""
    return [*folded[:at], " ".join(folded[at : at + size]), *folded[at + size :]]
