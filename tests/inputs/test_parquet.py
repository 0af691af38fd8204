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


def test_texts_written_as_bytes_are_texts(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    parquet.write_table(pa.table({"name": ["Müller".encode()], "key": [b"\x00\xff"]}), path)

    assert [row.cells for row in rows_of(path)] == [["Müller", "00ff"]]


def test_values_that_python_cannot_hold_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    since = pa.array([1, None], pa.timestamp("ns"))
    parquet.write_table(pa.table({"name": ["Acme", "Beta"], "since": since}), path)

    assert [row.cells for row in rows_of(path)] == [
        ["Acme", "1970-01-01 00:00:00.000000001"],
        ["Beta", ""],
    ]


def test_a_number_that_is_none_is_an_empty_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    parquet.write_table(pa.table({"name": ["Acme"], "size": [float("nan")]}), path)

    assert [row.cells for row in rows_of(path)] == [["Acme", ""]]


def test_a_row_whose_text_is_not_utf_8_was_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    ends, letters = pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"A\xff")
    names = pa.Array.from_buffers(pa.string(), 1, [None, ends, letters])
    parquet.write_table(pa.table({"name": names}), path)

    (row,) = rows_of(path)

    assert (row.cells, row.problem) == (["A\\xff"], "the row holds bytes that are not UTF-8")
