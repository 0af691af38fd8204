"""Persons' names in Han or Hangul against Latin letters: strict, because their sounds are few.

A family name in any of its romanizations and the whole given name must agree, syllable for syllable
(pinyin for Han; for Hangul a key that Revised, McCune-Reischauer and everyday spellings share). One
near sound would make namesakes of half the Chinese and Korean persons on the lists.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from screenr.matching.align import Pair
from screenr.matching.lexicon import Lexicon
from screenr.matching.outcome import Outcome
from screenr.matching.words import Word
from screenr.text.transliterate import han_syllables, latin, script, simplified

SCRIPTS = frozenset({"Han", "Hangul"})
LONGEST_NAME = 6
_SYSTEM = {"Han": "p", "Hangul": "k"}
"""Marks of sounds: pinyin, and the key that Korean romanizations share."""
_SCORE_FULL, _SCORE_SHORT = 0.93, 0.86

_KOREAN = (
    (re.compile(r"sh"), "s"),
    (re.compile(r"ch|j"), "c"),
    (re.compile(r"k|g"), "k"),
    (re.compile(r"p|b"), "p"),
    (re.compile(r"t|d"), "t"),
    (re.compile(r"r|l"), "l"),
    (re.compile(r"ae|ai|ay|e(?![ou])"), "e"),
    (re.compile(r"ee|i"), "i"),
    (re.compile(r"eo|eu|oo|ou|u|o"), "o"),
    (re.compile(r"[yw]"), ""),
    (re.compile(r"(?<=[eio])h"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


class Split(NamedTuple):
    """A name as family name and given name, in its own script."""

    family: str
    given: str


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


def korean_key(sound: str) -> str:
    """What the romanizations of a Korean syllable have in common."""
    for pattern, letter in _KOREAN:
        sound = pattern.sub(letter, sound)
    return sound


def given_sounds(given: str) -> tuple[str, ...]:
    """The syllables of a given name, as they are looked up."""
    if script(given) == "Hangul":
        return tuple(korean_key(syllable) for syllable in latin(given).split())
    return han_syllables(given)


def native_keys(words: Sequence[str], lexicon: Lexicon) -> set[str]:
    """Family name and sounds of a name in Han or Hangul, for each way to part it."""
    return {
        f"{group}:{_SYSTEM[script(given)]}{''.join(given_sounds(given))}"
        for family, given in splits(words)
        if given and script(given) in _SYSTEM
        for group in family_groups(family, lexicon)
    }


def romanized_keys(words: Sequence[str], lexicon: Lexicon) -> set[str]:
    """The same keys for a name in Latin letters, for each word that could be the family name."""
    found = set()
    for at, family in enumerate(words):
        groups = family_groups(family, lexicon) if len(words) > 1 else ()
        rest = [*words[:at], *words[at + 1 :]] if groups else ()
        for group in groups:
            for given in (rest, _without_foreign_name(rest, lexicon)):
                found.add(f"{group}:p{''.join(given)}")
                read = (lexicon.syllables.get(word, word) for word in given)
                found.add(f"{group}:p{''.join(read)}")
                found.add(f"{group}:k{''.join(map(korean_key, given))}")
    return found


def _without_foreign_name(given: Sequence[str], lexicon: Lexicon) -> Sequence[str]:
    """The given name without the one that its bearer uses abroad (John Ka-chiu)."""
    kept = [word for word in given if word in lexicon.syllables or word not in lexicon.people]
    return kept if 1 < len(kept) < len(given) else given


def score(native: Sequence[Word], other: Sequence[Word], lexicon: Lexicon) -> Outcome:
    """Compare a name in Han or Hangul with one in Latin letters, whichever was listed."""
    written = [word.raw for word in native]
    agreed = native_keys(written, lexicon) & romanized_keys([w.raw for w in other], lexicon)
    if not agreed:
        return Outcome(0.0, "same", (), range(len(native)), range(len(other)), ())
    is_short = all(len(split.given) == 1 for split in splits(written))
    total = _SCORE_SHORT if is_short else _SCORE_FULL
    everything = Pair(tuple(range(len(native))), tuple(range(len(other))), total, "romanization")
    return Outcome(total, "same", (everything,), (), (), ())


def family_groups(name: str, lexicon: Lexicon) -> set[str]:
    """The groups of spellings of East Asian family names that a word is in."""
    known = lexicon.families.get(name, "")
    return {each for each in known.split("|") if each.startswith("@")} if "@" in known else set()
