"""When BIS listed a party: the earliest citation of its entry, with the corrections that are known.

Publication in the Federal Register is usually the day a rule takes effect; where a rule says
another day, the entry is in force from that one, so it is `listed` and `effective` and the citation
keeps the day of publication.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable

from screenr.models.designation import Bounds, Citation
from screenr.text import citations
from screenr.text.citations import same_notice
from snapshots.parties import volume_bounds

# First pages of rules that took effect before they were published, each by its own text:
# 84 FR 22961 (Huawei, 68 affiliates), 84 FR 43493 (46 more), 85 FR 83416 (DJI, SMIC and others).
EFFECTIVE: dict[str, dt.date] = {
    "84 FR 22961": dt.date(2019, 5, 16),
    "84 FR 43493": dt.date(2019, 8, 19),
    "85 FR 83416": dt.date(2020, 12, 18),
}


class NoticeDays:
    """Days of citations, as the entries of one file give them; a majority settles misprints."""

    def __init__(self, cited: Iterable[Citation]) -> None:
        days: dict[str, Counter[dt.date]] = defaultdict(Counter)
        for each in cited:
            if each.date is not None:
                days[each.cite][each.date] += 1
        self._days = {cite: count.most_common(1)[0][0] for cite, count in days.items()}
        self.by_volume: dict[int, list[tuple[int, dt.date]]] = defaultdict(list)
        for cite, day in self._days.items():
            if (spot := citations.place(cite)) is not None:
                self.by_volume[spot[0]].append((spot[1], day))

    def day(self, cite: str) -> dt.date | None:
        """The day of a citation, or the one day of all other pages of its notice."""
        if cite in self._days:
            return self._days[cite]
        spot = citations.place(cite)
        if spot is None:
            return None
        near = {day for page, day in self.by_volume[spot[0]] if abs(page - spot[1]) <= 20}  # noqa: PLR2004
        return near.pop() if len(near) == 1 else None

    def dated(self, cited: Iterable[Citation]) -> tuple[Citation, ...]:
        """Fill in the days of citations that an entry left undated."""
        return tuple(
            each if each.date else Citation(cite=each.cite, date=self.day(each.cite))
            for each in cited
        )


def listed_on(
    cited: tuple[Citation, ...], fallback: dt.date
) -> tuple[dt.date | Bounds, dt.date | None, str | None]:
    """Give listed, effective where the rule says another day, and the source of a correction."""
    bounds = [b for each in cited if each.date is None and (b := volume_bounds(each.cite))]
    dated = [each for each in cited if each.date is not None]
    first = min(dated, key=lambda each: each.date or fallback, default=None)
    earlier = min(bounds, key=lambda each: each.by, default=None)
    if first is None or first.date is None:
        return earlier or Bounds(by=fallback), None, None
    if earlier is not None and earlier.by < first.date:
        return earlier, None, None
    for rule, day in EFFECTIVE.items():
        if same_notice(rule, first.cite):
            return day, day, f"{rule}, effective date of the rule"
    return first.date, None, None
