"""Where the row of a name and a listed word is, asked for many of both at once."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from screenr.matching.batch_names import Ints
from screenr.matching.batch_pairs import unique

NONE = 0


class Slots:
    """A table of names by listed words, made anew for each block.

    A column a word of the block, since all words of the lists would not fit the cache; there the
    narrowest numbers are soonest found.
    """

    def __init__(self, words: int) -> None:
        self._column = np.zeros(words, np.int32)

    def sought(
        self, rows: tuple[Ints, Ints], *, name: Ints, word: NDArray[np.integer[Any]]
    ) -> tuple[NDArray[np.integer[Any]], tuple[Ints, Ints]]:
        """The row of each `name` and `word`, plus one, or `NONE`; and rows that are the same.

        The `rows` are each of a name and a listed word; of several of the same two each but one is
        told, with that one.
        """
        of, listed = rows
        numbers: NDArray[np.unsignedinteger[Any]] = np.arange(
            1, len(of) + 1, dtype=np.min_scalar_type(len(of))
        )
        words = unique(listed)
        self._column[words] = np.arange(1, len(words) + 1)
        slots = np.zeros((int(name.max(initial=0)) + 1, len(words) + 1), numbers.dtype)
        column = self._column[listed]
        slots[of, column] = numbers
        won = slots[of, column]
        first = name * slots.shape[1]  # places in one line are found sooner
        found = slots.ravel()[first + self._column[word]]
        self._column[words] = 0
        lost = np.flatnonzero(won != numbers)
        return found, (lost, won[lost].astype(np.int64) - 1)
