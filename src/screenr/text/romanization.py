"""Keys that the romanizations of one East Asian syllable share, for names whose spelling varies.

Given names are written joined, hyphenated or apart, so a key is made of any number of syllables
written together, and no rule looks for their borders. Sources: for Korean the Revised Romanization
(Ministry of Culture and Tourism, 2000) and McCune-Reischauer (1939); for Cantonese, which Hong Kong
writes by habit, Kataoka and Lee, A System without a System (2008).
"""

import functools
import re

_Rules = tuple[tuple[re.Pattern[str], str], ...]

_KOREAN: _Rules = (
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
    (re.compile(r"(?<=[eio])h(?![aeio])"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_CANTONESE: _Rules = (
    (re.compile(r"tsze?|tze"), "ci"),
    (re.compile(r"sze?"), "si"),
    (re.compile(r"ng"), "N"),
    (re.compile(r"ck|g|q"), "k"),
    (re.compile(r"ch|ts|tz|j|z"), "c"),
    (re.compile(r"sh"), "s"),
    (re.compile(r"b"), "p"),
    (re.compile(r"d"), "t"),
    (re.compile(r"(?<=[kpt])h|[hr](?![aeiouy])"), ""),
    (re.compile(r"e[uo](?=N|k)"), "E"),
    (re.compile(r"aa"), "a"),
    (re.compile(r"ow|au"), "A"),
    (re.compile(r"uen"), "Un"),
    (re.compile(r"oo|ue"), "u"),
    (re.compile(r"ou"), "o"),
    (re.compile(r"u(?=[mn](?![aeiou]))"), "a"),
    (re.compile(r"hw"), "w"),
    (re.compile(r"i?ew"), "iu"),
    (re.compile(r"ei|ee|ie|ey|e"), "i"),
    (re.compile(r"y(?=i)|w(?=u)"), ""),
    (re.compile(r"oy"), "oi"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@functools.lru_cache(maxsize=2_000)
def korean_key(sound: str) -> str:
    """What Revised Romanization, McCune-Reischauer and everyday spellings have in common."""
    return _ruled(sound, _KOREAN)


@functools.lru_cache(maxsize=2_000)
def cantonese_key(sound: str) -> str:
    """What the spellings of Cantonese in use in Hong Kong and Macao have in common."""
    return _ruled(sound, _CANTONESE)


def _ruled(sound: str, rules: _Rules) -> str:
    for pattern, letters in rules:
        sound = pattern.sub(letters, sound)
    return sound
