"""A batch on ten times the designations: how much longer it takes a name."""

import time
from collections.abc import Iterator
from pathlib import Path

from grown import grown
from listed import AS_OF
from speed_line import Figure
from vendors import vendors

from screenr.catalog import Catalog, open_catalog
from screenr.matching.index import Index
from screenr.matching.index_file import IndexFile
from screenr.matching.index_names import Entry
from screenr.matching.index_writer import compile_index
from screenr.matching.lexicon import Lexicon
from screenr.models.policy import Policy
from screenr.screening import Screener

TABLES = Path(__file__).resolve().parents[1] / "data" / "names"
CHUNK = 2_000


def lines_of_growth(folder: Path, count: int) -> Iterator[Figure]:
    """How the words grow, and how long a name takes."""
    once = open_catalog().index
    tenfold = _tenfold(once, folder / "tenfold.bin")
    words = [len(each.file.strings("raw")) for each in (once, tenfold)]
    yield Figure(
        f"words of {len(tenfold.records):,} designations", "about 8 x",
        f"{words[1] / words[0]:.1f} x",
    )  # fmt: skip
    few, many = _seconds(once, tenfold, count=count)
    yield Figure(
        f"a name of {count:,} on these, against {len(once.records):,}", "<= 4 x",
        f"{many / few:.2f} x, {count / many:,.0f}/s",
    )  # fmt: skip


def _tenfold(index: Index, path: Path) -> Index:
    """Ten times what stands in the newest snapshots."""
    lexicon = Lexicon.from_tables(TABLES)
    lists = index.file.meta["lists"]
    newest = [len(each["snapshots"]) - 1 for each in lists]
    records = index.records
    standing = [
        at for at in range(len(records)) if records.stands_in(at, newest[records.list_of(at)])
    ]
    places = {each["info"]["id"]: at for at, each in enumerate(lists)}
    entries = [
        Entry(each, places[each.list_id], 0, newest[places[each.list_id]])
        for each in grown([records.designation(at) for at in standing], lexicon)
    ]
    path.write_bytes(compile_index(entries, {}, lexicon, inputs="", meta={"lists": lists}))
    return Index(IndexFile(path))


def _seconds(*indexes: Index, count: int) -> list[float]:
    """Processor time of the same names on each in turn, but for the first, which make tables."""
    screeners = [Screener(Catalog(each), Policy(), as_of=AS_OF) for each in indexes]
    names, spent = vendors(count + CHUNK), [0.0] * len(indexes)
    for at in range(0, len(names), CHUNK):
        for which, screener in enumerate(screeners):
            started = time.process_time()
            for _ in screener.screen_all(names[at : at + CHUNK]):
                pass
            spent[which] += (time.process_time() - started) * (at > 0)
    return spent
