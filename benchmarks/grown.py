"""Ten times the designations, from those that are listed, always the same.

Each comes nine more times with its rare words exchanged: the beginning of one and the end of
another, so that they read like words and are others each time. What is common on the lists or at
large stays what it is, as it would on lists that grow; so words grow less than names do.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from vendors import SEED

from screenr.matching.lexicon import Lexicon
from screenr.models.designation import Designation
from screenr.text.transliterate import script

TIMES = 10
RARE = 5
"""A word that at most so many names have is another one in a designation that is added."""
_WORD = re.compile(r"[^\W\d_]+")


def grown(designations: Sequence[Designation], lexicon: Lexicon) -> Iterator[Designation]:
    """The designations, then the added ones, in the same order each time."""
    yield from designations
    rare = _rare_words(designations, lexicon)
    for number in range(1, TIMES):
        others = _others(rare, random.Random(SEED + number))  # noqa: S311 -- a sample
        for each in designations:
            yield _added(each, others, number)


def _rare_words(designations: Sequence[Designation], lexicon: Lexicon) -> list[str]:
    known = (lexicon.business, lexicon.legal, lexicon.places, lexicon.people, lexicon.titles,
             lexicon.particles, lexicon.connectors, lexicon.numbers)  # fmt: skip
    names = (name for each in designations for name in _names(each))
    counted = Counter(word for name in names for word in _WORD.findall(name.lower()))
    return [
        word
        for word, count in counted.items()
        if count <= RARE and not any(word in table for table in known)
    ]


def _names(designation: Designation) -> Iterator[str]:
    yield designation.name
    yield from (alias.name for alias in designation.aliases)


def _others(words: Sequence[str], chance: random.Random) -> dict[str, str]:
    """For each word one with its own beginning and the end of another word of its script."""
    ends = list(words)
    chance.shuffle(ends)
    by_script: dict[str, list[str]] = {}
    for word in ends:
        by_script.setdefault(script(word), []).append(word)
    return {
        word: word[: (len(word) + 1) // 2] + end[len(end) // 2 :]
        for word in words
        for end in (by_script[script(word)].pop(),)
    }


def _added(designation: Designation, others: Mapping[str, str], number: int) -> Designation:
    def renamed(name: str) -> str:
        return _WORD.sub(lambda found: others.get(found[0].lower(), found[0]), name)

    return replace(
        designation,
        id=f"{designation.id}-{number}",
        name=renamed(designation.name),
        aliases=tuple(replace(each, name=renamed(each.name)) for each in designation.aliases),
    )
