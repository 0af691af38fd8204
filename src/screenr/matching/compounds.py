"""A company name in unspaced East Asian writing, read by its parts.

Place + distinctive name + line of business + legal form: the common parts are translated, the
distinctive one is read by its sound. A character counts as a place's suffix only after a place, and
as a number only where institutes and factories have one, since any character may begin a brand.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from screenr.matching.han_sounds import syllables
from screenr.matching.lexicon import DISTINCT, LEGAL, NUMBER, PLACE, STOP, Lexicon
from screenr.matching.part import Part
from screenr.matching.phrasebook import Phrasebook
from screenr.text.transliterate import latin, script

REMEMBERED = 500
"""Texts and known parts of which the parts are kept."""
_OF_PLACES = (PLACE, STOP)
_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
           "九": 9}  # fmt: skip
_NUMERAL = r"[零〇一二三四五六七八九十百\d]+"
_ORDINAL = re.compile(rf"第({_NUMERAL})|({_NUMERAL})(?=[所厂院局部队师旅团号中研])")


def parts_of(text: str, book: Phrasebook, *, places: bool) -> Sequence[Part]:
    """Split Simplified text at known parts; without `places` those are read by sound as well."""
    with_places, without = _read(text, book)
    return with_places if places else without


@functools.lru_cache(REMEMBERED)
def _read(text: str, book: Phrasebook) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The parts of a text, and those where places are read by sound."""
    pieces = list(_split(text, book, places=True))
    with_places = without = _parts(pieces, book)
    if any(each.known in _OF_PLACES for each in pieces):
        without = _parts(_split(text, book, places=False), book)
    return with_places, without


class _Piece(NamedTuple):
    """A piece of a text: of the class that it is known by, a number, or read by its sound."""

    text: str
    known: int | None = None
    number: str = ""


def _split(text: str, book: Phrasebook, *, places: bool) -> Iterator[_Piece]:
    at = start = 0
    before: int | None = PLACE  # a name may begin with its place
    has_ordinal = _ORDINAL.search(text) is not None
    while at < len(text):
        ordinal = _ORDINAL.match(text, at) if has_ordinal else None
        size = len(ordinal[0]) if ordinal else _known(text, at, book, before if places else None)
        if not size:
            at += 1
            before = None
            continue
        if start < at:
            yield _Piece(text[start:at])
        piece = text[at : at + size]
        if ordinal:
            yield _Piece(piece, number=ordinal[1] or ordinal[2])
        else:
            before = book.lexicon.native[piece][1]
            yield _Piece(piece, before)
        at = start = at + size
    if start < at:
        yield _Piece(text[start:at])


def _parts(pieces: Iterable[_Piece], book: Phrasebook) -> tuple[Part, ...]:
    found: list[Part] = []
    for piece, known, number in pieces:
        if known is not None:
            found += translated(piece, book)
        elif number:
            found.append(Part(str(numeral(number)), piece, NUMBER, piece))
        else:
            found.append(_by_sound(piece, book.lexicon))
    return tuple(found)


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


def _known(text: str, at: int, book: Phrasebook, before: int | None) -> int:
    """The length of the known part that begins at `at`, 0 where none does.

    `before` is the class of the part before: a place's suffix stands after a place, a place after
    a place or its suffix.
    """
    native, last = book.lexicon.native, len(text) - at
    for size in book.native_sizes.get(text[at], ()):
        if size > last:
            continue
        found = native.get(text[at : at + size])
        if found and (found[1] not in _OF_PLACES or before in _OF_PLACES):
            return size
    found = native.get(text[at])
    return 1 if found and found[1] == STOP and before == PLACE and at else 0


@functools.lru_cache(REMEMBERED)
def translated(piece: str, book: Phrasebook) -> tuple[Part, ...]:
    """The English words that a known part of a name stands for."""
    english, cls = book.lexicon.native[piece]
    if cls == LEGAL:
        family = book.lexicon.legal.get(english)
        return (Part("=" + (family[0] if family else english), english, LEGAL, piece),)
    if cls == PLACE:
        return (Part(english, english, PLACE, piece),)
    if cls == STOP:
        return ()
    words = [(word, book.single(word)) for word in english.split()]
    return tuple(
        Part(part.text, word, cls if part.cls == DISTINCT else part.cls, piece)
        for word, part in words
    )


def _by_sound(piece: str, lexicon: Lexicon) -> Part:
    is_han = script(piece) == "Han"
    sound = "".join(syllables(piece, lexicon) if is_han else latin(piece).split(" "))
    return Part(sound or piece, sound or piece, DISTINCT, piece)
