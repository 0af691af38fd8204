"""Pairs of names: whether each is judged as it is labelled."""

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from labelled import LabelledSet, Pair
from lines import Asked, Line, sampled, share, tell
from scorers import RIVALS, Rival, screenr_matches


def lines_of_pairs(each: LabelledSet, asked: Asked) -> Iterator[Line]:
    """A line for the set, its STRONG rows and its kinds: precision, recall, F1, false alarms."""
    pairs = sampled(each.pairs, asked.sample)
    if not pairs:
        return
    start = time.perf_counter()
    verdicts = dict(zip(pairs, _verdicts(pairs), strict=True))
    spent = time.perf_counter() - start
    tell(
        asked.misses,
        (
            f"{each.title}: {'missed' if pair.is_match else 'false'}: {pair.query} ~ {pair.listed}"
            for pair in pairs
            if verdicts[pair] != pair.is_match
        ),
    )
    for title, chosen in _groups(each.title, pairs):
        answers = [_score(chosen, verdicts.__getitem__)]
        answers += [_score(chosen, _rival_answer(rival)) for rival in RIVALS]
        share = spent * len(chosen) / len(pairs)
        yield Line(title, len(chosen), "P/R/F1 fpr", tuple(answers), share)


def _groups(title: str, pairs: Sequence[Pair]) -> Iterator[tuple[str, Sequence[Pair]]]:
    """The set as a whole, its STRONG rows, and its kinds where it has several of some size."""
    yield title, pairs
    strong = [pair for pair in pairs if pair.strength == "STRONG"]
    if strong and len(strong) < len(pairs):
        yield f"{title} STRONG", strong
    kinds = sorted({pair.kind or "" for pair in pairs})
    for kind in kinds if len(kinds) > 1 else ():
        chosen = [pair for pair in pairs if (pair.kind or "") == kind]
        yield f"{title} {kind or 'any kind'}", chosen


def _verdicts(pairs: Sequence[Pair]) -> list[bool]:
    answers: dict[Pair, bool] = {}
    ordered = sorted(set(pairs), key=lambda pair: pair.kind or "")
    for _, group in groupby(ordered, key=lambda pair: pair.kind or ""):
        chosen = list(group)
        found = screenr_matches(((p.query, p.listed) for p in chosen), chosen[0].kind)
        answers.update(zip(chosen, found, strict=True))
    return [answers[pair] for pair in pairs]


def _rival_answer(rival: Rival) -> Callable[[Pair], bool]:
    return lambda pair: rival.is_match(pair.query, pair.listed)


def _score(pairs: Sequence[Pair], answer: Callable[[Pair], bool]) -> str:
    """Precision, recall, F1, and the share of the negatives that matched."""
    found = [(pair.is_match, answer(pair)) for pair in pairs]
    hits, wrong = found.count((True, True)), found.count((False, True))
    missed, right = found.count((True, False)), found.count((False, False))
    precision, recall = share(hits, hits + wrong), share(hits, hits + missed)
    both = share(2 * hits, 2 * hits + wrong + missed)
    return f"{precision}/{recall}/{both} {share(wrong, wrong + right)}"
