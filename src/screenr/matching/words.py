"""A word of a name, with its class and what it weighs.

A word weighs by how much it tells: its class first, then how rare it is, on the lists counted by
parties and in English and company names at large. A word that only the lists know keeps full
strength however many subsidiaries carry it (Gazprom, Huawei).
"""

import math
from functools import lru_cache
from typing import NamedTuple

from screenr.matching.lexicon import (
    DESCRIPTOR,
    DISTINCT,
    LEGAL,
    LINE,
    NUMBER,
    ORG,
    PLACE,
    STOP,
    Lexicon,
)
from screenr.matching.part import Part

_CLASS_WEIGHT = {
    LEGAL: 0.04, PLACE: 0.30, LINE: 0.25, ORG: 0.20, DESCRIPTOR: 0.30, STOP: 0.02, NUMBER: 0.45,
}  # fmt: skip
BRAND_PARTIES, BRAND_LETTERS, BRAND_RATIO = 3, 4, 150
"""So many times as frequent on the lists as in English, by so many parties, is a listed brand."""
LANGUAGE_ZIPF = 30  # one in a million: a word of the language, not a misspelling of one
USUAL_PERSON = 3  # so many listed persons have it: a name in its own right, not a misspelling
UNUSUAL_ZIPF = 24  # a word this rare in English is as unusual as one that nobody uses
UNKNOWN_ZIPF = 16  # words rarer than one in forty million are not in the table (Zipf 1.6 is)
_SHORT_STRENGTH = {1: 0.2, 2: 0.5, 3: 0.7}  # letters are few: short names are shared by many
_COMMON_STRENGTH = {0: 1.0, 1: 0.65, 2: 0.5, 3: 0.35}
_USUAL_STRENGTH = {0: 1.0, 1: 0.85, 2: 0.7, 3: 0.55}
_PARTICLE, _INITIAL = 0.08, 0.25
"""What particles and initials tell in a person's name: next to nothing, and little."""
WEIGHTS = 1_000
"""Weights that are kept of each kind: most words have one of a few hundred."""


class Word(NamedTuple):
    """A word as it stands in a name.

    `text` is canonical (``technology`` for ``teknoloji``), `raw` as folded. `organization` and
    `person` are its weights in names of either kind. `strength` says how unusual it is at large, 1
    where nobody but the lists knows it; `on_lists` an organization of the lists has it;
    `usual_person` it is a name in its own right; `at_large` a word of the language. `native` is the
    original where `text` was transliterated.
    """

    text: str
    raw: str
    cls: int
    organization: float
    person: float
    strength: float
    on_lists: bool
    usual_person: bool
    at_large: bool
    native: str = ""

    @property
    def is_known(self) -> bool:
        """Whether the lists or the language know it."""
        return self.on_lists or self.at_large or self.usual_person

    def __hash__(self) -> int:
        return hash(self.raw)  # all fields would be hashed anew each time a word is looked up


@lru_cache(WEIGHTS)
def strength_at_large(zipf: int, letters: int, common: int) -> float:
    """How unusual a word is in English and in company names: 1 unheard of, 0.1 everyday."""
    found = min(1.0, max(0.1, 1.0 - (zipf - 24) * 0.034)) if zipf > UNUSUAL_ZIPF else 1.0
    return min(found, _SHORT_STRENGTH.get(letters, 1.0), _COMMON_STRENGTH[common])


def _is_brand_of_the_lists(
    word: str, lexicon: Lexicon, *, zipf: int, parties: int, organizations: int
) -> bool:
    """Known at large only because the listed are famous (Huawei): far more frequent on lists."""
    if len(word) < BRAND_LETTERS or word in lexicon.common:
        return False
    at_large = 10 ** (zipf / 10 - 3)
    on_lists = 1e6 * parties / organizations
    return on_lists / at_large >= BRAND_RATIO


@lru_cache(WEIGHTS)
def organization_weight(cls: int, strength: float, parties: int, population: int) -> float:
    """What a word tells in an organization's name, 0 to 1.

    `parties` of `population` listed organizations have the word.
    """
    if cls != DISTINCT:
        return _CLASS_WEIGHT[cls]
    if strength >= 1.0:
        return 1.0
    return 0.25 + 0.75 * min(strength, _rarity(parties, population))


@lru_cache(WEIGHTS)
def person_weight(usual: int, parties: int, population: int) -> float:
    """What a name tells in a person's name, 0.3 to 1, by how `usual` it is."""
    return 0.3 + 0.7 * min(_USUAL_STRENGTH[usual], _rarity(parties, population))


def _rarity(parties: int, population: int) -> float:
    """Inverse document frequency, scaled so that a word of one party in thousands is 1."""
    if parties <= 1:
        return 1.0
    return max(0.1, 1.0 - math.log(parties) / math.log(max(population, 3)))


class Population(NamedTuple):
    """How many listed organizations and persons there are to count words in."""

    organizations: int
    persons: int


def weighed(
    part: Part, counts: tuple[int, int], *, population: Population, lexicon: Lexicon
) -> Word:
    """Weigh a word; `counts` are the listed organizations and persons that have it."""
    text, raw, cls, native = part
    firms, people = counts
    zipf, usual = lexicon.zipf.get(raw, UNKNOWN_ZIPF), lexicon.people.get(raw, 0)
    strength = strength_at_large(zipf, len(raw), lexicon.common.get(raw, 0))
    if firms >= BRAND_PARTIES and _is_brand_of_the_lists(
        raw, lexicon, zipf=zipf, parties=firms, organizations=population.organizations
    ):
        strength = 1.0
    if raw in lexicon.particles:
        person = _PARTICLE
    elif len(raw) == 1:
        person = _INITIAL
    else:
        person = person_weight(usual, people, population.persons)
    return Word(
        text,
        raw,
        cls,
        organization_weight(cls, strength, firms, population.organizations),
        person,
        strength,
        firms > 0,
        people >= USUAL_PERSON or usual > 0,
        zipf >= LANGUAGE_ZIPF,
        native,
    )


def marks_of(word: Word) -> int:
    """What a word is known as, as one number: the index keeps it beside the weights."""
    return word.on_lists + 2 * word.usual_person + 4 * word.at_large


def known_as(marks: int) -> tuple[bool, bool, bool]:
    """What `marks_of` made one number: on the lists, usual in persons' names, usual at large."""
    return bool(marks & 1), bool(marks & 2), bool(marks & 4)
