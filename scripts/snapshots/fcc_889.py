"""Builders of the FCC Covered List and of the five makers that section 889 names.

The statute is the source of the second: its text is typed here and nothing else can change it.
"""

import datetime as dt
import hashlib
import json
import re
from pathlib import Path

from screenr.models.designation import Citation, Designation
from screenr.models.snapshot import Source
from screenr.text import countries
from snapshots.common import Builder, Built, Tally, source_of
from snapshots.parties import Ids, finish

FCC, NDAA = "us-fcc-covered", "us-ndaa-889"
FCC_FILE = "fcc/fcc_covered_2026-07-09.json"
CATEGORY = "Category listing (not a named company)."

# Pub. L. 115-232, section 889(f)(3), of 2018-08-13.
ENACTED = dt.date(2018, 8, 13)
_TELECOM = (
    "Telecommunications equipment produced by it or any of its subsidiaries or affiliates, for any"
    " use (section 889(f)(3)(A))."
)
_VIDEO = (
    "Video surveillance and telecommunications equipment produced by it or any of its subsidiaries"
    " or affiliates, for public safety, security of Government facilities, physical security"
    " surveillance of critical infrastructure and other national security purposes"
    " (section 889(f)(3)(B))."
)
STATUTE = (
    ("Huawei Technologies Company", _TELECOM),
    ("ZTE Corporation", _TELECOM),
    ("Hytera Communications Corporation", _VIDEO),
    ("Hangzhou Hikvision Digital Technology Company", _VIDEO),
    ("Dahua Technology Company", _VIDEO),
)


def build_fcc(root: Path) -> Built:
    """Each entry of the list; the Commission's country is that of the company's group."""
    data = json.loads((root / FCC_FILE).read_text(encoding="utf-8"))
    tally, ids, made = Tally(), Ids(FCC), []
    for row in data["entities"]:
        tally.read += 1
        category = row["notes"].startswith(CATEGORY)
        country = countries.country_code(row["country"]) if row["country"] else None
        made.append(
            Designation(
                id=ids.of(row["name"], country),
                kind="unknown" if category else "organization",
                name=row["name"],
                countries=(country,) if country else (),
                listed=dt.date.fromisoformat(row["effective_date"]),
                remarks=_category(row["notes"]) if category else row["notes"],
            )
        )
        tally.notes["categories, not named companies"] += category
    day = dt.date.fromisoformat(data["extracted"])
    source = source_of(
        root, FCC_FILE, key="fcc", format="json", basis="parsed",
        published=max(each.listed for each in made if isinstance(each.listed, dt.date)),
        url="https://www.fcc.gov/supplychain/coveredlist",
        fields=("name", "countries", "listed", "remarks"),
    )  # fmt: skip
    return finish(FCC, made, sources=(source,), tally=tally, published_on=day, retrieved=day)


def _category(notes: str) -> str:
    words = re.sub(r"[†^]+", "", notes.removeprefix(CATEGORY)).strip()
    return f"A category of equipment, not a named company. {words}"


def build_889(root: Path) -> Built:
    """The five makers named by the statute."""
    del root  # the law is the source
    tally, ids = Tally(read=len(STATUTE)), Ids(NDAA)
    made = [
        Designation(
            id=ids.of(name, "CN"),
            kind="organization",
            name=name,
            countries=("CN",),
            listed=ENACTED,
            citations=(Citation(cite="Pub. L. 115-232, section 889(f)(3)", date=ENACTED),),
            remarks=scope,
        )
        for name, scope in STATUTE
    ]
    text = "\n".join(f"{name}\t{scope}" for name, scope in STATUTE)
    source = Source(
        key="statute",
        file="Pub. L. 115-232, section 889(f)(3), as typed in the build script",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        format="text",
        basis="statute",
        published=ENACTED,
        url="https://www.congress.gov/115/plaws/publ232/PLAW-115publ232.pdf",
        fields=("name", "countries", "listed", "citations", "remarks"),
    )
    return finish(
        NDAA, made, sources=(source,), tally=tally, published_on=ENACTED, retrieved=ENACTED
    )


BUILDERS: dict[str, Builder] = {FCC: build_fcc, NDAA: build_889}
