"""Names made of words that read the same in any name: their reading is that of their words.

Most names of a batch are a brand and a legal form, or a given and a family name. None of the rules
that look at several words (phrases, slips in legal forms, numbers, titles, names within a name)
can touch them, so that each word is read once (`plain_words`), and each ending (``Co., Ltd.``)
once. Whatever is not certain is left to `reading`.
"""

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from itertools import pairwise

from screenr.matching.lexicon import DISTINCT, STOP
from screenr.matching.other_names import MARK_WORDS, has_mark, parted
from screenr.matching.part import Part
from screenr.matching.phrasebook import ROMAN, Phrasebook, stay
from screenr.matching.plain_words import PlainWord, PlainWords
from screenr.matching.reading import Reading
from screenr.matching.slips import Slips
from screenr.matching.words import Word
from screenr.text import normalize

REMEMBERED = 12_000
"""Words that are kept; the memory of a run stays constant."""
ENDINGS = 2_000
"""Endings of names that are kept."""


_NONE: Collection[str] = ()
_Ending = tuple[tuple[Word, ...] | None, tuple[str, ...]]
"""The words of an ending, and those of it with which legal forms of several words end."""
_UNKNOWN: _Ending = None, ()
_Begun = tuple[list[PlainWord], list[str]]
"""The plain words that a name begins with, and all its words."""


class PlainNames:
    """Reads the names that need no rule about several words, and learns their endings."""

    def __init__(self, book: Phrasebook, slips: Slips, weigh: Callable[[Part], Word]) -> None:
        self._book, self._slips = book, slips
        words = PlainWords(book, slips, weigh)
        self._word: Callable[[str], PlainWord | None] = lru_cache(REMEMBERED)(words.of)
        self._endings: dict[tuple[str, ...], _Ending] = {}

    def readings(self, name: str) -> tuple[Reading, ...] | None:
        """The readings of a plain name; None where the rules must be asked."""
        begun = self._begun(name)
        if begun is None:
            return None
        reads, folded = begun
        end = self._end(reads[-1], tuple(folded[len(reads) :]))
        if end is None:
            return None
        words = tuple([read.word for read in reads]) + end
        if not stay(words):
            return None
        written = Reading(words, "Latin", translated=False)
        if all(read.meant is None for read in reads):
            return (written,)
        meant = self._meant(reads) if len(folded) > 1 else None
        if meant is None or not stay(meant + end):
            return None
        return written, Reading(meant + end, "Latin", translated=False, mended=True)

    def _end(self, before: PlainWord, rest: tuple[str, ...]) -> tuple[Word, ...] | None:
        """The words of an ending after a plain word; None where it was not learned, or may join."""
        if not rest:
            return ()
        end, ends = self._endings.get(rest, _UNKNOWN)
        if (ends or before.begins) and self._may_join(before, rest[:1] + ends):
            return None
        return end

    def learn(self, name: str, reading: Reading) -> None:
        """Keep the ending of a name, which has this reading and no other."""
        begun = self._begun(name)
        if begun is None or reading.mended or reading.translated:
            return
        reads, folded = begun
        plain, end = tuple([read.word for read in reads]), tuple(folded[len(reads) :])
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
        self._endings[end] = words, tuple(filter(self._slips.ends, end))

    def _begun(self, name: str) -> _Begun | None:
        if not name.isprintable() or "(" in name or "（" in name or any(parted(name, self._book)):
            return None
        folded = normalize.words(name)
        if not MARK_WORDS.isdisjoint(folded) and has_mark(name):
            return None
        reads: list[PlainWord] = []
        after, begins = _NONE, False
        for each in folded:
            if each in after:
                reads.pop()
                break
            read = self._word(each)
            if read is None:
                break
            if reads and (begins or read.ends) and self._may_follow(reads[-1], read):
                return None
            reads.append(read)
            after, begins = read.after, read.begins
        return (reads, folded) if reads else None

    def _meant(self, reads: Sequence[PlainWord]) -> tuple[Word, ...] | None:
        """Plain words as they are meant; None where some may make a phrase, or none tells."""
        words: list[Word] = []
        for read in reads:
            words += read.meant.words if read.meant else (read.word,)
        follow = ((one.after, two.meant) for one, two in pairwise(reads))
        if any(meant and meant.ends[0] in after for after, meant in follow):
            return None
        return tuple(words) if any(word.cls != STOP for word in words) else None

    def _may_follow(self, before: PlainWord, read: PlainWord) -> bool:
        return any(self._may_join(before, (first,)) for first in read.firsts)

    def _may_join(self, before: PlainWord, rest: Sequence[str]) -> bool:
        return any(self._slips.may_join(word, rest) for word in before.lasts)
