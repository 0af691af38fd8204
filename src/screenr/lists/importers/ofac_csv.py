"""OFAC's delimited files: ``sdn.csv``, ``alt.csv``, ``add.csv``, ``sdn_comments.csv``.

The non-SDN lists (``cons_prim.csv`` and its companions) have the same columns. As described in
OFAC's ``dat_spec.txt``: no header, ``-0-`` for null, programs joined by ``] [``, remarks cut at
1,000 characters and carried on in the comments file, and an old end-of-file mark (0x1A) at the end.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from screenr.lists.importers import delimited, ofac_remarks
from screenr.models.counterparty import RowError
from screenr.models.designation import Alias, AliasType, Bounds, Designation, Kind
from screenr.text.countries import country_code

KINDS: dict[str | None, Kind] = {
    None: "organization",
    "individual": "person",
    "vessel": "vessel",
    "aircraft": "aircraft",
}
ALIAS_TYPES: dict[str | None, AliasType] = {"aka": "aka", "fka": "fka", "nka": "nka"}

_NULL = "-0-"
_PRIMARY_COLUMNS = 12
_ALIAS_COLUMNS = 5
_ADDRESS_COLUMNS = 6
_COMMENT_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class PrimaryRow:
    """A party: `remarks` as in the file, so perhaps cut."""

    number: str
    name: str
    kind: Kind
    programs: tuple[str, ...]
    title: str | None
    vessel: tuple[tuple[str, str], ...]
    remarks: str


@dataclass(frozen=True, slots=True)
class AliasRow:
    """Another name of party `number`; the file holds no weak aliases, these stand in remarks."""

    number: str
    type: AliasType
    name: str


@dataclass(frozen=True, slots=True)
class AddressRow:
    """An address of party `number`; `text` without the country, either part may be None."""

    number: str
    text: str | None
    country: str | None
    remarks: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A party with all that the four files say of it."""

    primary: PrimaryRow
    aliases: tuple[AliasRow, ...] = ()
    addresses: tuple[AddressRow, ...] = ()


def read_entries(
    primary: IO[bytes],
    aliases: IO[bytes],
    *,
    addresses: IO[bytes],
    comments: IO[bytes] | None = None,
) -> Iterator[Entry | RowError]:
    """Join the files by entity number; an alias or address of nobody is an error."""
    carried_on: defaultdict[str, str] = defaultdict(str)
    names: defaultdict[str, list[AliasRow]] = defaultdict(list)
    places: defaultdict[str, list[AddressRow]] = defaultdict(list)
    for comment in () if comments is None else read_comments(comments):
        if isinstance(comment, RowError):
            yield comment
        else:
            carried_on[comment[0]] += comment[1]
    for alias in read_aliases(aliases):
        if isinstance(alias, RowError):
            yield alias
        else:
            names[alias.number].append(alias)
    for address in read_addresses(addresses):
        if isinstance(address, RowError):
            yield address
        else:
            places[address.number].append(address)
    for row in read_primary(primary):
        if isinstance(row, RowError):
            yield row
            continue
        rest = carried_on.pop(row.number, "")
        yield Entry(
            continued(row, rest),
            tuple(names.pop(row.number, ())),
            tuple(places.pop(row.number, ())),
        )
    for number in sorted({*names, *places, *carried_on}):
        yield RowError(0, f"entity {number} has no row in the primary file, but in another")


def to_designation(entry: Entry, *, list_id: str, listed: dt.date | Bounds) -> Designation:
    """Map a party; `listed` is the caller's, for the files have no listing dates but NS-CMIC's."""
    row = entry.primary
    facts = ofac_remarks.parse(row.remarks, country_code)
    codes = [country_code(each.country) for each in entry.addresses if each.country is not None]
    texts = [
        ", ".join(part for part in (each.text, each.country) if part is not None)
        for each in entry.addresses
        if each.text is not None
    ]
    title = [] if row.title is None else [f"Title {row.title}"]
    remarks = [*title, *(f"{label} {value}" for label, value in row.vessel), *facts.kept]
    return Designation(
        id=f"{list_id}:{row.number}",
        kind=row.kind,
        name=row.name,
        aliases=(
            *(Alias(name=each.name, type=each.type) for each in entry.aliases),
            *facts.aliases,
        ),
        countries=tuple(dict.fromkeys(code for code in codes if code is not None)),
        nationalities=tuple(facts.nationalities),
        addresses=tuple(dict.fromkeys(texts)),
        identifiers=tuple(facts.identifiers),
        born=tuple(facts.born),
        programs=(*row.programs, *facts.directives),
        listed=facts.listed or listed,
        effective=facts.effective,
        until=facts.until,
        remarks="; ".join(remarks) or None,
    )


def read_primary(stream: IO[bytes]) -> Iterator[PrimaryRow | RowError]:
    """Read ``sdn.csv`` or ``cons_prim.csv``."""
    for line, row in _rows(stream, _PRIMARY_COLUMNS):
        if isinstance(row, RowError):
            yield row
            continue
        number, name, kind, programs, title, *vessel, remarks = row
        if number is None or name is None:
            yield RowError(line, "no entity number or no name")
        elif kind not in KINDS:
            yield RowError(line, f"entity {number} has the unknown type `{kind}`")
        else:
            columns = ("Call Sign", "Type", "Tonnage", "Gross Registered Tonnage", "Flag", "Owner")
            yield PrimaryRow(
                number=number,
                name=name,
                kind=KINDS[kind],
                programs=tuple(part for part in (programs or "").split("] [") if part),
                title=title,
                vessel=tuple(
                    (f"Vessel {label}", value)
                    for label, value in zip(columns, vessel, strict=True)
                    if value is not None
                ),
                remarks=remarks or "",
            )


def read_aliases(stream: IO[bytes]) -> Iterator[AliasRow | RowError]:
    """Read ``alt.csv``."""
    for line, row in _rows(stream, _ALIAS_COLUMNS):
        if isinstance(row, RowError):
            yield row
            continue
        number, _, kind, name, _ = row
        if number is None or name is None:
            yield RowError(line, "no entity number or no name")
        elif kind not in ALIAS_TYPES:
            yield RowError(line, f"entity {number} has an alias of the unknown type `{kind}`")
        else:
            yield AliasRow(number, ALIAS_TYPES[kind], name)


def read_addresses(stream: IO[bytes]) -> Iterator[AddressRow | RowError]:
    """Read ``add.csv``; rows without any address in them (OFAC has many) are left out."""
    for line, row in _rows(stream, _ADDRESS_COLUMNS):
        if isinstance(row, RowError):
            yield row
            continue
        number, _, street, city, country, remarks = row
        if number is None:
            yield RowError(line, "no entity number")
        elif any((street, city, country, remarks)):
            text = ", ".join(part for part in (street, city) if part is not None)
            yield AddressRow(number, text or None, country, remarks)


def read_comments(stream: IO[bytes]) -> Iterator[tuple[str, str] | RowError]:
    """Read ``sdn_comments.csv``: what was cut off the remarks of a party, possibly mid-word."""
    for line, row in _rows(stream, _COMMENT_COLUMNS):
        if isinstance(row, RowError):
            yield row
        elif row[0] is None or row[1] is None:
            yield RowError(line, "no entity number or no comment")
        else:
            yield row[0], row[1]


def continued(row: PrimaryRow, rest: str) -> PrimaryRow:
    """Put what the comments file holds of a party behind its remarks."""
    return PrimaryRow(
        number=row.number,
        name=row.name,
        kind=row.kind,
        programs=row.programs,
        title=row.title,
        vessel=row.vessel,
        remarks=row.remarks + rest,
    )


def _rows(stream: IO[bytes], columns: int) -> Iterator[tuple[int, list[str | None] | RowError]]:
    """Read nulls as None; the last column keeps its spaces, for it may be carried on elsewhere."""
    for row in delimited.rows(stream, columns):
        if isinstance(row, RowError):
            yield row.row, row
            continue
        line, cells = row
        stripped = [*(cell.strip() for cell in cells[:-1]), cells[-1]]
        yield line, [None if cell.strip() in {"", _NULL} else cell for cell in stripped]
