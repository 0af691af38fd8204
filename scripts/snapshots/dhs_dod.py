"""Builders of the UFLPA Entity List and of the list under section 1260H."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from screenr.lists.importers import dhs_uflpa
from screenr.models.designation import Alias, Bounds, Designation
from screenr.text import countries, published
from snapshots.common import Builder, Built, Tally, source_of
from snapshots.parties import Ids, cites, finish, fold, unique_aliases

UFLPA, DOD = "us-dhs-uflpa", "us-dod-1260h"
PAGE, CHECK = "dhs/uflpa_page_2026-07-09.html", "dhs/uflpa_2026-07-09.json"
NOTICE = "dod/section_1260h_2026-06-10.json"
RETRIEVED = dt.date(2026, 7, 9)

# Days of first listing that are known, each with the edition of the list that says so; the newest
# edition gives none. All others were listed on a day not after the notice.
BEFORE_FIRST_EDITION = dt.date(2021, 6, 2)
"""The list began with the edition of 2021-06-03 (Pub. L. 116-283 s.1260H)."""
EDITIONS: dict[str, tuple[dt.date, str]] = {
    "Hangzhou Hikvision Digital Technology Co., Ltd.": (
        dt.date(2021, 6, 3), "DoD section 1260H list of 2021-06-03"),
    "Zhejiang Dahua Technology Co., Ltd.": (
        dt.date(2022, 10, 5), "DoD section 1260H list of 2022-10-05"),
    "Shenzhen DJI Technology Co., Ltd.": (
        dt.date(2022, 10, 5), "DoD section 1260H list of 2022-10-05 (as Shenzhen DJI Innovation)"),
    "Shanghai Yitu Network Technology Co., Ltd.": (
        dt.date(2024, 1, 31), "DoD section 1260H list of 2024-01-31"),
    "SenseTime Group, Inc.": (dt.date(2025, 1, 7), "DoD section 1260H list of 2025-01-07"),
    "Tencent Holdings Limited": (dt.date(2025, 1, 7), "DoD section 1260H list of 2025-01-07"),
    "Contemporary Amperex Technology Co., Ltd.": (
        dt.date(2025, 1, 7), "DoD section 1260H list of 2025-01-07"),
}  # fmt: skip
# Names of the notice in which a comma does not part two companies.
_FORMS = r"(?:Inc|Ltd|LLC|S\.L\.U|Limited|Corp|Americas)\b"
_TOGETHER = re.compile(
    r"^Listed together with subsidiaries:\s*(?P<names>.*?)\s*(?:\||$)", re.DOTALL
)
# Two names run together in the notice for want of a comma, or parted by a stray full stop.
_REPAIRS = (
    ("Ltd. . Kiekert", "Ltd., Kiekert"),
    ("COMAC America Corporation Shanghai", "COMAC America Corporation, Shanghai"),
)
_BRACKETS = re.compile(r"\s*\((?P<former>formerly\s+)?(?P<alias>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*$")


def build_uflpa(root: Path) -> Built:
    """Rows of the page; rows with the same text in two tables are one entry on two grounds."""
    tally, ids = Tally(), Ids(UFLPA)
    made: dict[str, Designation] = {}
    with (root / PAGE).open("rb") as stream:
        for row in dhs_uflpa.read(stream):
            tally.read += 1
            party = dhs_uflpa.to_party(row)
            ground = f"UFLPA section {party.ground}"
            if (known := made.get(party.published_name)) is not None:
                tally.merged += 1
                made[party.published_name] = replace(
                    known,
                    programs=(*known.programs, ground),
                    listed=min(_day(known), party.listed),
                )
                continue
            made[party.published_name] = Designation(
                id=ids.of(party.name, "CN"),
                kind="organization",
                name=party.name,
                published_name=party.published_name,
                aliases=unique_aliases(party.name, party.aliases),
                countries=("CN",),
                programs=(ground,),
                listed=party.listed,
                remarks="The entry includes subsidiaries." if party.subsidiaries else None,
            )
    _cross_check(root, list(made.values()), tally)
    day = dhs_uflpa.last_updated(_page_text(root))
    source = source_of(
        root, PAGE, key="page", format="dhs-uflpa-html", basis="as_published", published=day,
        url="https://www.dhs.gov/uflpa-entity-list",
        fields=("name", "aliases", "countries", "programs", "listed", "remarks"),
    )  # fmt: skip
    plain = [
        each if each.published_name != each.name else replace(each, published_name=None)
        for each in made.values()
    ]
    return finish(UFLPA, plain, sources=(source,), tally=tally, published_on=day,
                  retrieved=RETRIEVED)  # fmt: skip


def _page_text(root: Path) -> str:
    return re.sub(r"<[^>]*>", " ", (root / PAGE).read_text(encoding="utf-8"))


def _day(designation: Designation) -> dt.date:
    listed = designation.listed
    return listed if isinstance(listed, dt.date) else listed.by


def _cross_check(root: Path, made: list[Designation], tally: Tally) -> None:
    """Count names of a second reading of the same page that this one does not have."""
    data = json.loads((root / CHECK).read_text(encoding="utf-8"))
    ours = {fold(each.name) for each in made}
    for row in data["entities"]:
        name = re.sub(r",?\s+and\s+subsidiaries$", "", row["name"], flags=re.IGNORECASE)
        if fold(name) not in ours:
            tally.notes[f"only in the parsed copy of the page: {row['name']}"] += 1


def build_1260h(root: Path) -> Built:
    """Companies of the notice, and the subsidiaries that it names with them, each on its own."""
    data = json.loads((root / NOTICE).read_text(encoding="utf-8"))
    tally, ids, made = Tally(), Ids(DOD), []
    day = dt.date.fromisoformat(data["entities"][0]["effective_date"])
    for row in data["entities"]:
        tally.read += 1
        country = countries.country_code(row["country"])
        listed, source = EDITIONS.get(
            row["name"], (Bounds(after=BEFORE_FIRST_EDITION, by=day), None)
        )
        parent = Designation(
            id=ids.of(row["name"], country),
            kind="organization",
            name=row["name"],
            aliases=unique_aliases(row["name"], (Alias(name=each) for each in row["aliases"])),
            countries=(country,) if country else (),
            listed=listed,
            listed_source=source,
            citations=cites(row["federal_register"]),
            remarks=_TOGETHER.sub("", row["notes"]).strip() or None,
        )
        made.append(parent)
        for subsidiary in subsidiaries(row["notes"]):
            tally.split += 1
            made.append(_subsidiary(parent, subsidiary, ids, day))
    tally.notes["subsidiaries"] = tally.split
    missing = set(EDITIONS) - {each.name for each in made}
    if missing:
        tally.refused += [f"no company of the notice is called {each}" for each in sorted(missing)]
    main = source_of(
        root, NOTICE, key="notice", format="json", basis="parsed", published=day,
        url="https://www.federalregister.gov/citation/91-FR-35189",
        fields=("name", "aliases", "parent", "countries", "listed", "citations", "remarks"),
    )  # fmt: skip
    return finish(DOD, made, sources=(main,), tally=tally, published_on=day, retrieved=RETRIEVED)


def subsidiaries(notes: str) -> Iterator[str]:
    """Split the sentence that names the subsidiaries; a comma before a legal form does not part."""
    match = _TOGETHER.match(notes)
    if match is None:
        return
    names = match["names"].removesuffix(".")
    for wrong, right in _REPAIRS:
        names = names.replace(wrong, right)
    for part in re.split(rf",\s+(?:and\s+)?(?!{_FORMS})|\s+and\s+(?=SMIC,)", names):
        if name := part.strip(" ."):
            yield name + "." if re.search(r"(?:Ltd|Inc|Co|Corp)$", name) else name


def _subsidiary(parent: Designation, text: str, ids: Ids, day: dt.date) -> Designation:
    """The country of a subsidiary is not in the notice, so none is given."""
    name = text
    aliases: tuple[Alias, ...] = ()
    bracket = _BRACKETS.search(text)
    if bracket is not None and bracket["alias"] not in {"USA", "BVI"}:
        name = published.clean_name(text[: bracket.start()])
        aliases = tuple(_bracketed(bracket))
    return Designation(
        id=ids.of(name),
        kind="organization",
        name=name,
        published_name=text if text != name else None,
        aliases=unique_aliases(name, aliases),
        parent=parent.id,
        listed=Bounds(after=BEFORE_FIRST_EDITION, by=day),
        citations=parent.citations,
        remarks=f"Listed as a subsidiary of {parent.name}.",
    )


def _bracketed(bracket: re.Match[str]) -> Iterator[Alias]:
    """Read "(formerly X (Y))" as former names X and Y, "(X)" as another name X."""
    kind = "fka" if bracket["former"] else "aka"
    inner = re.fullmatch(r"(?P<name>.*?)\s*\((?P<short>[^()]*)\)", bracket["alias"])
    names = [bracket["alias"]] if inner is None else [inner["name"], inner["short"]]
    for name in names:
        yield Alias(name=name, type="fka") if kind == "fka" else Alias(name=name)


BUILDERS: dict[str, Builder] = {UFLPA: build_uflpa, DOD: build_1260h}
