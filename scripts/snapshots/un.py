"""Builder of the UN Security Council list, straight through the importer of its format."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from screenr.lists.importers import un_xml
from snapshots.common import Builder, Built, Tally, source_of
from snapshots.parties import finish

FILE = "un/un_consolidated_2026-02-27.xml"
URL = "https://scsanctions.un.org/resources/xml/en/consolidated.xml"


def build(root: Path) -> Built:
    """Every INDIVIDUAL and ENTITY is a designation."""
    tally = Tally()
    made = []
    with (root / FILE).open("rb") as stream:
        for record in un_xml.read(stream):
            tally.read += 1
            for name in un_xml.unread(record):
                tally.notes[f"country not read: {name}"] += 1
            made.append(replace(un_xml.to_designation(record), sources=("xml",)))
    with (root / FILE).open("rb") as stream:
        day = un_xml.published_on(stream)
    source = source_of(
        root, FILE, key="xml", format="un-xml", basis="as_published", published=day, url=URL,
        fields=(
            "name", "aliases", "countries", "nationalities", "addresses", "identifiers", "born",
            "programs", "listed", "remarks",
        ),
    )  # fmt: skip
    return finish(
        un_xml.LIST_ID, made, sources=(source,), tally=tally, published_on=day,
        retrieved=dt.date(2026, 2, 27),
    )  # fmt: skip


BUILDERS: dict[str, Builder] = {un_xml.LIST_ID: build}
