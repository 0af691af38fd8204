"""Since when a party stands on an OFAC list: the day where one is proven, else its bounds.

OFAC's delimited files have no listing dates. What is held are files of several days: a party in
one of them was listed by then, a party absent from one was not listed before.
"""

import datetime as dt
from pathlib import Path

from screenr.models.designation import Bounds
from snapshots import ofac_sources as held

FIRST_DAILY_FILE = dt.date(2021, 8, 18)
ADDED_2021_12_10 = dt.date(2021, 12, 10)
_SATURDAY = 5

# Days on which the Treasury Department announced a designation.
KNOWN: dict[str, tuple[dt.date, str]] = {
    "29159": (dt.date(2020, 7, 9), "Treasury announcement of 2020-07-09, E.O. 13818"),
    "31493": (dt.date(2021, 3, 22), "Treasury announcement of 2021-03-22, E.O. 13818"),
    "34079": (dt.date(2021, 12, 10), "Treasury announcement of 2021-12-10 (jy0526), E.O. 13818"),
    "34119": (dt.date(2021, 12, 10), "Treasury announcement of 2021-12-10 (jy0526), E.O. 13818"),
    "46884": (dt.date(2023, 12, 8), "OFAC recent actions of 2023-12-08, E.O. 13818"),
}


def sdn_listed(root: Path, number: str) -> tuple[dt.date | Bounds, str]:
    """Give the day or bounds of an SDN, and the source that proves them."""
    if number in KNOWN:
        return KNOWN[number]
    first = held.first_seen(root).get(number)
    if first is None:
        return _since_2024(root, number)
    if first > FIRST_DAILY_FILE:
        return _on_or_near(root, number, first)
    begin, end = held.JULY_2021
    if number in held.numbers(root, "sdn-2021-07"):
        return Bounds(by=end), "sdn-2021-07"
    return Bounds(after=begin - dt.timedelta(days=1), by=FIRST_DAILY_FILE), "first-seen"


def _on_or_near(root: Path, number: str, first: dt.date) -> tuple[dt.date | Bounds, str]:
    """Give the day on which a party was first seen, or bounds where that was at a weekend.

    OFAC seldom acts at weekends: a party first seen in a file of Saturday may be Friday's.
    """
    if first == ADDED_2021_12_10 and number not in held.numbers(root, "sdn-2021-12-09"):
        return first, "sdn-2021-12-10"
    if first.weekday() < _SATURDAY:
        return first, "first-seen"
    earlier = max(day for day in held.first_seen(root).values() if day < first)
    return Bounds(after=earlier - dt.timedelta(days=1), by=first), "first-seen"


def _since_2024(root: Path, number: str) -> tuple[Bounds, str]:
    if number in held.in_2026_files(root):
        return Bounds(after=held.PRIMARY_DAY, by=held.ALIASES_DAY), "add-2026"
    return Bounds(after=held.PRIMARY_DAY, by=held.CSL_DAY), "csl"


def other_listed(root: Path, number: str, *, list_id: str) -> tuple[dt.date | Bounds, str]:
    """Give the day or bounds of a party on one of OFAC's other lists.

    Listing dates of directives under E.O. 14024 and 14014 are those of the menu-based list alone.
    """
    party = held.parties(root).get(number)
    if party is not None and party.key == "cons-2025":
        day = party.facts.listed
        if day is not None and list_id in {"us-ofac-ns-mbs", "us-ofac-ns-cmic"}:
            return day, "cons-2025"
    if number in held.csl_2022(root).get(list_id, frozenset()):
        return Bounds(by=held.CSL_2022_BY), "csl-2022"
    if party is not None and party.key == "cons-2025" and list_id in _lists_of(party):
        return Bounds(by=held.CONSOLIDATED_DAY), "cons-2025"
    return Bounds(by=held.CSL_DAY), "csl"


def _lists_of(party: held.Party) -> set[str]:
    """Name the lists that a row of the consolidated file is sure to stand for."""
    programs = set(party.row.programs)
    lists = set()
    if "UKRAINE-EO13662" in programs:
        lists.add("us-ofac-ssi")
    if "NS-PLC" in programs:
        lists.add("us-ofac-plc")
    if not lists and "561-Related" not in programs:
        lists.add("us-ofac-ns-mbs")
    return lists
