"""Builders of the State Department's lists of nonproliferation sanctions and AECA debarments."""

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
from snapshots.state_isn import INKSNA_YEARS, TAGS, Determination, determinations
from snapshots.state_visa import VISA, build_7031c

ISN, AECA = "us-state-isn", "us-state-aeca-debarred"
CSL_DAY = dt.date(2026, 7, 31)
CSL_URL = "https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.json"
TABLE = "state/nonproliferation_2025-05.json"
TABLE_DAY = dt.date(2025, 5, 31)
OLD_CSL = "csl/csl_2022-05.csv"
STATUTORY = "state/debarred_statutory_2025-08-25.json"
ADMINISTRATIVE = "state/debarred_administrative_2025-08-25.json"

_SUCCESSORS = re.compile(
    r"[;,]?\s*and\s+(?:any\s+successor|its\s+sub-units).*$", re.IGNORECASE | re.DOTALL
)
_NATIONAL = re.compile(
    r"\s*\((?P<of>[^()]+?)\s+(?P<what>individual|national|entity)\)", re.IGNORECASE
)
_SQUARE = re.compile(r"\s*[\[(]\s*(?P<names>a\.?k\.?a\.?\s[^\])]*)[\])]")
_BORN = re.compile(r"Date of birth: (?P<month>[A-Z][a-z]+),? (?P<year>\d{4})")
_MONTHS = {dt.date(2000, number, 1).strftime("%B"): number for number in range(1, 13)}
# Entries of the administrative list that name several parties, split by hand.
SEVERAL = {
    "Dominguez, Carlos; Elint, S.A., Spain Night Vision, S.A., and SNV, S.A": (
        "Dominguez, Carlos", "Elint, S.A.", "Spain Night Vision, S.A.", "SNV, S.A."),
    "Kam-Tech Systems, Ltd. and David Menashe": ("Kam-Tech Systems, Ltd.", "Menashe, David"),
    "Lavery III, Henry L., and Security Assistance International, Inc.": (
        "Lavery III, Henry L.", "Security Assistance International, Inc."),
}  # fmt: skip


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
        party.sources.append("table")
    ids = Ids(ISN)
    starts = _old_starts(root, "Nonproliferation")
    made = [_isn_designation(party, ids, starts, tally) for party in parties.values()]
    return finish(ISN, made, sources=_isn_sources(root), tally=tally, published_on=CSL_DAY,
                  retrieved=CSL_DAY)  # fmt: skip


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
    listed = min((each.imposed for each in shown), default=None) or _undetermined(party, starts)
    until = None if current else last
    if not party.known and "INKSNA" in party.programs:
        until = _two_years(listed)
    tags = [each.tag for each in shown] or party.programs
    cited = [each for one in shown for each in one.citations] or party.notices
    remarks = list(dict.fromkeys(party.remarks))
    for each in party.known:
        if each not in shown:
            ended = f" until {each.ended}" if each.ended else ""
            remarks.append(f"Also {each.tag}, imposed {each.imposed}{ended}.")
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


def build_aeca(root: Path) -> Built:
    """Statutory and administrative debarments; entries that name several parties are split."""
    tally, ids, made = Tally(), Ids(AECA), []
    others = {_words(each.name): each for each in csl_projection.entries(root)["DTC"]}
    met = set()
    for key, file in (("statutory", STATUTORY), ("administrative", ADMINISTRATIVE)):
        for row in json.loads((root / file).read_text(encoding="utf-8"))["entities"]:
            tally.read += 1
            names = SEVERAL.get(row["name"], (row["name"],))
            tally.split += len(names) - 1
            first: str | None = None
            for name in names:
                other = others.get(_words(name))
                met |= {_words(name)} if other else set()
                found = _debarred(row, name, ids=ids, key=key, parent=first, csl=other)
                first = first or found.id
                made.append(found)
    tally.notes["names of the CSL not met word for word"] = len(set(others) - met)
    sources = (
        source_of(root, STATUTORY, key="statutory", format="json", basis="parsed",
                  published=dt.date(2025, 8, 25), fields=_AECA_FIELDS,
                  url="https://www.pmddtc.state.gov/ddtc_public/ddtc_public?id=ddtc_kb_article_page"),
        source_of(root, ADMINISTRATIVE, key="administrative", format="json", basis="parsed",
                  published=dt.date(2023, 6, 1), fields=_AECA_FIELDS),
        source_of(root, csl_projection.FILE, key="csl", format="json", basis="parsed",
                  published=CSL_DAY, url=CSL_URL, fields=("aliases",)),
    )  # fmt: skip
    return finish(AECA, made, sources=sources, tally=tally, published_on=dt.date(2025, 8, 25),
                  retrieved=CSL_DAY)  # fmt: skip


_AECA_FIELDS = ("name", "aliases", "born", "listed", "citations", "programs", "remarks")


def _words(name: str) -> str:
    return " ".join(sorted(fold(each) for each in re.split(r"[\s,]+", name) if fold(each)))


def _debarred(  # noqa: PLR0913 -- each named
    row: dict[str, Any],
    raw: str,
    *,
    ids: Ids,
    key: str,
    parent: str | None,
    csl: csl_projection.CslEntry | None,
) -> Designation:
    own, *others = split_aliases(raw)
    name = own.name
    notes = row["notes"] or ""
    born = _BORN.search(notes)
    person = born is not None or ("," in name and not is_body(name))
    known = [*row["aliases"], *(csl.aliases if csl else ())]
    return Designation(
        id=ids.of(name),
        kind="person" if person else "organization" if is_body(name) else "unknown",
        name=name,
        published_name=row["name"] if row["name"] != name else None,
        aliases=unique_aliases(
            name, [*others, *(alias for each in known for alias in split_aliases(each))]
        ),
        parent=parent,
        born=(f"{born['year']}-{_MONTHS[born['month']]:02}",) if born else (),
        programs=(f"AECA {key}",),
        listed=dt.date.fromisoformat(row["effective_date"]),
        citations=cites(row["federal_register"]),
        remarks=_BORN.sub("", notes).strip(" ;") or None,
        sources=(key, "csl") if csl and csl.aliases else (key,),
    )


BUILDERS: dict[str, Builder] = {ISN: build_isn, AECA: build_aeca, VISA: build_7031c}
