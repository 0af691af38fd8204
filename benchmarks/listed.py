"""What stands on the shipped lists on the day of the benchmark."""

import datetime as dt
from collections.abc import Iterable, Iterator

from screenr import Counterparty, Finding, Screener

AS_OF = dt.date(2026, 11, 21)


def listed_names(screener: Screener, list_ids: set[str]) -> Iterator[tuple[str, str, str]]:
    """(id, kind, primary name) of what stands on the lists on the day of the benchmark."""
    ids = screener.catalog.index.file.strings("id")
    for at, designation_id in enumerate(ids):
        if designation_id.partition(":")[0] in list_ids:
            designation = screener.catalog.index.records.designation(at)
            if designation.in_force(AS_OF):
                yield designation_id, designation.kind, designation.name


def screened(screener: Screener, parties: Iterable[Counterparty]) -> Iterator[Finding]:
    """All findings, many at a time; what was not screened must not be counted as clear."""
    for finding in screener.screen_all(parties):
        if finding.error is not None:
            raise ValueError(f"{finding.counterparty.name!r}: {finding.error}")
        yield finding
