"""What words of an organization's name weigh, and what each costs when it meets nothing.

A cost is by the word's class, times its weight. These are the least costs: `organizations` scales
them up, never down, so that sums of them bound the score from above.
"""

from collections.abc import Sequence

from screenr.matching.by_sound import LIGHT
from screenr.matching.lexicon import (
    DESCRIPTOR,
    DISTINCT,
    LEGAL,
    LINE,
    NUMBER,
    ORG,
    PLACE,
    STOP,
)
from screenr.matching.words import Word

LEFT_QUERY = {LEGAL: 0.12, STOP: 0.0, PLACE: 0.23, ORG: 0.31, LINE: 0.38, DESCRIPTOR: 0.35,
              NUMBER: 0.47, DISTINCT: 0.58}  # fmt: skip
LEFT_LISTED = {LEGAL: 0.12, STOP: 0.0, PLACE: 0.35, ORG: 0.2, LINE: 0.23, DESCRIPTOR: 0.27,
               NUMBER: 0.47, DISTINCT: 0.52}  # fmt: skip
LEFT_PARTICLE = 0.05
"""An article is written or not as one pleases."""
SEAT = 0.02
"""A leading place of the listed name is its registered seat."""
BEFORE_SEAT = (PLACE, STOP)
"""Classes of words that a seat may stand behind."""
FEW_LETTERS = 3
"""Letters that a list adds to a brand (NK, VKO) say little."""
STRONG_BRAND = 0.65
"""How unusual words are that are a name by themselves."""
INITIAL = 0.85
"""How alike an initial and the word are that it stands for."""


def is_particle(word: Word) -> bool:
    """Whether a word is an article or the like (al, bin), as particles of persons' names are."""
    return word.cls == DISTINCT and word.person <= LIGHT


def contradicts(word: Word) -> bool:
    """Whether a word of the counterparty's that met nothing contradicts even a rare brand."""
    return word.cls in (LINE, NUMBER) or (word.cls == DISTINCT and not is_particle(word))


def may_be_initial(query: Sequence[Word]) -> bool:
    """Whether the first word of a counterparty's name may stand for a longer one."""
    return len(query) > 1 and len(query[0].raw) == 1 and query[0].raw.isalpha()


def left_query_cost(word: Word) -> float:
    """The least that a word of the counterparty's name costs when it meets nothing."""
    is_light = word.cls == DISTINCT and word.person <= LIGHT
    return (LEFT_PARTICLE if is_light else LEFT_QUERY[word.cls]) * word.organization


def left_listed_cost(word: Word) -> float:
    """The least that a word of a listed name costs when it meets nothing."""
    if word.cls != DISTINCT:
        return (SEAT if word.cls == PLACE else LEFT_LISTED[word.cls]) * word.organization
    if word.person <= LIGHT:
        return LEFT_PARTICLE * word.organization
    letters = len(word.raw) <= FEW_LETTERS
    return LEFT_LISTED[DISTINCT] * word.organization * (0.5 if letters else 1.0)


def has_strong_brand(words: Sequence[Word]) -> bool:
    """Whether a word is unusual enough to be a name by itself."""
    return any(word.cls == DISTINCT and word.strength >= STRONG_BRAND for word in words)


def mean_weight(words: Sequence[Word], places: Sequence[int]) -> float:
    """What the words at some places weigh on average."""
    if len(places) == 1:
        return words[places[0]].organization
    return sum(words[at].organization for at in places) / len(places)
