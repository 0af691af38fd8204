"""What tests of several modules of the matcher may ask for."""

from pathlib import Path

import pytest

from screenr.matching.common_words import common_sections
from screenr.matching.index_file import IndexFile, encode
from screenr.matching.lexicon import Lexicon

TABLES = Path(__file__).resolve().parents[2] / "data" / "names"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.from_tables(TABLES)


@pytest.fixture(scope="session")
def tables(lexicon: Lexicon, tmp_path_factory: pytest.TempPathFactory) -> IndexFile:
    """An index of nothing but what slips are looked up in."""
    path = tmp_path_factory.mktemp("tables") / "index.bin"
    sections = tuple(common_sections(lexicon))
    path.write_bytes(encode(sections, inputs="", meta={}))
    return IndexFile(path)
