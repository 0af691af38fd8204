"""How Han characters sound in names: in Mandarin, and elsewhere."""

import math
from functools import lru_cache
from itertools import product

from screenr.matching.lexicon import Lexicon

MOST_READINGS = 8
"""Ways to read characters."""
HONG_KONG, KOREA, VIETNAM = range(3)
"""The columns of `Lexicon.sounds`."""


@lru_cache(maxsize=4_000)
def syllables(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The pinyin of Han text without tones, a syllable a character; what is no Han stays.

    The longest phrase that begins at a character is read as a whole (长城 is *chang cheng*).
    """
    found: list[str] = []
    at = 0
    while at < len(text):
        alone, _, phrases = lexicon.pinyin.get(text[at], text[at]).partition("\t")
        ways = [each.split(" ") for each in phrases.split("|") if each]
        ways.append([text[at], alone])
        phrase, *read = next(each for each in ways if text.startswith(each[0], at))
        found += read
        at += len(phrase)
    return tuple(found)


def read_as(text: str, column: int, lexicon: Lexicon) -> list[str]:
    """The readings of Han text in a column of `Lexicon.sounds`; none where one is not known."""
    readings = [_sounds(character, lexicon)[column] for character in text]
    if not 0 < math.prod(map(len, readings)) <= MOST_READINGS:
        return []
    return list(map("".join, product(*readings)))


@lru_cache(maxsize=1_000)
def _sounds(character: str, lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    """The readings of a character in each column of `Lexicon.sounds`."""
    columns = lexicon.sounds.get(character, "\t\t").split("\t")
    return tuple([tuple(each.split("|")) if each else () for each in columns])
