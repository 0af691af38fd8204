"""Dates as US lists write them, read no finer than they are written.

OFAC writes ``14 Feb 1970``, ``Feb 1970``, ``1970``, ``circa 1970`` and ``1968 to 1970`` (its
remarks field, described in the SDN list's ``dat_spec.txt``). What comes back is the part of an ISO
8601 date that is known (``1970-02-14``, ``1970-02``, ``1970``), or two of them around a slash.
"""

import datetime as dt
import re

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
        start=1,
    )
}
_WRITTEN = re.compile(r"(?:(?:(\d{1,2}) )?([A-Z][a-z]{2}) )?(\d{4})")
_RANGE = re.compile(r"(.+?) to (.+)")
_ISO_SPAN = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?")
_CIRCA = re.compile(r"(?:circa|approximately|c\.) +", re.IGNORECASE)


def partial_date(text: str) -> str | None:
    """Read ``14 Feb 1970``, ``Feb 1970`` or ``1970``; None when it is none of them."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year = found.groups()
    if month is None:
        return year
    number = _MONTHS.get(month.lower())
    if number is None:
        return None
    if day is None:
        return f"{year}-{number:02}"
    try:
        return dt.date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


def date_or_span(text: str) -> str | None:
    """Read a partial date or ``1968 to 1970`` (``1968/1970``).

    ``circa`` goes: how far a list's circa reaches nobody has said, so no range is made of it.
    """
    bare = _CIRCA.sub("", text.strip())
    found = _RANGE.fullmatch(bare)
    if found is None:
        return partial_date(bare)
    ends = [partial_date(end) for end in found.groups()]
    return None if None in ends else "/".join(str(end) for end in ends)


def is_circa(text: str) -> bool:
    """Whether the list itself calls the date approximate."""
    return _CIRCA.search(text) is not None


def full_day(text: str) -> dt.date | None:
    """Read ``03 Jun 2021``; None when it is anything but a whole day."""
    written = partial_date(text)
    try:
        return None if written is None else dt.date.fromisoformat(written)
    except ValueError:
        return None


def is_iso_birth(text: str) -> bool:
    """Whether the text is ``1964``, ``1964-05``, ``1964-05-03`` or two of them around a slash."""
    if not _ISO_SPAN.fullmatch(text):
        return False
    try:
        days = [dt.date.fromisoformat(end + "0001-01-01"[len(end) :]) for end in text.split("/")]
    except ValueError:
        return False
    return days == sorted(days)
