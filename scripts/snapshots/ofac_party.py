"""One designation of an OFAC list out of all that the files say of its entity number."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

from screenr.lists.importers import csl_csv, ofac_csv
from screenr.models.designation import Alias, Designation
from screenr.text.scripts import script_of
from snapshots import ofac_dates
from snapshots import ofac_sources as held
from snapshots.csl_projection import CslEntry

_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile("['’‘`´]")


def words(name: str) -> tuple[str, ...]:
    """Fold a name to its sorted words: equal for spellings that differ in order and marks only."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", name).casefold())
    kept = "".join(each for each in plain if not unicodedata.combining(each))
    return tuple(sorted(_WORD.findall(kept)))


def designation(
    root: Path, entry: CslEntry, *, list_id: str, notes: Counter[str], extra: tuple[str, ...] = ()
) -> Designation:
    """Merge what the CSL, the primary, alias and address files say; `extra` are more aliases."""
    number = entry.number or ""
    party = held.parties(root).get(number)
    name = entry.name
    if party is not None and (list_id != "us-ofac-sdn" or words(party.row.name) == words(name)):
        name = party.row.name
    listed, listed_source = (
        ofac_dates.sdn_listed(root, number)
        if list_id == "us-ofac-sdn"
        else ofac_dates.other_listed(root, number, list_id=list_id)
    )
    places, countries, unknown = _addresses(root, number, entry.countries)
    notes["address countries without a code"] += len(unknown)
    facts = None if party is None else party.facts
    return Designation(
        id=f"{list_id}:{number}",
        kind=csl_csv.KINDS[entry.type],
        name=name,
        aliases=_aliases(root, entry, name=name, extra=extra, notes=notes),
        countries=countries,
        nationalities=() if facts is None else tuple(facts.nationalities),
        addresses=places,
        identifiers=() if facts is None else tuple(facts.identifiers),
        born=() if facts is None else tuple(facts.born),
        programs=(*entry.programs, *_directives(party, list_id)),
        listed=listed,
        listed_source=listed_source,
        effective=None if facts is None or not _own_dates(list_id) else facts.effective,
        until=None if facts is None or not _own_dates(list_id) else facts.until,
        remarks=_remarks(party, notes),
        sources=_sources(root, number, party),
    )


def _own_dates(list_id: str) -> bool:
    return list_id in {"us-ofac-ns-cmic", "us-ofac-ns-mbs"}


def _directives(party: held.Party | None, list_id: str) -> tuple[str, ...]:
    """Pick the directives that put a party on this list: 13662 for SSI, others for NS-MBS."""
    if party is None or list_id not in {"us-ofac-ssi", "us-ofac-ns-mbs"}:
        return ()
    sectoral = list_id == "us-ofac-ssi"
    return tuple(each for each in party.facts.directives if each.startswith("EO13662 ") is sectoral)


def _aliases(
    root: Path, entry: CslEntry, *, name: str, extra: tuple[str, ...], notes: Counter[str]
) -> tuple[Alias, ...]:
    number = entry.number or ""
    party = held.parties(root).get(number)
    typed = {words(row.name): row for row in reversed(held.aliases(root).get(number, []))}
    quoted = {} if party is None else {words(each.name): each for each in party.facts.aliases}
    # OFAC's alias file has no weak aliases, the CSL has all. Where no remarks are held to say which
    # are weak, those missing from that file are.
    unsaid = party is None and number in held.in_2026_files(root)
    seen, found = {words(name)}, []
    candidates = [
        entry.name,
        *entry.aliases,
        *(row.name for row in typed.values()),
        *(each.name for each in quoted.values()),
        *((party.row.name,) if party is not None else ()),
        *extra,
    ]
    for position, each in enumerate(candidates):
        key = words(each)
        if not key or key in seen:
            notes["aliases in the words of another name"] += 0 < position <= len(entry.aliases)
            continue
        seen.add(key)
        row, weak = typed.get(key), quoted.get(key)
        inferred = unsaid and row is None and 0 < position <= len(entry.aliases)
        notes["aliases weak because the alias file omits them"] += inferred
        notes["aliases beyond those of the CSL"] += position > len(entry.aliases)
        found.append(
            Alias(
                name=each,
                type=row.type if row is not None else weak.type if weak is not None else "aka",
                script=script_of(each),
                weak=inferred or (row is None and weak is not None),
            )
        )
    return tuple(found)


def _addresses(
    root: Path, number: str, csl_countries: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], list[str]]:
    rows = held.addresses(root, "add-2026").get(number)
    if rows is None:
        rows = held.addresses(root, "cons-add-2025").get(number, [])
    texts = [_address(row) for row in rows if row.text is not None]
    codes = {row.country: held.place(row.country) for row in rows if row.country is not None}
    unknown = [name for name, code in codes.items() if code is None]
    found = [code for code in codes.values() if code is not None]
    return tuple(dict.fromkeys(texts)), tuple(dict.fromkeys([*csl_countries, *found])), unknown


def _address(row: ofac_csv.AddressRow) -> str:
    return ", ".join(part for part in (row.text, row.country) if part is not None)


def _remarks(party: held.Party | None, notes: Counter[str]) -> str | None:
    if party is None:
        return None
    notes["remarks not understood"] += len(party.facts.unknown)
    notes["remarks cut off"] += any(each.endswith("…") for each in party.facts.kept)
    title = [f"Title {party.row.title}"] if party.row.title not in {None, *party.facts.kept} else []
    columns = [f"{label} {value}" for label, value in party.row.vessel]
    return "; ".join([*title, *columns, *party.facts.kept]) or None


def _sources(root: Path, number: str, party: held.Party | None) -> tuple[str, ...]:
    keys = ["csl"]
    if party is not None:
        keys.append(party.key)
    if number in held.in_2026_files(root):
        keys += ["alt-2026"] * (number in held.aliases(root)) + ["add-2026"]
    elif number in held.addresses(root, "cons-add-2025"):
        keys += ["cons-alt-2025"] * (number in held.aliases(root)) + ["cons-add-2025"]
    return tuple(keys)
