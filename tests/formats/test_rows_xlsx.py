"""Workbooks."""

import io
import re
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import factory
import pytest
from runs import few, run_of, screened, written

from screenr.errors import UsageError
from screenr.formats import rows_xlsx
from screenr.formats.sinks import SINKS
from screenr.formats.view import View

calamine = pytest.importorskip("python_calamine")
pytest.importorskip("xlsxwriter")

HOSTILE = ("=cmd|'/c calc'!A0", "https://evil.example", "<r><t>x</t></r>", "_x0041_", "</t>&\x00")


def sheet(book: bytes, name: str = rows_xlsx.SHEET) -> list[list[str | float]]:
    opened = calamine.CalamineWorkbook.from_filelike(io.BytesIO(book))
    rows: list[list[str | float]] = opened.get_sheet_by_name(name).to_python()
    return rows


def records(book: bytes) -> list[dict[str | float, str | float]]:
    head, *rows = sheet(book)
    return [dict(zip(head, row, strict=True)) for row in rows]


def parts(book: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_each_row_of_the_input_has_its_answer() -> None:
    found = records(written("xlsx", few()))

    assert [row["vendor"] for row in found] == ["V1", "V2", "V3"]
    assert [row["screenr_status"] for row in found] == ["hit", "clear", "error"]
    assert found[2]["screenr_error"] == "the name is empty"


def test_scores_and_counts_are_numbers() -> None:
    row = records(written("xlsx", few()))[0]

    assert row["screenr_score"] == pytest.approx(0.98)
    assert row["screenr_matches"] == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_a_text_whatever_it_looks_like(text: str) -> None:
    book = written("xlsx", [screened(factory.clear("x"), text, "x")])
    xml = parts(book)["xl/worksheets/sheet1.xml"]

    assert ET.fromstring(xml) is not None  # noqa: S314 -- our own file
    assert "<f>" not in xml
    assert "hyperlink" not in xml
    assert str(records(book)[0]["vendor"]).strip() == text.replace("\x00", "\\x00")


def test_what_an_edit_would_make_a_formula_of_is_marked_as_text() -> None:
    book = written("xlsx", [screened(factory.clear("x"), "=1+1", "x")])

    assert "quotePrefix" in parts(book)["xl/styles.xml"]
    assert re.search(r'<c r="A2" s="\d+" t="inlineStr"', parts(book)["xl/worksheets/sheet1.xml"])


def test_the_header_stays_in_sight_and_filters() -> None:
    xml = parts(written("xlsx", few()))["xl/worksheets/sheet1.xml"]

    assert 'ySplit="1"' in xml
    assert 'autoFilter ref="A1:' in xml


def test_a_cell_that_is_too_long_is_cut_aloud() -> None:
    book = written("xlsx", [screened(factory.clear("x"), "y" * 100_000, "x", line=7)])

    assert "cut" in str(records(book)[0]["screenr_note"])
    assert any("cut" in str(row) and "row 7" in str(row) for row in sheet(book, "Summary"))


def test_a_full_sheet_is_followed_by_another_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows_xlsx, "MOST_ROWS", 3)
    book = written("xlsx", few())

    assert [row[0] for row in sheet(book)] == ["vendor", "V1", "V2"]
    assert [row[0] for row in sheet(book, f"{rows_xlsx.SHEET} 2")] == ["vendor", "V3"]
    assert any(row[0] == "sheets of rows" for row in sheet(book, "Summary"))


def test_more_columns_than_a_sheet_has_are_refused() -> None:
    with pytest.raises(UsageError, match="16,384 columns"):
        SINKS["xlsx"].sink(io.BytesIO(), run_of(*(f"c{at}" for at in range(17_000))), View())


def test_the_summary_counts_and_says_why() -> None:
    summary = sheet(written("xlsx", few()), "Summary")

    assert ["hits", 1.0, ""] in summary
    assert ["NOT SCREENED", 1.0, ""] in summary
    assert ["row 4", 1.0, "the name is empty"] in summary


def test_the_lists_stand_with_their_dates_and_their_age() -> None:
    lists = sheet(written("xlsx", few()), "Lists and policy")

    assert ["us-test-list", "Test List of Parties", "2026-07-09", "2026-07-09", 135, 68, "old"] in (
        lists
    )
    assert any("A sentence of warning." in row for row in lists)


def test_a_file_without_rows_has_its_header() -> None:
    assert sheet(written("xlsx"))[0][:3] == ["vendor", "name", "screenr_status"]


def test_the_bytes_depend_on_nothing_but_the_rows() -> None:
    assert written("xlsx", few()) == written("xlsx", few()[:1], few()[1:])


def test_a_run_that_ends_early_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    run = run_of()
    sink = SINKS["xlsx"].sink(io.BytesIO(), run, View())
    sink.begin()
    sink.write(SINKS["xlsx"].encoder(run, View())(few()))
    assert list(tmp_path.iterdir())

    del sink

    assert list(tmp_path.iterdir()) == []
