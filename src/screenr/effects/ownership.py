"""Whether a listing reaches the companies that a listed party owns, on a given day.

This is what a family match means: the counterparty is not the listed party, but may be owned by it.
"""

import datetime as dt

from screenr.models.list_info import ListInfo, OwnershipPeriod

_UNVERIFIED = " (Not verified in an official text.)"


def ownership_sentence(info: ListInfo, day: dt.date) -> str:
    """The list's ownership rule as it stands on `day`, with what an overlay adds on that day."""
    period = overlay_period(info, day)
    if period is None:
        return info.ownership.sentence
    mark = _UNVERIFIED if period.unverified else ""
    return f"{info.ownership.sentence} {period.sentence}{mark}"


def overlay_period(info: ListInfo, day: dt.date) -> OwnershipPeriod | None:
    """The period of the list's ownership overlay that holds `day`, if it has one."""
    for period in info.ownership.overlay:
        begun = period.since is None or period.since <= day
        if begun and (period.until is None or day <= period.until):
            return period
    return None
