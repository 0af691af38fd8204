"""What OFAC's stored files say of a party, by its entity number, and where each file is from."""

import csv
import datetime as dt
import functools
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeVar

from screenr.lists.importers import csl_csv, ofac_csv, ofac_remarks
from screenr.models.counterparty import RowError
from screenr.models.snapshot import Source
from screenr.text.countries import country_code
from snapshots import csl_projection
from snapshots.common import source_of

Row = TypeVar("Row")

FORMAT = "OFAC delimited"
CSL_DAY = dt.date(2026, 7, 31)
# The CSL of 2022 has all parties first seen by 2022-05-06 and none of those of 2022-05-08.
CSL_2022_BY = dt.date(2022, 5, 8)
ALIASES_DAY = dt.date(2026, 6, 2)
PRIMARY_DAY = dt.date(2024, 5, 3)
# Files known only by their month count from its last day, and against it from its first.
JULY_2021 = (dt.date(2021, 7, 1), dt.date(2021, 7, 31))
CONSOLIDATED_DAY = dt.date(2025, 12, 31)
# Places that OFAC writes in the country column and nobody else would call by these names.
PLACES = {
    "Palestinian": "PS",
    "West Bank": "PS",
    "Region: West Bank": "PS",
    "Region: Gaza": "PS",
    "Region: North Gaza": "PS",
    "Region: Northern Gaza": "PS",
    "North Macedonia, The Republic of": "MK",
    "Man, Isle of": "IM",
    "Region: China": "CN",
    "Region: Russia": "RU",
    "Region: Northern Mali": "ML",
    "Cabo Verde.  Previously Cape Verde.": "CV",
}

_FILES: dict[str, tuple[str, str, dt.date | None]] = {
    "sdn-2024": ("ofac/sdn_2024-05-03.csv", FORMAT, PRIMARY_DAY),
    "alt-2026": ("ofac/alt_2026-06.csv", FORMAT, ALIASES_DAY),
    "add-2026": ("ofac/add_2026-06.csv", FORMAT, ALIASES_DAY),
    "sdn-2021-07": ("ofac/sdn_2021-07/sdn.csv", FORMAT, None),
    "comments-2021-07": ("ofac/sdn_2021-07/sdn_comments.csv", FORMAT, None),
    "sdn-2021-12-09": ("ofac/sdn_2021-12-09.csv", FORMAT, dt.date(2021, 12, 9)),
    "sdn-2021-12-10": ("ofac/sdn_2021-12-10.csv", FORMAT, dt.date(2021, 12, 10)),
    "cons-2025": ("ofac/cons_2025-12/cons_prim.csv", FORMAT, None),
    "cons-alt-2025": ("ofac/cons_2025-12/cons_alt.csv", FORMAT, None),
    "cons-add-2025": ("ofac/cons_2025-12/cons_add.csv", FORMAT, None),
    "cons-comments-2025": ("ofac/cons_2025-12/cons_comments.csv", FORMAT, None),
    "csl-2022": ("csl/csl_2022-05.csv", "CSL CSV", None),
}


@dataclass(frozen=True)
class Party:
    """What OFAC's primary files say of an entity number; `key` is the source."""

    key: str
    row: ofac_csv.PrimaryRow
    facts: ofac_remarks.Remarks


def source(root: Path, key: str, fields: tuple[str, ...]) -> Source:
    """Describe one of the files above, or one of the two that are not OFAC's own."""
    if key == "csl":
        return source_of(
            root, csl_projection.FILE, key=key, format="CSL JSON, projected", basis="parsed",
            published=CSL_DAY, fields=fields,
            url="https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.json",
        )  # fmt: skip
    if key == "first-seen":
        return source_of(
            root, "ofac/sdn_first_last_seen_2021-08_2024-05.csv", key=key, basis="parsed",
            format="first and last day in 308 daily sdn.csv", published=PRIMARY_DAY, fields=fields,
        )  # fmt: skip
    if key == "nscmic":
        return source_of(
            root, "ofac/nscmic_2026-07-09.json", key=key, basis="parsed", fields=fields,
            format="nscmiclist.pdf as JSON", published=dt.date(2026, 7, 9),
        )  # fmt: skip
    file, kind, day = _FILES[key]
    return source_of(
        root, file, key=key, format=kind, basis="as_published", published=day, fields=fields
    )


def place(name: str) -> str | None:
    """Give the ISO code of a country as OFAC writes it."""
    return PLACES.get(name) or country_code(name)


def _all(
    root: Path, key: str, read: Callable[[IO[bytes]], Iterable[Row | RowError]]
) -> Iterator[Row]:
    with (root / _FILES[key][0]).open("rb") as stream:
        for row in read(stream):
            if isinstance(row, RowError):
                message = f"{_FILES[key][0]}, line {row.row}: {row.message}"
                raise TypeError(message)
            yield row


@functools.cache
def numbers(root: Path, key: str) -> frozenset[str]:
    """Give the entity numbers in one of the primary files."""
    return frozenset(row.number for row in _all(root, key, ofac_csv.read_primary))


@functools.cache
def parties(root: Path) -> dict[str, Party]:
    """Read the newest primary file that has a party: of 2025 for the other lists, else of 2024."""
    found: dict[str, Party] = {}
    for key, comments in (("sdn-2024", "comments-2021-07"), ("cons-2025", "cons-comments-2025")):
        rest: defaultdict[str, str] = defaultdict(str)
        for number, text in _all(root, comments, ofac_csv.read_comments):
            rest[number] += text
        older = _older_remarks(root) if key == "sdn-2024" else None
        for row in _all(root, key, ofac_csv.read_primary):
            # The SDN comments are of 2021: they carry on only what was cut at the same place.
            fits = older is None or older.get(row.number) == row.remarks
            whole = ofac_csv.continued(row, rest[row.number]) if fits else row
            found[row.number] = Party(key, whole, ofac_remarks.parse(whole.remarks, place))
    return found


def _older_remarks(root: Path) -> dict[str, str]:
    rows = _all(root, "sdn-2021-07", ofac_csv.read_primary)
    return {row.number: row.remarks for row in rows}


@functools.cache
def aliases(root: Path) -> dict[str, list[ofac_csv.AliasRow]]:
    """Read the aliases of both OFAC lists by entity number, the newer file first."""
    found: defaultdict[str, list[ofac_csv.AliasRow]] = defaultdict(list)
    for key in ("alt-2026", "cons-alt-2025"):
        for row in _all(root, key, ofac_csv.read_aliases):
            if row not in found[row.number]:
                found[row.number].append(row)
    return dict(found)


@functools.cache
def addresses(root: Path, key: str) -> dict[str, list[ofac_csv.AddressRow]]:
    """Read an address file by entity number."""
    found: defaultdict[str, list[ofac_csv.AddressRow]] = defaultdict(list)
    for row in _all(root, key, ofac_csv.read_addresses):
        found[row.number].append(row)
    return dict(found)


@functools.cache
def in_2026_files(root: Path) -> frozenset[str]:
    """Give the parties that the alias or address file of June 2026 knows, so listed by then."""
    with (root / _FILES["add-2026"][0]).open("rb") as stream:
        rows = [line.split(b",", 1)[0].decode() for line in stream if line[:1].isdigit()]
    named = {row.number for row in _all(root, "alt-2026", ofac_csv.read_aliases)}
    return frozenset({*rows, *named})


@functools.cache
def first_seen(root: Path) -> dict[str, dt.date]:
    """Read the first day on which a daily SDN file had the party."""
    path = root / "ofac/sdn_first_last_seen_2021-08_2024-05.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return {
            row["ent_num"]: dt.date.fromisoformat(row["first_seen"])
            for row in csv.DictReader(stream)
        }


@functools.cache
def csl_2022(root: Path) -> dict[str, frozenset[str]]:
    """Give the entity numbers that the CSL of 2022 has on each of our lists."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in _all(root, "csl-2022", csl_csv.read):
        found[csl_csv.list_of(row) or "other"].add(row.cells["entity_number"])
    return {name: frozenset(rows) for name, rows in found.items()}


@functools.cache
def cmic(root: Path) -> tuple[dict[str, object], ...]:
    """Read the rows taken from OFAC's NS-CMIC PDF."""
    data = json.loads((root / "ofac/nscmic_2026-07-09.json").read_text(encoding="utf-8"))
    return tuple(data["entities"])
