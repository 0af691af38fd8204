"""Builder of the Denied Persons List: the orders in force, and ended ones with their end."""

import csv
import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from screenr.lists.importers import bis_dpl
from screenr.models.designation import Alias, Citation, Designation, Kind
from screenr.models.snapshot import Source
from screenr.text import countries, published
from snapshots import csl_projection
from snapshots.common import Built, Tally, source_of
from snapshots.parties import Ids, cites, finish, fold, is_body, split_aliases, unique_aliases

DPL = "us-bis-dpl"
FILE, OLD_FILE, OLD_CSL = "bis/dpl_2026-04-14.json", "bis/dpl_2023-11.txt", "csl/csl_2022-05.csv"
DAY, RETRIEVED = dt.date(2026, 4, 14), dt.date(2026, 7, 9)
_EXPIRES = re.compile(r"Expires: (\d{4}-\d\d-\d\d)")
_TYPE = re.compile(r"Type of denial: (Non-Standard|Standard)")
_INMATE = re.compile(
    r"\b(?:inmate|incarcerat|prison|register number|usm no|FCI|FPC)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Order:
    """A row of any of the three files, in one shape."""

    name: str
    raw: str
    aliases: tuple[str, ...]
    address: str | None
    country: str | None
    effective: dt.date
    expires: dt.date | None
    standard: bool | None
    citations: tuple[Citation, ...]
    source: str


def build_dpl(root: Path) -> Built:
    """Rows of one party are merged; parties of older files are kept only with a past end."""
    tally, ids = Tally(), Ids(DPL)
    old = _old_orders(root, tally)
    ends = {(fold(each.name), each.effective): each.expires for each in old if each.expires}
    current: dict[str, list[Order]] = defaultdict(list)
    for order in _orders(root):
        tally.read += 1
        current[fold(order.name)].append(order)
    made = [_designation(rows, ids, ends) for rows in current.values()]
    tally.notes["parties with an order in the newest file"] = len(made)
    ended = _ended(old, current, tally)
    made += [_designation(rows, ids, ends) for rows in ended.values()]
    tally.merged = tally.read - len(tally.refused) - len(made)
    tally.notes["CSL rows (expired orders without an end among them), not used"] = len(
        csl_projection.entries(root)["DPL"]
    )
    return finish(DPL, made, sources=_sources(root), tally=tally, published_on=DAY,
                  retrieved=RETRIEVED)  # fmt: skip


def _sources(root: Path) -> tuple[Source, ...]:
    fields = (
        "name",
        "aliases",
        "countries",
        "addresses",
        "listed",
        "until",
        "citations",
        "remarks",
    )
    return (
        source_of(root, FILE, key="dpl", format="json", basis="parsed", published=DAY,
                  url="https://www.bis.gov/denied-persons-list", fields=fields),
        source_of(root, OLD_FILE, key="dpl-2023", format="bis-dpl", basis="as_published",
                  published=dt.date(2023, 11, 1), fields=fields),
        source_of(root, OLD_CSL, key="csl-2022", format="csl-csv", basis="as_published",
                  published=dt.date(2022, 4, 21), fields=("name", "addresses", "listed", "until")),
    )  # fmt: skip


def _orders(root: Path) -> list[Order]:
    found = []
    for row in json.loads((root / FILE).read_text(encoding="utf-8"))["entities"]:
        notes = row["notes"] or ""
        expires, kind = _EXPIRES.search(notes), _TYPE.search(notes)
        found.append(
            Order(
                name=published.clean_name(row["name"]),
                raw=row["name"],
                aliases=tuple(row["aliases"]),
                address=row["address"],
                country=countries.country_code(row["country"] or ""),
                effective=dt.date.fromisoformat(row["effective_date"]),
                expires=dt.date.fromisoformat(expires[1]) if expires else None,
                standard=kind[1] == "Standard" if kind else None,
                citations=cites(row["federal_register"]),
                source="dpl",
            )
        )
    return found


def _old_orders(root: Path, tally: Tally) -> list[Order]:
    """Orders of BIS's own file of 2023-11 and of the CSL of 2022-05."""
    found = []
    with (root / OLD_FILE).open("rb") as stream:
        for row in bis_dpl.read(stream):
            order = bis_dpl.to_order(row)
            if order.unread_country:
                tally.notes[f"2023-11: country not read: {order.unread_country}"] += 1
            cited = tuple(Citation(cite=cite, date=day) for cite, day in order.citations)
            name, *others = re.split(r"(?i)\s+a/k/a\s+", order.name)
            found.append(
                Order(name, order.published_name, tuple(others), order.address, order.country,
                      order.effective, order.expires, order.standard, cited, "dpl-2023")
            )  # fmt: skip
    with (root / OLD_CSL).open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["source"].startswith("Denied Persons"):
                end = row["end_date"]
                place = row["addresses"].rpartition(", ")[2]
                found.append(
                    Order(published.clean_name(row["name"]), row["name"],
                          tuple(filter(None, row["alt_names"].split("; "))),
                          row["addresses"] or None, countries.country_code(place),
                          dt.date.fromisoformat(row["start_date"]),
                          dt.date.fromisoformat(end) if end else None,
                          {"Y": True, "N": False}.get(row["standard_order"]),
                          cites(row["federal_register_notice"]), "csl-2022")
                )  # fmt: skip
    return found


def _ended(
    old: Sequence[Order], current: dict[str, list[Order]], tally: Tally
) -> dict[str, list[Order]]:
    """Choose the older orders that had ended by the day of the newest file, newest file first."""
    found: dict[str, list[Order]] = defaultdict(list)
    for order in old:
        key = fold(order.name)
        if key in current:
            continue
        tally.read += 1
        if order.expires is None or order.expires > DAY:
            tally.refused.append(
                f"{order.source}: {order.name}: gone from the newest file before its end"
                if order.expires
                else f"{order.source}: {order.name}: gone from the newest file, end not known"
            )
            continue
        found[key].append(order)
    return found


def _designation(
    rows: Sequence[Order], ids: Ids, ends: Mapping[tuple[str, dt.date], dt.date]
) -> Designation:
    first = min(rows, key=lambda each: each.effective)
    name = first.name
    finish_days = [each.expires or ends.get((fold(name), each.effective)) for each in rows]
    known = [day for day in finish_days if day is not None]
    country = next((each.country for each in rows if each.country), None)
    cited = dict.fromkeys(citation for each in rows for citation in each.citations)
    return Designation(
        id=ids.of(name, country),
        kind=_kind(rows),
        name=name,
        published_name=first.raw if first.raw != name else None,
        aliases=unique_aliases(name, _aliases(rows)),
        countries=tuple(dict.fromkeys(each.country for each in rows if each.country)),
        addresses=tuple(dict.fromkeys(each.address for each in rows if each.address)),
        listed=first.effective,
        until=max(known) if len(known) == len(rows) else None,
        citations=tuple(cited),
        remarks=_remarks(rows),
        sources=tuple(dict.fromkeys(each.source for each in rows)),
    )


def _aliases(rows: Sequence[Order]) -> list[Alias]:
    others = [Alias(name=each.name) for each in rows]
    return others + [alias for row in rows for each in row.aliases for alias in split_aliases(each)]


def _kind(rows: Sequence[Order]) -> Kind:
    """A legal form makes an organization, a prison address a person; the list says neither."""
    if any(is_body(each.name) for each in rows):
        return "organization"
    if any(_INMATE.search(each.address or "") for each in rows):
        return "person"
    return "unknown"


def _remarks(rows: Sequence[Order]) -> str:
    orders: dict[tuple[dt.date, dt.date], bool | None] = {}
    for each in rows:  # of two files, one may leave out what the other says
        key = (each.effective, each.expires or dt.date.max)
        orders[key] = each.standard if orders.get(key) is None else orders[key]
    kinds = {True: "Standard order", False: "Non-standard order: read its terms", None: "Order"}
    said = []
    for (effective, expires), standard in sorted(orders.items()):
        end = "without an end" if expires == dt.date.max else f"until {expires}"
        said.append(f"{kinds[standard]} effective {effective}, {end}.")
    return " ".join(dict.fromkeys(said))
