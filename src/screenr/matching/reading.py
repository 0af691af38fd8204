"""A name read as words: what each is for, in which script, and the other ways to read it.

A reading is a list of words with their classes. A name has one reading, and another in Latin
letters when it is written in a different script. A Chinese company name is read by its parts:
place, distinctive name, line of business, legal form; common parts translated, the rest by pinyin.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from screenr.matching import constructs
from screenr.matching.compounds import parts_of
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
from screenr.matching.slips import Mended, Slips
from screenr.matching.words import Word
from screenr.text import normalize
from screenr.text.transliterate import latin, parted, script, simplified

_UNSPACED = frozenset({"Han", "Kana", "Hangul"})
_ROMAN = {"i": "1", "v": "5", "x": "10"}
FEW_WORDS, LONGEST_LETTERS = 3, 3


class Spelled(NamedTuple):
    """A reading before its words are weighed."""

    parts: tuple[Part, ...]
    script: str
    translated: bool
    mended: bool = False


class Reading(NamedTuple):
    """A name as words in order.

    `script` is that of the original; `translated` where the words were brought into Latin letters;
    `mended` where common words were read through slips, which is for firms only.
    """

    words: tuple[Word, ...]
    script: str
    translated: bool
    mended: bool = False


Weigh = Callable[[Part], Word]


def readings(
    name: str, lexicon: Lexicon, weigh: Weigh, slips: Slips | None = None
) -> tuple[Reading, ...]:
    """The ways to read `name`, its words weighed; none when it has neither letter nor digit.

    With `slips` also as it would be without them: for a counterparty's name, not for a listed one.
    """
    return tuple(
        Reading(tuple(map(weigh, each.parts)), each.script, each.translated, each.mended)
        for each in spelled(name, lexicon, slips)
    )


def spelled(name: str, lexicon: Lexicon, slips: Slips | None = None) -> tuple[Spelled, ...]:
    """The ways to read `name`; none when it has neither letter nor digit."""
    folded = constructs.joined(normalize.words(name), lexicon.particles)
    if not folded:
        return ()
    kind = next((kind for word in folded if (kind := script(word)) != "Latin"), "Latin")
    if kind == "Latin":
        written = Spelled(tuple(parts(folded, lexicon)), kind, translated=False)
        meant = _meant(folded, lexicon, slips) if slips else None
        return (
            (written, Spelled(meant, kind, translated=False, mended=True)) if meant else (written,)
        )
    native = tuple(parts(_native_words(folded), lexicon))
    found = [Spelled(native, kind, translated=False)]
    apart = [piece for word in folded for piece in parted(word).split()]
    others = dict.fromkeys(
        tuple(_latin_parts(each, lexicon, places=places))
        for each in (folded, apart)
        for places in (True, False)
    )
    found += [Spelled(each, kind, translated=True) for each in others if each]
    return tuple(found)


def parts(folded: Sequence[str], lexicon: Lexicon) -> list[Part]:
    """Read folded words: longest legal form or place first, then the class of each single word.

    A legal form of one word counts only where legal forms stand, at the beginning or the end: SCH
    is one in Bavaria, and a brand in ``Shenzhen SCH Technology Co., Ltd.``
    """
    folded = constructs.joined(folded, lexicon.particles)
    folded = [piece for word in folded for piece in constructs.apart(word)]
    found: list[Part] = []
    at = 0
    while at < len(folded):
        part, taken = _phrase(folded, at, lexicon) or (_single(folded[at], lexicon), 1)
        found.append(part)
        at += taken
    if len(found) > 1 and found[0].raw in lexicon.ship_prefixes:
        found[0] = found[0]._replace(cls=STOP)
    return _kept(_numbers_joined(_roman_letters(_legal_where_they_stand(found, lexicon))))


def _meant(folded: Sequence[str], lexicon: Lexicon, slips: Slips) -> tuple[Part, ...] | None:
    """A name without its slips, and without the form of address (Mr., M/s) before a firm's."""
    mended = slips.mended(folded)
    titled = len(folded) > 1 and folded[0] in lexicon.titles
    if mended is None and not titled:
        return None
    words = mended or [Mended(word, word) for word in folded]
    found = list(_as_written(parts([each.word for each in words], lexicon), words))
    if titled:
        found[0] = found[0]._replace(cls=STOP)
    telling = [part for part in found if part.cls not in (LEGAL, STOP)]
    is_distinct = any(part.cls == DISTINCT for part in telling)
    return tuple(found) if is_distinct or len(telling) >= (FEW_WORDS if titled else 1) else None


def _as_written(found: Sequence[Part], mended: Sequence[Mended]) -> Iterator[Part]:
    """Parts that keep what was written, so that the evidence shows it."""
    at = 0
    for part in found:
        last = at + part.raw.count(" ") + 1
        written = " ".join(each.written for each in mended[at:last] if each.written)
        is_mended = any(each.word != each.written for each in mended[at:last])
        yield part._replace(raw=written) if is_mended and written else part
        at = last


def _phrase(folded: Sequence[str], at: int, lexicon: Lexicon) -> tuple[Part, int] | None:
    for size in range(min(LONGEST_PHRASE, len(folded) - at), 0, -1):
        phrase = " ".join(folded[at : at + size])
        if phrase in lexicon.legal:
            return Part("=" + lexicon.legal[phrase][0], phrase, LEGAL), size
        if phrase in lexicon.places:
            return Part(lexicon.places[phrase][0], phrase, PLACE), size
    return None


def _legal_where_they_stand(found: list[Part], lexicon: Lexicon) -> list[Part]:
    last = len(found)
    while last and found[last - 1].cls in (LEGAL, PLACE, STOP, NUMBER):
        last -= 1
    first = 0
    while first < len(found) and found[first].cls == LEGAL:
        first += 1
    if first == len(found):
        first = last = 0
    return [
        _single(part.raw, lexicon)
        if part.cls == LEGAL and " " not in part.raw and first <= at < last
        else part
        for at, part in enumerate(found)
    ]


def _roman_letters(found: list[Part]) -> list[Part]:
    """A letter i, v or x after common words and before legal forms only is a number (Fund V LP)."""
    last = len(found)
    while last and found[last - 1].cls == LEGAL:
        last -= 1
    at = last - 1
    if at < 2 or found[at].raw not in _ROMAN or found[at - 1].cls not in (LINE, ORG, DESCRIPTOR):  # noqa: PLR2004
        return found
    letter = found[at].raw
    return [*found[:at], Part(_ROMAN[letter], letter, NUMBER), *found[at + 1 :]]


def _numbers_joined(found: list[Part]) -> list[Part]:
    """``Forty 4`` and ``forty four`` are 44."""
    joined: list[Part] = []
    for part in found:
        before = joined[-1] if joined else None
        if (
            before
            and before.cls == part.cls == NUMBER
            and before.raw.isalpha()
            and before.text in {"20", "30", "40", "50", "60", "70", "80", "90"}
            and len(part.text) == 1
        ):
            value = str(int(before.text) + int(part.text))
            joined[-1] = Part(value, f"{before.raw} {part.raw}", NUMBER)
        else:
            joined.append(part)
    return joined


def _single(word: str, lexicon: Lexicon) -> Part:
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


def _kept(found: list[Part]) -> list[Part]:
    """Where nothing else tells, letters are the name (U Power, A Technology, Shenzhen SCH)."""
    telling = sum(part.cls == DISTINCT for part in found)
    if telling or sum(part.cls not in (LEGAL, PLACE) for part in found) > FEW_WORDS:
        return found
    return [
        part._replace(text=part.raw, cls=DISTINCT)
        if _may_be_a_name(part) or _is_second_place(found, at)
        else part
        for at, part in enumerate(found)
    ]


def _is_second_place(found: list[Part], at: int) -> bool:
    """Of two places in a row the second may be the name (Fujian Jinhua)."""
    return (
        at > 0
        and found[at].cls == found[at - 1].cls == PLACE
        and " " not in found[at].raw
        and not any(part.cls == PLACE for part in found[at + 1 :])
    )


def _may_be_a_name(part: Part) -> bool:
    if part.cls == STOP:
        return len(part.raw) == 1 or part.raw == "on"
    is_short_form = part.cls in (LINE, ORG, DESCRIPTOR) and part.text != part.raw
    return is_short_form and len(part.raw) <= LONGEST_LETTERS


def _native_words(folded: Sequence[str]) -> list[str]:
    return [simplified(word) if script(word) == "Han" else word for word in folded]


def _latin_parts(folded: Sequence[str], lexicon: Lexicon, *, places: bool) -> Iterator[Part]:
    plain: list[tuple[str, str]] = []
    for word in folded:
        kind = script(word)
        if kind in _UNSPACED:
            if plain:
                yield from _spelled(plain, lexicon)
                plain = []
            text = simplified(word) if kind == "Han" else word
            yield from parts_of(text, lexicon, _single, places=places)
        else:
            plain.extend((piece, word if kind != "Latin" else "") for piece in latin(word).split())
    if plain:
        yield from _spelled(plain, lexicon)


def _spelled(pairs: list[tuple[str, str]], lexicon: Lexicon) -> Iterator[Part]:
    natives = {piece: native for word, native in pairs for piece in constructs.apart(word)}
    natives.setdefault(constructs.SERVANT_OF, natives.get(constructs.SERVANT, ""))
    for part in parts([word for word, _ in pairs], lexicon):
        yield Part(part.text, part.raw, part.cls, natives.get(part.raw, ""))


def looks_like_organization(reading: Reading) -> bool:
    """A legal form or a type of organization stands in the name."""
    return any(word.cls in (LEGAL, ORG) for word in reading.words)
