"""That the index finds what scoring every name finds, for `check` and for a batch.

The names are drawn from all lists in every script and damaged in every way of `damage`, clean ones
beside them; each is scored against every listed reading at two thresholds. It takes long: a name
costs some seconds. The test suite does the same on a slice of the lists.
"""

import random
import sys
from collections.abc import Iterator, Sequence

import damage
from damage import Listed
from listed import AS_OF, listed_names
from speed_line import Figure
from vendors import SEED, vendors

import screenr
from screenr.matching.batch_candidates import BatchCandidates
from screenr.matching.candidates import Candidates
from screenr.matching.compare import compare_readings
from screenr.matching.prepared import Prepared
from screenr.matching.reading import Reading

THRESHOLDS = (0.80, 0.70)
SLICE = 997
"""Of each name so many listed readings are scored that the index left out, drawn anew each time."""


def lines_of_loss(count: int) -> Iterator[Figure]:
    """How many names were asked, and how many matches the index would have lost."""
    screener = screenr.load(as_of=AS_OF)
    index = screener.catalog.index
    chance = random.Random(SEED)  # noqa: S311 -- a sample
    plain = Candidates(index)
    together = {each: BatchCandidates(index, each) for each in THRESHOLDS}
    asked = _asked(screener, count, chance)
    lost = matched = 0
    for name in asked:
        batch = {threshold: _in_a_batch(each, name) for threshold, each in together.items()}
        for place, query in enumerate(index.readings(name)):
            found = [
                (threshold, how, reached)
                for threshold in THRESHOLDS
                for how, reached in (
                    ("check", _one_by_one(plain, query, threshold)),
                    ("batch", batch[threshold].get(place, set())),
                )
            ]
            mine = Prepared(query, index.lexicon)
            every = set.union(*(reached for _, _, reached in found))
            others = chance.sample(range(len(index.flags)), min(SLICE, len(index.flags)))
            for at in every.union(others):
                scored = compare_readings(
                    mine, index.prepared(at), kinds=index.kinds(at), query_kind=None
                )
                score = 0.0 if scored is None else scored.score
                matched += score >= THRESHOLDS[0]
                for threshold, how, reached in found:
                    if score >= threshold and at not in reached:
                        lost += 1
                        listed = index.name_of(at).name
                        print(f"lost by {how} at {threshold}: {name} ~ {listed}", file=sys.stderr)
    yield Figure(f"loss over {len(asked):,} names, {matched:,} matches", "none", f"{lost}")


def _one_by_one(plain: Candidates, query: Reading, threshold: float) -> set[int]:
    return {
        at for person in (False, True) for at in plain.of(query, person=person, threshold=threshold)
    }


def _in_a_batch(candidates: BatchCandidates, name: str) -> dict[int, set[int]]:
    """What each of a name's readings reaches."""
    reached = candidates.of(candidates.read([name]))
    return {place: set(each.readings) for place, each in reached.items()}


def _asked(screener: screenr.Screener, count: int, chance: random.Random) -> Sequence[str]:
    """A third listed names in every script, a third damaged ones, a third clean ones."""
    every = {use.id for use in screener.lists}
    third = count // 3
    names = list(screener.catalog.index.file.strings("name")[:])
    parties = [Listed(at, name) for at, _, name in listed_names(screener, every)]
    chosen = chance.sample(parties, min(len(parties), max(1, third // 10)))
    spoiled = [each.query for each in damage.organizations(chosen)]
    spoiled += [each.query for each in (*damage.persons(chosen), *damage.noted(chosen))]
    chance.shuffle(spoiled)
    return [*chance.sample(names, min(len(names), third)), *spoiled[:third], *vendors(third)]
