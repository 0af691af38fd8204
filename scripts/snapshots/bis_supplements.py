"""Builders of the Military End-User List and of the Unverified List."""

import csv
import datetime as dt
import json
from pathlib import Path

from screenr.models.designation import Alias, Bounds, Designation, License
from screenr.text import countries, published
from snapshots import csl_projection
from snapshots.bis_dates import NoticeDays, listed_on
from snapshots.bis_names import kind_of_entry, read_aliases, read_name
from snapshots.common import Built, Tally, source_of
from snapshots.parties import (
    Ids,
    cites,
    countries_of,
    finish,
    fold,
    split_addresses,
    split_aliases,
    unique_aliases,
)

MEU, UVL = "us-bis-meu", "us-bis-uvl"
MEU_FILE = "bis/meu_2026-07-09.json"
OLD_CSL = "csl/csl_2022-05.csv"
MEU_DAY = dt.date(2026, 7, 9)
CSL_DAY = dt.date(2026, 7, 31)
# The old file's newest date, and the month it was stored in: who is in it was listed by then.
OLD_NEWEST, OLD_BY = dt.date(2022, 4, 21), dt.date(2022, 5, 31)


def build_meu(root: Path) -> Built:
    """Entries of the supplement; the CSL adds license terms."""
    data = json.loads((root / MEU_FILE).read_text(encoding="utf-8"))["entities"]
    tally, ids, made = Tally(read=len(data)), Ids(MEU), []
    terms = {fold(each.name): each for each in csl_projection.entries(root)["MEU"]}
    days = NoticeDays(each for row in data for each in cites(row["federal_register"]))
    for row in data:
        read = read_name(row["name"])
        other = terms.get(fold(row["name"]))
        aliases, _ = read_aliases(read.name, row["aliases"])
        cells = other.aliases if other else ()
        theirs = [alias for each in cells for alias in split_aliases(each)]
        addresses = split_addresses(row["address"])
        country = countries.country_code(row["country"])
        cited = days.dated(cites(row["federal_register"]))
        listed, effective, source = listed_on(cited, MEU_DAY)
        known = unique_aliases(read.name, [*read.aliases, *aliases, *theirs])
        tally.notes["joined with license terms of the CSL"] += other is not None
        made.append(
            Designation(
                id=ids.of(read.name, country),
                kind=kind_of_entry(row["name"], read.name, known),
                name=read.name,
                published_name=row["name"] if row["name"] != read.name else None,
                aliases=known,
                countries=countries_of(country, addresses),
                addresses=addresses,
                listed=listed,
                listed_source=source,
                effective=effective,
                citations=cited,
                license=_terms(other),
                remarks=row["notes"],
                sources=("ecfr", "csl") if other else ("ecfr",),
            )
        )
    sources = (
        source_of(root, MEU_FILE, key="ecfr", format="json", basis="parsed", published=MEU_DAY,
                  url="https://www.ecfr.gov/current/title-15/part-744/appendix-Supplement%20No.%207",
                  fields=("name", "aliases", "countries", "addresses", "listed", "citations",
                          "remarks")),
        source_of(root, csl_projection.FILE, key="csl", format="json", basis="parsed",
                  published=CSL_DAY, fields=("aliases", "license")),
    )  # fmt: skip
    return finish(MEU, made, sources=sources, tally=tally, published_on=MEU_DAY, retrieved=CSL_DAY)


def _terms(other: csl_projection.CslEntry | None) -> License | None:
    return License(requirement=other.requirement, policy=other.policy) if other else None


def build_uvl(root: Path) -> Built:
    """Rows of the CSL; neither file has a day of listing, so all are bounds."""
    rows = csl_projection.entries(root)["UVL"]
    tally, ids, made = Tally(read=len(rows)), Ids(UVL), []
    old = _old_addresses(root)
    for row in rows:
        name = published.clean_name(row.name)
        known = old.get(fold(row.name))
        aliases = [alias for each in row.aliases for alias in split_aliases(each)]
        cleaned: list[Alias] = [*read_name(name).aliases, *aliases]
        tally.notes["already in the list of 2022-05"] += known is not None
        made.append(
            Designation(
                id=ids.of(name, next(iter(row.countries), None)),
                kind=kind_of_entry(row.name, name, cleaned),
                name=name,
                published_name=row.name if row.name != name else None,
                aliases=unique_aliases(name, cleaned),
                countries=row.countries,
                addresses=known or (),
                listed=Bounds(by=OLD_BY) if known is not None
                else Bounds(after=OLD_NEWEST, by=CSL_DAY),
                listed_source="csl-2022" if known is not None else None,
                sources=("csl", "csl-2022") if known is not None else ("csl",),
            )
        )  # fmt: skip
    sources = (
        source_of(root, csl_projection.FILE, key="csl", format="json", basis="parsed",
                  published=CSL_DAY, fields=("name", "aliases", "countries", "listed")),
        source_of(root, OLD_CSL, key="csl-2022", format="csl-csv", basis="as_published",
                  published=OLD_NEWEST, fields=("addresses", "listed")),
    )  # fmt: skip
    return finish(UVL, made, sources=sources, tally=tally, published_on=CSL_DAY, retrieved=CSL_DAY)


def _old_addresses(root: Path) -> dict[str, tuple[str, ...]]:
    with (root / OLD_CSL).open(encoding="utf-8-sig", newline="") as stream:
        return {
            fold(row["name"]): split_addresses(row["addresses"])
            for row in csv.DictReader(stream)
            if row["source"].startswith("Unverified")
        }
