"""The Denied Persons List as BIS publishes it: ``dpl.txt``, tab-separated with quoted fields.

A row is one address of one party under one order; parties with several addresses stand in several
rows, so the caller merges what has one name. The format gives no kind, no aliases and no id.
"""

import csv
import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from screenr.errors import ListUnavailableError
from screenr.text import citations, countries, published

COLUMNS = (
    "Name", "Street_Address", "City", "State", "Country", "Postal_Code", "Effective_Date",
    "Expiration_Date", "Standard_Order", "Last_Update", "Action", "FR_Citation",
)  # fmt: skip
_STANDARD = {"Y": True, "N": False}


@dataclass(frozen=True, slots=True)
class DeniedOrder:
    """One row: a party, an address of it, and the order it is denied under.

    `expires` is None for an order without an end. `standard` is None where the row says nothing.
    `unread_country` is what stands for a country and is none (BIS has put states there); it is also
    in `address`.
    """

    name: str
    published_name: str
    address: str | None
    country: str | None
    unread_country: str | None
    effective: dt.date
    expires: dt.date | None
    standard: bool | None
    action: str | None
    citations: tuple[tuple[str, dt.date | None], ...]


def read(stream: IO[bytes]) -> Iterator[dict[str, str]]:
    """Give the rows as columns by name; another set of columns is refused."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    rows = csv.DictReader(text, delimiter="\t", strict=True)
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise ListUnavailableError(f"dpl.txt: the columns are {rows.fieldnames}, not those of BIS")
    for row in rows:
        if None in row or None in row.values():
            raise ListUnavailableError(f"dpl.txt, line {rows.line_num}: not {len(COLUMNS)} fields")
        yield row


def to_order(row: dict[str, str]) -> DeniedOrder:
    """Read what the columns mean; a date or a flag that is not understood is refused."""
    name = published.clean_name(row["Name"])
    effective = _day(row["Effective_Date"])
    if not name or effective is None:
        raise ListUnavailableError(f"dpl.txt: a row without name or effective date: {row}")
    flag = row["Standard_Order"].strip().upper()
    if flag and flag not in _STANDARD:
        raise ListUnavailableError(f"dpl.txt: unknown Standard_Order `{flag}` of {name}")
    country = row["Country"].strip()
    code = countries.country_code(country) if country else None
    parts = (row[column].strip() for column in COLUMNS[1:6])
    return DeniedOrder(
        name=name,
        published_name=row["Name"],
        address=", ".join(part for part in parts if part) or None,
        country=code,
        unread_country=country if country and code is None else None,
        effective=effective,
        expires=_day(row["Expiration_Date"]),
        standard=_STANDARD.get(flag),
        action=row["Action"].strip() or None,
        citations=citations.parse(row["FR_Citation"]),
    )


def _day(text: str) -> dt.date | None:
    """Parse ``06/29/2056``; empty is no date."""
    if not text.strip():
        return None
    try:
        month, day, year = (int(part) for part in text.strip().split("/"))
        return dt.date(year, month, day)
    except ValueError:
        raise ListUnavailableError(f"dpl.txt: `{text}` is not a date") from None
