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
USES = 1_000
"""Uses of which the weights are kept: those of most words are among these."""


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


class Population(NamedTuple):
    """How many listed organizations and persons there are to count words in."""

    organizations: int
    persons: int


class Use(NamedTuple):
    """How often a word is used, which is all that its weights follow from.

    `letters` are counted up to `BRAND_LETTERS`. `zipf` is how often it is used in English,
    `common` in company names, `usual` in names of people; `organizations` and `persons` are the
    listed ones that have it.
    """

    cls: int
    letters: int
    zipf: int
    common: int
    usual: int
    is_particle: bool
    organizations: int
    persons: int


class Weights(NamedTuple):
    """The fields of these names of a `Word`."""

    organization: float
    person: float
    strength: float
    on_lists: bool
    usual_person: bool
    at_large: bool


@lru_cache(USES)
def weights_of(use: Use, population: Population) -> Weights:
    """What a word weighs, by how it is used."""
    strength = 1.0 if _is_brand_of_the_lists(use, population) else _strength_at_large(use)
    return Weights(
        _organization_weight(use, strength, population.organizations),
        _person_weight(use, population.persons),
        strength,
        use.organizations > 0,
        use.persons >= USUAL_PERSON or use.usual > 0,
        use.zipf >= LANGUAGE_ZIPF,
    )


def _strength_at_large(use: Use) -> float:
    """How unusual a word is in English and in company names: 1 unheard of, 0.1 everyday."""
    rare = min(1.0, max(0.1, 1.0 - (use.zipf - 24) * 0.034)) if use.zipf > UNUSUAL_ZIPF else 1.0
    return min(rare, _SHORT_STRENGTH.get(use.letters, 1.0), _COMMON_STRENGTH[use.common])


def _is_brand_of_the_lists(use: Use, population: Population) -> bool:
    """Known at large only because the listed are famous (Huawei): far more frequent on lists."""
    if use.organizations < BRAND_PARTIES or use.letters < BRAND_LETTERS or use.common:
        return False
    at_large = 10 ** (use.zipf / 10 - 3)
    on_lists = 1e6 * use.organizations / population.organizations
    return on_lists / at_large >= BRAND_RATIO


def _organization_weight(use: Use, strength: float, population: int) -> float:
    """What a word tells in an organization's name, 0 to 1, of `population` listed ones."""
    if use.cls != DISTINCT:
        return _CLASS_WEIGHT[use.cls]
    if strength >= 1.0:
        return 1.0
    return 0.25 + 0.75 * min(strength, _rarity(use.organizations, population))


def _person_weight(use: Use, population: int) -> float:
    """What a word tells in a person's name, 0 to 1: initials little, particles next to nothing."""
    if use.is_particle:
        return 0.08
    if use.letters == 1:
        return 0.25
    return 0.3 + 0.7 * min(_USUAL_STRENGTH[use.usual], _rarity(use.persons, population))


def _rarity(parties: int, population: int) -> float:
    """Inverse document frequency, scaled so that a word of one party in thousands is 1."""
    if parties <= 1:
        return 1.0
    return max(0.1, 1.0 - math.log(parties) / math.log(max(population, 3)))


def weighed(
    part: Part, counts: tuple[int, int], *, population: Population, lexicon: Lexicon
) -> Word:
    """Weigh a word; `counts` are the listed organizations and persons that have it."""
    text, raw, cls, native = part
    use = Use(
        cls,
        min(len(raw), BRAND_LETTERS),
        lexicon.zipf.get(raw, UNKNOWN_ZIPF),
        lexicon.common.get(raw, 0),
        lexicon.people.get(raw, 0),
        raw in lexicon.particles,
        *counts,
    )
    return Word(text, raw, cls, *weights_of(use, population), native)


def marks_of(word: Word) -> int:
    """What a word is known as, as one number: the index keeps it beside the weights."""
    return word.on_lists + 2 * word.usual_person + 4 * word.at_large


def known_as(marks: int) -> tuple[bool, bool, bool]:
    """What `marks_of` made one number: on the lists, usual in persons' names, usual at large."""
    return bool(marks & 1), bool(marks & 2), bool(marks & 4)
