"""Names made of words that read the same in any name: their reading is that of their words.

Most names of a batch are a brand and a legal form, or a given and a family name. None of the rules
that look at several words (phrases, slips in legal forms, numbers, titles, names within a name)
can touch them, so that each word is read once, and each ending (``Co., Ltd.``) once. Whatever is
not certain is left to `reading`.
"""

from collections.abc import Callable, Container
from functools import cached_property, lru_cache

from screenr.matching import constructs
from screenr.matching.lexicon import DISTINCT, LEGAL, NUMBER
from screenr.matching.other_names import MARK_WORDS, parted
from screenr.matching.part import Part
from screenr.matching.phrasebook import ROMAN, Phrasebook
from screenr.matching.reading import Reading
from screenr.matching.slips import Slips
from screenr.matching.words import Word
from screenr.text import normalize

REMEMBERED = 8_000
"""Words that are kept; the memory of a run stays constant."""
ENDINGS = 2_000
"""Endings of names that are kept."""


_Plain = tuple[Word, Container[str], bool]
"""A word; those with which it is a phrase if they follow; whether legal forms begin or end so."""


class PlainNames:
    """Reads the names that need no rule about several words, and learns their endings."""

    def __init__(self, book: Phrasebook, slips: Slips, weigh: Callable[[Part], Word]) -> None:
        self._book, self._slips, self._weigh = book, slips, weigh
        self._plain: Callable[[str], _Plain | None] = lru_cache(REMEMBERED)(self._read_alone)
        self._endings: dict[tuple[str, ...], tuple[Word, ...]] = {}

    def reading(self, name: str) -> Reading | None:
        """The only reading of a plain name; None where the rules must be asked."""
        found = self._parted(name)
        if found is None:
            return None
        plain, end = found
        if not end:
            return Reading(plain, "Latin", translated=False)
        known = self._endings.get(end)
        if known is None or self._slips.may_join(plain[-1].raw, end):
            return None
        return Reading(plain + known, "Latin", translated=False)

    def learn(self, name: str, reading: Reading) -> None:
        """Keep the ending of a name, which has this reading and no other."""
        found = self._parted(name)
        if found is None or reading.mended or reading.translated:
            return
        plain, end = found
        if not all(map(str.isascii, end)):
            return  # marks of other names may be in it
        if reading.words[: len(plain)] != plain:
            return  # a word of the ending belongs to the one before it
        words = reading.words[len(plain) :]
        if any(word.cls == DISTINCT for word in words) or not ROMAN.keys().isdisjoint(end):
            return
        if len(self._endings) >= ENDINGS:
            self._endings.clear()
        self._endings[end] = words

    def _parted(self, name: str) -> tuple[tuple[Word, ...], tuple[str, ...]] | None:
        """The plain words that a name begins with, one of them distinctive, and its other words."""
        if not name.isprintable() or "(" in name or "（" in name:
            return None
        if any(parted(name, self._book)):
            return None
        folded = normalize.words(name)
        plain: list[Word] = []
        after: Container[str] = ()
        was_end = False
        for each in folded:
            if each in after:
                plain.pop()
                break
            read = self._plain(each)
            if read is None:
                break
            word, after, is_end = read
            if plain and (is_end or was_end) and self._slips.may_join(plain[-1].raw, (each,)):
                return None
            plain.append(word)
            was_end = is_end
        if DISTINCT not in [word.cls for word in plain]:
            return None
        return tuple(plain), tuple(folded[len(plain) :])

    def _read_alone(self, word: str) -> _Plain | None:
        if not word.isascii() or word in self._aside or word.startswith(constructs.SERVANT):
            return None
        parts = self._book.alone(word)
        if len(parts) > 1 or not self._slips.leaves(word):
            return None
        if parts[0].cls == LEGAL or (parts[0].cls == NUMBER and word.isalpha()):
            return None
        after = self._book.openers.get(word, ())
        return self._weigh(parts[0]), after, self._slips.stands_at_end(word)

    @cached_property
    def _aside(self) -> frozenset[str]:
        """Words that do something to those beside them, or are read by where they stand."""
        lexicon = self._book.lexicon
        return frozenset((
            *MARK_WORDS, *ROMAN, *constructs.GOD, *lexicon.titles, *lexicon.ship_prefixes,
            *self._book.abbreviations.openers,
        ))  # fmt: skip
