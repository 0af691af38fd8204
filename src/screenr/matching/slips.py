"""Common words of a counterparty's name read through slips, so that the rest can be weighed.

``Joitn Stock Company``, ``Jnt Stck Cmpny``, ``JointStock Cornpany`` and ``Co., Ldt.`` are legal
forms, ``Tchnlgy`` is technology: read as unheard-of words they would be the most telling words of
the name. Only words that neither the lists nor the language know are mended, and the name as it was
written stays a reading of its own.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from screenr.matching.common_words import (
    SHORTEST_DISGUISED,
    SHORTEST_WORD,
    CommonWords,
    bare,
)
from screenr.matching.index_file import IndexFile
from screenr.matching.legal_forms import CLEAR_PHRASE, FormWords, LegalForms
from screenr.matching.lexicon import LONGEST_PHRASE, Lexicon
from screenr.text import keys

SHORTEST_PIECE = 3
"""Letters of a word that was written together with its neighbour."""

REMEMBERED = 2_000
"""Words whose mending is kept; the memory of a run stays constant."""


class Mended(NamedTuple):
    """A word as it is read and as it was written; the second of two written as one has no text."""

    word: str
    written: str


class Slips:
    """Mends the common words of names, by the words and phrases of a lexicon.

    `is_known` says whether the lists or the language know a word.
    """

    def __init__(self, lexicon: Lexicon, file: IndexFile, is_known: Callable[[str], bool]) -> None:
        self._lexicon, self._is_known = lexicon, is_known
        self._common, self._forms = CommonWords(lexicon, file), LegalForms(lexicon)
        self._read: Callable[[str], Sequence[Mended]] = lru_cache(REMEMBERED)(self._mended_word)

    def mended(self, words: list[str]) -> list[Mended] | None:
        """The words with slips mended; None where there is nothing to mend."""
        if len(words) < 2 or not all(map(str.isascii, words)):  # noqa: PLR2004
            return None
        found = [each for word in words for each in self._read(word)]
        found[-1] = self._mended_end(found[-1])
        is_mended = [each.word for each in found] != words
        disguised = is_mended and self._is_disguised(found)
        if disguised:
            found = [each for word in words for each in self._mended_word(word, disguised=True)]
        phrased = self._mended_phrases(found, disguised=disguised)
        if phrased is found and not is_mended:
            return None
        return phrased if [each.word for each in phrased] != words else None

    def alone(self, word: str, *, is_known: bool | None = None) -> Sequence[Mended] | None:
        """A word as it is read beside any others; None where these may change that.

        `is_known` where it is known whether the lists or the language know it.
        """
        return self._staying(self._mended_word(word, is_known=is_known))

    def alone_among(self, word: str, near: Collection[int]) -> Sequence[Mended] | None:
        """What `alone` says of a word that is unknown, and no common one without its vowels.

        `near` are the numbers of the common words that may be a slip away (`CommonWords.near`).
        """
        return self._staying(self._pieces(word, self._common.nearest(word, near)))

    def _staying(self, found: Sequence[Mended]) -> Sequence[Mended] | None:
        for (one, _), (two, _) in pairwise(found):
            if self.may_join(one, (two,)):
                return None
        return found

    def is_other_at_end(self, last: Mended) -> bool:
        """Whether a word is another where no other follows it."""
        return self._mended_end(last) is not last

    def may_be_disguised(self, slips: Iterable[str], others: Iterable[str]) -> bool:
        """Whether a name of words with slips and without may be written without its vowels."""
        return any(map(keys.lacks_vowels, slips)) and all(
            len(word) < SHORTEST_DISGUISED or keys.lacks_vowels(word)
            for word in chain(slips, others)
        )

    def has_form(self, words: Iterable[str]) -> bool:
        """Whether some of the words, as they are, are a legal form of several words with a slip."""
        written = [Mended(word, word) for word in words]
        return self._mended_phrases(written, disguised=False) is not written

    @cached_property
    def common(self) -> frozenset[str]:
        """The words of legal forms, trades and places."""
        return self._common.words

    @property
    def ends_of_forms(self) -> frozenset[str]:
        """The words with which legal forms of several words begin or end but for a slip."""
        return self._forms.firsts | self._forms.lasts

    def begins(self, word: str) -> bool:
        """Whether legal forms of several words begin with a word."""
        return word in self._forms.firsts

    def ends(self, word: str) -> bool:
        """Whether they end with it."""
        return word in self._forms.lasts

    def may_join(self, word: str, end: Sequence[str]) -> bool:
        """Whether a word and those after it may be mended to a legal form of several words.

        Where the words before and these are no part of one; a form has its first or last word.
        """
        begun = self._forms.beginning(word)
        if begun is not None and begun.may_hold(end[0]):
            return True
        return any(forms.may_hold(word) for forms in self.ended(end))

    def ended(self, words: Iterable[str]) -> tuple[FormWords, ...]:
        """The legal forms of several words that end with some words."""
        return tuple(filter(None, map(self._forms.ending, words)))

    # -- words

    def _mended_word(
        self, word: str, *, disguised: bool = False, is_known: bool | None = None
    ) -> Sequence[Mended]:
        is_free = disguised and keys.lacks_vowels(word) and len(word) >= SHORTEST_PIECE
        if word in self._common.words or not (
            is_free or self._may_be_a_slip(word, is_known=is_known)
        ):
            return (Mended(word, word),)
        read = self._common.without_vowels(word)
        if read is None and not is_free:
            read = (
                self._common.near(word)
                if len(word) >= SHORTEST_WORD
                else self._common.transposed(word)
            )
        return self._pieces(word, read)

    def _pieces(self, word: str, read: str | None) -> Sequence[Mended]:
        """A word as the common one that it is, or as two that were written as one."""
        if read is not None:
            return (Mended(read, word),)
        common = self._common.words
        for at in range(len(word) - SHORTEST_PIECE, SHORTEST_PIECE - 1, -1):
            left, right = word[:at], word[at:]
            if (left in common or right in common) and (
                self._is_whole(left) and self._is_whole(right)
            ):
                return (Mended(left, left), Mended(right, right))
        return (Mended(word, word),)

    def _mended_end(self, last: Mended) -> Mended:
        """A legal form of three letters, two of them swapped, where only a legal form stands."""
        if len(last.word) != SHORTEST_PIECE or last.word in self._lexicon.legal:
            return last
        form = self._common.transposed(last.word)
        return Mended(form, last.written) if form in self._lexicon.legal and form else last

    def _may_be_a_slip(self, word: str, *, is_known: bool | None) -> bool:
        if len(word) < SHORTEST_DISGUISED or word.isdigit():
            return False
        return not (self._is_known(word) if is_known is None else is_known)

    def _is_whole(self, word: str) -> bool:
        return word in self._common.words or self._is_known(word)

    def _is_disguised(self, found: Sequence[Mended]) -> bool:
        """The whole name is written without its vowels, and a common word of it is recognized."""
        long = [each for each in found if len(each.written) >= SHORTEST_DISGUISED]
        return any(each.word != each.written for each in long) and all(
            keys.lacks_vowels(each.written) for each in long
        )

    # -- phrases

    def _mended_phrases(self, words: list[Mended], *, disguised: bool) -> list[Mended]:
        """Legal forms of two words stand at the ends, longer ones and places anywhere."""
        texts = {text for each in words for text in each}
        firsts, lasts = self._forms.firsts & texts, self._forms.lasts & texts
        if not (firsts or lasts or disguised):
            return words
        for first, last, holds_forms in _windows(len(words)):
            is_formal = holds_forms and not (
                firsts.isdisjoint(words[first]) and lasts.isdisjoint(words[last])
            )
            if not (is_formal or disguised):
                continue
            window = words[first : last + 1]
            phrase = self._place(window) if disguised else None
            if phrase is None and is_formal:
                phrase = self._form(window, disguised=disguised)
            if phrase is not None:
                return [*words[:first], *_read_as(phrase, window), *words[last + 1 :]]
        return words

    def _place(self, window: Sequence[Mended]) -> str | None:
        """The place of several words that is written without its vowels."""
        return self._bare_places.get(bare(" ".join([each.written for each in window])))

    def _form(self, window: Sequence[Mended], *, disguised: bool) -> str | None:
        """The legal form that some words are but for a slip, or for a word left out."""
        read, written = map(" ".join, zip(*window, strict=True))
        phrases = (read,) if read == written else (read, written)
        if not self._lexicon.legal.keys().isdisjoint(phrases):
            return None
        for phrase in phrases:
            found = self._forms.shortened(phrase)
            if found is not None:
                return found
            found = self._forms.near(phrase)
            if found is not None and (
                disguised
                or len(phrase) >= CLEAR_PHRASE
                or not all(self._is_whole(each.word) for each in window)
            ):
                return found
        return None

    @cached_property
    def _bare_places(self) -> dict[str, str]:
        places = sorted(self._lexicon.places)
        return {
            short: place
            for short, place in zip(bare("\n".join(places)).split("\n"), places, strict=True)
            if " " in place and place.isascii()
        }


@lru_cache
def _windows(count: int) -> Sequence[tuple[int, int, bool]]:
    """The first and the last of several words of a name, but not all, the longest phrases first.

    And whether a legal form may stand there.
    """
    sizes = range(min(LONGEST_PHRASE, count - 1), 1, -1)
    return [
        (at, at + size - 1, size > 2 or at in (0, count - size))  # noqa: PLR2004
        for size in sizes
        for at in range(count - size + 1)
    ]


def _read_as(phrase: str, window: Sequence[Mended]) -> list[Mended]:
    first, *rest = phrase.split()
    written = " ".join(each.written for each in window)
    return [Mended(first, written), *(Mended(each, "") for each in rest)]
