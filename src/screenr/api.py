"""The public functions: open the lists, compare two names."""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator
from pathlib import Path

from screenr.catalog import open_catalog
from screenr.matching.compare import DEFAULT_THRESHOLD, compare_readings
from screenr.matching.index import Index
from screenr.matching.listed import CRAFT, ORGANIZATION, PERSON, kinds_of_text, spellings
from screenr.matching.prepared import Prepared
from screenr.matching.reading import readings
from screenr.matching.told import told
from screenr.models.designation import Kind
from screenr.models.finding import Comparison
from screenr.models.policy import Policy
from screenr.screening import Screener


def load(
    lists: Iterable[str] = ("*",),
    as_of: dt.date | None = None,
    *,
    data_dir: Path | None = None,
    policy: Policy | None = None,
) -> Screener:
    """A screener over the chosen lists as of a day (today in UTC when None).

    `policy`, where given, decides instead of `lists`.
    """
    day = as_of or dt.datetime.now(dt.UTC).date()
    chosen = policy or Policy(lists=tuple(lists))
    return Screener(open_catalog(data_dir=data_dir), chosen, as_of=day)


def compare(
    query: str,
    listed: str,
    *,
    kind: Kind | None = None,
    threshold: float = DEFAULT_THRESHOLD,
    data_dir: Path | None = None,
) -> Comparison:
    """How far a counterparty's name and a listed name denote one party of `kind`.

    The order matters: what a listed name has over and above costs less than the reverse. Words are
    weighed by the lists of `data_dir` (those shipped when None). Where a name has neither letter
    nor digit nothing is compared, and `Comparison.is_read` is false.
    """
    index = _index() if data_dir is None else open_catalog(data_dir=data_dir).index
    return _compared(index, query, listed, kind=kind, threshold=threshold)


def compare_all(pairs: Iterable[tuple[str, str]], kind: Kind | None = None) -> Iterator[Comparison]:
    """Compare many pairs of (counterparty, listed name)."""
    index = _index()
    return (
        _compared(index, query, listed, kind=kind, threshold=DEFAULT_THRESHOLD)
        for query, listed in pairs
    )


_KINDS = {"organization": ORGANIZATION, "person": PERSON, "vessel": CRAFT, "aircraft": CRAFT}


def _compared(
    index: Index, query: str, listed: str, *, kind: Kind | None, threshold: float
) -> Comparison:
    lexicon = index.lexicon
    mine = [Prepared(each, lexicon) for each in index.readings(query)]
    found = []
    for spelling in spellings(listed, lexicon):
        for reading in readings(spelling, index.book, index.weigh):
            theirs = Prepared(reading, lexicon)
            kinds = _KINDS.get(kind or "") or kinds_of_text(theirs.words)
            for each in mine:
                candidate = compare_readings(each, theirs, kinds=kinds, query_kind=kind)
                if candidate is not None:
                    found.append(candidate)
    best = max(found, key=lambda each: (each.score, each.relation == "same"), default=None)
    if best is None:
        return Comparison(
            score=0.0, is_match=False, grade=None, relation=None,
            reason="One of the names has neither letter nor digit.", evidence=(),
        )  # fmt: skip
    return told(best, threshold=threshold)


@functools.cache
def _index() -> Index:
    return open_catalog().index
