"""What a word is by itself, in any name in which no rule about several words can touch it.

Most words of a batch are read once here, and never by the rules. A word with a slip, or an
abbreviation, is read twice: as it is written and as it is meant (`slips`, `abbreviations`).
"""

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from screenr.matching import constructs
from screenr.matching.lexicon import DISTINCT, LEGAL, PLACE
from screenr.matching.part import Part
from screenr.matching.phrasebook import ROMAN, Phrasebook, may_join_number
from screenr.matching.slips import Mended, Slips
from screenr.matching.words import Word

_NONE: Collection[str] = ()


class Meant(NamedTuple):
    """A word as it is meant beside others, in one word or several.

    `ends` are the first and the last of these as phrases look them up.
    """

    words: tuple[Word, ...]
    ends: tuple[str, str]


class PlainWord(NamedTuple):
    """A word as written, and as meant where that differs; or a place of several words.

    `after` has the words that may make a phrase with it if they follow; where `begins`, legal forms
    of several words may begin with it, where `ends`, end. One that is `inside` may be another at
    the end of a name (`may_end`).
    """

    word: Word
    meant: Meant | None
    after: Collection[str]
    begins: bool
    ends: bool
    inside: bool = False

    @property
    def is_simple(self) -> bool:
        """It is read as it is beside whatever words."""
        return not (self.meant or self.after or self.begins or self.ends or self.inside)

    def may_end(self, *, is_only: bool) -> bool:
        """Whether it is read so as the last word of a name, or the only one.

        A place is several words, and the last of these may be another where the name ends.
        """
        return not self.inside or (is_only and " " not in self.word.raw)

    @property
    def firsts(self) -> Sequence[str]:
        """What it begins with, as written and as meant."""
        first = self.word.raw.partition(" ")[0]
        return (first, self.meant.ends[0]) if self.meant else (first,)

    @property
    def lasts(self) -> Sequence[str]:
        """What it ends with, as written and as meant."""
        last = self.word.raw.rpartition(" ")[2]
        return (last, self.meant.ends[1]) if self.meant else (last,)


def simple(word: Word) -> PlainWord:
    """A word that is read as it is beside whatever words."""
    return PlainWord(word, None, _NONE, begins=False, ends=False)


class PlainWords:
    """Reads words by themselves."""

    def __init__(self, book: Phrasebook, slips: Slips, weigh: Callable[[Part], Word]) -> None:
        self._book, self._slips, self._weigh = book, slips, weigh

    def of(self, word: str) -> PlainWord | None:
        """A word by itself, or a place of several; None where words beside it may change that."""
        return self._place(word) if " " in word else self._single(word)

    def _single(self, word: str) -> PlainWord | None:
        is_told = self.is_told(word)
        part = self._part(word) if is_told else Part(word, word, DISTINCT)
        if part is None:
            return None
        read = self._weigh(part)
        is_known = read.is_known if part.cls == DISTINCT else None  # of others by what they mean
        pieces = self._slips.alone(word, is_known=is_known)
        if pieces is None or not is_told:
            return self.mended(read, pieces)
        return self._of_tables(read, pieces)

    def mended(self, read: Word, pieces: Sequence[Mended] | None) -> PlainWord | None:
        """What a word in no table is, if it is read as these pieces beside any others."""
        if pieces is None:
            return None
        is_slip = pieces[0].word != read.raw
        found = self._meant(read, pieces, is_slip=True) if is_slip else simple(read)
        return self._inside(found, pieces[-1])

    def _inside(self, found: PlainWord | None, last: Mended) -> PlainWord | None:
        if found is not None and self._slips.is_other_at_end(last):
            return found._replace(inside=True)
        return found

    def _of_tables(self, read: Word, pieces: Sequence[Mended]) -> PlainWord | None:
        """A word of the tables, which may have a slip."""
        word, slips, short = read.raw, self._slips, self._book.abbreviations
        if pieces[0].word != word:
            return self.mended(read, pieces)
        full = short.written_out(pieces) if word in short.openers else pieces
        if len(full) > 1:
            return self._inside(self._meant(read, full, is_slip=False), pieces[-1])
        begins, ends = slips.begins(word), slips.ends(word)
        return self._inside(PlainWord(read, None, self._after(word), begins, ends), pieces[-1])

    def _meant(self, read: Word, pieces: Sequence[Mended], *, is_slip: bool) -> PlainWord | None:
        words, slips = self._words(pieces, is_slip=is_slip), self._slips
        if words is None:
            return None
        word, first, last = read.raw, pieces[0].word, pieces[-1].word
        return PlainWord(
            read,
            Meant(words, (first, last)),
            {*self._after(word), *self._after(last)},
            slips.begins(word) or slips.begins(last),
            slips.ends(word) or slips.ends(first),
        )

    def _after(self, word: str) -> Collection[str]:
        """The words that are second in phrases and abbreviations that begin with a word."""
        phrases = self._book.openers.get(word, _NONE)
        short = self._book.abbreviations.openers.get(word)
        return {*phrases, *short} if short else phrases

    def _place(self, phrase: str) -> PlainWord | None:
        """A place of several words, where each of these is read in one way."""
        texts = phrase.split(" ")
        words = [read for text in texts if (read := self.of(text)) and read.meant is None]
        part, short = self._book.phrase(phrase), self._book.abbreviations.openers
        if part is None or part.cls != PLACE or len(words) < len(texts):
            return None
        for one, two in pairwise(texts):
            if two in short.get(one, _NONE) or self._slips.may_join(one, (two,)):
                return None
        after = short.get(texts[-1], _NONE)
        return PlainWord(
            self._weigh(part), None, after, words[-1].begins, words[0].ends, words[-1].inside
        )

    def is_told(self, word: str) -> bool:
        """Whether some table may have a word, or it may be two; of most new words none has."""
        return (
            word in self._slips.common
            or word in self._told
            or constructs.may_be_apart(word)
            or not (word.isascii() and word.isalpha())
        )

    def _part(self, word: str) -> Part | None:
        if not word.isascii() or word in self._aside or constructs.may_be_joined(word):
            return None
        part, *others = self._book.by_itself(word)
        if others or part.raw != word or part.cls == LEGAL or may_join_number(part):
            return None
        return part

    def _words(self, pieces: Sequence[Mended], *, is_slip: bool) -> tuple[Word, ...] | None:
        """The words that one is meant as; None where they make phrases, or may with others."""
        book = self._book
        found: list[Word] = []
        if is_slip and book.abbreviations.written_out(pieces) != [*pieces]:
            return None
        for word, written in pieces:
            part = self._part(word)
            if part is None:
                return None
            found.append(self._weigh(part._replace(raw=written) if written else part))
        read = [each.word for each in pieces]
        if any(two in book.openers.get(one, _NONE) for one, two in pairwise(read)):
            return None
        return tuple(found)

    @cached_property
    def _told(self) -> frozenset[str]:
        """The words of tables, phrases and abbreviations that are not common words."""
        lexicon, book = self._book.lexicon, self._book
        others = (lexicon.connectors, lexicon.numbers, book.abbreviations.openers, self._aside)
        return self._slips.ends_of_forms.union(*others) - self._slips.common

    @cached_property
    def _aside(self) -> frozenset[str]:
        """Words that do something to those beside them, or are read by where they stand."""
        lexicon = self._book.lexicon
        return frozenset((*ROMAN, *constructs.GOD, *lexicon.ship_prefixes))
