"""Who is measured: screenr, and the three ways in which names are usually compared.

Each answers one question, whether two names are of one party, at its own usual threshold.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import JaroWinkler

import screenr
from screenr.models.designation import Kind


class Rival(NamedTuple):
    """A usual comparison: its name, its function and the threshold people give it."""

    title: str
    scorer: Callable[..., float]
    cutoff: float

    def is_match(self, query: str, listed: str) -> bool:
        """Whether the two names reach the threshold, case and punctuation set aside."""
        mine, theirs = utils.default_process(query), utils.default_process(listed)
        return self.scorer(mine, theirs) >= self.cutoff

    def finds(self, query: str, listed: Sequence[str]) -> bool:
        """Whether any of `listed` (processed already) reaches the threshold."""
        best = process.extractOne(
            utils.default_process(query), listed, scorer=self.scorer, score_cutoff=self.cutoff
        )
        return best is not None


RIVALS = (
    Rival("WRatio>=85", fuzz.WRatio, 85.0),
    Rival("token_sort>=85", fuzz.token_sort_ratio, 85.0),
    Rival("Jaro-Winkler>=.90", JaroWinkler.normalized_similarity, 0.90),
)


def screenr_matches(pairs: Iterable[tuple[str, str]], kind: Kind | None) -> list[bool]:
    """Whether each pair is a match of screenr at its default threshold."""
    return [each.is_match for each in screenr.compare_all(pairs, kind)]


def processed(names: Iterable[str]) -> list[str]:
    """Names once each, as the rivals want them."""
    return sorted({done for name in names if (done := utils.default_process(name))})
