"""Folded words read by what they are for: legal forms, places, trades, numbers, or a name itself.

The longest legal form or place is read first, then the class of each single word. What a word is
by itself is kept, and only words that begin a longer phrase are looked at with those after them.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property, lru_cache

from screenr.matching import constructs
from screenr.matching.abbreviations import Abbreviations
from screenr.matching.lexicon import (
    DESCRIPTOR,
    DISTINCT,
    LEGAL,
    LINE,
    LONGEST_PHRASE,
    NUMBER,
    ORG,
    PLACE,
    STOP,
    Lexicon,
)
from screenr.matching.part import Part
from screenr.matching.vendor_notes import VendorNotes
from screenr.matching.words import Word

REMEMBERED = 2_000
"""Words whose reading is kept; the memory of a run stays constant."""
FEW_WORDS, LONGEST_LETTERS = 3, 3
LONGEST_NATIVE = 8
"""Letters of a known word in unspaced writing."""
ROMAN = {"i": "1", "v": "5", "x": "10"}
_TENS = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})


class Phrasebook:
    """Reads words by the phrases and words of a lexicon; of so many words it keeps the reading."""

    def __init__(self, lexicon: Lexicon, *, remembered: int | None = REMEMBERED) -> None:
        self.lexicon, self.abbreviations = lexicon, Abbreviations(lexicon)
        self.notes = VendorNotes(lexicon)
        self.alone: Callable[[str], tuple[Part, ...]] = lru_cache(remembered)(self.by_itself)

    def parts(self, folded: Sequence[str]) -> list[Part]:
        """Read folded words in order.

        A legal form of one word counts only where legal forms stand, at the beginning or the end:
        SCH is one in Bavaria, and a brand in ``Shenzhen SCH Technology Co., Ltd.``
        """
        whole = constructs.joined(folded, self.lexicon.particles)
        found = self._phrases([part for word in whole for part in self.alone(word)])
        if len(found) > 1 and found[0].raw in self.lexicon.ship_prefixes:
            found[0] = found[0]._replace(cls=STOP)
        classes = [part.cls for part in found]
        if classes.count(DISTINCT) == len(classes):
            return found
        if LEGAL in classes:
            self._keep_legal_where_it_stands(found)
        if len(found) > 2:  # noqa: PLR2004
            _read_roman_letter(found)
        if classes.count(NUMBER) > 1:
            found = _numbers_joined(found)
        return _kept(found)

    def single(self, word: str) -> Part:
        """A word that is neither a legal form nor a place."""
        lexicon = self.lexicon
        if word in lexicon.connectors:
            return Part(word, word, STOP)
        if word.isdigit():
            return Part(word.lstrip("0") or "0", word, NUMBER)
        if word in lexicon.numbers:
            return Part(lexicon.numbers[word], word, NUMBER)
        if word in lexicon.business:
            canonical, cls = lexicon.business[word]
            return Part(canonical, word, cls)
        return Part(word, word, DISTINCT)

    def by_itself(self, word: str) -> tuple[Part, ...]:
        """What a word is where no other is beside it; `alone` keeps it."""
        return tuple([self.phrase(each) or self.single(each) for each in constructs.apart(word)])

    def phrase(self, phrase: str) -> Part | None:
        """A legal form or a place, of one word or several."""
        legal = self.lexicon.legal.get(phrase)
        if legal is not None:
            return Part("=" + legal[0], phrase, LEGAL)
        place = self.lexicon.places.get(phrase)
        return None if place is None else Part(place[0], phrase, PLACE)

    def _phrases(self, words: list[Part]) -> list[Part]:
        """The words with the longest phrases of several in their place."""
        if self.openers.keys().isdisjoint([part.raw for part in words]):
            return words
        found: list[Part] = []
        at, last = 0, len(words) - 1
        while at <= last:
            part = words[at]
            if at < last and words[at + 1].raw in self.openers.get(part.raw, ()):
                part = self._longest(words, at)
                at += part.raw.count(" ")
            found.append(part)
            at += 1
        return found

    def _longest(self, words: Sequence[Part], at: int) -> Part:
        for size in range(min(LONGEST_PHRASE, len(words) - at), 1, -1):
            part = self.phrase(" ".join([each.raw for each in words[at : at + size]]))
            if part is not None:
                return part
        return words[at]

    @cached_property
    def openers(self) -> Mapping[str, Collection[str]]:
        """The words that legal forms and places begin with, and the second words of those."""
        found: dict[str, set[str]] = {}
        for phrases in (self.lexicon.legal, self.lexicon.places):
            for phrase in phrases:
                if " " in phrase:
                    first, second, *_ = phrase.split(" ", 2)
                    found.setdefault(first, set()).add(second)
        return found

    @cached_property
    def native_sizes(self) -> Mapping[str, Sequence[int]]:
        """How long known words of other scripts are by their first letter, the longest first."""
        found: dict[str, set[int]] = {}
        for word in self.lexicon.native:
            if 1 < len(word) <= LONGEST_NATIVE:
                found.setdefault(word[0], set()).add(len(word))
        return {first: sorted(sizes, reverse=True) for first, sizes in found.items()}

    def _keep_legal_where_it_stands(self, found: list[Part]) -> None:
        last = len(found)
        while last and found[last - 1].cls in (LEGAL, PLACE, STOP, NUMBER):
            last -= 1
        first = 0
        while first < len(found) and found[first].cls == LEGAL:
            first += 1
        if first == len(found):
            return
        for at in range(first, last):
            part = found[at]
            if part.cls == LEGAL and " " not in part.raw:
                found[at] = self.single(part.raw)


def _read_roman_letter(found: list[Part]) -> None:
    """A letter i, v or x after common words and before legal forms only is a number (Fund V LP)."""
    last = len(found)
    while last and found[last - 1].cls == LEGAL:
        last -= 1
    at = last - 1
    if at < 2 or found[at].raw not in ROMAN or found[at - 1].cls not in (LINE, ORG, DESCRIPTOR):  # noqa: PLR2004
        return
    letter = found[at].raw
    found[at] = Part(ROMAN[letter], letter, NUMBER)


def may_join_number(part: Part) -> bool:
    """Whether a number may be one with that after it."""
    return part.cls == NUMBER and part.raw.isalpha() and part.text in _TENS


def _numbers_joined(found: list[Part]) -> list[Part]:
    """``Forty 4`` and ``forty four`` are 44."""
    joined: list[Part] = []
    for part in found:
        before = joined[-1] if joined else None
        if before and part.cls == NUMBER and may_join_number(before) and len(part.text) == 1:
            value = str(int(before.text) + int(part.text))
            joined[-1] = Part(value, f"{before.raw} {part.raw}", NUMBER)
        else:
            joined.append(part)
    return joined


def _kept(found: list[Part]) -> list[Part]:
    """Where nothing else tells, letters are the name (U Power, A Technology, Shenzhen SCH)."""
    if _tells(found):
        return found
    return [
        part._replace(text=part.raw, cls=DISTINCT) if _is_the_name(found, at) else part
        for at, part in enumerate(found)
    ]


def stay(found: Sequence[Part | Word]) -> bool:
    """Whether words stay what each is by itself: something tells, or nothing is the name."""
    return _tells(found) or not any(_is_the_name(found, at) for at in range(len(found)))


def _tells(found: Sequence[Part | Word]) -> bool:
    for part in found:  # the first word of most names tells
        if part.cls == DISTINCT:
            return True
    classes = [part.cls for part in found]
    return sum(cls not in (LEGAL, PLACE) for cls in classes) > FEW_WORDS


def _is_the_name(found: Sequence[Part | Word], at: int) -> bool:
    return _may_be_a_name(found[at]) or _is_second_place(found, at)


def _is_second_place(found: Sequence[Part | Word], at: int) -> bool:
    """Of two places in a row the second may be the name (Fujian Jinhua)."""
    return (
        at > 0
        and found[at].cls == found[at - 1].cls == PLACE
        and " " not in found[at].raw
        and not any(part.cls == PLACE for part in found[at + 1 :])
    )


def _may_be_a_name(part: Part | Word) -> bool:
    if part.cls == STOP:
        return len(part.raw) == 1 or part.raw == "on"
    is_short_form = part.cls in (LINE, ORG, DESCRIPTOR) and part.text != part.raw
    return is_short_form and len(part.raw) <= LONGEST_LETTERS
