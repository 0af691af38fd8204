"""What a word sounds and looks like, as short keys that equal words share.

Each key forgets one kind of difference: `visual` letters drawn alike, `sound` spelling of the same
sounds, `skeleton` vowels and voicing as well, `consonants` vowels only.
"""

import functools
import re
from collections.abc import Sequence

_DRAWN_ALIKE = str.maketrans("0134578962", "olesatbgbz")
_DRAWN_PAIRS = (
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("nn", "m"),
    ("ii", "u"),
    ("i", "l"),
    ("j", "l"),
)

_SOUNDS = (
    (re.compile(r"tsch|tch|cz|ch|tj"), "C"),
    (re.compile(r"shch|sch|sh|sz"), "S"),
    (re.compile(r"zh|dj|dzh|j"), "J"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"ck|q|c(?![eiy])"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"c"), "s"),
    (re.compile(r"ts|tz"), "z"),
    (re.compile(r"ou|oo|ow|eu|ue|oe|w"), "u"),
    (re.compile(r"ae"), "a"),
    (re.compile(r"ee|ea|ie|iy|ii|yi|ei|ey|ij|y"), "i"),
    (re.compile(r"e"), "i"),
    (re.compile(r"o"), "u"),
)
_SLAVIC = (
    (re.compile(r"tsch|tch"), "ch"),
    (re.compile(r"ts"), "t"),
    (re.compile(r"dz(?!h)"), "d"),
    (re.compile(r"(?<=[aeoiy])[uw](?=[^aeiouy]|$)|^u(?=[lv])"), "v"),
    (re.compile(r"ff?$"), "v"),
    (re.compile(r"kh|g|(?<=[aou])ch(?=[lmnrtvw])"), "h"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(?<=[aeouiy])j|j(?=[aeou])"), "y"),
)
_REPEATED = re.compile(r"(.)\1+")
_FINAL_H = re.compile(r"(?<=[aiu])h$")
_CLASSES = str.maketrans("bdgvzJCSqxchwy", "ptkfsssskkk  i")
_FIVE_VOWELS = re.compile(r"[aeiou]+")
_VOWELS = re.compile(r"[aeiouy ]+")


@functools.lru_cache(maxsize=10_000)
def visual(word: str) -> str:
    """Letters and digits drawn alike made one: ``sech1n`` and ``sechln`` are one word."""
    word = word.translate(_DRAWN_ALIKE)
    for pair, single in _DRAWN_PAIRS:
        word = word.replace(pair, single)
    return word


@functools.lru_cache(maxsize=10_000)
def sound(word: str) -> str:
    """Spellings of the same sounds made one: ``yusuf``, ``youssef`` and ``yousuf`` are one word."""
    for pattern, letter in _SOUNDS:
        word = pattern.sub(letter, word)
    return _FINAL_H.sub("", _REPEATED.sub(r"\1", word))


@functools.lru_cache(maxsize=10_000)
def skeleton(word: str) -> str:
    """Consonant classes in order, an initial vowel as ``a``: what survives transliteration."""
    heard = sound(word)
    bare = _REPEATED.sub(r"\1", _VOWELS.sub("", heard[1:].translate(_CLASSES)))
    first = heard[:1].translate(_CLASSES)
    return ("a" if first in "aiu " else first) + bare


@functools.lru_cache(maxsize=10_000)
def slavic(word: str) -> str:
    """The skeleton of a Russian, Belarusian or Ukrainian name in any of their romanizations.

    ``halavanau`` is ``golovanov``, ``dzmitryeuna`` ``dmitrievna``: Belarusian writes the v after a
    vowel as a short u, g as h, and d and t before i as dz and ts (Instruction on transliteration,
    State Committee on Land Resources of Belarus, 2000).
    """
    for pattern, letter in _SLAVIC:
        word = pattern.sub(letter, word)
    return skeleton(word)


@functools.lru_cache(maxsize=10_000)
def consonants(word: str) -> str:
    """The letters without a, e, i, o, u."""
    return _FIVE_VOWELS.sub("", word)


def lacks_vowels(word: str) -> bool:
    """Whether the letters between the first and the last have no vowel (``mhmmd``, ``sfri``)."""
    return len(word) > 1 and _FIVE_VOWELS.search(word, 1, len(word) - 1) is None


def sound_of_each(words: Sequence[str]) -> list[str]:
    """`sound` of each word."""
    return list(map(sound, words))
