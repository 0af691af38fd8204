"""What an index says of designations is what they say of themselves."""

import datetime as dt
import json
from pathlib import Path

import pytest

from screenr.matching.index_file import IndexFile
from screenr.matching.index_names import Entry
from screenr.matching.index_writer import compile_index
from screenr.matching.lexicon import Lexicon
from screenr.models.designation import (
    Alias,
    Bounds,
    Citation,
    Designation,
    Identifier,
    License,
)

DAY = dt.date(2026, 7, 9)
BARE = Designation(id="us-alpha:1", kind="organization", name="Zorvex", listed=DAY)
FULL = Designation(
    id="us-alpha:2",
    kind="person",
    name='Ivan "Vanya"\tÉsipov',
    published_name="ESIPOV, Ivan",
    aliases=(Alias(name="Есипов", type="fka", script="Cyrl", weak=True), Alias(name="Vanya")),
    parent="us-alpha:1",
    countries=("RU",),
    nationalities=("RU",),
    addresses=("Moscow, Russia",),
    identifiers=(
        Identifier(type="passport", value="1", country="RU"),
        Identifier(type="imo", value="2"),
    ),
    born=("1964",),
    programs=("RUSSIA",),
    listed=Bounds(after=DAY, by=DAY),
    listed_source="alpha",
    effective=DAY,
    until=DAY,
    delisted=DAY,
    citations=(Citation(cite="91 FR 1", date=DAY), Citation(cite="91 FR 2")),
    license=License(requirement="all", footnote=4),
    remarks="none",
    sources=("alpha",),
)


@pytest.mark.parametrize("designation", [BARE, FULL])
def test_a_record_is_what_the_designation_tells(
    designation: Designation, lexicon: Lexicon, tmp_path: Path
) -> None:
    path = tmp_path / "index.bin"
    entry = Entry(designation, list=0, first=0, last=0)
    path.write_bytes(compile_index([entry], {}, lexicon, inputs="", meta={}))

    record = json.loads(IndexFile(path).packed("record", 0))

    assert record == designation.to_record()
    assert list(record) == list(designation.to_record())
