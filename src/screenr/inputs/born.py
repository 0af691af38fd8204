"""Birth dates as tables have them, read no finer than they are written."""

import datetime as dt
import re

from screenr.text.dates import date_or_span

_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月?)")
_YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_TIME = re.compile(r"[T ]00:00(:00(\.0+)?)?$")
_YEAR = re.compile(r"(\d{4})年?")
_YEARS = range(1800, 2100)


def born_of(text: str) -> tuple[str, ...] | None:
    """The dates that a cell may mean, as in `Designation`; None where it is no date.

    ``03/05/1964`` is 3 May to some and March 5 to others, so it is both.
    """
    bare = _TIME.sub("", " ".join(text.split()))
    if "/" in bare and all(_ISO.fullmatch(end) for end in bare.split("/", 1)):
        ends = [_real(end) for end in bare.split("/", 1)]
        return (bare,) if all(ends) and bare.split("/")[0] <= bare.split("/")[1] else None
    if found := _YEAR.fullmatch(bare):
        return _dates([found[1]])
    if found := _YEAR_FIRST.fullmatch(bare):
        year, month, day = found.groups()
        return _dates([f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")])
    if found := _YEAR_LAST.fullmatch(bare):
        first, sign, second, year = found.groups()
        ways = [f"{year}-{int(second):02}-{int(first):02}"]
        if sign != ".":  # with dots the day always comes first
            ways.append(f"{year}-{int(first):02}-{int(second):02}")
        return _dates(ways)
    written = date_or_span(bare)
    return (written,) if written and all(map(_real, written.split("/"))) else None


def _dates(ways: list[str]) -> tuple[str, ...] | None:
    return tuple(dict.fromkeys(way for way in ways if _real(way))) or None


def _real(text: str) -> bool:
    """Whether it is a day on which somebody may be born; 0000 and 9999 stand for "not known"."""
    try:
        day = dt.date.fromisoformat(text + "0001-01-01"[len(text) :])
    except ValueError:
        return False
    return day.year in _YEARS
