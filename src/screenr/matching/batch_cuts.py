"""Names of which a part may be cut off, many at once: the array form of `wholes`."""

from typing import NamedTuple

import numpy as np

from screenr.matching.batch_names import Ints, Marks, Names
from screenr.matching.shortened import (
    FIELD_SLACK,
    FIELDS,
    LONG_PHRASE,
    NARROWEST_FIELD,
    TOLD_LETTERS,
)


class Cut(NamedTuple):
    """One way to be a part of another name (see `wholes.Whole`), for the names that are `there`.

    `needed` marks the words that must meet; a listed word, the first one where `is_first`, has a
    rank from `begins` up to `ends`; the listed name has more words than `words`.
    """

    there: Marks
    needed: Marks
    begins: Ints
    ends: Ints
    is_first: bool
    words: Ints


def cuts(names: Names, *, ranks: int, person: bool) -> list[Cut]:
    """The ways in which names can be parts of others; `ranks` is how many words are listed."""
    facts, name, place = names.facts, names.name, names.place
    size = np.diff(names.starts)
    length = names.sums(facts["length"] + 1) - 1
    last = place == size[name] - 1
    tells = names.sums(np.where(facts["light"], 0, facts["length"])) >= TOLD_LETTERS
    found = [_cut_off(names, last, tells & (length >= NARROWEST_FIELD))]
    if person:
        return found
    all_words = np.ones(len(name), np.bool_)
    fills = np.zeros(names.size, np.bool_)
    for width in FIELDS:
        fills |= (width - FIELD_SLACK <= length) & (length <= width)
    fills &= tells & (names.total("strong") == 0)
    nothing = np.zeros(names.size, np.int64)
    found.append(Cut(fills, all_words, nothing, nothing + ranks, is_first=True, words=size))
    first = names.starts[:-1]
    begins, ends = _ranks(names, first)
    is_letter = facts["letter"][first] & (size > LONG_PHRASE)
    is_letter &= names.sums(~facts["light"] & (place > 0)) > 0
    found.append(Cut(is_letter, place > 0, begins, ends, is_first=True, words=nothing))
    return [each for each in found if each.there.any()]


def _cut_off(names: Names, last: Marks, is_long: Marks) -> Cut:
    """The last word may have been cut off, where it is no connector or legal form."""
    light, words = names.facts["light"], names.starts[1:] - 1
    begins, ends = _ranks(names, words)
    there = is_long & ~light[words]
    nothing = np.zeros(names.size, np.int64)
    return Cut(there, ~light & ~last, begins, ends, is_first=False, words=nothing)


def _ranks(names: Names, words: Ints) -> tuple[Ints, Ints]:
    """The ranks that one word of each name begins."""
    begins, ends = (names.facts[side][words].astype(np.int64) for side in ("begins", "ends"))
    return begins, ends


def cut_off(names: Names, ways: list[Cut]) -> Marks:
    """The names of which a part may have been cut off."""
    found = np.zeros(names.size, np.bool_)
    for way in ways:
        found |= way.there
    return found
