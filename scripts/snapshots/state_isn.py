"""Reading of the State Department's master table of nonproliferation sanctions.

A row is a party; its notes hold one segment for each determination: authority, day imposed, status
and notice. Statuses are free text, so each form is known here and any other is an error.
"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from screenr.models.designation import Citation
from screenr.text import citations

# The names of the laws in the table and in the Consolidated Screening List, as one tag each.
TAGS = {
    "Iran, North Korea, and Syria Nonproliferation Act Sanctions (INKSNA)": "INKSNA",
    "INKSNA": "INKSNA",
    "Iran Nonproliferation Act": "INPA",
    "Iran and Syria Nonproliferation Act": "ISNA",
    "Iran-Iraq Arms Nonpro Act of 1992": "Iran-Iraq Arms Nonproliferation Act",
    "Executive Order 13382": "E.O. 13382",
    "E.O. 13382": "E.O. 13382",
    "Executive Order 12938": "E.O. 12938",
    "E.O. 12938": "E.O. 12938",
    "Missile Sanctions laws": "Missile Sanctions Laws",
    "Missile Sanctions Laws": "Missile Sanctions Laws",
    "Chemical and Biological Weapons Control and Warfare Elimination Act (CBW Act)": "CBW Act",
    "Chemical and Biological Weapons Act": "CBW Act",
    "Export-Import Bank Act": "Export-Import Bank Act",
    "Transfer of Lethal Military Equipment": "Transfer of Lethal Military Equipment",
    "Nuclear Proliferation Prevention Act": "Nuclear Proliferation Prevention Act",
    "Countering America’s Adversaries Through Sanctions Act (CAATSA) Section 231": "CAATSA 231",
}
# 50 USC 1701 note, section 3(b): INKSNA determinations run two years.
INKSNA_YEARS = 2

_SEGMENT = re.compile(
    r"Authority: (?P<authority>[^;]*); imposed (?P<imposed>[^;]*); status: (?P<status>[^;]*)"
    r"(?:; (?P<notice>.*))?",
    re.DOTALL,
)
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?!\d)")
_ENDED = re.compile(
    r"(?:Expired|Lifted|Terminated|Waived|All provisions expired|.*all other sanctions removed)"
    r"(?: on| as of)?\s*",
    re.IGNORECASE,
)
_IN_FORCE = re.compile(r"Active|.*all other sanctions remain", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Determination:
    """One determination against a party; `ended` is None while it is in force.

    `imposed` is None where the table misprints the day ("12/13/201").
    """

    tag: str
    imposed: dt.date | None
    ended: dt.date | None
    citations: tuple[Citation, ...]


def determinations(row: dict[str, Any]) -> tuple[list[Determination], list[str]]:
    """Read the segments of a row's notes, and what else they say."""
    found: list[Determination] = []
    said: list[str] = []
    for segment in (row["notes"] or "").split(" | "):
        match = _SEGMENT.fullmatch(segment.strip())
        if match is None:
            if segment.startswith("Authority:"):
                message = f"segment not understood: {segment}"
                raise ValueError(message)
            said.append(segment.strip())
            continue
        notice = citations.parse(match["notice"] or "")
        imposed = day(match["imposed"]) if _DAY.search(match["imposed"]) else None
        tag = TAGS[match["authority"].strip()]
        found.append(
            Determination(
                tag=tag,
                imposed=imposed,
                ended=_ended(match["status"].strip(), tag, imposed),
                citations=tuple(Citation(cite=cite, date=on) for cite, on in notice),
            )
        )
    return found, [each for each in said if each]


def day(text: str) -> dt.date:
    """Parse ``3/18/2021`` or ``07/24/14``; there was no such law before 1950."""
    match = _DAY.search(text)
    if match is None:
        message = f"not a date: {text}"
        raise ValueError(message)
    month, number, year = (int(each) for each in match.groups())
    if year < 100:  # noqa: PLR2004 -- two digits
        year += 1900 if year >= 50 else 2000  # noqa: PLR2004
    return dt.date(year, month, number)


def _ended(status: str, tag: str, imposed: dt.date | None) -> dt.date | None:
    if _IN_FORCE.fullmatch(status):
        if tag == "INKSNA" and imposed is not None:
            return imposed.replace(year=imposed.year + INKSNA_YEARS)
        return None
    if _ENDED.match(status):
        return day(status)
    message = f"unknown status: {status}"
    raise ValueError(message)
