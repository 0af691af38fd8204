"""The Consolidated Screening List of trade.gov as CSV with all its columns.

It gathers twelve lists of three departments. Many values in one cell are joined by ``; ``, an
identifier is ``country, value, label`` and a country an ISO code. Its `start_date` follows the
first notice cited and is wrong for some Entity List rows: the builders know better dates.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from screenr.errors import ListUnavailableError
from screenr.lists.importers import delimited, ofac_remarks
from screenr.models.counterparty import RowError
from screenr.models.designation import Alias, Bounds, Citation, Designation, Kind, License
from screenr.text import dates

COLUMNS = (
    "_id", "source", "entity_number", "type", "programs", "name", "title", "addresses",
    "federal_register_notice", "start_date", "end_date", "standard_order", "license_requirement",
    "license_policy", "call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage",
    "vessel_flag", "vessel_owner", "remarks", "source_list_url", "alt_names", "citizenships",
    "dates_of_birth", "nationalities", "places_of_birth", "source_information_url", "ids",
)  # fmt: skip
# The code in brackets of the column `source`; the Foreign Sanctions Evaders list is no more.
LISTS = {
    "CAP": "us-ofac-capta",
    "CMIC": "us-ofac-ns-cmic",
    "DPL": "us-bis-dpl",
    "DTC": "us-state-aeca-debarred",
    "EL": "us-bis-entity-list",
    "ISN": "us-state-isn",
    "MEU": "us-bis-meu",
    "NS-MBS List": "us-ofac-ns-mbs",
    "PLC": "us-ofac-plc",
    "SDN": "us-ofac-sdn",
    "SSI": "us-ofac-ssi",
    "UVL": "us-bis-uvl",
}
KINDS: dict[str, Kind] = {
    "": "unknown",
    "Entity": "organization",
    "Individual": "person",
    "Vessel": "vessel",
    "Aircraft": "aircraft",
}

_CODE = re.compile(r"\(([^()]+)\)")
_COUNTRY = re.compile(r"[A-Z]{2}")
_NOT_A_SLUG = re.compile(r"[^a-z0-9]+")
_KEPT = {
    "title": "Title",
    "places_of_birth": "POB",
    "standard_order": "Standard Order",
    "call_sign": "Vessel Call Sign",
    "vessel_type": "Vessel Type",
    "gross_tonnage": "Vessel Tonnage",
    "gross_registered_tonnage": "Vessel Gross Registered Tonnage",
    "vessel_flag": "Vessel Flag",
    "vessel_owner": "Vessel Owner",
}


@dataclass(frozen=True, slots=True)
class CslRow:
    """A row as it stands: column → text."""

    line: int
    cells: dict[str, str]

    def many(self, column: str) -> list[str]:
        """Split a cell that holds several values."""
        return [part.strip() for part in self.cells[column].split("; ") if part.strip()]


def read(stream: IO[bytes]) -> Iterator[CslRow | RowError]:
    """Read the rows; other columns than expected are an error of the whole file."""
    rows = delimited.rows(stream, len(COLUMNS))
    first = next(rows, None)
    header = first[1] if isinstance(first, tuple) else []
    if sorted(header) != sorted(COLUMNS):
        odd = sorted(set(header) ^ set(COLUMNS))
        raise ListUnavailableError(
            f"not the Consolidated Screening List: columns differ: {', '.join(odd)}"
        )
    for row in rows:
        if isinstance(row, RowError):
            yield row
        else:
            line, cells = row
            stripped = (cell.strip() for cell in cells)
            yield CslRow(line, dict(zip(header, stripped, strict=True)))


def list_of(row: CslRow) -> str | None:
    """Name the list that the row comes from; None for one that is not among ours."""
    codes = _CODE.findall(row.cells["source"])
    return LISTS.get(codes[0]) if codes else None


def to_designation(row: CslRow, *, published: dt.date) -> Designation | RowError:
    """Map a row; a list or type that is not known makes it an error."""
    cells = row.cells
    list_id = list_of(row)
    if list_id is None:
        return RowError(row.line, f"unknown list `{cells['source']}`")
    if cells["type"] not in KINDS:
        return RowError(row.line, f"unknown type `{cells['type']}`")
    if not cells["name"]:
        return RowError(row.line, "no name")
    days = {name: cells[name] for name in ("start_date", "end_date") if cells[name]}
    try:
        parsed = {name: dt.date.fromisoformat(value) for name, value in days.items()}
    except ValueError:
        return RowError(row.line, f"a date that is none: {', '.join(days.values())}")
    return _designation(row, list_id, _numbers(row), parsed, published)


def _designation(
    row: CslRow,
    list_id: str,
    numbers: ofac_remarks.Remarks,
    days: dict[str, dt.date],
    published: dt.date,
) -> Designation:
    cells = row.cells
    countries = _countries(row)
    number = cells["entity_number"] or _slug(" ".join([cells["name"], *countries[:1]]))
    notice = cells["federal_register_notice"]
    terms = License(
        requirement=cells["license_requirement"] or None, policy=cells["license_policy"] or None
    )
    birth = [(text, dates.date_or_span(text) or _iso(text)) for text in row.many("dates_of_birth")]
    unread = [f"DOB {text}" for text, read_date in birth if read_date is None]
    kept = [f"{label} {cells[name]}" for name, label in _KEPT.items() if cells[name]]
    remarks = [*kept, *unread, *numbers.kept, *filter(None, [cells["remarks"]])]
    return Designation(
        id=f"{list_id}:{number}",
        kind=KINDS[cells["type"]],
        name=cells["name"],
        aliases=tuple(Alias(name=name) for name in row.many("alt_names")),
        countries=countries,
        nationalities=tuple(dict.fromkeys([*row.many("nationalities"), *row.many("citizenships")])),
        addresses=tuple(each for each in row.many("addresses") if not _COUNTRY.fullmatch(each)),
        identifiers=tuple(numbers.identifiers),
        born=tuple(read_date for _, read_date in birth if read_date is not None),
        programs=(*row.many("programs"), *numbers.directives),
        listed=numbers.listed or days.get("start_date") or Bounds(by=published),
        effective=numbers.effective,
        until=numbers.until or days.get("end_date"),
        citations=(Citation(cite=notice),) if notice else (),
        license=terms if terms != License() else None,
        remarks="; ".join(remarks) or None,
    )


def _numbers(row: CslRow) -> ofac_remarks.Remarks:
    """Read the identifiers as the remarks of OFAC's own file, which they were made from."""
    items = []
    for each in row.many("ids"):
        first, _, rest = each.partition(", ")
        country = f" ({first})" if rest and _COUNTRY.fullmatch(first) else ""
        value, _, label = (rest if country else each).rpartition(", ")
        items.append(f"{label} {value}{country}" if value else label)
    return ofac_remarks.parse("; ".join(items), _code_itself)


def _code_itself(text: str) -> str | None:
    return text if _COUNTRY.fullmatch(text) else None


def _countries(row: CslRow) -> tuple[str, ...]:
    ends = (each.rpartition(", ")[2] for each in row.many("addresses"))
    return tuple(dict.fromkeys(end for end in ends if _COUNTRY.fullmatch(end)))


def _iso(text: str) -> str | None:
    return text if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", text) else None


def _slug(text: str) -> str:
    return _NOT_A_SLUG.sub("-", text.lower()).strip("-")
