"""Parquet tables."""

import datetime as dt
import io
import json
from typing import Any

import factory
import pytest
from runs import few, run_of, screened, written

from screenr.formats.sinks import SINKS
from screenr.formats.view import View

pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")


def records(file: bytes) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = parquet.read_table(io.BytesIO(file)).to_pylist()
    return rows


def test_each_row_of_the_input_has_its_answer() -> None:
    found = records(written("parquet", few()))

    assert [row["vendor"] for row in found] == ["V1", "V2", "V3"]
    assert [row["screenr_status"] for row in found] == ["hit", "clear", "error"]
    assert found[2]["screenr_error"] == "the name is empty"


def test_numbers_and_the_day_of_the_run_have_types() -> None:
    row = records(written("parquet", few()))[0]

    assert row["screenr_score"] == pytest.approx(0.98)
    assert row["screenr_row"] == 2
    assert row["screenr_as_of"] == dt.date(2026, 11, 21)


def test_what_a_clear_row_has_not_is_null_and_what_was_given_stays() -> None:
    clear = records(written("parquet", [screened(factory.clear("x"), "", "x")]))[0]

    assert clear["vendor"] == ""
    assert clear["screenr_score"] is None
    assert clear["screenr_list"] is None


def test_the_metadata_say_under_what_the_run_was_made() -> None:
    file = parquet.ParquetFile(io.BytesIO(written("parquet", few())))
    said = json.loads(file.metadata.metadata[b"screenr"])

    assert said["schema"] == "screenr/report/1"
    assert said["lists"][0]["published"] == "2026-07-09"
    assert said["totals"] == {"screened": 2, "hits": 1, "clear": 1, "decided": 0, "errors": 1}


def test_half_a_surrogate_pair_does_not_stop_a_run() -> None:
    row = records(written("parquet", [screened(factory.clear("x"), "\ud800 x", "x")]))[0]

    assert row["vendor"] == "\\ud800 x"


def test_a_file_without_rows_has_its_columns() -> None:
    table = parquet.read_table(io.BytesIO(written("parquet")))

    assert table.num_rows == 0
    assert table.column_names[:3] == ["vendor", "name", "screenr_status"]


def test_chunks_that_hold_nothing_are_no_harm() -> None:
    assert len(records(written("parquet", [], few(), []))) == 3


def test_the_bytes_depend_on_nothing_but_the_rows() -> None:
    assert written("parquet", few()) == written("parquet", few())


def test_a_run_that_ends_early_does_not_write_to_a_file_that_is_gone() -> None:
    run, stream = run_of(), io.BytesIO()
    sink = SINKS["parquet"].sink(stream, run, View())
    sink.write(SINKS["parquet"].encoder(run, View())(few()))
    stream.close()

    del sink

    assert stream.closed
