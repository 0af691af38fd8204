"""Words of names whose rows need not be followed, since a match cannot live by them alone.

A pair of words that meet lifts a name by ``(similarity - threshold) * weight``, and a word of the
counterparty's that meets nothing lowers it by what it costs, times the threshold; a name is reached
where that comes to nothing or more. So those words may be set aside that, whatever they met, could
not make up for the others: a match meets another of its words, and is found by that. The words that
lead to the most readings are set aside first.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching.batch_names import Ints, Marks, Names
from screenr.matching.bounds import ALLOWANCE

Floats = NDArray[np.float64]


class Lifts(NamedTuple):
    """What each word lifts its name by: where its rows are followed only by others, and by all."""

    without: Floats
    given: Floats


def set_aside(
    names: Names, cost: Ints, usual: Lifts, *, rare: tuple[Lifts, Marks] | None = None
) -> Marks:
    """The words that may be set aside.

    `cost` is how many readings a word's rows lead to; `rare` the lifts that hold once one of the
    words that it marks is set aside.
    """
    found = np.zeros(len(cost), np.bool_)
    usual_sum, usual_adds = _sums(names, usual)
    rare_sum, rare_adds = _sums(names, rare[0]) if rare else (usual_sum, usual_adds)
    marks = rare[1] if rare else np.zeros_like(found)
    is_rare = np.zeros(names.size, np.bool_)
    by_itself = usual_sum[names.name] + usual_adds
    if rare:
        by_itself = np.where(marks, rare_sum[names.name] + rare_adds, by_itself)
    words, sizes = _costliest(names, cost * (by_itself < -ALLOWANCE))
    first = np.cumsum(sizes) - sizes
    for place in range(int(sizes.max(initial=0))):
        left = np.flatnonzero(sizes > place)
        at = words[first[left] + place]
        now_usual, now_rare = usual_sum[left] + usual_adds[at], rare_sum[left] + rare_adds[at]
        marked = is_rare[left] | marks[at]
        may = np.where(marked, now_rare, now_usual) < -ALLOWANCE
        found[at] = may
        some = left[may]
        usual_sum[some], rare_sum[some] = now_usual[may], now_rare[may]
        is_rare[some] = marked[may]
    return found


def beside_another(names: Names, lifts: Lifts) -> Lifts:
    """The lifts by which words may be set aside that do not reach beside one of the others.

    So two of the others must meet. The most that one of them adds is put to the first word's.
    """
    most = np.maximum.reduceat(lifts.given - lifts.without, names.starts[:-1])
    first = np.where(names.place == 0, most[names.name], 0.0)
    return Lifts(lifts.without + first, lifts.given + first)


def least_lifts(names: Names, beside: Floats) -> Floats:
    """What a row of each word must lift its name by `beside` what the other words lift by."""
    least: Floats = beside - names.sums(beside)[names.name] - ALLOWANCE
    return least


def _costliest(names: Names, cost: Ints) -> tuple[Ints, Ints]:
    """The words that cost anything, those of a name that cost most first; and how many it has."""
    words = np.flatnonzero(cost)
    cost, name = cost[words].astype(np.int64), names.name[words]
    order = np.argsort(name * (int(cost.max(initial=0)) + 1) - cost, kind="stable")
    return words[order], np.bincount(name, minlength=names.size)


def _sums(names: Names, lifts: Lifts) -> tuple[Floats, Floats]:
    """What names come to without what is set aside, and what each word adds to that."""
    return names.sums(lifts.without), lifts.given - lifts.without
