"""What comparing two readings comes to, before it is told in words."""

from collections.abc import Sequence
from typing import NamedTuple

from screenr.matching.align import Pair


class Outcome(NamedTuple):
    """A score with the pairs and left-over places it rests on, and the rules that lowered it."""

    score: float
    relation: str
    pairs: tuple[Pair, ...]
    left_query: Sequence[int]
    left_listed: Sequence[int]
    rules: tuple[str, ...]
