"""Parquet files, as data platforms write them."""

import datetime as dt
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet
from tables import rows_of, table_of

from screenr.errors import UsageError
from screenr.inputs.table import Asked


def test_values_of_all_types_are_text(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    table = pa.table(
        {"name": ["Acme", None], "since": [dt.date(2020, 1, 2), None], "aka": [["A", "B"], []]}
    )
    parquet.write_table(table, path)

    assert [(row.line, row.cells) for row in rows_of(path)] == [
        (1, ["Acme", "2020-01-02", "A; B"]),
        (2, ["", "", ""]),
    ]


def test_a_header_row_makes_no_sense_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    parquet.write_table(pa.table({"name": ["Acme"]}), path)

    with pytest.raises(UsageError, match="has its own header"):
        table_of(path, Asked(header_row=2))
