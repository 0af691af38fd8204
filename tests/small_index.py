"""A small index of typed names; which of them a batch reaches, and which it loses."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from screenr.matching.batch_candidates import BatchCandidates
from screenr.matching.compare import compare_readings
from screenr.matching.index import Index
from screenr.matching.index_file import IndexFile
from screenr.matching.index_names import Entry
from screenr.matching.index_writer import compile_index
from screenr.matching.lexicon import Lexicon
from screenr.matching.listed import ListedName
from screenr.matching.prepared import Prepared
from screenr.models.designation import Alias, Designation, Kind

NAMES = Path(__file__).resolve().parents[1] / "data" / "names"
THRESHOLD = 0.8


def typed(kind: Kind, *names: str) -> list[Designation]:
    """A designation of that kind for each name."""
    return [designation(at, kind, name) for at, name in enumerate(names)]


def designation(at: int, kind: Kind, name: str, aliases: Iterable[str] = ()) -> Designation:
    """The designation numbered `at`."""
    return Designation(
        id=f"us-alpha:{at}",
        kind=kind,
        name=name,
        aliases=tuple(Alias(name=alias) for alias in aliases),
        listed=dt.date(2020, 1, 1),
    )


def index_of(
    folder: Path,
    listed: Iterable[Designation],
    also: Mapping[str, Sequence[ListedName]] | None = None,
) -> Index:
    """An index in `folder` of what is listed, and other names by the id of a designation."""
    path = folder / "index.bin"
    entries = [Entry(each, 0, 0, 0) for each in listed]
    lexicon = Lexicon.from_tables(NAMES)
    path.write_bytes(compile_index(entries, also or {}, lexicon, inputs="", meta={"lists": []}))
    return Index(IndexFile(path))


def reached(index: Index, name: str) -> set[str]:
    """The listed names that a batch looks at for `name`."""
    candidates = BatchCandidates(index, THRESHOLD)
    found = candidates.of(candidates.read([name])).values()
    return {index.name_of(at).name for each in found for at in each.readings}


def lost(
    index: Index, asked: Sequence[str], threshold: float, *, each: int
) -> list[tuple[str, str, float]]:
    """Names and listed names whose score a batch would not know, and that score.

    All listed names are scored, for one in `each` of the readings of what is asked.
    """
    candidates = BatchCandidates(index, threshold)
    queries = candidates.read(asked)
    found = candidates.of(queries)
    listed = [Prepared(index.reading(at), index.lexicon) for at in range(len(index.flags))]
    missed = []
    for place in range(0, len(queries), each):
        mine = Prepared(queries.reading(place), index.lexicon)
        there = found[place].readings if place in found else frozenset[int]()
        for at, theirs in enumerate(listed):
            scored = compare_readings(mine, theirs, kinds=index.kinds(at), query_kind=None)
            if scored is not None and scored.score >= threshold and at not in there:
                words = " ".join(word.raw for word in mine.reading.words)
                missed.append((words, index.name_of(at).name, scored.score))
    return missed
