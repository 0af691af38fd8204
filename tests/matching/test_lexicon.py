"""The tables of words, read from their files."""

import shutil
from pathlib import Path

import pytest

from screenr.errors import ListUnavailableError
from screenr.matching.lexicon import Lexicon

TABLES = Path(__file__).resolve().parents[2] / "data" / "names"


@pytest.mark.parametrize("row", ["mr", "mr\ttitle\tx\ty\tz\tand more"])
def test_a_row_of_too_few_or_too_many_cells_is_refused(row: str, tmp_path: Path) -> None:
    tables = shutil.copytree(TABLES, tmp_path / "names")
    with (tables / "titles.tsv").open("a", encoding="utf-8") as stream:
        stream.write(f"{row}\n")

    with pytest.raises(ListUnavailableError, match=r"titles\.tsv"):
        Lexicon.from_tables(tables)
