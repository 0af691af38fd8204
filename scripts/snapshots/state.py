"""Builders of the State Department's lists; that of nonproliferation sanctions stands here."""

import csv
import datetime as dt
import functools
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from screenr.models.designation import Alias, Bounds, Citation, Designation, Kind
from screenr.text import countries, published
from snapshots import csl_projection
from snapshots.common import Builder, Built, Tally, source_of
from snapshots.parties import Ids, cites, finish, fold, is_body, split_aliases, unique_aliases
from snapshots.state_aeca import AECA, build_aeca
from snapshots.state_isn import INKSNA_YEARS, TAGS, Determination, determinations
from snapshots.state_visa import VISA, build_7031c

ISN = "us-state-isn"
CSL_DAY = dt.date(2026, 7, 31)
CSL_URL = "https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.json"
TABLE = "state/nonproliferation_2025-05.json"
TABLE_DAY = dt.date(2025, 5, 31)
OLD_CSL = "csl/csl_2022-05.csv"

_SUCCESSORS = re.compile(
    r"[;,]?\s*and\s+(?:any\s+successor|its\s+sub-units).*$", re.IGNORECASE | re.DOTALL
)
_NATIONAL = re.compile(
    r"\s*\((?P<of>[^()]+?)\s+(?P<what>individual|national|entity)\)", re.IGNORECASE
)
_SQUARE = re.compile(r"\s*[\[(]\s*(?P<names>a\.?k\.?a\.?\s[^\])]*)[\])]")
_LOCATION = re.compile(r"Location: (?P<place>[^|;.]+)")


@dataclass
class _Party:
    """What both sources say of one party under the nonproliferation laws."""

    name: str
    published_name: str
    kind: Kind
    country: str | None
    aliases: list[Alias] = field(default_factory=list)
    nationality: str | None = None
    known: list[Determination] = field(default_factory=list)
    programs: list[str] = field(default_factory=list)
    notices: list[Citation] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)


def build_isn(root: Path) -> Built:
    """Parties of the Consolidated Screening List and of the master table, joined by name."""
    tally = Tally()
    parties: dict[str, _Party] = {}
    for entry in csl_projection.entries(root)["ISN"]:
        tally.read += 1
        party = _joined(parties, entry.name, None, tally)
        party.aliases += [alias for each in entry.aliases for alias in split_aliases(each)]
        party.programs += [TAGS[each] for each in entry.programs]
        party.notices += cites(entry.notice)
        party.sources.append("csl")
    for row in json.loads((root / TABLE).read_text(encoding="utf-8"))["entities"]:
        tally.read += 1
        party = _joined(parties, row["name"], row["country"], tally)
        party.aliases += [alias for each in row["aliases"] for alias in split_aliases(each)]
        found, said = determinations(row)
        party.known += found
        party.remarks += said
        _locate(party, " ".join(said))
        party.sources.append("table")
    ids = Ids(ISN)
    starts = _old_starts(root, "Nonproliferation")
    made = [_isn_designation(party, ids, starts, tally) for party in parties.values()]
    return finish(ISN, made, sources=_isn_sources(root), tally=tally, published_on=CSL_DAY,
                  retrieved=CSL_DAY)  # fmt: skip


def _locate(party: _Party, said: str) -> None:
    """Take the country from a remark where the table has no column of it filled."""
    match = _LOCATION.search(said)
    code = countries.country_code(match["place"]) if match else None
    if code is not None and party.kind != "person" and party.country is None:
        party.country = code


def _isn_sources(root: Path) -> tuple[Any, ...]:
    return (
        source_of(root, csl_projection.FILE, key="csl", format="json", basis="parsed",
                  published=CSL_DAY, url=CSL_URL,
                  fields=("name", "aliases", "programs", "citations")),
        source_of(root, TABLE, key="table", format="json", basis="parsed", published=TABLE_DAY,
                  fields=("name", "aliases", "countries", "listed", "until", "programs",
                          "remarks")),
        source_of(root, OLD_CSL, key="csl-2022", format="csl-csv", basis="as_published",
                  published=dt.date(2022, 5, 1), fields=("listed",)),
    )  # fmt: skip


def _joined(parties: dict[str, _Party], raw: str, country: str | None, tally: Tally) -> _Party:
    """Find the party of that name, or begin one."""
    party = _read_name(raw, country)
    key = re.sub(r"\s*\([^)]*\)", "", party.name)
    key = fold(re.sub(r"(?i)^the\s|\b(?:company|co|corp|corporation|ltd|limited|inc)\b", "", key))
    if key in parties:
        tally.merged += 1
        known = parties[key]
        known.aliases += [Alias(name=party.name), *party.aliases]
        known.country = known.country or party.country
        known.remarks += party.remarks
        return known
    parties[key] = party
    return party


def _read_name(raw: str, country: str | None) -> _Party:
    """Take nationality, aliases and the words about successors out of a name cell."""
    name, remarks, aliases = raw, [], []
    if (successors := _SUCCESSORS.search(name)) is not None:
        remarks.append(successors[0].strip(" ;,").removeprefix("and ").capitalize() + ".")
        name = name[: successors.start()]
    nationality, kind = None, None
    if (national := _NATIONAL.search(name)) is not None:
        nationality = countries.nationality_code(national["of"])
        kind = "organization" if national["what"].lower() == "entity" else "person"
        name = name.replace(national[0], "")
    if (square := _SQUARE.search(name)) is not None:
        aliases = split_aliases(square["names"].replace(", aka", " aka").replace("aka ", "a.k.a. "))
        name = name.replace(square[0], "")
    name = published.clean_name(name)
    where = countries.country_code(country or "")
    if kind is None and country and country.endswith("individual"):
        kind, nationality = "person", countries.nationality_code(country.split()[0])
    if country and where is None and nationality is None:
        remarks.append(f"Place: {country}.")
    person = kind == "person"
    return _Party(
        name=name,
        published_name=raw,
        kind="person" if person else "organization" if kind or is_body(name) else "unknown",
        country=None if person else where or nationality,
        nationality=nationality if person else None,
        aliases=aliases,
        remarks=remarks,
    )


def _isn_designation(
    party: _Party, ids: Ids, starts: dict[str, dt.date], tally: Tally
) -> Designation:
    """Give the determinations in force, or else those that ended last; the others in words."""
    current = [each for each in party.known if each.ended is None]
    last = max((each.ended for each in party.known if each.ended), default=None)
    shown = current or [each for each in party.known if each.ended == last]
    listed = _imposed(shown) if shown else _undetermined(party, starts)
    until = None if current else last
    if not party.known and "INKSNA" in party.programs:
        until = _two_years(listed)
    tags = [each.tag for each in shown] or party.programs
    cited = [each for one in shown for each in one.citations] or party.notices
    remarks = list(dict.fromkeys(party.remarks))
    for each in party.known:
        if each not in shown:
            ended = f" until {each.ended}" if each.ended else ""
            begun = each.imposed or "on a day not known"
            remarks.append(f"Also {each.tag}, imposed {begun}{ended}.")
    tally.notes["ended, with the end"] += until is not None
    tally.notes["in force"] += until is None
    tally.notes["not in the master table"] += not party.known
    return Designation(
        id=ids.of(party.name, party.country or party.nationality),
        kind=party.kind,
        name=party.name,
        published_name=party.published_name if party.published_name != party.name else None,
        aliases=unique_aliases(party.name, party.aliases),
        countries=(party.country,) if party.country else (),
        nationalities=(party.nationality,) if party.nationality else (),
        programs=tuple(dict.fromkeys(tags)),
        listed=listed,
        listed_source=None if not shown else "table",
        until=until,
        citations=tuple(dict.fromkeys(cited)),
        remarks=" ".join(remarks) or None,
        sources=tuple(dict.fromkeys(party.sources)),
    )


def _imposed(shown: list[Determination]) -> dt.date | Bounds:
    """The first day; a misprinted one is bounded by the notice, which follows it."""
    known = [each.imposed for each in shown if each.imposed is not None]
    if len(known) == len(shown):
        return min(known)
    noticed = [cited.date for each in shown for cited in each.citations if cited.date is not None]
    return Bounds(by=min([*known, *noticed], default=CSL_DAY))


def _undetermined(party: _Party, starts: dict[str, dt.date]) -> dt.date | Bounds:
    """Bound the day by the notice, which follows the determination."""
    if (day := starts.get(fold(party.name))) is not None:
        return day
    notices = [each.date for each in party.notices if each.date is not None]
    return Bounds(by=min(notices, default=CSL_DAY))


def _two_years(listed: dt.date | Bounds) -> dt.date:
    """When a two-year determination ends; counted from its notice where only that is known."""
    day = listed if isinstance(listed, dt.date) else listed.by
    return day.replace(year=day.year + INKSNA_YEARS)


@functools.cache
def _old_starts(root: Path, source: str) -> dict[str, dt.date]:
    with (root / OLD_CSL).open(encoding="utf-8-sig", newline="") as stream:
        return {
            fold(row["name"]): dt.date.fromisoformat(row["start_date"])
            for row in csv.DictReader(stream)
            if source in row["source"] and row["start_date"]
        }


BUILDERS: dict[str, Builder] = {ISN: build_isn, AECA: build_aeca, VISA: build_7031c}
