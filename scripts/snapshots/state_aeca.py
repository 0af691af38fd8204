"""Builder of the list of parties debarred under the Arms Export Control Act."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

from screenr.models.designation import Designation
from snapshots import csl_projection
from snapshots.common import Built, Tally, source_of
from snapshots.parties import Ids, cites, finish, fold, is_body, split_aliases, unique_aliases

AECA = "us-state-aeca-debarred"
CSL_DAY = dt.date(2026, 7, 31)
CSL_URL = "https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.json"
STATUTORY = "state/debarred_statutory_2025-08-25.json"
ADMINISTRATIVE = "state/debarred_administrative_2025-08-25.json"
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
