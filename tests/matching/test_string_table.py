"""A table of words in an index answers as the dictionary that it was made from."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screenr.matching.index_file import IndexFile, encode
from screenr.matching.string_table import (
    Readings,
    StringTable,
    reading_sections,
    table_sections,
)

WORDS = st.text("abcé佐 1", max_size=4)
NUMBERS = st.dictionaries(WORDS, st.integers(0, 255), max_size=30)
quick = settings(max_examples=60, derandomize=True, deadline=None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("table")


@quick
@given(numbers=NUMBERS, others=st.lists(WORDS, max_size=10))
def test_each_word_has_its_number_and_every_other_the_default(
    folder: Path, numbers: dict[str, int], others: list[str]
) -> None:
    path = folder / "index.bin"
    path.write_bytes(encode(table_sections("word", numbers), inputs="", meta={}))
    table = StringTable(IndexFile(path).strings("word"))

    asked = [*numbers, *others]
    assert [table.get(word, -1) for word in asked] == [numbers.get(word, -1) for word in asked]


def test_a_character_has_its_readings_and_every_other_the_default(folder: Path) -> None:
    path = folder / "readings.bin"
    sections = reading_sections("sounds", {"李": "lee|lei", "佐": "cho"})
    path.write_bytes(encode(sections, inputs="", meta={}))
    file = IndexFile(path)
    table = Readings(file.numbers("sounds.u4"), file.strings("sounds"))

    assert [table.get(each, "") for each in "一佐名李龙"] == ["", "cho", "", "lee|lei", ""]
