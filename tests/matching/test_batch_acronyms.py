"""Acronyms of many names at once: those that `acronyms.keys_to` says, and few others."""

import datetime as dt
from pathlib import Path

import pytest

from screenr.matching.batch_candidates import BatchCandidates
from screenr.matching.index import Index
from screenr.matching.index_file import IndexFile
from screenr.matching.index_names import Entry
from screenr.matching.index_writer import compile_index
from screenr.matching.lexicon import Lexicon
from screenr.models.designation import Designation

NAMES = Path(__file__).resolve().parents[2] / "data" / "names"
LISTED = ("QWEU", "QWEC", "QWEXC", "Northern Quality Export Union")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    listed = dt.date(2020, 1, 1)
    entries = [
        Entry(Designation(id=f"us-a:{at}", kind="organization", name=name, listed=listed), 0, 0, 0)
        for at, name in enumerate(LISTED)
    ]
    lexicon = Lexicon.from_tables(NAMES)
    path = tmp_path_factory.mktemp("acronyms") / "index.bin"
    path.write_bytes(compile_index(entries, {}, lexicon, inputs="", meta={"lists": []}))
    return Index(IndexFile(path))


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("Quality Western Export Union", "QWEU"),
        ("Quality Western Export Union 7 Ltd", "QWEU"),
        ("Joint Stock Company Quality Western Export Union", "QWEU"),
        ("Quality and Western Export Union", "QWEU"),
        ("Quality Western Export Company", "QWEC"),
        ("Quality Western Export X Ltd", None),
        ("NQEU", "Northern Quality Export Union"),
    ],
)
def test_a_name_and_its_acronym_are_found(index: Index, name: str, acronym: str | None) -> None:
    candidates = BatchCandidates(index, 0.8)
    reached = candidates.of(candidates.read([name])).values()
    found = {index.name_of(at).name for each in reached for at in each.readings}

    assert found == ({acronym} if acronym else set())
