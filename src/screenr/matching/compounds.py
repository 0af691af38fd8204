"""A company name in unspaced East Asian writing, read by its parts.

Place + distinctive name + line of business + legal form: the common parts are translated, the
distinctive one is read by its sound. A character counts as a place's suffix only after a place, and
as a number only where institutes and factories have one, since any character may begin a brand.
"""

import re
from collections.abc import Iterator

from screenr.matching.lexicon import DISTINCT, LEGAL, NUMBER, PLACE, STOP, Lexicon
from screenr.matching.part import Part
from screenr.matching.phrasebook import Phrasebook
from screenr.text.transliterate import latin

_LONGEST = 8
_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
           "九": 9}  # fmt: skip
_NUMERAL = r"[零〇一二三四五六七八九十百\d]+"
_ORDINAL = re.compile(rf"第({_NUMERAL})|({_NUMERAL})(?=[所厂院局部队师旅团号中研])")


def parts_of(text: str, book: Phrasebook, *, places: bool) -> Iterator[Part]:
    """Split Simplified text at known parts; without `places` those are read by sound as well."""
    at = start = 0
    before: int | None = PLACE  # a name may begin with its place
    while at < len(text):
        ordinal = _ORDINAL.match(text, at)
        size = 0 if ordinal else _known(text, at, book.lexicon, before=before if places else None)
        if not ordinal and not size:
            at += 1
            before = None
            continue
        if start < at:
            yield _by_sound(text[start:at])
        if ordinal:
            size = len(ordinal[0])
            yield Part(str(numeral(ordinal[1] or ordinal[2])), ordinal[0], NUMBER, ordinal[0])
        else:
            piece = text[at : at + size]
            before = book.lexicon.native[piece][1]
            yield from translated(piece, book)
        at = start = at + size
    if start < at:
        yield _by_sound(text[start:at])


def numeral(text: str) -> int:
    """The value of a number in Chinese or Arabic numerals, up to 999 (五十四 is 54, 一二 is 12)."""
    if text.isdigit() and text.isascii():
        return int(text)
    if not set(text) & {"十", "百"}:
        return int("".join(str(_DIGITS.get(letter, letter)) for letter in text))
    value, digit = 0, 0
    for letter in text:
        if letter in "十百":
            value += (digit or 1) * (10 if letter == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS.get(letter, int(letter) if letter.isdigit() else 0)
    return value + digit


def _known(text: str, at: int, lexicon: Lexicon, *, before: int | None) -> int:
    """The length of the known part that begins at `at`, 0 where none does.

    `before` is the class of the part before: a place's suffix stands after a place, a place after
    a place or its suffix.
    """
    for size in range(min(_LONGEST, len(text) - at), 1, -1):
        found = lexicon.native.get(text[at : at + size])
        if found and (found[1] not in (PLACE, STOP) or before in (PLACE, STOP)):
            return size
    found = lexicon.native.get(text[at])
    return 1 if found and found[1] == STOP and before == PLACE and at else 0


def translated(piece: str, book: Phrasebook) -> Iterator[Part]:
    """The English words that a known part of a name stands for."""
    english, cls = book.lexicon.native[piece]
    if cls == LEGAL:
        family = book.lexicon.legal.get(english)
        yield Part("=" + (family[0] if family else english), english, LEGAL, piece)
    elif cls == PLACE:
        yield Part(english, english, PLACE, piece)
    elif cls != STOP:
        for word in english.split():
            part = book.single(word)
            yield Part(part.text, word, cls if part.cls == DISTINCT else part.cls, piece)


def _by_sound(piece: str) -> Part:
    sound = latin(piece).replace(" ", "")
    return Part(sound or piece, sound or piece, DISTINCT, piece)
