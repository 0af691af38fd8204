"""Builder of the Entity List: the supplement's entries, with the license terms of the CSL."""

import datetime as dt
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from screenr.models.designation import Alias, Bounds, Citation, Designation, License
from screenr.models.snapshot import Source
from screenr.text import countries, published
from snapshots import csl_projection
from snapshots.bis_csl import Entry, Joined, join
from snapshots.bis_dates import EFFECTIVE, NoticeDays, listed_on
from snapshots.bis_names import ReadName, kind_of_entry, read_aliases, read_name
from snapshots.common import Built, Tally, source_of
from snapshots.csl_projection import CslEntry
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

ENTITY_LIST = "us-bis-entity-list"
FILE = "bis/entity_list_2026-07-09.json"
DAY = dt.date(2026, 7, 9)
CSL_DAY = dt.date(2026, 7, 31)

_FACILITY = re.compile(
    r"^(?:Nuclear reactors|Fuel reprocessing|Heavy water production)", re.IGNORECASE
)
# What the CSL puts after a name and that is no part of it.
_TAIL = re.compile(r",?\s+(?:including|headquarters)\b.*", re.IGNORECASE)
# 15 CFR 744 Supp. 4: footnote 1 stands after 734.9(e), 3 after 734.9(g), 4 and 5 at the end.
_FOOTNOTES = (
    re.compile(r"EAR\.?\)?\.?\s*(?P<number>[45])\.?$"),
    re.compile(r"734\.9\(e\)\s*(?P<number>1)\b"),
    re.compile(r"734\.9\(g\),?\s*(?P<number>3)\b"),
)


@dataclass
class _Row:
    """An entry of the supplement, read, with what joins it to the CSL."""

    raw: dict[str, Any]
    read: ReadName
    aliases: tuple[Alias, ...]
    addresses: tuple[str, ...]
    entry: Entry
    id: str


def build_entity_list(root: Path) -> Built:
    """Every entry is a designation; so is every party that the CSL finds inside an entry."""
    data = json.loads((root / FILE).read_text(encoding="utf-8"))
    tally, ids = Tally(), Ids(ENTITY_LIST)
    cells = data["entities"]
    days = NoticeDays(each for cell in cells for each in cites(cell["federal_register"]))
    rows = [_read(cell, days, ids) for cell in cells]
    tally.read = len(rows)
    csl = csl_projection.entries(root)["EL"]
    joined = join([row.entry for row in rows], csl, _name_and_parent)
    made = [_designation(row, rows, tally) for row in rows]
    made += _split(joined, rows, days, ids, tally)
    _account(joined, rows, csl, tally)
    return finish(ENTITY_LIST, made, sources=_sources(root), tally=tally, published_on=DAY,
                  retrieved=CSL_DAY)  # fmt: skip


def _name_and_parent(text: str) -> tuple[str, str | None]:
    read = read_name(text)
    return read.name, read.parent


def _sources(root: Path) -> tuple[Source, ...]:
    return (
        source_of(root, FILE, key="ecfr", format="json", basis="parsed", published=DAY,
                  url="https://www.ecfr.gov/current/title-15/part-744/appendix-Supplement%20No.%204",
                  fields=("name", "aliases", "parent", "countries", "addresses", "listed",
                          "citations", "license.requirement", "license.footnote")),
        source_of(root, csl_projection.FILE, key="csl", format="json", basis="parsed",
                  published=CSL_DAY, fields=("aliases", "parent", "countries", "license.policy",
                                             "license.requirement")),
    )  # fmt: skip


def _read(cell: dict[str, Any], days: NoticeDays, ids: Ids) -> _Row:
    read = read_name(cell["name"], cell["aliases"])
    aliases, inner = read_aliases(read.name, cell["aliases"])
    country = countries.country_code(cell["country"])
    return _Row(
        raw=cell,
        read=read,
        aliases=unique_aliases(read.name, [*read.aliases, *aliases]),
        addresses=(*split_addresses(cell["address"]), *split_addresses("; ".join(inner))),
        entry=Entry(
            name=read.name,
            country=country,
            names=frozenset(fold(each.name) for each in aliases),
            text=fold(cell["address"] or ""),
            citations=days.dated(cites(cell["federal_register"])),
        ),
        id=ids.of(read.name, country),
    )


def _designation(row: _Row, rows: Sequence[_Row], tally: Tally) -> Designation:
    name, extra = _name_and_aliases(row)
    aliases = unique_aliases(name, [*row.aliases, *extra])
    facilities = [each.name for each in aliases if _FACILITY.match(each.name)]
    aliases = tuple(each for each in aliases if not _FACILITY.match(each.name))
    listed, effective, source = listed_on(row.entry.citations, DAY)
    parent = _parent(row.read.parent, rows)
    remarks = [f"Facilities: {'; '.join(facilities)}."] if facilities else []
    if row.read.parent and parent is None:
        remarks.append(f"Under {row.read.parent}.")
        tally.notes["parent named, not an entry of its own"] += 1
    joined = bool(row.entry.rows)
    return Designation(
        id=row.id,
        kind=kind_of_entry(row.raw["name"], name, aliases),
        name=name,
        published_name=row.raw["name"] if row.raw["name"] != name else None,
        aliases=aliases,
        parent=parent if parent != row.id else None,
        countries=countries_of(row.entry.country, row.addresses),
        addresses=row.addresses,
        listed=listed,
        listed_source=source,
        effective=effective,
        citations=row.entry.citations,
        license=_license(row.raw["notes"], row.entry.rows),
        remarks=" ".join(remarks) or None,
        sources=("ecfr", "csl") if joined else ("ecfr",),
    )


def _name_and_aliases(row: _Row) -> tuple[str, list[Alias]]:
    """Take the CSL's name where an address ran into the supplement's; else it is an alias."""
    name, extra = row.read.name, []
    for other in row.entry.rows:
        extra += [alias for each in other.aliases for alias in split_aliases(each)]
        theirs = published.clean_name(_TAIL.sub("", other.name))
        rest = name[len(theirs) :] if name.startswith(theirs) else ""
        if re.search(r"^\W+(?:\S+\s)*\S*\d", rest) and name == row.read.name:
            name = theirs
        elif read_name(theirs).parent is None:
            extra += [*split_aliases(theirs), *read_name(theirs).aliases]
    return name, extra


def _license(notes: str | None, rows: Sequence[CslEntry]) -> License:
    """The supplement's requirement, unless it is cut; the CSL's policy."""
    theirs = next((each.requirement for each in rows if each.requirement), None)
    own = " ".join((notes or "").split())
    cut = own.endswith(("...", "…")) and theirs is not None
    found = (each.search(own) or each.search(theirs or "") for each in _FOOTNOTES)
    footnote = next((int(match["number"]) for match in found if match), None)
    return License(
        requirement=theirs if cut or not own else own,
        policy=next((" ".join(each.policy.split()) for each in rows if each.policy), None),
        footnote=footnote,
    )


def _parent(text: str | None, rows: Sequence[_Row]) -> str | None:
    """The entry of that name or alias."""
    if text is None:
        return None
    key = fold(text)
    return next(
        (row.id for row in rows if key == fold(row.read.name)
         or any(key == fold(each.name) for each in row.aliases)),
        None,
    )  # fmt: skip


def _split(
    joined: Joined, rows: Sequence[_Row], days: NoticeDays, ids: Ids, tally: Tally
) -> list[Designation]:
    """Make designations of the parties inside entries, and of rows that met none."""
    made: dict[tuple[str, str | None], Designation] = {}
    pairs = [*joined.inside, *((row, None) for row in joined.alone)]
    for other, owner in pairs:
        name = read_name(other.name).name
        parent = rows[owner].id if owner is not None else None
        if (fold(name), parent) in made:
            tally.notes["CSL rows that repeat a party inside an entry"] += 1
            continue
        made[fold(name), parent] = _from_csl(
            other, name, rows[owner] if owner is not None else None, days=days, ids=ids
        )
    tally.split += len(made)
    return list(made.values())


def _from_csl(
    other: CslEntry, name: str, owner: _Row | None, *, days: NoticeDays, ids: Ids
) -> Designation:
    """Names that the CSL repeats from the entry around the party stay with that entry."""
    cited = days.dated(cites(other.notice))
    code = next(iter(other.countries), None)
    listed, effective, source = _listed_inside(cited)
    known = [alias for each in other.aliases for alias in split_aliases(each)]
    owned = owner.entry.names if owner else frozenset[str]()
    known = [each for each in known if fold(each.name) not in owned]
    aliases = unique_aliases(name, [*read_name(name).aliases, *known])
    return Designation(
        id=ids.of(name, code),
        kind=kind_of_entry(other.name, name, aliases),
        name=name,
        published_name=other.name if other.name != name else None,
        aliases=aliases,
        parent=owner.id if owner else None,
        countries=other.countries,
        listed=listed,
        listed_source=source,
        effective=effective,
        citations=cited,
        license=_license(None, [other]),
        remarks=None if owner else "In the Consolidated Screening List, not in the supplement.",
        sources=("csl",),
    )


def _listed_inside(
    cited: tuple[Citation, ...],
) -> tuple[dt.date | Bounds, dt.date | None, str | None]:
    """A party inside an entry of several notices came with any of them: between first and last.

    Affiliates of Huawei came with the two rules of 2019 alone.
    """
    first, effective, source = listed_on(cited, CSL_DAY)
    notices = sorted({each.date for each in cited if each.date is not None})
    if not isinstance(first, dt.date) or len(notices) == 1:
        return first, effective, source
    of_huawei = effective == EFFECTIVE["84 FR 22961"]
    last = EFFECTIVE["84 FR 43493"] if of_huawei else notices[-1]
    return Bounds(after=first - dt.timedelta(days=1), by=last), None, None


def _account(joined: Joined, rows: Sequence[_Row], csl: Sequence[CslEntry], tally: Tally) -> None:
    lone = [row for row in rows if not row.entry.rows]
    tally.notes["CSL rows read"] = len(csl)
    tally.notes["CSL rows that are entries"] = joined.met
    tally.notes["CSL rows that are parties inside an entry"] = len(joined.inside)
    for other in joined.alone:
        tally.notes[f"CSL row that met no entry: {other.name} {other.countries}"] += 1
    for row in lone:
        tally.notes[f"entry without license policy: {row.id}"] += 1
