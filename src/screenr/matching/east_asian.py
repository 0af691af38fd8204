"""Chinese and Korean persons' names across scripts and romanizations: strict, their sounds are few.

A family name in any of its spellings and the whole given name must agree, syllable for syllable.
One near sound would make namesakes of half the Chinese and Korean persons on the lists.

A name leads to keys: its family name with the sounds of the given name in one system of writing it
down (`PINYIN` and the others). Characters say how Beijing, Hong Kong, Seoul and Hanoi read them;
Latin letters what was written. Two names are one where they share a key. Two names in Latin letters
may also be of different systems (Wong Kwok Keung, Wang Guoqiang): the one that is not in pinyin is
*guessed* at from the usual given names that sound so, which says less the more of them there are.
"""

import functools
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from screenr.matching.align import Pair
from screenr.matching.han_sounds import HONG_KONG, KOREA, VIETNAM, read_as, syllables
from screenr.matching.lexicon import LEGAL, PINYIN_ONLY, Lexicon
from screenr.matching.meet import SIMILAR, SLAVIC
from screenr.matching.outcome import Outcome
from screenr.matching.slipped import are_chinese
from screenr.matching.words import Word
from screenr.text.romanization import cantonese_key, korean_key
from screenr.text.transliterate import latin, script, simplified

SCRIPTS = frozenset({"Han", "Hangul"})
LONGEST_NAME = 6
MOST_WORDS, MOST_GUESSES = 5, 24
"""Words of a romanized name; guesses that still say something."""
PINYIN, CANTONESE, KOREAN, VIETNAMESE = "pckv"
"""Marks of systems in keys."""
_SCORE_FULL, _SCORE_SHORT = 0.93, 0.86
_SCORE_KOREAN, _SCORE_GUESSED, _COST_OF_DOUBT = 0.88, 0.9, 0.025
"""Two romanizations: of Korean; of Chinese by a guess, and what each doubling of guesses costs."""
_SYLLABLES = re.compile(r"(?:[^aeiouy]{0,3}[aeiouy]++(?:ng|ck|[nmptklhrgbw])?){1,3}|ng")
_NEARLY = frozenset({"spelling", "same sound", SIMILAR, SLAVIC})
_LONG = re.compile(r":(?:k.*[aeio].*[aeio]|[^k].*[aeiouAEU][^aeiouAEU]+[aeiouAEU])")
"""Keys of more than one syllable."""
_INITIAL = "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
_END = "(?:(?<=[aeiu])n|(?<=[aeio])ng)?"
_PINYIN_LIKE = re.compile(rf"{_INITIAL}[aeiou](?>{_END}{_INITIAL}[aeiou])*+{_END}")
"""Initial, vowel, n or ng: longer finals are these, since a vowel is a final by itself.

So there is one way to try a word, however long it is.
"""


class Split(NamedTuple):
    """A name as family name and given name, in its own script."""

    family: str
    given: str


class Romanized(NamedTuple):
    """The keys of a name in Latin letters: as it was written, and as another system may mean it."""

    written: frozenset[str]
    guessed: dict[str, float]


def splits(words: Sequence[str]) -> Iterator[Split]:
    """The ways to part a name: one word at its first or second character, else word by word."""
    natives = [simplified(word) if script(word) == "Han" else word for word in words]
    if len(natives) == 1:
        (name,) = natives
        for at in (1, 2):
            if at < len(name) <= LONGEST_NAME:
                yield Split(name[:at], name[at:])
    elif natives:
        yield Split(natives[0], "".join(natives[1:]))
        yield Split(natives[-1], "".join(natives[:-1]))


def is_native_name(text: str, lexicon: Lexicon) -> bool:
    """Whether Han or Hangul text is a person's name of the country, not a foreign one by its sound.

    A family name and two characters that are usual in given names, or one in Han.
    """
    return any(
        len(each.given) in (2, 2 - (script(text) == "Han"))
        and lexicon.given.issuperset(each.given)
        and family_groups(each.family, lexicon)
        for each in splits([text])
    )


def native_keys(words: Sequence[str], lexicon: Lexicon) -> set[str]:
    """The keys of a name in Han or Hangul, for each way to part it."""
    found = set()
    for family, given in splits(words):
        kind = script(given)
        if kind not in SCRIPTS:
            continue
        if groups := family_groups(family, lexicon):
            sounds = _chinese_sounds(given, lexicon) if kind == "Han" else _korean_sounds([given])
            found |= _keys(groups, sounds)
        if kind == "Han" and len(given) > 1 and (groups := _korean_groups(family, lexicon)):
            found |= _keys(groups, _korean_sounds(read_as(given, KOREA, lexicon)))
    return found


def romanized_keys(words: Sequence[str], lexicon: Lexicon) -> set[str]:
    """The same keys for a name in Latin letters, for each word that could be the family name."""
    found = set()
    for family, groups, given in _parted(words, lexicon):
        sound = "".join(given)
        for group in groups:
            if not _is_chinese(group):
                found.add(f"{group}:{KOREAN}{korean_key(sound)}")
                continue
            in_pinyin = _is_pinyin_of(family, group)
            found |= _keys([group], [(PINYIN, sound), (VIETNAMESE, sound)])
            if len(given) > 1 or not (in_pinyin and is_pinyin(sound)):
                wade = _by_wade(given, lexicon)
                found |= _keys([group], ((PINYIN, each) for each in wade))
            if len(given) > 1 or not in_pinyin:
                found.add(f"{group}:{CANTONESE}{cantonese_key(sound)}")
    return found


def guessed_keys(words: Sequence[str], lexicon: Lexicon) -> dict[str, float]:
    """The keys in pinyin that a name in Cantonese or Hokkien may stand for, and how surely."""
    found: dict[str, float] = {}
    for family, groups, given in _parted(words, lexicon):
        chinese = [g for g in groups if _is_chinese(g) and not _is_pinyin_of(family, g)]
        if not chinese or len(given) < 2:  # noqa: PLR2004 -- one syllable is everybody's
            continue
        readings = [_guesses(word, lexicon) for word in given]
        doubt = math.prod(map(len, readings))
        if 0 < doubt <= MOST_GUESSES:
            score = _SCORE_GUESSED - _COST_OF_DOUBT * math.log2(doubt)
            for each in product(*readings):
                for group in chinese:
                    found[f"{group}:{PINYIN}{''.join(each)}"] = score
    return found


def romanized(words: Sequence[str], lexicon: Lexicon) -> Romanized:
    """All keys of a name in Latin letters."""
    return Romanized(frozenset(romanized_keys(words, lexicon)), guessed_keys(words, lexicon))


def score(
    native: Sequence[Word], other: Sequence[Word], keys: Romanized, lexicon: Lexicon
) -> Outcome:
    """Compare a name in Han or Hangul with one in Latin letters, whichever was listed.

    `keys` are those of the `other` name.
    """
    written = [word.raw for word in native]
    sounds = native_keys(written, lexicon)
    is_short = all(len(split.given) == 1 for split in splits(written))
    scores = [_SCORE_SHORT if is_short else _SCORE_FULL] if sounds & keys.written else []
    scores += [keys.guessed[key] for key in sounds & keys.guessed.keys()]
    return _outcome(max(scores, default=0.0), native, other)


def score_romanized(
    mine: Romanized, theirs: Romanized, query: Sequence[Word], listed: Sequence[Word]
) -> Outcome:
    """Compare two names in Latin letters that may be of two systems; one syllable says nothing."""
    both = [key for key in mine.written & theirs.written if _LONG.search(key)]
    scores = [_SCORE_FULL for key in both if _system(key) == PINYIN]
    if not (_is_in_pinyin(query) and _is_in_pinyin(listed)):
        scores += [_SCORE_KOREAN for key in both if _system(key) in (KOREAN, CANTONESE)]
    scores += [mine.guessed[key] for key in mine.guessed.keys() & theirs.written]
    scores += [theirs.guessed[key] for key in theirs.guessed.keys() & mine.written]
    return _outcome(max(scores, default=0.0), query, listed)


def with_syllables(untitled: Sequence[Word], words: Sequence[Word], lexicon: Lexicon) -> list[str]:
    """The words of a person's name that may be Chinese: Tsai Ing-wen is no engineer."""
    if len(untitled) < len(words):
        named = [word.raw for word in words if word.cls != LEGAL]
        if len(untitled) < len(named) and are_syllables(named, lexicon):
            return named
    return [word.raw for word in untitled]


def are_syllables(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words are a Chinese name: a family name and nothing but syllables of given names."""
    given = [word for word in words if not family_groups(word, lexicon)]
    return len(given) < len(words) and all(_guesses(word, lexicon) for word in given)


def is_another_syllable(met: Sequence[tuple[str, str, str]], lexicon: Lexicon) -> bool:
    """Whether two given names in pinyin are nearly one, beside an East Asian family name.

    `met` are the words that met: how they were read, the counterparty's and the listed one.
    """
    near = [each for each in met if each[0] in _NEARLY and are_chinese(*each[1:])]
    return bool(near) and any(family_groups(each[2], lexicon) for each in met if each not in near)


def family_groups(name: str, lexicon: Lexicon) -> set[str]:
    """The groups of spellings of East Asian family names that a word is in."""
    known = lexicon.families.get(name, "")
    return {each for each in known.split("|") if each.startswith("@")} if "@" in known else set()


def family_names(lexicon: Lexicon) -> set[str]:
    """East Asian family names: a name in Latin letters without one has none of these keys."""
    return {name for name, groups in lexicon.families.items() if "@" in groups}


def is_pinyin(word: str) -> bool:
    """Whether a word may be one or more syllables of pinyin."""
    return _PINYIN_LIKE.fullmatch(word) is not None


def _outcome(total: float, query: Sequence[Word], listed: Sequence[Word]) -> Outcome:
    mine, theirs = tuple(range(len(query))), tuple(range(len(listed)))
    if not total:
        return Outcome(0.0, "same", (), mine, theirs, ())
    return Outcome(total, "same", (Pair(mine, theirs, total, "romanization"),), (), (), ())


def _keys(groups: Iterable[str], sounds: Iterable[tuple[str, str]]) -> set[str]:
    return {f"{group}:{system}{sound}" for group, (system, sound) in product(groups, sounds)}


def _system(key: str) -> str:
    return key[key.index(":") + 1]


def _is_chinese(group: str) -> bool:
    return script(group) == "Han"


def _is_pinyin_of(family: str, group: str) -> bool:
    return group.startswith(f"@{family}") and group[len(family) + 1] > "\x7f"


def _is_in_pinyin(words: Sequence[Word]) -> bool:
    return all(is_pinyin(word.raw) for word in words)


def _chinese_sounds(given: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    found = [(PINYIN, "".join(syllables(given, lexicon)))]
    found += ((CANTONESE, cantonese_key(each)) for each in read_as(given, HONG_KONG, lexicon))
    found += ((VIETNAMESE, each) for each in read_as(given, VIETNAM, lexicon))
    return found


def _korean_sounds(hangul: Iterable[str]) -> list[tuple[str, str]]:
    return [(KOREAN, korean_key(latin(each).replace(" ", ""))) for each in hangul]


def _korean_groups(family: str, lexicon: Lexicon) -> set[str]:
    """The groups of a family name in Han as Seoul reads it."""
    read = read_as(family, KOREA, lexicon)
    return {group for hangul in read for group in family_groups(hangul, lexicon)}


def _parted(
    words: Sequence[str], lexicon: Lexicon
) -> Iterator[tuple[str, set[str], Sequence[str]]]:
    """Each word that could be a family name, its groups, and the given name that is left."""
    if not 1 < len(words) <= MOST_WORDS:
        return
    for at, family in enumerate(words):
        groups = family_groups(family, lexicon)
        if groups:
            rest = (*words[:at], *words[at + 1 :])
            for given in dict.fromkeys((rest, _without_foreign_name(rest, lexicon))):
                if all(map(_SYLLABLES.fullmatch, given)):
                    yield family, groups, given


def _without_foreign_name(given: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The given name without the one that its bearer uses abroad (John Ka-chiu)."""
    kept = tuple(w for w in given if w in lexicon.syllables or w not in lexicon.people)
    return kept if 1 < len(kept) < len(given) else given


def _by_wade(given: Sequence[str], lexicon: Lexicon) -> list[str]:
    """A given name in another romanization of Mandarin than pinyin, as pinyin."""
    readings = [lexicon.syllables.get(word, PINYIN_ONLY) for word in given]
    if any(each.startswith(PINYIN_ONLY) for each in readings):
        return []
    return list(map("".join, product(*(each.split("|") for each in readings))))


@functools.lru_cache(maxsize=1_000)
def _guesses(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The syllables of pinyin that a syllable may stand for in names of the south, or abroad."""
    southern = (lexicon.southern.get(f"c:{cantonese_key(word)}"), lexicon.southern.get(f"h:{word}"))
    known = [*southern, lexicon.syllables.get(word, "").removeprefix(PINYIN_ONLY)]
    return tuple(dict.fromkeys(each for text in known if text for each in text.split("|")))
