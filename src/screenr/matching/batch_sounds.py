"""How alike many pairs of words sound: the array form of `phonetic.similarity`.

The same distance over all pairs at once, letter by letter, since one pair costs Python as much as
thirty cost arrays.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from screenr.text import keys, phonetic

_AT_ONCE = 1024
_CODES = 128
Floats = NDArray[np.float64]


def _tables() -> tuple[Floats, Floats, Floats]:
    letters = [chr(code) for code in range(_CODES)]
    changed = np.array([[phonetic.changed(a, b) for b in letters] for a in letters])
    dropped = np.array([phonetic.DROPPED.get(letter, 1.0) for letter in letters])
    weight = np.array([phonetic.weight(letter) for letter in letters])
    dropped[0] = weight[0] = 0.0  # no letter
    return changed, dropped, weight


_CHANGED, _DROPPED, _WEIGHT = _tables()


def similarities(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """`phonetic.similarity` of each pair; letters outside ASCII are each other's equals here."""
    sounds = [(keys.sound(left), keys.sound(right)) for left, right in pairs]
    # Words of one length together, since each costs as much as the longest beside it.
    lengths = np.array([(len(mine), len(theirs)) for mine, theirs in sounds]).reshape(-1, 2)
    order = np.lexsort(lengths.T).tolist()
    found = np.zeros(len(pairs))
    for first in range(0, len(order), _AT_ONCE):
        chunk = order[first : first + _AT_ONCE]
        mine, theirs = (_codes([sounds[at][side] for at in chunk]) for side in (0, 1))
        found[chunk] = _similarities(mine, theirs)
    return found.tolist()


def _codes(sounds: Sequence[str]) -> NDArray[np.intp]:
    letters = np.array(sounds, dtype=np.str_)
    codes = letters.view(np.uint32).reshape(len(sounds), -1) if letters.itemsize else None
    if codes is None:
        return np.zeros((len(sounds), 1), np.intp)
    return np.minimum(codes, _CODES - 1).astype(np.intp)


def _similarities(mine: NDArray[np.intp], theirs: NDArray[np.intp]) -> Floats:
    dropped = _DROPPED[theirs]
    dropped = np.ascontiguousarray(dropped.T)
    before = np.concatenate([np.zeros((1, len(theirs))), np.cumsum(dropped, axis=0)])
    others = np.ascontiguousarray(theirs.T)
    for letter in np.ascontiguousarray(mine.T):
        lost = _DROPPED[letter]
        row = np.empty_like(before)
        row[0] = before[0] + lost
        kept = np.minimum(before[:-1] + _CHANGED[letter, others], before[1:] + lost)
        for at in range(len(others)):
            row[at + 1] = np.minimum(kept[at], row[at] + dropped[at])
        before = np.where(letter > 0, row, before)
    ends = (theirs > 0).sum(axis=1)
    edits = before[ends, np.arange(len(mine))]
    whole = np.maximum(_WEIGHT[mine].sum(axis=1), _WEIGHT[theirs].sum(axis=1))
    close = np.maximum(0.0, 1.0 - edits / np.where(whole > 0, whole, 1.0))
    same = _same(mine, theirs)
    return np.where(same, 1.0, np.where(whole > 0, close, 0.0))


def _same(mine: NDArray[np.intp], theirs: NDArray[np.intp]) -> NDArray[np.bool_]:
    width = max(mine.shape[1], theirs.shape[1])
    padded = [np.pad(each, ((0, 0), (0, width - each.shape[1]))) for each in (mine, theirs)]
    equal: NDArray[np.bool_] = (padded[0] == padded[1]).all(axis=1)
    return equal
