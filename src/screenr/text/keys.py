"""What a word sounds and looks like, as short keys that equal words share.

Each key forgets one kind of difference: `visual` letters drawn alike, `sound` spelling of the same
sounds, `skeleton` vowels and voicing as well, `consonants` vowels only.

The rules hold line by line, so that the words of a batch are read together (`keys_of_each`): that
takes a tenth of the time.
"""

import functools
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

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
)
_TWO_VOWELS = str.maketrans("eo", "iu")
_SPANNED = {
    "a": "e", "c": "ehikyz", "d": "hjkz", "e": "aeiuy", "g": "hk", "i": "eijy", "k": "h",
    "o": "eouw", "p": "hk", "s": "chz", "t": "chjksz", "u": "e", "y": "i", "z": "h",
}  # fmt: skip
"""Letters of which a rule of `_SOUNDS` may make one, also after another rule."""
_SLAVIC = (
    (re.compile(r"tsch|tch"), "ch"),
    (re.compile(r"ts"), "t"),
    (re.compile(r"dz(?!h)"), "d"),
    (re.compile(r"[uw](?:(?<=[aeoiy].)(?=[^aeiouy]|$)|(?<=^u)(?=[lv]))", re.MULTILINE), "v"),
    (re.compile(r"ff?$", re.MULTILINE), "v"),
    (re.compile(r"kh|g|ch(?<=[aou]ch)(?=[lmnrtvw])"), "h"),
    (re.compile(r"w"), "v"),
    (re.compile(r"j(?:(?<=[aeouiy]j)|(?=[aeou]))"), "y"),
)
_REPEATED = re.compile(r"(.)(?=\1)")
_FINAL_H = re.compile(r"h(?<=[aiu]h)$", re.MULTILINE)
_CLASSES = str.maketrans("bdgvzJCSqxchwy", "ptkfsssskkk  i")
_FIVE_VOWELS = re.compile(r"[aeiou]+")
_FIRST_VOWEL = re.compile(r"^(?:[aiu ]|$)", re.MULTILINE)
_ONLY_FIRST_VOWEL = str.maketrans("A", "a", "aeiouy ")
UNSOUNDED = "aiuh"
"""Letters of a sound that may not be heard."""
_UNSOUNDED = str.maketrans("", "", UNSOUNDED)
_LATER_REPEATED = re.compile(r"(?<=.)(.)(?=\1)")


class Keys(NamedTuple):
    """The keys of many words, in the order of the words."""

    visual: list[str]
    sound: list[str]
    skeleton: list[str]
    slavic: list[str]


def keys_of_each(words: Sequence[str]) -> Keys:
    """What the functions of these names say of each word."""
    sounds = sound_of_each(words)
    skeletons = _each(_bare, sounds)
    russian = _each(_russian, words)
    others = [at for at, word in enumerate(words) if russian[at] != word]
    slavic = [*skeletons]
    found = _each(_bare, sound_of_each([russian[at] for at in others]))
    for at, skeleton_of_other in zip(others, found, strict=True):
        slavic[at] = skeleton_of_other
    return Keys(visual_of_each(words), sounds, skeletons, slavic)


def is_heard_apart(ends: str, begins: str) -> bool:
    """Whether no sound is made of the last letter of one word and the first of another.

    What they sound like together is then what each does, unless the sound repeats itself there or
    the other word is nothing but an h.
    """
    return ends != "h" and begins not in _SPANNED.get(ends, "")


def visual_of_each(words: Sequence[str]) -> list[str]:
    """`visual` of each word."""
    return _each(_drawn, words)


def sound_of_each(words: Sequence[str]) -> list[str]:
    """`sound` of each word."""
    return _each(_heard, words)


def consonants_of_each(words: Sequence[str]) -> list[str]:
    """`consonants` of each word."""
    return _each(_without_vowels, words)


@functools.lru_cache(maxsize=2_000)
def visual(word: str) -> str:
    """Letters and digits drawn alike made one: ``sech1n`` and ``sechln`` are one word."""
    return _drawn(word)


@functools.lru_cache(maxsize=2_000)
def sound(word: str) -> str:
    """Spellings of the same sounds made one: ``yusuf``, ``youssef`` and ``yousuf`` are one word."""
    return _heard(word)


@functools.lru_cache(maxsize=2_000)
def skeleton(word: str) -> str:
    """Consonant classes in order, an initial vowel as ``a``: what survives transliteration."""
    return _bare(sound(word))


@functools.lru_cache(maxsize=2_000)
def slavic(word: str) -> str:
    """The skeleton of a Russian, Belarusian or Ukrainian name in any of their romanizations.

    ``halavanau`` is ``golovanov``, ``dzmitryeuna`` ``dmitrievna``: Belarusian writes the v after a
    vowel as a short u, g as h, and d and t before i as dz and ts (Instruction on transliteration,
    State Committee on Land Resources of Belarus, 2000).
    """
    return skeleton(slavic_letters(word))


@functools.lru_cache(maxsize=2_000)
def slavic_letters(word: str) -> str:
    """A word without the habits of one romanization of Slavic names: ``wiktor`` is ``viktor``."""
    return _russian(word)


@functools.lru_cache(maxsize=2_000)
def consonants(word: str) -> str:
    """The letters without a, e, i, o, u."""
    return _without_vowels(word)


@functools.lru_cache(maxsize=2_000)
def sounded(word: str) -> str:
    """The consonants that are heard, each as often: ``potanin`` has one more than ``putin``."""
    return sound(word).translate(_UNSOUNDED)


def lacks_vowels(word: str) -> bool:
    """Whether the letters between the first and the last have no vowel (``mhmmd``, ``sfri``)."""
    return len(word) > 1 and _FIVE_VOWELS.search(word, 1, len(word) - 1) is None


def _each(rules: Callable[[str], str], words: Sequence[str]) -> list[str]:
    return rules("\n".join(words)).split("\n") if words else []


def _drawn(lines: str) -> str:
    lines = lines.translate(_DRAWN_ALIKE)
    for pair, single in _DRAWN_PAIRS:
        lines = lines.replace(pair, single)
    return lines


def _without_vowels(lines: str) -> str:
    return _FIVE_VOWELS.sub("", lines)


def _heard(lines: str) -> str:
    for pattern, letter in _SOUNDS:
        lines = pattern.sub(letter, lines)
    return _FINAL_H.sub("", _REPEATED.sub("", lines.translate(_TWO_VOWELS)))


def _bare(heard: str) -> str:
    marked = _FIRST_VOWEL.sub("A", heard.translate(_CLASSES))
    return _LATER_REPEATED.sub("", marked.translate(_ONLY_FIRST_VOWEL))


def _russian(lines: str) -> str:
    for pattern, letter in _SLAVIC:
        lines = pattern.sub(letter, lines)
    return lines
