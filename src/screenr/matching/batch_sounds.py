"""How alike many pairs of words sound: the array form of `phonetic.similarity`.

The same distance over thousands of pairs at once, letter by letter, since one pair costs Python as
much as a hundred cost arrays; in hundredths, which whole numbers count exactly.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from screenr.text import keys, phonetic

LONGEST = 24
"""Letters of a sound that are compared; longer ones count as wholly alike."""
_AT_ONCE = 8192
_CODES = 128
_UNIT = 100
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Costs = NDArray[np.int16]
Letters = NDArray[np.uint8]


def _tables() -> tuple[Costs, Costs, Costs]:
    letters = [chr(code) for code in range(_CODES)]
    changed = [[phonetic.changed(a, b) for b in letters] for a in letters]
    dropped = [phonetic.DROPPED.get(letter, 1.0) for letter in letters]
    weight = [phonetic.weight(letter) for letter in letters]
    dropped[0] = weight[0] = 0.0  # no letter
    costs = (np.rint(np.multiply(each, _UNIT)) for each in (changed, dropped, weight))
    changes, drops, weights = (each.astype(np.int16) for each in costs)
    return (changes - drops).ravel(), drops, weights


_CHANGED, _DROPPED, _WEIGHT = _tables()
"""What it costs that one letter is another beyond leaving out the other, to leave one out, ..."""
_IS_SOUNDED = np.array([code > 0 and chr(code) not in keys.UNSOUNDED for code in range(_CODES)])


class Sounds:
    """What many words sound like, as `keys.sound` gives it, of which some may not be known yet.

    `sounded` counts the letters of `keys.sounded`.
    """

    def __init__(self, count: int) -> None:
        self.size, self.weight, self.dropped, self.sounded = np.zeros((4, count), np.int16)
        self._letters = np.zeros((count, LONGEST), np.uint8)

    def put(self, at: Ints, sounds: Sequence[str]) -> None:
        """Learn words; letters outside ASCII are each other's equals here."""
        encoded = "\n".join(sounds).encode("ascii", "replace").split(b"\n") if sounds else []
        letters = np.array(encoded, f"S{LONGEST}").view(np.uint8).reshape(-1, LONGEST)
        self._letters[at] = letters
        sizes = np.fromiter(map(len, encoded), np.int64, len(encoded))
        self.size[at] = np.minimum(sizes, LONGEST + 1)
        self.weight[at] = _WEIGHT[letters].sum(axis=1)
        self.dropped[at] = _DROPPED[letters].sum(axis=1)
        self.sounded[at] = _IS_SOUNDED[letters].sum(axis=1)

    def columns(self, at: Ints, longest: int) -> Letters:
        """The letters of some words, a column each, followed by zeros."""
        return self._letters.take(at, axis=0)[:, :longest].T


def similarities(mine: Sounds, theirs: Sounds, pairs: tuple[Ints, Ints]) -> Floats:
    """`phonetic.similarity` of each pair of places."""
    at, other = pairs
    sizes, ends = mine.size[at], theirs.size[other]
    edits = np.zeros(len(at), np.int16)
    short = np.flatnonzero((sizes <= LONGEST) & (ends <= LONGEST))
    # Words of about one length together, since each costs as much as the longest beside it.
    order = short[np.argsort(ends[short], kind="stable")]
    for first in range(0, len(order), _AT_ONCE):
        chunk = order[first : first + _AT_ONCE]
        chunk = chunk[np.argsort(-sizes[chunk], kind="stable")]
        left = mine.columns(at[chunk], sizes[chunk[0]])
        right = theirs.columns(other[chunk], ends[chunk].max())
        table = _beyond(left, right, sizes[chunk])
        edits[chunk] = table[ends[chunk], np.arange(len(chunk))] + theirs.dropped[other[chunk]]
    whole = np.maximum(mine.weight[at], theirs.weight[other])
    found: Floats = np.maximum(0.0, 1.0 - edits / np.maximum(whole, 1))
    return found


def _beyond(mine: Letters, theirs: Letters, sizes: Costs) -> Costs:
    """What it costs to make each column of `mine` the beginnings of that of `theirs`.

    Less what these would cost to write down: so letters added one after the other cost nothing. The
    columns with the most letters of `mine` stand first.
    """
    whole = np.zeros((len(theirs) + 1, theirs.shape[1]), np.int16)
    others = theirs.astype(np.int64, order="C")
    counts = (np.arange(len(mine))[:, None] < sizes).sum(axis=1).tolist()
    for letters, count in zip(mine, counts, strict=True):
        letter, table = letters[:count], whole[:, :count]
        # "wrap" only because numpy looks least at the places then.
        changed = _CHANGED.take(letter * np.int64(_CODES) + others[:, :count], mode="wrap")
        changed += table[:-1]
        table += _DROPPED[letter]
        np.minimum(table[1:], changed, out=table[1:])
        for at in range(len(others)):
            np.minimum(table[at], table[at + 1], out=table[at + 1])
    return whole
