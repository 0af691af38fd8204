"""Pairs of asked and listed words as arrays."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from screenr.matching.meet import BY_ITSELF

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Marks = NDArray[np.bool_]
_BITS, _ALIKE = 28, (1 << 28) - 1
_FINE, _ROUNDING = 1e8, 1e-4
"""Similarities are kept to eight decimals, rounded up."""


class Pairs(NamedTuple):
    """Places of asked words, the listed words that each can meet, how alike they are at most."""

    asked: Ints
    listed: Ints
    similarity: Floats


def all_of(pairs: tuple[Ints, Ints], similarity: float) -> Pairs:
    """Pairs that are all alike in the same degree."""
    return Pairs(*pairs, np.full(len(pairs[0]), similarity))


def by_itself(similarity: Floats) -> Floats:
    """Names that meet without company, told from those that need it by how alike they are."""
    return np.maximum(similarity, BY_ITSELF)


def best(found: Sequence[Pairs], of_kind: Marks) -> Pairs:
    """Each pair once, as alike as any rule says, sorted; words of other kinds of names left out."""
    asked, listed, similarity = (np.concatenate(each) for each in zip(*found, strict=True))
    # A pair and how alike it is are packed into one number, since these sort faster than rows do.
    shift = len(of_kind).bit_length()
    whole = (asked << shift | listed) << _BITS
    whole |= np.ceil(similarity * _FINE - _ROUNDING).astype(np.int64)
    whole = np.sort(whole[np.flatnonzero(of_kind[listed])])
    pairs = whole >> _BITS
    last = np.append(np.flatnonzero(pairs[1:] != pairs[:-1]), np.arange(len(pairs))[-1:])
    pairs = pairs[last]
    return Pairs(pairs >> shift, pairs & ((1 << shift) - 1), (whole[last] & _ALIKE) / _FINE)


def unique(numbers: Ints) -> Ints:
    """The numbers, each once, in order; numpy's own way hashes, which is slower here.

    It also loads masked arrays, two megabytes.
    """
    numbers = np.sort(numbers)
    return numbers[changes(numbers)]


def changes(numbers: NDArray[np.integer[Any]]) -> Marks:
    """Which numbers are others than the ones before them."""
    found = np.ones(len(numbers), np.bool_)
    np.not_equal(numbers[1:], numbers[:-1], out=found[1:])
    return found


def among(sought: Ints, numbers: Ints) -> Marks:
    """Which of `sought` are among the numbers; numpy's own way loads masked arrays for it."""
    if not len(numbers):
        return np.zeros(len(sought), np.bool_)
    ordered = np.sort(numbers)
    at = np.searchsorted(ordered, sought)
    is_among: Marks = ordered.take(at, mode="clip") == sought
    return is_among


def expanded(starts: NDArray[np.integer], lasts: NDArray[np.integer]) -> tuple[Ints, Ints]:
    """The whole numbers of many ranges one after the other, and which range each is of."""
    begins = starts.astype(np.int64)
    sizes = lasts - begins
    of = np.arange(len(sizes)).repeat(sizes)
    at = (begins - np.cumsum(sizes) + sizes).repeat(sizes)
    at += np.arange(len(at))
    return at, of
