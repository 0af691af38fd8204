"""Builders of the six OFAC lists.

The Consolidated Screening List of 2026-07-31 says who is on a list and under which programs; OFAC's
own files, some older, say the rest.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from screenr.models.designation import Bounds, Designation, Identifier
from screenr.models.snapshot import Snapshot
from screenr.text import dates
from snapshots import csl_projection
from snapshots import ofac_sources as held
from snapshots.common import Builder, Built, Tally
from snapshots.ofac_party import designation, words

_FIELDS = {
    "csl": ("id", "kind", "name", "aliases", "countries", "programs"),
    "sdn-2024": ("name", "nationalities", "identifiers", "born", "aliases", "remarks"),
    "cons-2025": (
        "name", "nationalities", "identifiers", "born", "aliases", "programs", "listed",
        "effective", "until", "remarks",
    ),
    "nscmic": ("name", "aliases", "addresses", "identifiers", "listed", "effective"),
    "alt-2026": ("aliases",),
    "cons-alt-2025": ("aliases",),
    "add-2026": ("addresses", "countries", "listed"),
    "cons-add-2025": ("addresses", "countries"),
    "cons-comments-2025": ("remarks",),
    "comments-2021-07": ("remarks",),
    "first-seen": ("listed",),
    "csl-2022": ("listed",),
    "sdn-2021-07": ("listed",),
    "sdn-2021-12-09": ("listed",),
    "sdn-2021-12-10": ("listed",),
}  # fmt: skip
_SDN_SOURCES = (
    "csl", "sdn-2024", "comments-2021-07", "cons-2025", "alt-2026", "cons-alt-2025", "add-2026",
    "cons-add-2025", "first-seen", "sdn-2021-07", "sdn-2021-12-09", "sdn-2021-12-10",
)  # fmt: skip
_OTHER_SOURCES = (
    "csl", "cons-2025", "cons-comments-2025", "cons-alt-2025", "cons-add-2025", "csl-2022",
    "sdn-2024", "alt-2026", "add-2026",
)  # fmt: skip
_CMIC_LISTED = re.compile(r"Listing Date \(CMIC\): (\d\d \w{3} \d{4})")
_CMIC_USCC = re.compile(r"USCC: (\w+)")


def build(root: Path, *, code: str, list_id: str, keys: tuple[str, ...]) -> Built:
    """Build a list whose members are the rows of `code` in the CSL."""
    tally = Tally()
    found: dict[str, Designation] = {}
    for entry in csl_projection.entries(root)[code]:
        tally.read += 1
        if entry.number is None:
            tally.refused.append(f"{entry.name}: no entity number")
        elif entry.number in found:
            tally.merged += 1
        else:
            found[entry.number] = designation(root, entry, list_id=list_id, notes=tally.notes)
    return _built(root, tally, found.values(), list_id=list_id, keys=keys, published=held.CSL_DAY)


def _built(  # noqa: PLR0913 -- the parts of a snapshot, all named
    root: Path,
    tally: Tally,
    designations: Iterable[Designation],
    *,
    list_id: str,
    keys: tuple[str, ...],
    published: dt.date,
) -> Built:
    members = tuple(designations)
    tally.written = len(members)
    tally.notes.update(_dated(each) for each in members)
    snapshot = Snapshot(
        list=list_id,
        published=published,
        retrieved=held.CSL_DAY,
        sources=tuple(held.source(root, key, _FIELDS[key]) for key in keys),
        entries=len(members),
        complete=True,
        designations=members,
    )
    return Built(snapshot, tally)


def _dated(each: Designation) -> str:
    match each.listed:
        case Bounds(after=None):
            return "listed by a day"
        case Bounds():
            return "listed between two days"
        case _:
            return "listed on a day"


def build_cmic(root: Path) -> Built:
    """Build NS-CMIC: OFAC's own list of 2026-07-09, its members confirmed by the CSL after that."""
    tally = Tally()
    entries = {words(each.name): each for each in csl_projection.entries(root)["CMIC"]}
    for each in csl_projection.entries(root)["CMIC"]:
        for alias in each.aliases:
            entries.setdefault(words(alias), each)
    found: dict[str, Designation] = {}
    for row in held.cmic(root):
        tally.read += 1
        names = [str(row["name"]), *_texts(row["aliases"])]
        entry = next((entries[words(name)] for name in names if words(name) in entries), None)
        if entry is None or entry.number is None:
            tally.refused.append(f"{names[0]}: not among the {len(entries)} names in the CSL")
        elif entry.number in found:
            tally.merged += 1
            tally.notes[f"second row for {entry.number}: {names[0]}"] += 1
        else:
            base = designation(
                root, entry, list_id="us-ofac-ns-cmic", notes=tally.notes, extra=tuple(names)
            )
            found[entry.number] = _with_pdf(base, row, tally.notes)
    return _built(
        root,
        tally,
        found.values(),
        list_id="us-ofac-ns-cmic",
        keys=("nscmic", *_OTHER_SOURCES),
        published=dt.date(2026, 7, 9),
    )


def _with_pdf(base: Designation, row: dict[str, object], notes: Counter[str]) -> Designation:
    """Add what only the PDF has, and check its dates against those of the remarks."""
    text = str(row["notes"])
    written = _CMIC_LISTED.search(text)
    listed = None if written is None else dates.full_day(written[1])
    effective = dt.date.fromisoformat(str(row["effective_date"]))
    notes["dates of PDF and remarks differ"] += (listed, effective) != (base.listed, base.effective)
    number = _CMIC_USCC.search(text)
    known = {each.value for each in base.identifiers}
    more = (
        (Identifier(type="uscc", value=number[1], country="CN"),)
        if number is not None and number[1] not in known
        else ()
    )
    record = base.to_record()
    fields = {
        "identifiers": [*record.get("identifiers", []), *(_plain(each) for each in more)],
        "listed": listed.isoformat() if listed is not None else record["listed"],
        "listed_source": "nscmic" if listed is not None else base.listed_source,
        "effective": effective.isoformat(),
        "addresses": [str(row["address"])] if not base.addresses else list(base.addresses),
        "sources": ["nscmic", *base.sources],
    }
    return Designation.from_record({**record, **fields})


def _plain(each: Identifier) -> dict[str, str | None]:
    return {"type": each.type, "value": each.value, "country": each.country}


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


BUILDERS: dict[str, Builder] = {
    "us-ofac-sdn": partial(build, code="SDN", list_id="us-ofac-sdn", keys=_SDN_SOURCES),
    "us-ofac-ns-cmic": build_cmic,
    "us-ofac-ssi": partial(build, code="SSI", list_id="us-ofac-ssi", keys=_OTHER_SOURCES),
    "us-ofac-capta": partial(build, code="CAP", list_id="us-ofac-capta", keys=_OTHER_SOURCES),
    "us-ofac-ns-mbs": partial(
        build, code="NS-MBS List", list_id="us-ofac-ns-mbs", keys=_OTHER_SOURCES
    ),
    "us-ofac-plc": partial(build, code="PLC", list_id="us-ofac-plc", keys=_OTHER_SOURCES),
}
