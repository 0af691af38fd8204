"""A name read as words: what each is for, in which script, and the other ways to read it.

A reading is a list of words with their classes. A name has one reading, and another in Latin
letters when it is written in a different script. A Chinese company name is read by its parts:
place, distinctive name, line of business, legal form; common parts translated, the rest by pinyin.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from screenr.matching import constructs
from screenr.matching.compounds import parts_of, translated
from screenr.matching.lexicon import DISTINCT, LEGAL, ORG, PLACE, STOP
from screenr.matching.part import Part
from screenr.matching.phrasebook import FEW_WORDS, Phrasebook
from screenr.matching.slips import Mended, Slips
from screenr.matching.words import Word
from screenr.text import normalize
from screenr.text.transliterate import latin, parted, script, simplified

UNSPACED = frozenset({"Han", "Kana", "Hangul"})
"""Scripts of which each word is read by itself, by its parts."""


class Spelled(NamedTuple):
    """A reading before its words are weighed."""

    parts: tuple[Part, ...]
    script: str
    translated: bool
    mended: bool = False


class Reading(NamedTuple):
    """A name as words in order.

    `script` is that of the original; `translated` where the words were brought into Latin letters;
    `mended` where common words were read through slips or written out, which is for firms only.
    """

    words: tuple[Word, ...]
    script: str
    translated: bool
    mended: bool = False


Weigh = Callable[[Part], Word]


def readings(
    name: str, book: Phrasebook, weigh: Weigh, slips: Slips | None = None
) -> tuple[Reading, ...]:
    """The ways to read `name`, its words weighed; none when it has neither letter nor digit.

    Firms' also with abbreviations written out; with `slips` also as they would be without them: for
    a counterparty's name, not for a listed one.
    """
    return tuple(
        [
            Reading(tuple(map(weigh, parts)), kind, translated, mended)
            for parts, kind, translated, mended in spelled(name, book, slips)
        ]
    )


def spelled(name: str, book: Phrasebook, slips: Slips | None = None) -> tuple[Spelled, ...]:
    """The ways to read `name`; none when it has neither letter nor digit."""
    folded = constructs.joined(normalize.words(name), book.lexicon.particles)
    if not folded:
        return ()
    kind = "Latin"
    if not "".join(folded).isascii():
        kind = next((kind for word in folded if (kind := script(word)) != "Latin"), kind)
    if kind == "Latin":
        written = Spelled(tuple(book.parts(folded)), kind, translated=False)
        meant = _meant(folded, book, slips)
        return (
            (written, Spelled(meant, kind, translated=False, mended=True)) if meant else (written,)
        )
    native = tuple(book.parts(as_written(folded)))
    found = [Spelled(native, kind, translated=False)]
    others = dict.fromkeys(in_latin(folded, book))
    found += [Spelled(each, kind, translated=True) for each in others if each]
    return tuple(found)


def in_latin(folded: Sequence[str], book: Phrasebook) -> list[tuple[Part, ...]]:
    """A name of another script in Latin letters: known words translated, and all by their sound.

    Where Arabic articles may be parted, then so twice more; one way where all would be the same.
    """
    apart = [piece for word in folded for piece in parted(word).split()]
    forms = [folded] if apart == folded else [folded, apart]
    if not any(_may_be_known(word, book) for each in forms for word in each):
        sounds = [tuple(_latin_parts(each, book, places=False)) for each in forms]
        return sounds if len(sounds) == 1 else [sound for sound in sounds for _ in range(2)]
    return [
        tuple(_latin_parts(each, book, places=places)) for each in forms for places in (True, False)
    ]


def _may_be_known(word: str, book: Phrasebook) -> bool:
    kind = script(word)
    return kind in UNSPACED or (kind == "Arabic" and _arabic(word, book) != "")


def _meant(folded: list[str], book: Phrasebook, slips: Slips | None) -> tuple[Part, ...] | None:
    """A firm's name with its abbreviations written out, but for one that is the whole name.

    With `slips` also without its slips and the form of address (Mr., M/s) before it.
    """
    mended = slips.mended(folded) if slips else None
    titled = slips is not None and len(folded) > 1 and folded[0] in book.lexicon.titles
    if mended is None and not titled and not book.abbreviations.may_be_in(folded):
        return None
    words = mended or [Mended(word, word) for word in folded]
    words = book.abbreviations.written_out(words)
    if not titled and [each.word for each in words] == folded:
        return None
    found = list(_as_written(book.parts([each.word for each in words]), words))
    if titled:
        found[0] = found[0]._replace(cls=STOP)
    telling = [part for part in found if part.cls not in (LEGAL, STOP)]
    if any(part.cls == DISTINCT for part in telling):
        return tuple(found)
    least = FEW_WORDS if titled else 1
    is_alone = len(folded) == 1 and not any(part.cls == PLACE for part in telling)
    return tuple(found) if len(telling) >= least and not is_alone else None


def _as_written(found: Sequence[Part], mended: Sequence[Mended]) -> Iterator[Part]:
    """Parts that keep what was written, so that the evidence shows it."""
    at = 0
    for part in found:
        last = at + part.raw.count(" ") + 1
        written = " ".join(each.written for each in mended[at:last] if each.written)
        is_mended = any(each.word != each.written for each in mended[at:last])
        yield part._replace(raw=written) if is_mended and written else part
        at = last


def as_written(folded: Sequence[str]) -> list[str]:
    """The words of a name of another script; Han in Simplified characters."""
    return [simplified(word) if script(word) == "Han" else word for word in folded]


def _latin_parts(folded: Sequence[str], book: Phrasebook, *, places: bool) -> Iterator[Part]:
    plain: list[tuple[str, str]] = []
    for word in folded:
        kind = script(word)
        # Any may be a person's name too (al-Iraqi), which the reading without places keeps.
        known = _arabic(word, book) if places and kind == "Arabic" else ""
        if plain and (known or kind in UNSPACED):
            yield from _spelled(plain, book)
            plain = []
        if known:
            yield from translated(known, book)
        elif kind in UNSPACED:
            text = simplified(word) if kind == "Han" else word
            yield from parts_of(text, book, places=places)
        else:
            plain.extend((piece, word if kind != "Latin" else "") for piece in latin(word).split())
    if plain:
        yield from _spelled(plain, book)


def _arabic(word: str, book: Phrasebook) -> str:
    """The known word that one in Arabic script is, with the article or without."""
    found = (each for each in (word, word.removeprefix("ال")) if each in book.lexicon.native)
    return next(found, "")


def _spelled(pairs: list[tuple[str, str]], book: Phrasebook) -> Iterator[Part]:
    natives = {piece: native for word, native in pairs for piece in constructs.apart(word)}
    natives.setdefault(constructs.SERVANT_OF, natives.get(constructs.SERVANT, ""))
    for part in book.parts([word for word, _ in pairs]):
        yield Part(part.text, part.raw, part.cls, natives.get(part.raw, ""))


def looks_like_organization(reading: Reading) -> bool:
    """A legal form or a type of organization stands in the name."""
    return any(word.cls in (LEGAL, ORG) for word in reading.words)
