"""What comparing two readings comes to, before it is told in words."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from screenr.matching.align import Pair


class Outcome(NamedTuple):
    """A score with the pairs and left-over places it rests on, and the rules that lowered it."""

    score: float
    relation: str
    pairs: tuple[Pair, ...]
    left_query: Sequence[int]
    left_listed: Sequence[int]
    rules: tuple[str, ...]

    def swapped(self) -> Self:
        """The same outcome with the two names in each other's place."""
        return self._replace(
            pairs=tuple(
                Pair(pair.listed, pair.query, pair.similarity, pair.reading) for pair in self.pairs
            ),
            left_query=self.left_listed,
            left_listed=self.left_query,
        )
