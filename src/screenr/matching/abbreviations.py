"""Abbreviations of several words written out: ``NPO Almaz``, Scientific Production Association.

As one word an abbreviation meets only its like. Written out it meets the words it stands for; that
is a reading of its own, for firms only, since Ai and It are also names. Phrases that stand for one
word (micro electronics, casa de cambio) are read the same way.
"""

from collections.abc import Sequence

from screenr.matching.lexicon import Lexicon
from screenr.matching.slips import Mended

LONGEST = 4
"""Words of an abbreviation (san ve dis tic)."""


class Abbreviations:
    """The abbreviations of a lexicon that stand for several words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._full = lexicon.abbreviations
        self.openers: dict[str, set[str]] = {}
        """The words that abbreviations begin with, and the second words of those of several."""
        for short in self._full:
            first, *others = short.split(" ")
            self.openers.setdefault(first, set()).update(others[:1])

    def may_be_in(self, words: Sequence[str]) -> bool:
        """Whether one of the words begins an abbreviation."""
        return not self.openers.keys().isdisjoint(words)

    def written_out(self, words: Sequence[Mended]) -> list[Mended]:
        """The words with all abbreviations written out, the longest first."""
        found: list[Mended] = []
        at = 0
        while at < len(words):
            size, full = self._longest(words, at)
            if full:
                written = " ".join([each.written for each in words[at : at + size]])
                first, *rest = full.split()
                found.append(Mended(first, written))
                found += [Mended(each, "") for each in rest]
            else:
                found.append(words[at])
            at += size
        return found

    def _longest(self, words: Sequence[Mended], at: int) -> tuple[int, str]:
        if words[at].word not in self.openers:
            return 1, ""
        for size in range(min(LONGEST, len(words) - at), 0, -1):
            full = self._full.get(" ".join([each.word for each in words[at : at + size]]))
            if full:
                return size, full
        return 1, ""
