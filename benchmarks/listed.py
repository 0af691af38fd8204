"""What stands on the shipped lists on the day of the benchmark."""

import datetime as dt
from collections.abc import Iterator

from screenr import Screener

AS_OF = dt.date(2026, 11, 21)


def listed_names(screener: Screener, list_ids: set[str]) -> Iterator[tuple[str, str, str]]:
    """(id, kind, primary name) of what stands on the lists on the day of the benchmark."""
    ids = screener.catalog.index.file.strings("id")
    for at, designation_id in enumerate(ids):
        if designation_id.partition(":")[0] in list_ids:
            designation = screener.catalog.index.designation(at)
            if designation.in_force(AS_OF):
                yield designation_id, designation.kind, designation.name
